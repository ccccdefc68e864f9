import type { CalorificValue, Fuel } from './factor-data.js';
import type { FuelBasis, Scheme } from './fuel-basis.js';
import { useOf } from './fuel-basis.js';
import { type FuelBill, refuseStrangeUnit } from './fuel-bill.js';
import type { FactorUse } from './inventory.js';
import { refuse } from './refusal.js';
import { type Step, shown, type TraceNote } from './trace.js';
import { baseUnit, inBaseUnit, type Unit } from './units.js';

/** The energy of a fuel on the two bases, and how it came about. */
export interface FuelEnergy {
  readonly netMJ: number;
  /** Null where the revision has no gross value: never guessed. */
  readonly grossMJ: number | null;
  /** The amount in the unit the calorific value stands on, and how it came about in symbols; null where there is no such value. */
  readonly natural: { readonly amount: number; readonly per: CalorificValue['per']; readonly symbols: string } | null;
  readonly step: Step;
  /** What entered the net energy, and so the emissions. */
  readonly factors: readonly FactorUse[];
  /** What entered the gross energy alone. */
  readonly grossFactors: readonly FactorUse[];
  readonly notes: readonly TraceNote[];
}

interface Amount {
  readonly amount: number;
  readonly symbols: string;
  readonly numbers: string;
  readonly factors: readonly FactorUse[];
}

/** The unit a calorific value could stand on beside a unit of amount. */
export const naturalBase = ({ symbol, dimension }: Unit): CalorificValue['per'] => {
  if (dimension === 'mass' || dimension === 'volume' || dimension === 'normalVolume') return baseUnit[dimension];
  throw new Error(`${symbol} is no unit of an amount of fuel.`);
};

/** An amount of fuel in kg, L or Nm3, through a sourced density where mass meets volume; refused by name where there is none. */
export const amountPer = (fuel: Fuel, quantity: number, unit: Unit, per: CalorificValue['per'], scheme: Scheme, field: string): Amount => {
  const value = inBaseUnit(quantity, unit);
  const given = `${shown(value)} ${baseUnit[unit.dimension]}`;
  if (baseUnit[unit.dimension] === per) return { amount: value, symbols: 'Q', numbers: given, factors: [] };
  const density = scheme.data.densities[fuel.id];
  const crosses = (unit.dimension === 'mass' && per === 'L') || (unit.dimension === 'volume' && per === 'kg');
  if (density === undefined || !crosses) return refuse('noDensity', field, { unit: unit.symbol, fuel: fuel.id, per });
  const factors = [useOf(density, 'density', density.match)];
  const rho = `${shown(density.value)} kg/L`;
  return per === 'kg'
    ? { amount: value * density.value, symbols: 'Q · ρ', numbers: `${given} × ${rho}`, factors }
    : { amount: value / density.value, symbols: 'Q / ρ', numbers: `${given} / ${rho}`, factors };
};

const valueUse = (basis: FuelBasis, calorific: CalorificValue, which: 'net' | 'gross'): FactorUse => ({
  role: which === 'net' ? 'NCV' : 'GCV',
  factorId: calorific.id,
  value: (which === 'net' ? calorific.net : calorific.gross) ?? 0,
  unit: `MJ/${calorific.per}`,
  match: basis.match,
  confidence: which === 'net' ? calorific.netConfidence : calorific.grossConfidence,
  sourceId: calorific.sourceId,
  locator: calorific.locator,
});

/** The gross value of the bill itself, where it prints one. */
export const billGross = (value: number): FactorUse => ({
  role: 'GCV',
  factorId: 'own',
  value,
  unit: 'MJ/Nm3',
  match: 'own',
  confidence: null,
  sourceId: 'own',
  locator: 'grossMJPerNm3',
});

const inTJ = (numbers: string, netMJ: number): string => `E = ${numbers} × 10⁻⁶ = ${shown(netMJ * 1e-6)} TJ`;

const unusedGross: TraceNote = {
  en: 'The heat content of the bill is not needed: the heat itself was given, and its net share is national.',
  ko: '청구서의 단위 열량은 쓰지 않았습니다. 열량이 주어졌고 순발열량 비율은 국가 값이기 때문입니다.',
};

/** Gross heat of a gas bill under IPCC values: the national net/gross ratio makes it net. Its gross value stays unknown to the line. */
const byNationalRatio = (bill: FuelBill, basis: FuelBasis, grossMJ: number, given: Amount, scheme: Scheme): FuelEnergy => {
  const national = scheme.data.calorificValues[`${scheme.row.national} ${basis.fuel.id}`];
  if (national === undefined || national.net === null || national.gross === null)
    return refuse('noGrossValue', bill.unitField, { unit: bill.unit.symbol, fuel: basis.fuel.id });
  const marked = (which: 'net' | 'gross'): FactorUse => ({ ...valueUse(basis, national, which), match: 'other-revision' });
  const netMJ = (grossMJ / national.gross) * national.net;
  const isUnused = bill.grossMJPerNm3 !== null && bill.unit.dimension === 'energy';
  return {
    netMJ,
    grossMJ: null,
    natural: null,
    step: {
      equation: `E = ${given.symbols} · NCV / GCV · 10⁻⁶`,
      substituted: inTJ(`${given.numbers} × ${shown(national.net)} / ${shown(national.gross)}`, netMJ),
    },
    factors: [...given.factors, marked('net'), marked('gross')],
    grossFactors: [],
    notes: isUnused ? [unusedGross] : [],
  };
};

const fromHeat = (bill: FuelBill, basis: FuelBasis, scheme: Scheme): FuelEnergy => {
  const { fuel, calorific } = basis;
  const heatMJ = inBaseUnit(bill.quantity, bill.unit);
  const given: Amount = { amount: heatMJ, symbols: 'Q', numbers: `${shown(heatMJ)} MJ`, factors: [] };
  const isGross = bill.heat === 'gross';
  if (isGross && basis.tier === 1 && fuel.billedHeat === 'gross') return byNationalRatio(bill, basis, heatMJ, given, scheme);
  const net = calorific?.net ?? null;
  const gross = bill.grossMJPerNm3 ?? calorific?.gross ?? null;
  const netUse = calorific === null || net === null ? [] : [valueUse(basis, calorific, 'net')];
  const grossUse =
    bill.grossMJPerNm3 !== null
      ? [billGross(bill.grossMJPerNm3)]
      : calorific === null || gross === null
        ? []
        : [valueUse(basis, calorific, 'gross')];
  if (!isGross) {
    const natural = calorific === null || net === null ? null : { amount: heatMJ / net, per: calorific.per, symbols: 'Q / NCV' };
    const grossMJ = natural === null || gross === null ? null : natural.amount * gross;
    const step = { equation: 'E = Q · 10⁻⁶', substituted: inTJ(given.numbers, heatMJ) };
    const grossFactors = grossMJ === null ? [] : [...netUse, ...grossUse];
    return { netMJ: heatMJ, grossMJ, natural, step, factors: [], grossFactors, notes: [] };
  }
  if (calorific === null || net === null || gross === null)
    return refuse('noGrossValue', bill.unitField, { unit: bill.unit.symbol, fuel: fuel.id });
  const amount = heatMJ / gross;
  const netMJ = amount * net;
  return {
    netMJ,
    grossMJ: heatMJ,
    natural: { amount, per: calorific.per, symbols: 'Q / GCV' },
    step: {
      equation: 'E = Q / GCV · NCV · 10⁻⁶',
      substituted: inTJ(`${given.numbers} / ${shown(gross)} × ${shown(net)}`, netMJ),
    },
    factors: [...netUse, ...grossUse],
    grossFactors: [],
    notes: [],
  };
};

/**
 * The energy of a fuel:  E = Q · NCV · 10⁻⁶ [TJ], with Q in kg, L or Nm3; from gross heat  E = Q / GCV · NCV · 10⁻⁶.
 * Whether heat is net or gross the bill says (fuel-bill.ts).
 * Refuses (Refusal) an amount that cannot be put on the basis of the calorific value.
 * Source: K-ETS guideline, annex 6; notes to the calorific table of the Energy Act's rules.
 */
export const fuelEnergy = (bill: FuelBill, basis: FuelBasis, scheme: Scheme): FuelEnergy => {
  const { fuel, calorific } = basis;
  refuseStrangeUnit(fuel, bill.unit, bill.unitField);
  if (bill.unit.dimension === 'energy') return fromHeat(bill, basis, scheme);
  if (basis.tier === 1 && bill.grossMJPerNm3 !== null && bill.unit.dimension === 'normalVolume') {
    const volume = inBaseUnit(bill.quantity, bill.unit);
    const numbers = `${shown(volume)} Nm3 × ${shown(bill.grossMJPerNm3)} MJ/Nm3`;
    const heat: Amount = { amount: volume, symbols: 'Q · GCV(bill)', numbers, factors: [billGross(bill.grossMJPerNm3)] };
    return byNationalRatio(bill, basis, volume * bill.grossMJPerNm3, heat, scheme);
  }
  if (calorific === null || calorific.net === null)
    return refuse('noCalorificValue', bill.unitField, { unit: bill.unit.symbol, fuel: fuel.id });
  const natural = amountPer(fuel, bill.quantity, bill.unit, calorific.per, scheme, bill.unitField);
  const netMJ = natural.amount * calorific.net;
  const gross = bill.grossMJPerNm3 ?? calorific.gross;
  const netUse = valueUse(basis, calorific, 'net');
  return {
    netMJ,
    grossMJ: gross === null ? null : natural.amount * gross,
    natural: { amount: natural.amount, per: calorific.per, symbols: natural.symbols },
    step: {
      equation: `E = ${natural.symbols} · NCV · 10⁻⁶`,
      substituted: inTJ(`${natural.numbers} × ${shown(calorific.net)} MJ/${calorific.per}`, netMJ),
    },
    factors: [...natural.factors, netUse],
    grossFactors: gross === null ? [] : [bill.grossMJPerNm3 !== null ? billGross(bill.grossMJPerNm3) : valueUse(basis, calorific, 'gross')],
    notes: [],
  };
};
