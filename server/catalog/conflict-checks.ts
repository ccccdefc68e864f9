import { inLine } from './data-files.js';
import type { FactorFiles } from './emission-factors-files.js';
import { factorCards } from './factor-cards.js';

/** Faults of the conflicts: each must be about records that exist, and a value said to stand in a record must stand there. */
export const conflictFaults = (files: FactorFiles): readonly string[] => {
  const cards = new Map(factorCards(files).map((card) => [card.id, card]));
  const sources = new Set(files['sources.yaml'].map(({ id }) => id));
  return files['conflicts.yaml'].flatMap(({ id, records, values }) => [
    ...records
      .filter((record) => !cards.has(record))
      .map((record) => inLine(`${id}: records`, `there is no record ${record}`, `${record} 기록이 없습니다`)),
    ...values
      .filter(({ source }) => !sources.has(source))
      .map(({ source }) =>
        inLine(
          `${id}: values.source`,
          `the source ${source} is not declared in sources.yaml`,
          `출처 ${source}이(가) sources.yaml에 없습니다`,
        ),
      ),
    ...values
      .filter(({ record, value }) => record !== null && cards.get(record)?.values.every((each) => each.value !== value) !== false)
      .map(({ record, value }) =>
        inLine(`${id}: values.value`, `${value} is no value of the record ${record}`, `${value}은(는) ${record} 기록의 값이 아닙니다`),
      ),
  ]);
};
