import type { OwnFactor } from './activity-data.js';
import type { CombustionGas } from './factor-data.js';
import type { FactorUse } from './inventory.js';
import { type Unit, unitOf } from './units.js';

/** A factor's unit taken apart: "kgCO2/L" -> 0.001 t of CO2 per L. */
export interface FactorUnit {
  readonly tonnes: number;
  readonly gas: CombustionGas | 'CO2eq';
  readonly per: Unit;
}

/** Reads the unit of a factor of one's own: kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit. Null when it is none. */
export const factorUnitOf = (text: string): FactorUnit | null => {
  const parts = /^(kg|t)(CO2eq|CO2|CH4|N2O)\/(\w+)$/.exec(text);
  const per = parts?.[3] === undefined ? null : unitOf(parts[3]);
  if (parts === null || per === null) return null;
  return { tonnes: parts[1] === 'kg' ? 0.001 : 1, gas: parts[2] as FactorUnit['gas'], per };
};

/** The unit of a factor that was checked when the request was read. */
export const knownFactorUnit = (factor: OwnFactor): FactorUnit => {
  const unit = factorUnitOf(factor.unit);
  if (unit === null) throw new Error(`The factor unit ${factor.unit} was not checked before it was used.`);
  return unit;
};

/** A factor of one's own as it entered a line. */
export const ownUse = (factor: OwnFactor): FactorUse => ({
  role: 'EF',
  factorId: 'own',
  value: factor.value,
  unit: factor.unit,
  match: 'own',
  confidence: null,
  sourceId: 'own',
  locator: factor.source,
});
