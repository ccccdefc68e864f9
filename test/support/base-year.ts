import { readBaseYear } from '../../server/domain/base-year/read-base-year.js';
import { type BaseYearResult, recalculate } from '../../server/domain/base-year/recalculate.js';
import { emissionFactors } from './emission-factors.js';

/** Both series of a base year that must not be refused. */
export const baseYearOf = (value: unknown): BaseYearResult => {
  const { request, faults } = readBaseYear(value, emissionFactors());
  if (request === null) throw new Error(`refused: ${JSON.stringify(faults)}`);
  return recalculate(request, emissionFactors().thresholds.baseYearRecalculation.value);
};

/** "field code" of every fault of a base year that must be refused. */
export const baseYearFaultsOf = (value: unknown): string[] =>
  readBaseYear(value, emissionFactors()).faults.map(({ field, code }) => `${field} ${code}`);
