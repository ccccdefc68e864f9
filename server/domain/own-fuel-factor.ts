import type { OwnFactor } from './activity-data.js';
import type { Fuel } from './factor-data.js';
import { factorSymbol } from './factor-symbol.js';
import type { Scheme } from './fuel-basis.js';
import { type FuelBill, heatBasis, refuseStrangeUnit } from './fuel-bill.js';
import { amountPer, billGross, type FuelEnergy, naturalBase } from './fuel-energy.js';
import type { FactorUse } from './inventory.js';
import { type FactorUnit, knownFactorUnit, ownUse } from './own-factor.js';
import { refuse } from './refusal.js';
import { type Derivation, type Step, shown, stepOf } from './trace.js';
import { baseUnit, inBaseUnit, knownUnit, type Unit } from './units.js';

/** An amount in the unit of a factor, how it came of the bill in symbols ("Q" where it is the bill's), and the numbers that needed. */
interface Amount {
  readonly amount: number;
  readonly symbols: string;
  readonly factors: readonly FactorUse[];
}

/** A factor's unit with the basis it is meant on. */
type Per = Pick<FactorUnit, 'per'> & { readonly isGross: boolean };

/** Gross heat against Nm3 by the heat content printed on the bill: no value of a set is needed. Null where the bill does not do. */
const byBillGross = ({ per, isGross }: Per, bill: FuelBill): Amount | null => {
  if (bill.grossMJPerNm3 === null) return null;
  const value = inBaseUnit(bill.quantity, bill.unit);
  const factors = [billGross(bill.grossMJPerNm3)];
  if (per.dimension === 'normalVolume' && bill.unit.dimension === 'energy' && bill.heat === 'gross')
    return { amount: value / bill.grossMJPerNm3 / per.inBase, symbols: 'Q / GCV', factors };
  if (per.dimension === 'energy' && bill.unit.dimension === 'normalVolume' && isGross)
    return { amount: (value * bill.grossMJPerNm3) / per.inBase, symbols: 'Q · GCV', factors };
  return null;
};

/** The numbers an expression names, out of those that came with the energy of the bill. */
const namedIn = (symbols: string, { factors, grossFactors }: FuelEnergy): FactorUse[] => {
  const tokens = symbols.split(' ');
  const named = [...factors, ...grossFactors].filter((use) => tokens.includes(factorSymbol(use, tokens)));
  return named.filter((use, index) => named.findIndex((other) => other.role === use.role && other.factorId === use.factorId) === index);
};

/** The heat of a bill as a factor counts it, net or gross. */
const heatIn = ({ per, isGross }: Per, fuel: Fuel, bill: FuelBill, energy: FuelEnergy | null, field: string): Amount => {
  const heatMJ = isGross ? (energy?.grossMJ ?? null) : (energy?.netMJ ?? null);
  if (energy === null || heatMJ === null)
    return refuse('factorUnitOtherDimension', field, { unit: per.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const net = energy.step.equation.replace(/^E = | · 10⁻⁶$/g, '');
  const symbols = isGross ? `${energy.natural?.symbols ?? 'Q'} · GCV` : net;
  return { amount: heatMJ / per.inBase, symbols, factors: namedIn(symbols, energy) };
};

/** The amount of a bill in the unit a factor stands on: at once where the two agree, else through the fuel's energy or density. */
const amountIn = (unit: Per, fuel: Fuel, bill: FuelBill, energy: FuelEnergy | null, field: string, scheme: Scheme): Amount => {
  const { per, isGross } = unit;
  refuseStrangeUnit(fuel, per, field);
  const sameBasis = per.dimension !== 'energy' || isGross === (bill.heat === 'gross');
  if (per.dimension === bill.unit.dimension && sameBasis)
    return { amount: inBaseUnit(bill.quantity, bill.unit) / per.inBase, symbols: 'Q', factors: [] };
  const ofBill = byBillGross(unit, bill);
  if (ofBill !== null) return ofBill;
  if (per.dimension === 'energy') return heatIn(unit, fuel, bill, energy, field);
  const base = naturalBase(per);
  if (bill.unit.dimension !== 'energy') {
    const { amount, symbols, factors } = amountPer(fuel, bill.quantity, bill.unit, base, scheme, field);
    return { amount: amount / per.inBase, symbols, factors };
  }
  if (energy === null || energy.natural === null)
    return refuse('factorUnitOtherDimension', field, { unit: per.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const { natural } = energy;
  const { amount, symbols, factors } = amountPer(fuel, natural.amount, knownUnit(natural.per), base, scheme, field);
  return {
    amount: amount / per.inBase,
    symbols: symbols.replace('Q', natural.symbols),
    factors: [...namedIn(natural.symbols, energy), ...factors],
  };
};

/** The step from the bill to the amount a factor stands on; none where the bill is in its dimension already. */
const conversionStep = ({ amount, symbols, factors }: Amount, bill: FuelBill, unit: Unit): Step[] => {
  if (symbols === 'Q') return [];
  const tokens = symbols.split(' ');
  const numbers = tokens.map((token) => {
    if (token === 'Q') return `${shown(inBaseUnit(bill.quantity, bill.unit))} ${baseUnit[bill.unit.dimension]}`;
    const use = factors.find((each) => factorSymbol(each, tokens) === token);
    return use === undefined ? token.replace('·', '×') : `${shown(use.value)} ${use.unit}`;
  });
  return [{ equation: `A = ${symbols}`, substituted: `A = ${numbers.join(' ')} = ${shown(amount)} ${unit.symbol}` }];
};

interface Emitted {
  readonly tonnes: number;
  readonly made: Derivation;
}

/** Tonnes by a factor per distance:  m = D · EF, whatever the vehicle took. */
const byDistance = (factor: OwnFactor, unit: FactorUnit, fuel: Fuel, bill: FuelBill, field: string): Emitted => {
  const { distance, origin } = bill;
  if (distance === null)
    return refuse('factorUnitOtherDimension', field, { unit: unit.per.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const amount = inBaseUnit(distance.quantity, distance.unit) / unit.per.inBase;
  const tonnes = amount * factor.value * unit.tonnes;
  const use = ownUse(factor);
  const steps = [stepOf(`${shown(amount)} ${unit.per.symbol}`, use, tonnes, 'D')];
  return { tonnes, made: { steps, inputs: origin.inputs, factors: [use], tier: 3, notes: [] } };
};

/** Tonnes by a factor of the activity's own:  m = Q · EF. No oxidation factor: what was measured has burnt. */
export const ownFuelDerivation = (
  factor: OwnFactor,
  fuel: Fuel,
  bill: FuelBill,
  energy: FuelEnergy | null,
  path: string,
  scheme: Scheme,
): Emitted => {
  const unit = knownFactorUnit(factor);
  const field = `${path}.factor.unit`;
  if (unit.per.dimension === 'distance') return byDistance(factor, unit, fuel, bill, field);
  const isGross = (unit.heat ?? heatBasis(fuel, unit.per)) === 'gross';
  const converted = amountIn({ per: unit.per, isGross }, fuel, bill, energy, field, scheme);
  const tonnes = converted.amount * factor.value * unit.tonnes;
  const conversion = conversionStep(converted, bill, unit.per);
  const amount = `${shown(converted.amount)} ${unit.per.symbol}`;
  const { origin } = bill;
  const made = {
    steps: [...origin.steps, ...conversion, stepOf(amount, ownUse(factor), tonnes, conversion.length === 0 ? 'Q' : 'A')],
    inputs: origin.inputs,
    factors: [...origin.factors, ...converted.factors, ownUse(factor)],
    tier: 3,
    notes: origin.notes,
  } as const;
  return { tonnes, made };
};
