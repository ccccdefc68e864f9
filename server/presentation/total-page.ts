import type { EnergyLine, Inventory } from '../domain/inventory.js';
import { type UsedFactorView, usedFactor } from './chain-view.js';
import { sourceNames } from './emission-sources.js';
import { type EmissionTotal, type EnergyMeasure, emissionTotals, linesOfTotal, type TotalName, totalOf } from './inventory-totals.js';
import { choiceContext, type NumberInput } from './line-page.js';
import { formatPart, formatResult } from './number-format.js';
import { linePath, resultPath } from './result-paths.js';
import type { EstablishmentName } from './section-page.js';
import { lineTitle, partName } from './trace-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface TotalRow {
  /** The line's own page; null for energy, whose factors stand in the row. */
  readonly href: string | null;
  readonly name: string;
  readonly amount: string;
  readonly share: string;
  readonly factors: readonly UsedFactorView[];
}

/** A total of an inventory as the sum of its lines. */
export interface TotalPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly words: Words['page']['total'];
  readonly chainWords: Words['page']['chain'];
  readonly back: { readonly href: string; readonly text: string };
  readonly head: { readonly line: string; readonly amount: string; readonly share: string };
  readonly rows: readonly TotalRow[];
  readonly hasFactors: boolean;
  /** Null when a part of it is not known. */
  readonly sum: string | null;
  readonly dataHash: string;
}

const isEmissions = (total: TotalName): total is EmissionTotal => emissionTotals.some((each) => each === total);

const units: Readonly<Record<EnergyMeasure, string>> = { netTJ: 'TJ', grossTJ: 'TJ', toe: 'toe', finalTJ: 'TJ', finalToe: 'toe' };

const unitOf = (total: TotalName, language: Language): string => {
  if (!isEmissions(total)) return units[total];
  const { unitCo2, unitCo2eq } = wordsOf(language).page.result;
  return total === 'biogenicCo2' ? unitCo2 : unitCo2eq;
};

const shareOf = (part: number | null, whole: number | null): string =>
  part === null || whole === null || whole === 0 ? '—' : formatPart(part / whole);

const emissionRows = (input: NumberInput, total: EmissionTotal, language: Language): readonly TotalRow[] => {
  const { inventory, edition, responseId } = input;
  const names = sourceNames(inventory, edition, language);
  const whole = totalOf(inventory, total);
  return [...linesOfTotal(inventory, total)]
    .sort((one, other) => other.amount - one.amount)
    .map(({ number, line, amount }) => ({
      href: linePath(responseId, number),
      name: `${names.get(line.activityDataId) ?? line.activityDataId}: ${lineTitle(line, language, partName(line, inventory, language))}`,
      amount: formatResult(amount),
      share: shareOf(amount, whole),
      factors: [],
    }));
};

const measured = (line: EnergyLine, measure: EnergyMeasure): number => line[measure] ?? 0;

const energyRows = (input: NumberInput, measure: EnergyMeasure, language: Language): readonly TotalRow[] => {
  const { inventory, edition } = input;
  const names = sourceNames(inventory, edition, language);
  const whole = inventory.totals.energy[measure];
  return [...inventory.energy]
    .sort((one, other) => measured(other, measure) - measured(one, measure))
    .map((line) => {
      const amount = line[measure];
      return {
        href: null,
        name: names.get(line.activityDataId) ?? line.activityDataId,
        amount: amount === null ? '—' : formatResult(amount),
        share: shareOf(amount, whole),
        factors: line.factors.map((use) => usedFactor(use, choiceContext(input, line.category), language)),
      };
    });
};

const wholeOf = (inventory: Inventory, total: TotalName): number | null =>
  isEmissions(total) ? totalOf(inventory, total) : inventory.totals.energy[total];

/** How a total is put together. */
export const totalPage = (input: NumberInput, total: TotalName, language: Language): TotalPage => {
  const { total: words, chain } = wordsOf(language).page;
  const { inventory, establishment, responseId } = input;
  const whole = wholeOf(inventory, total);
  const rows = isEmissions(total) ? emissionRows(input, total, language) : energyRows(input, total, language);
  return {
    title: words.titles[total],
    establishment,
    words,
    chainWords: chain,
    back: { href: resultPath(responseId), text: chain.toResult },
    head: { ...words.head, amount: `${words.head.amount} (${unitOf(total, language)})` },
    rows,
    hasFactors: rows.some(({ factors }) => factors.length > 0),
    sum: whole === null ? null : formatResult(whole),
    dataHash: inventory.factorSet.hash,
  };
};
