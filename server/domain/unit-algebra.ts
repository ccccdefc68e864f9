import { type Dimension, unitOf } from './units.js';

/** What the tonnes of a factor are tonnes of. */
export const substances = ['CO2eq', 'CO2', 'CH4', 'N2O', 'C'] as const;
export type Substance = (typeof substances)[number];

/**
 * What cannot be added to anything but its like. A mass of CO2 is another kind than a mass of fuel, and net energy another than gross;
 * energy of which nobody says which of the two it is (electricity, heat as supplied) is a third.
 */
export type Kind = Dimension | 'netEnergy' | 'grossEnergy' | `mass of ${Substance}`;

/** The power of each kind; absent is zero. "MJ/Nm3" is energy 1, normalVolume -1. */
export type Powers = Readonly<Partial<Record<Kind, number>>>;

/** A unit made of units by multiplication and division. */
export interface CompoundUnit {
  /** How many of its base units it holds. */
  readonly inBase: number;
  readonly powers: Powers;
}

/** A number with its unit. */
export interface Measured {
  readonly value: number;
  readonly unit: CompoundUnit;
}

export const one: CompoundUnit = { inBase: 1, powers: {} };

const combined = (a: Powers, b: Powers, sign: 1 | -1): Powers => {
  const powers: Partial<Record<Kind, number>> = { ...a };
  for (const [kind, power] of Object.entries(b) as [Kind, number][]) {
    const sum = (powers[kind] ?? 0) + sign * power;
    if (sum === 0) delete powers[kind];
    else powers[kind] = sum;
  }
  return powers;
};

/** The unit of a product. */
export const multiplied = (a: CompoundUnit, b: CompoundUnit): CompoundUnit => ({
  inBase: a.inBase * b.inBase,
  powers: combined(a.powers, b.powers, 1),
});

/** The unit of a quotient. */
export const divided = (a: CompoundUnit, b: CompoundUnit): CompoundUnit => ({
  inBase: a.inBase / b.inBase,
  powers: combined(a.powers, b.powers, -1),
});

/** Whether two units measure the same. */
export const isSameKind = (a: CompoundUnit, b: CompoundUnit): boolean => Object.keys(combined(a.powers, b.powers, -1)).length === 0;

/** A value in another unit that measures the same, or null where it measures something else. */
export const valueIn = ({ value, unit }: Measured, target: CompoundUnit): number | null =>
  isSameKind(unit, target) ? (value * unit.inBase) / target.inBase : null;

/** A sum, in the unit of the first, or null where the two measure different things. */
export const plus = (a: Measured, b: Measured): Measured | null => {
  const other = valueIn(b, a.unit);
  return other === null ? null : { value: a.value + other, unit: a.unit };
};

export const times = (a: Measured, b: Measured): Measured => ({ value: a.value * b.value, unit: multiplied(a.unit, b.unit) });
export const over = (a: Measured, b: Measured): Measured => ({ value: a.value / b.value, unit: divided(a.unit, b.unit) });

/** One unit, with what it is a mass of or on which basis it is heat: "L", "kgCO2", "tC", "MJ(gross)". */
const readSimple = (symbol: string): CompoundUnit | null => {
  const unit = unitOf(symbol);
  if (unit !== null) return { inBase: unit.inBase, powers: { [unit.dimension]: 1 } };
  const [, heat, basis] = /^(\w+)\((net|gross)\)$/.exec(symbol) ?? [];
  const energy = heat === undefined ? null : unitOf(heat);
  if (energy?.dimension === 'energy') return { inBase: energy.inBase, powers: { [basis === 'net' ? 'netEnergy' : 'grossEnergy']: 1 } };
  const substance = substances.find((each) => symbol.endsWith(each));
  const mass = substance === undefined ? null : unitOf(symbol.slice(0, -substance.length));
  return mass?.dimension === 'mass' ? { inBase: mass.inBase, powers: { [`mass of ${substance}`]: 1 } } : null;
};

/** A side of a quotient: units joined by "·", the first of them after a plain number: "100km". */
const readSide = (text: string): CompoundUnit | null => {
  let unit = one;
  for (const part of text.split('·')) {
    const [, digits = '', symbol = ''] = /^(\d{0,6})(.*)$/.exec(part.trim()) ?? [];
    const read = symbol === '' ? (digits === '' ? null : one) : readSimple(symbol);
    const count = digits === '' ? 1 : Number(digits);
    if (read === null || count === 0) return null;
    unit = multiplied(unit, { inBase: count * read.inBase, powers: read.powers });
  }
  return unit;
};

/**
 * Reads a unit such as "kgCO2/L", "MJ/Nm3", "km/L", "L/100km", "KRW/year" or "MJ(gross)". Every "/" divides by what follows it.
 * @returns null for a text that is no unit
 */
export const readUnit = (text: string): CompoundUnit | null => {
  const [first = '', ...rest] = text.split('/');
  let unit = readSide(first);
  for (const side of rest) {
    const divisor = readSide(side);
    unit = unit === null || divisor === null ? null : divided(unit, divisor);
  }
  return unit;
};
