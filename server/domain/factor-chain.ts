import type { Dimension } from './units.js';

/** A unit of a factor taken apart: tonnes, kilograms or grams of gas, or heat, per unit of a quantity. */
export interface FactorRatio {
  readonly over: 't' | 'kg' | 'g' | 'GJ';
  readonly per: 't' | 'kg' | 'm2' | 'TJ' | 'GJ';
}

const overs: Readonly<Record<string, FactorRatio['over']>> = { t: 't', tonne: 't', tonnes: 't', kg: 'kg', g: 'g', gj: 'GJ' };
const pers: Readonly<Record<string, FactorRatio['per']>> = { t: 't', tonne: 't', tonnes: 't', kg: 'kg', 'm^2': 'm2', tj: 'TJ', gj: 'GJ' };

/** Tonnes in a mass above the line. */
const tonnes = { t: 1, kg: 1e-3, g: 1e-6 } as const;
/** Base units (kg, MJ, m2) in what stands below the line. */
const base = { t: 1000, kg: 1, m2: 1, TJ: 1e6, GJ: 1000 } as const;
const dimensions = { t: 'mass', kg: 'mass', m2: 'area', TJ: 'energy', GJ: 'energy' } as const satisfies Record<
  FactorRatio['per'],
  Dimension
>;

/**
 * Reads the unit of a factor as it is printed: "tonne CO2/tonne glass", "g CF4/m^2 of glass", "GJ[NCV]/tonne NH3". A fraction is kg per kg.
 * Null where it is none of these.
 */
export const factorRatio = (unit: string): FactorRatio | null => {
  if (/^fraction\b/.test(unit)) return { over: 'kg', per: 'kg' };
  const parts = /^\(?(GJ|tonnes?|t|kg|g)[^/]*\/\s*(TJ|GJ|tonnes?|t|kg|m\^2)/i.exec(unit);
  const [over, per] = [overs[parts?.[1]?.toLowerCase() ?? ''], pers[parts?.[2]?.toLowerCase() ?? '']];
  return over === undefined || per === undefined ? null : { over, per };
};

/** A chain of factors from a quantity to tonnes of a gas. */
export interface Chain {
  /** The unit the first factor is per, in which the quantity is shown. */
  readonly per: FactorRatio['per'];
  /** Base units of the quantity in that unit. */
  readonly inBase: number;
  readonly dimension: Dimension;
  /** Tonnes in the unit the last factor gives. */
  readonly tonnes: number;
}

/**
 * Joins factors: each is per what the one before it gives, fractions aside. Null where they do not fit.
 * @param units as printed, in the order they are multiplied
 */
export const chainOf = (units: readonly string[]): Chain | null => {
  const ratios = units.map(factorRatio);
  const [first] = ratios;
  if (first === undefined || first === null) return null;
  let given: FactorRatio['over'] = first.over;
  for (const [index, ratio] of ratios.entries()) {
    if (ratio === null) return null;
    if (index === 0 || /^fraction\b/.test(units[index] ?? '')) continue;
    if (ratio.per !== given) return null;
    given = ratio.over;
  }
  if (given === 'GJ') return null;
  return { per: first.per, inBase: base[first.per], dimension: dimensions[first.per], tonnes: tonnes[given] };
};
