import type { HeatBasis, OwnFactor } from './activity-data.js';
import type { CombustionGas } from './factor-data.js';
import type { FactorUse } from './inventory.js';
import { readUnit } from './unit-algebra.js';
import { type Unit, unitOf } from './units.js';

/** A factor's unit taken apart: "kgCO2/L" -> 0.001 t of CO2 per L. */
export interface FactorUnit {
  readonly tonnes: number;
  readonly gas: CombustionGas | 'CO2eq';
  readonly per: Unit;
  /** Of a factor per energy that says so: "kgCO2/GJ(gross)". */
  readonly heat: HeatBasis | null;
}

const gases: readonly FactorUnit['gas'][] = ['CO2eq', 'CO2', 'CH4', 'N2O'];

/** What an emission can be per: an amount of something, or the area of wafers and panels; not money or time. */
const countable = ['mass', 'volume', 'normalVolume', 'energy', 'distance', 'area'];

/** Reads the unit of a factor of one's own: kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit. Null when it is none. */
export const factorUnitOf = (text: string): FactorUnit | null => {
  const [mass = '', below = '', ...more] = text.split('/');
  const top = readUnit(mass);
  const [, symbol = '', heat = null] = /^(\w+?)(?:\((net|gross)\))?$/.exec(below) ?? [];
  const per = readUnit(below) === null ? null : unitOf(symbol);
  const gas = gases.find((each) => top?.powers[`mass of ${each}`] === 1 && Object.keys(top.powers).length === 1);
  if (top === null || gas === undefined || per === null || more.length > 0 || !/^(kg|t)[A-Z]/.test(mass)) return null;
  if (!countable.includes(per.dimension)) return null;
  return { tonnes: top.inBase / 1000, gas, per, heat: heat as HeatBasis | null };
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
