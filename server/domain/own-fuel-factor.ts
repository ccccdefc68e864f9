import type { OwnFactor } from './activity-data.js';
import type { Fuel } from './factor-data.js';
import type { Scheme } from './fuel-basis.js';
import { amountPer, billGross, type FuelBill, type FuelEnergy, refuseStrangeUnit } from './fuel-energy.js';
import type { FactorUse } from './inventory.js';
import { knownFactorUnit, ownUse } from './own-factor.js';
import { refuse } from './refusal.js';
import { billInput, type Derivation, shown, stepOf } from './trace.js';
import { baseUnit, inBaseUnit, knownUnit, type Unit } from './units.js';

const isGross = (fuel: Fuel, unit: Unit): boolean => fuel.billedHeat === 'gross' || unit.symbol === 'toe';

interface Amount {
  readonly amount: number;
  readonly factors: readonly FactorUse[];
}

/** Gross heat against Nm3 by the heat content printed on the bill: no value of a set is needed. Null where the bill does not do. */
const byBillGross = (unit: Unit, fuel: Fuel, bill: FuelBill): Amount | null => {
  if (bill.grossMJPerNm3 === null) return null;
  const value = inBaseUnit(bill.quantity, bill.unit);
  const factors = [billGross(bill.grossMJPerNm3)];
  if (unit.dimension === 'normalVolume' && bill.unit.dimension === 'energy' && isGross(fuel, bill.unit))
    return { amount: value / bill.grossMJPerNm3 / unit.inBase, factors };
  if (unit.dimension === 'energy' && bill.unit.dimension === 'normalVolume' && isGross(fuel, unit))
    return { amount: (value * bill.grossMJPerNm3) / unit.inBase, factors };
  return null;
};

/** The amount of a bill in the unit a factor stands on: at once where the two agree, else through the fuel's energy or density. */
const amountIn = (unit: Unit, fuel: Fuel, bill: FuelBill, energy: FuelEnergy | null, field: string, scheme: Scheme): Amount => {
  refuseStrangeUnit(fuel, unit, field);
  const sameBasis = unit.dimension !== 'energy' || isGross(fuel, unit) === isGross(fuel, bill.unit);
  if (unit.dimension === bill.unit.dimension && sameBasis)
    return { amount: inBaseUnit(bill.quantity, bill.unit) / unit.inBase, factors: [] };
  const ofBill = byBillGross(unit, fuel, bill);
  if (ofBill !== null) return ofBill;
  if (unit.dimension === 'energy') {
    const heatMJ = isGross(fuel, unit) ? (energy?.grossMJ ?? null) : (energy?.netMJ ?? null);
    if (energy === null || heatMJ === null)
      return refuse('factorUnitOtherDimension', field, { unit: unit.symbol, given: bill.unit.symbol, fuel: fuel.id });
    return { amount: heatMJ / unit.inBase, factors: [...energy.factors, ...(isGross(fuel, unit) ? energy.grossFactors : [])] };
  }
  const per = baseUnit[unit.dimension];
  if (bill.unit.dimension !== 'energy') {
    const { amount, factors } = amountPer(fuel, bill.quantity, bill.unit, per, scheme, field);
    return { amount: amount / unit.inBase, factors };
  }
  if (energy === null || energy.natural === null)
    return refuse('factorUnitOtherDimension', field, { unit: unit.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const { amount, factors } = amountPer(fuel, energy.natural.amount, knownUnit(energy.natural.per), per, scheme, field);
  return { amount: amount / unit.inBase, factors: [...energy.factors, ...energy.grossFactors, ...factors] };
};

/** Tonnes by a factor of the activity's own:  m = Q · EF. No oxidation factor: what was measured has burnt. */
export const ownFuelDerivation = (
  factor: OwnFactor,
  fuel: Fuel,
  bill: FuelBill,
  energy: FuelEnergy | null,
  path: string,
  scheme: Scheme,
): { readonly tonnes: number; readonly made: Derivation } => {
  const unit = knownFactorUnit(factor);
  const { amount, factors } = amountIn(unit.per, fuel, bill, energy, `${path}.factor.unit`, scheme);
  const tonnes = amount * factor.value * unit.tonnes;
  const step = stepOf(`${shown(amount)} ${unit.per.symbol}`, ownUse(factor), tonnes);
  const made = {
    steps: [step],
    inputs: [billInput(bill.quantity, bill.unit.symbol)],
    factors: [...factors, ownUse(factor)],
    tier: 3,
    notes: [],
  } as const;
  return { tonnes, made };
};
