import type { FactorCard } from '../domain/factor-card.js';
import { otherValues } from '../domain/other-values.js';
import { recordFor } from '../domain/uncertainty/record-for.js';
import { type ConflictView, conflictViews } from './conflict-view.js';
import type { FactorShelf } from './factor-index.js';
import { factorPath, sourcePath } from './factor-paths.js';
import { sourceName } from './factor-row.js';
import { type UserView, usersView } from './factor-users-view.js';
import { detailsOf, factorTitle, kindName, printedValue, valueLine, valueName } from './factor-words.js';
import { formatShare, inLanguage } from './number-format.js';
import { webAddress } from './trace-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface Linked {
  readonly href: string;
  readonly text: string;
}

/** A line of a respondent's own result that a factor entered. */
export interface OwnLine {
  readonly href: string;
  readonly text: string;
  readonly result: string;
}

/** The page of one record. */
export interface FactorPage {
  readonly title: string;
  readonly kind: string;
  readonly words: Words['page']['factor'];
  readonly confidence: {
    readonly name: string;
    readonly text: string;
    readonly doubtful: boolean;
    readonly review: string;
    readonly overdue: boolean;
  };
  readonly values: readonly { readonly name: string; readonly value: string; readonly confidence: string }[];
  readonly statement: string | null;
  /** How well the number is known: limits, or why there are none; null for a record that is no factor. */
  readonly uncertainty: { readonly limits: string | null; readonly text: string; readonly href: string } | null;
  readonly notUsable: string | null;
  readonly basis: string | null;
  readonly source: Linked;
  readonly printed: readonly { readonly name: string; readonly value: string; readonly href: string | null }[];
  readonly notes: string | null;
  readonly users: readonly UserView[];
  readonly history: readonly {
    readonly href: string;
    readonly title: string;
    readonly value: string;
    readonly validity: string;
    readonly source: string;
    readonly current: boolean;
  }[];
  readonly conflicts: readonly ConflictView[];
  readonly others: readonly {
    readonly href: string;
    readonly title: string;
    readonly value: string;
    readonly difference: string;
    readonly why: string;
    readonly source: string;
  }[];
  readonly hasConflict: boolean;
  /** Null for whoever is not signed in or has no result. */
  readonly own: { readonly lead: string; readonly lines: readonly OwnLine[] } | null;
  readonly record: readonly { readonly name: string; readonly value: string }[];
}

const validityOf = ({ validFrom, validTo }: FactorCard, language: Language): string => {
  const words = wordsOf(language).page.factor;
  if (validFrom !== null && validTo !== null) return words.validSpan(validFrom, validTo);
  if (validFrom !== null) return words.validFrom(validFrom);
  return validTo === null ? words.validUnknown : words.validTo(validTo);
};

const printedOf = (card: FactorCard, { library }: FactorShelf, language: Language): FactorPage['printed'] => {
  const words = wordsOf(language).page.factor;
  const source = library.source(card.sourceId);
  const address = source?.address ?? null;
  const plain = (name: string, value: string) => ({ name, value, href: null });
  return [
    plain(words.issuer, source?.issuer ?? '—'),
    plain(words.year, source === null || source.year === null ? wordsOf(language).page.sources.unknownYear : String(source.year)),
    plain(words.locator, card.locator),
    { name: words.address, value: address ?? words.noAddress, href: webAddress(address) },
    plain(words.readIn, source?.readIn ?? words.notRead),
    plain(words.validity, validityOf(card, language)),
  ];
};

/** Records of one table go by what tells them apart; those of another kind by their full name. */
const historyTitle = (card: FactorCard, language: Language): string => detailsOf(card, language).join(', ') || factorTitle(card, language);

/** Records of a topic that are of the same table: revisions, reports, years, or the sectors of one table. */
const historyOf = (card: FactorCard, { library }: FactorShelf, language: Language): FactorPage['history'] => {
  const same = library.ofTopic(card.topic).filter((other) => other.kind === card.kind);
  if (same.length < 2) return [];
  return same.map((other) => ({
    href: factorPath(other.id),
    title: historyTitle(other, language),
    value: valueLine(other, language),
    validity: validityOf(other, language),
    source: sourceName(library, other.sourceId),
    current: other.id === card.id,
  }));
};

const signed = (share: number | null): string => (share === null ? '—' : `${share > 0 ? '+' : ''}${formatShare(share)}`);

const othersOf = (card: FactorCard, { library, data }: FactorShelf, language: Language): FactorPage['others'] =>
  otherValues(card, library, data).map(({ card: other, reason, difference }) => ({
    href: factorPath(other.id),
    title: factorTitle(other, language),
    value: other.comparable === null ? valueLine(other, language) : printedValue({ name: 'value', to: null, ...other.comparable }),
    difference: signed(difference),
    why: wordsOf(language).page.factor.reasons[reason],
    source: sourceName(library, other.sourceId),
  }));

/** The uncertainty of the number that stands for a record. */
const uncertaintyOf = (card: FactorCard, { data }: FactorShelf, language: Language): FactorPage['uncertainty'] => {
  const [first] = card.values;
  if (first === undefined) return null;
  const record = recordFor(data.uncertainties.factors, { factorId: card.id, value: first.value });
  if (record === null) return null;
  const words = wordsOf(language).page.factor;
  const { distribution } = record;
  return {
    limits:
      distribution === null
        ? null
        : words.limits(
            valueName(first, language),
            signed(distribution.lower - 1),
            signed(distribution.upper - 1),
            words.shapes[distribution.shape],
          ),
    text: words.uncertaintyBasis[record.basis],
    href: factorPath(record.id),
  };
};

/** Kinds whose numbers stand on the net calorific value. */
const onNetBasis: ReadonlySet<FactorCard['kind']> = new Set(['fuelCo2', 'stationary', 'mobile']);

/**
 * One record with all that is known of it.
 * @param own   lines of the reader's own newest result; null for whoever has none
 * @param today YYYY-MM-DD
 */
export const factorPage = (
  shelf: FactorShelf,
  card: FactorCard,
  own: { readonly year: number; readonly lines: readonly OwnLine[] } | null,
  today: string,
  language: Language,
): FactorPage => {
  const { factor: words, library, result } = wordsOf(language).page;
  const overdue = card.reviewBy < today;
  const others = othersOf(card, shelf, language);
  const conflicts = conflictViews(shelf.library, card.id, language);
  return {
    title: factorTitle(card, language),
    kind: kindName(card, language),
    words,
    confidence: {
      name: result.confidence[card.confidence],
      text: words.confidenceTexts[card.confidence],
      doubtful: card.confidence === 'recalled',
      review: overdue ? words.overdue(card.reviewBy) : words.reviewBy(card.reviewBy),
      overdue,
    },
    values: card.values.map((value) => ({
      name: valueName(value, language),
      value: printedValue(value),
      confidence: result.confidence[value.confidence],
    })),
    statement: card.statement === null ? null : inLanguage(card.statement, language),
    uncertainty: uncertaintyOf(card, shelf, language),
    notUsable: card.usable ? null : library.notUsable,
    basis: onNetBasis.has(card.kind) ? library.basis : null,
    source: { href: sourcePath(card.sourceId), text: sourceName(shelf.library, card.sourceId) },
    printed: printedOf(card, shelf, language),
    notes: card.notes === '' ? null : card.notes,
    users: usersView(shelf.users.get(card.id) ?? [], shelf.data, language),
    history: historyOf(card, shelf, language),
    conflicts,
    others,
    hasConflict: conflicts.length > 0 || others.length > 0,
    own: own === null ? null : { lead: words.ownLead(String(own.year)), lines: own.lines },
    record: [
      { name: words.record, value: card.id },
      { name: words.file, value: `emission-factors/${card.file}` },
      { name: words.dataHash, value: shelf.library.hash },
    ],
  };
};
