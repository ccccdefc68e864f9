import type { FactorRecord, Thresholds } from '../domain/factor-data.js';
import type { FactorFiles } from './emission-factors-files.js';

const thresholdOf = (records: FactorFiles['thresholds.yaml'], wanted: string): FactorRecord => {
  const record = records.find(({ id }) => id === wanted);
  if (record === undefined) throw new Error(`thresholds.yaml has no ${wanted}.`);
  const { id, value, unit, source: sourceId, locator, confidence } = record;
  return { id, value, unit, sourceId, locator, confidence };
};

/** The limits of thresholds.yaml by what they are for. */
export const thresholds = (records: FactorFiles['thresholds.yaml']): Thresholds => ({
  baseYearRecalculation: thresholdOf(records, 'threshold.base-year-recalculation'),
  transferMismatch: thresholdOf(records, 'threshold.transfer-mismatch'),
});
