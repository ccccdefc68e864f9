import type { FactorFiles } from './emission-factors-files.js';
import { factorCards } from './factor-cards.js';

/** Faults of the conflicts: each must be about records that exist, and a value said to stand in a record must stand there. */
export const conflictFaults = (files: FactorFiles): readonly string[] => {
  const cards = new Map(factorCards(files).map((card) => [card.id, card]));
  const sources = new Set(files['sources.yaml'].map(({ id }) => id));
  return files['conflicts.yaml'].flatMap(({ id, records, values }) => [
    ...records.filter((record) => !cards.has(record)).map((record) => `${id}: there is no record ${record}`),
    ...values.filter(({ source }) => !sources.has(source)).map(({ source }) => `${id}: the source ${source} is not declared`),
    ...values
      .filter(({ record, value }) => record !== null && cards.get(record)?.values.every((each) => each.value !== value) !== false)
      .map(({ record, value }) => `${id}: ${value} is no value of the record ${record}`),
  ]);
};
