import type { FactorCard, Names } from './factor-card.js';
import type { FactorSource, Provenance } from './factor-data.js';

/** A source as the library shows it: also why it has no address. */
export interface LibrarySource extends FactorSource {
  readonly addressNote: string | null;
}

/** One side of a conflict: the value of a record of the package, or one that was met elsewhere and is kept for comparison alone. */
export interface ConflictingValue {
  readonly record: string | null;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly says: Names;
}

/** Published values that disagree about one quantity, and which of them is used. */
export interface FactorConflict extends Provenance {
  readonly title: Names;
  /** The records on whose pages it is shown. */
  readonly records: readonly string[];
  readonly values: readonly ConflictingValue[];
  readonly settled: Names;
}

/** Every record of the emission-factors package, whether a calculation uses it or not. */
export interface FactorLibrary {
  /** The content hash of the package. */
  readonly hash: string;
  readonly cards: readonly FactorCard[];
  readonly card: (id: string) => FactorCard | null;
  /** The records of one topic, oldest first. */
  readonly ofTopic: (topic: string) => readonly FactorCard[];
  readonly sources: readonly LibrarySource[];
  readonly source: (id: string) => LibrarySource | null;
  readonly ofSource: (id: string) => readonly FactorCard[];
  readonly conflictsOf: (id: string) => readonly FactorConflict[];
}

const grouped = <Value>(values: readonly Value[], keys: (value: Value) => readonly string[]): ReadonlyMap<string, readonly Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of keys(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
};

/** What a library is put together from. */
export interface LibraryContent {
  readonly hash: string;
  readonly cards: readonly FactorCard[];
  readonly sources: readonly LibrarySource[];
  readonly conflicts: readonly FactorConflict[];
}

/** Puts the records of a package on shelves, once. */
export const factorLibrary = ({ hash, cards, sources, conflicts }: LibraryContent): FactorLibrary => {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const oldestFirst = [...cards].sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
  const byTopic = grouped(oldestFirst, (card) => [card.topic]);
  const bySource = grouped(cards, (card) => [card.sourceId]);
  const byRecord = grouped(conflicts, (conflict) => conflict.records);
  return {
    hash,
    cards,
    card: (id) => byId.get(id) ?? null,
    ofTopic: (topic) => byTopic.get(topic) ?? [],
    sources,
    source: (id) => sourceById.get(id) ?? null,
    ofSource: (id) => bySource.get(id) ?? [],
    conflictsOf: (id) => byRecord.get(id) ?? [],
  };
};
