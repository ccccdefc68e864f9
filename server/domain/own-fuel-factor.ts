import type { OwnFactor } from './activity-data.js';
import type { Fuel } from './factor-data.js';
import { factorSymbol } from './factor-symbol.js';
import type { Scheme } from './fuel-basis.js';
import { amountPer, billGross, type FuelBill, type FuelEnergy, refuseStrangeUnit } from './fuel-energy.js';
import type { FactorUse } from './inventory.js';
import { knownFactorUnit, ownUse } from './own-factor.js';
import { refuse } from './refusal.js';
import { billInput, type Derivation, type Step, shown, stepOf } from './trace.js';
import { baseUnit, inBaseUnit, knownUnit, type Unit } from './units.js';

const isGross = (fuel: Fuel, unit: Unit): boolean => fuel.billedHeat === 'gross' || unit.symbol === 'toe';

/** An amount in the unit of a factor, how it came of the bill in symbols ("Q" where it is the bill's), and the numbers that needed. */
interface Amount {
  readonly amount: number;
  readonly symbols: string;
  readonly factors: readonly FactorUse[];
}

/** Gross heat against Nm3 by the heat content printed on the bill: no value of a set is needed. Null where the bill does not do. */
const byBillGross = (unit: Unit, fuel: Fuel, bill: FuelBill): Amount | null => {
  if (bill.grossMJPerNm3 === null) return null;
  const value = inBaseUnit(bill.quantity, bill.unit);
  const factors = [billGross(bill.grossMJPerNm3)];
  if (unit.dimension === 'normalVolume' && bill.unit.dimension === 'energy' && isGross(fuel, bill.unit))
    return { amount: value / bill.grossMJPerNm3 / unit.inBase, symbols: 'Q / GCV', factors };
  if (unit.dimension === 'energy' && bill.unit.dimension === 'normalVolume' && isGross(fuel, unit))
    return { amount: (value * bill.grossMJPerNm3) / unit.inBase, symbols: 'Q · GCV', factors };
  return null;
};

/** The numbers an expression names, out of those that came with the energy of the bill. */
const namedIn = (symbols: string, { factors, grossFactors }: FuelEnergy): FactorUse[] => {
  const tokens = symbols.split(' ');
  const named = [...factors, ...grossFactors].filter((use) => tokens.includes(factorSymbol(use, tokens)));
  return named.filter((use, index) => named.findIndex((other) => other.role === use.role && other.factorId === use.factorId) === index);
};

/** The heat of a bill as a factor counts it, net or gross. */
const heatIn = (unit: Unit, fuel: Fuel, bill: FuelBill, energy: FuelEnergy | null, field: string): Amount => {
  const gross = isGross(fuel, unit);
  const heatMJ = gross ? (energy?.grossMJ ?? null) : (energy?.netMJ ?? null);
  if (energy === null || heatMJ === null)
    return refuse('factorUnitOtherDimension', field, { unit: unit.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const net = energy.step.equation.replace(/^E = | · 10⁻⁶$/g, '');
  const symbols = gross ? `${energy.natural?.symbols ?? 'Q'} · GCV` : net;
  return { amount: heatMJ / unit.inBase, symbols, factors: namedIn(symbols, energy) };
};

/** The amount of a bill in the unit a factor stands on: at once where the two agree, else through the fuel's energy or density. */
const amountIn = (unit: Unit, fuel: Fuel, bill: FuelBill, energy: FuelEnergy | null, field: string, scheme: Scheme): Amount => {
  refuseStrangeUnit(fuel, unit, field);
  const sameBasis = unit.dimension !== 'energy' || isGross(fuel, unit) === isGross(fuel, bill.unit);
  if (unit.dimension === bill.unit.dimension && sameBasis)
    return { amount: inBaseUnit(bill.quantity, bill.unit) / unit.inBase, symbols: 'Q', factors: [] };
  const ofBill = byBillGross(unit, fuel, bill);
  if (ofBill !== null) return ofBill;
  if (unit.dimension === 'energy') return heatIn(unit, fuel, bill, energy, field);
  if (unit.dimension === 'area')
    return refuse('factorUnitOtherDimension', field, { unit: unit.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const per = baseUnit[unit.dimension];
  if (bill.unit.dimension !== 'energy') {
    const { amount, symbols, factors } = amountPer(fuel, bill.quantity, bill.unit, per, scheme, field);
    return { amount: amount / unit.inBase, symbols, factors };
  }
  if (energy === null || energy.natural === null)
    return refuse('factorUnitOtherDimension', field, { unit: unit.symbol, given: bill.unit.symbol, fuel: fuel.id });
  const { natural } = energy;
  const { amount, symbols, factors } = amountPer(fuel, natural.amount, knownUnit(natural.per), per, scheme, field);
  return {
    amount: amount / unit.inBase,
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
  const converted = amountIn(unit.per, fuel, bill, energy, `${path}.factor.unit`, scheme);
  const tonnes = converted.amount * factor.value * unit.tonnes;
  const conversion = conversionStep(converted, bill, unit.per);
  const amount = `${shown(converted.amount)} ${unit.per.symbol}`;
  const made = {
    steps: [...conversion, stepOf(amount, ownUse(factor), tonnes, conversion.length === 0 ? 'Q' : 'A')],
    inputs: [billInput(bill.quantity, bill.unit.symbol)],
    factors: [...converted.factors, ownUse(factor)],
    tier: 3,
    notes: [],
  } as const;
  return { tonnes, made };
};
