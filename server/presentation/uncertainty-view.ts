import type { Inventory } from '../domain/inventory.js';
import type { TotalAssessment } from '../domain/uncertainty/assess-total.js';
import type { UncertainInput } from '../domain/uncertainty/uncertain-inputs.js';
import type { Edition } from '../survey/edition.js';
import { sourceNames } from './emission-sources.js';
import type { FactorShelf } from './factor-index.js';
import { factorPath } from './factor-paths.js';
import { factorTitle } from './factor-words.js';
import { formatPart, formatResult } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

interface Share {
  readonly name: string;
  /** The page of a factor; null for a quantity of the factory itself. */
  readonly href: string | null;
  readonly share: string;
}

interface ShareList {
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly Share[];
}

/** How well the total is known: its interval, what that covers, and what to find out or measure better first. */
export interface UncertaintyView {
  readonly title: string;
  readonly interval: string;
  readonly coverage: string;
  /** Null where no uncertainty is known. */
  readonly first: ShareList | null;
  /** Null where everything is known. */
  readonly unknown: ShareList | null;
}

/** What the section is made from. */
export interface UncertaintyInput {
  readonly inventory: Inventory;
  readonly edition: Edition;
  readonly assessment: TotalAssessment;
  readonly shelf: Pick<FactorShelf, 'library'>;
}

/** More would bury the few that matter. */
const most = 3;

/** The interval of a total: by propagation where it holds, else by drawing. */
const intervalText = ({ total }: TotalAssessment, language: Language): string => {
  const words = wordsOf(language).page.uncertainty;
  const { approach1, approach2, coverage } = total;
  if (approach1 === null || approach2 === null) return words.noInterval;
  const { lower, upper } = approach1.withinLimits ? approach1 : approach2;
  // Shares of a whole add up to 1 but for the last bits.
  const isCovered = coverage !== null && coverage.complete > 1 - 1e-12;
  return (isCovered ? words.interval : words.atLeast)(formatResult(lower), formatResult(upper));
};

/** The section of the result page on how well the total is known. */
export const uncertaintyView = ({ inventory, edition, assessment, shelf }: UncertaintyInput, language: Language): UncertaintyView => {
  const words = wordsOf(language).page.uncertainty;
  const { coverage } = assessment.total;
  const names = sourceNames(inventory, edition, language);
  const byKey = new Map(assessment.inputs.map((input) => [input.key, input]));
  const nameOf = (input: UncertainInput): Omit<Share, 'share'> => {
    if (input.kind === 'quantity') return { name: words.quantity(names.get(input.activityDataId ?? '') ?? ''), href: null };
    const card = input.factorId === null ? null : shelf.library.card(input.factorId);
    return card === null
      ? { name: words.ownFactor(input.locator ?? ''), href: null }
      : { name: factorTitle(card, language), href: factorPath(card.id) };
  };
  const entries = (list: readonly { readonly key: string; readonly share: number }[]): Share[] =>
    list.slice(0, most).flatMap(({ key, share }) => {
      const input = byKey.get(key);
      return input === undefined ? [] : [{ ...nameOf(input), share: formatPart(share) }];
    });
  const { inputs, unknown } = assessment.measureFirst;
  return {
    title: words.title,
    interval: intervalText(assessment, language),
    coverage:
      coverage === null
        ? words.nothing
        : words.coverage(formatPart(coverage.complete), formatPart(coverage.partial), formatPart(coverage.none)),
    first: inputs.length === 0 ? null : { title: words.firstTitle, lead: words.firstLead, entries: entries(inputs) },
    unknown: unknown.length === 0 ? null : { title: words.unknownTitle, lead: words.unknownLead, entries: entries(unknown) },
  };
};
