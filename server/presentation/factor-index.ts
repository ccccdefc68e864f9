import type { Confidence } from '../domain/confidence.js';
import { type FactorCard, type FactorKind, factorKinds } from '../domain/factor-card.js';
import type { FactorData } from '../domain/factor-data.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import type { FactorUser, FactorUsers } from '../domain/factor-users.js';
import { factorTitle, kindName } from './factor-words.js';
import { formatExact } from './number-format.js';

/** Everything the pages of the library are made from. Put together once for a catalog. */
export interface FactorShelf {
  readonly data: FactorData;
  readonly library: FactorLibrary;
  readonly users: FactorUsers;
  readonly index: readonly IndexEntry[];
}

interface IndexEntry {
  readonly card: FactorCard;
  /** Everything a search looks through, in both languages and in lower case. */
  readonly text: string;
  /** Its names alone: a word found here ranks before one found in a note. */
  readonly names: string;
}

/** What is searched for; null where it does not matter. */
export interface FactorQuery {
  readonly words: readonly string[];
  readonly kind: FactorKind | null;
  /** A set by id, or `none`: the records no set takes. */
  readonly set: string | null;
  readonly year: number | null;
  readonly confidence: Confidence | null;
  readonly source: string | null;
}

/** Words people also look for a kind of record by, in both languages; they are searched, never shown. */
const alsoCalled: Readonly<Partial<Record<FactorKind, string>>> = {
  calorificValue: 'NCV GCV 열량 heating value heat content',
  fuelCo2: '배출계수 탄소배출계수 emission factor carbon',
  stationary: '배출계수 emission factor boiler 보일러',
  mobile: '배출계수 emission factor vehicle 차량 자동차',
  grid: '전기 electricity power grid 한전 KEPCO',
  electricityEnergy: '전기 electricity toe',
  heat: '스팀 증기 steam',
  supplierHeat: '지역난방 district heating 스팀 steam',
  gwp: 'GWP 온난화지수',
  blend: 'GWP 냉매 refrigerant',
  leakRate: '냉매 누설 refrigerant leakage',
  wastewater: '폐수 하수 waste water',
};

const numbersOf = (card: FactorCard): readonly string[] =>
  card.values.flatMap(({ value, to, unit }) =>
    [value, ...(to === null ? [] : [to])].flatMap((each) => [String(each), formatExact(each), unit]),
  );

const entryOf = (card: FactorCard, library: FactorLibrary, data: FactorData): IndexEntry => {
  const source = library.source(card.sourceId);
  const { fuel, gas, supplier } = card.facets;
  const gasRecord = gas === null ? undefined : data.gases[gas];
  const named = [
    factorTitle(card, 'ko'),
    factorTitle(card, 'en'),
    kindName(card, 'ko'),
    kindName(card, 'en'),
    fuel,
    gas,
    gasRecord?.en,
    gasRecord?.ko,
    ...(gasRecord?.aliases ?? []),
    supplier,
    alsoCalled[card.kind],
  ];
  const rest = [
    card.id,
    card.edition,
    ...numbersOf(card),
    card.statement?.en,
    card.statement?.ko,
    source?.title,
    source?.issuer,
    card.sourceId,
    card.locator,
    card.notes,
  ];
  const lower = (texts: readonly (string | null | undefined)[]): string =>
    texts
      .filter((text) => text !== null && text !== undefined)
      .join('\n')
      .normalize('NFC')
      .toLowerCase();
  const names = lower(named);
  return { card, names, text: `${names}\n${lower(rest)}` };
};

/** Puts the pages' material together. */
export const factorShelf = (data: FactorData, library: FactorLibrary, users: FactorUsers): FactorShelf => ({
  data,
  library,
  users,
  index: library.cards.map((card) => entryOf(card, library, data)),
});

/** The words of a search: in lower case, composed, each once. */
export const searchWords = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .normalize('NFC')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  ),
];

const serves = (user: FactorUser, year: number): boolean => (user.from === null || user.from <= year) && year <= user.to;

const isUsed = (users: readonly FactorUser[], { set, year }: FactorQuery): boolean => {
  if (set === 'none') return users.length === 0;
  if (set === null && year === null) return true;
  return users.some((user) => (set === null || user.set === set) && (year === null || serves(user, year)));
};

/** 0: every word stands in the names as a word of its own; 1: in the names; 2: somewhere else. */
const rank = ({ names }: IndexEntry, words: readonly string[]): number => {
  if (words.length === 0 || !words.every((word) => names.includes(word))) return words.length === 0 ? 0 : 2;
  const own = new Set(names.split(/[^\p{L}\p{N}.]+/u));
  return words.every((word) => own.has(word)) ? 0 : 1;
};

/** The records a search finds: best names first, then by kind, newest edition first. */
export const searchFactors = (shelf: FactorShelf, query: FactorQuery): readonly FactorCard[] =>
  shelf.index
    .filter(({ card, text }) => {
      if (query.kind !== null && card.kind !== query.kind) return false;
      if (query.confidence !== null && card.confidence !== query.confidence) return false;
      if (query.source !== null && card.sourceId !== query.source) return false;
      return query.words.every((word) => text.includes(word)) && isUsed(shelf.users.get(card.id) ?? [], query);
    })
    .map((entry) => ({ entry, rank: rank(entry, query.words) }))
    .sort((one, other) => {
      const kinds = factorKinds.indexOf(one.entry.card.kind) - factorKinds.indexOf(other.entry.card.kind);
      const newest = one.entry.card.since < other.entry.card.since ? 1 : one.entry.card.since > other.entry.card.since ? -1 : 0;
      return one.rank - other.rank || kinds || newest;
    })
    .map(({ entry }) => entry.card);
