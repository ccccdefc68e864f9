import type { Fault } from './fault.js';
import type { Field } from './field.js';
import type { FactorUse } from './inventory.js';
import { asObject, type Plain } from './plain.js';
import { type Origin, shown, type TraceNote } from './trace.js';
import { type CompoundUnit, divided, isSameKind, multiplied, over, readUnit, times, valueIn } from './unit-algebra.js';
import { baseUnit, knownUnit, type Unit, unitOf } from './units.js';

/** How far a vehicle goes on its fuel, or how much it takes for a distance: `unit` is "km/L", "L/100km", "km/kWh" and the like. */
export interface FuelEconomy {
  readonly value: number;
  readonly unit: string;
  readonly source?: string;
}

export const fuelEconomyField: Field = {
  key: 'fuelEconomy',
  kind: 'object',
  required: false,
  fields: [
    { key: 'value', kind: 'positive', required: true, en: 'Above zero.' },
    { key: 'unit', kind: 'text', required: true, en: 'Distance per amount or amount per distance: "km/L", "L/100km", "km/kg", "km/kWh".' },
    { key: 'source', kind: 'text', required: false, en: 'Where it comes from: the driving log, the label of the vehicle.' },
  ],
  en: 'Of a quantity in km: how far the vehicle goes on its fuel.',
};

const distance: CompoundUnit = { inBase: 1, powers: { distance: 1 } };

/** What the amount of a fuel economy is measured in, and whether the economy is a distance per amount. */
interface Reading {
  readonly amount: 'mass' | 'volume' | 'normalVolume' | 'energy';
  readonly isDistancePer: boolean;
  readonly unit: CompoundUnit;
}

/** Reads the unit of a fuel economy; null for a unit that is none. */
export const readFuelEconomyUnit = (text: string): Reading | null => {
  const unit = readUnit(text);
  if (unit === null) return null;
  for (const amount of ['mass', 'volume', 'normalVolume', 'energy'] as const) {
    const of: CompoundUnit = { inBase: 1, powers: { [amount]: 1 } };
    if (isSameKind(unit, divided(distance, of))) return { amount, isDistancePer: true, unit };
    if (isSameKind(multiplied(unit, distance), of)) return { amount, isDistancePer: false, unit };
  }
  return null;
};

/** Whether a unit of an activity is one of distance. */
export const isDistance = (symbol: unknown): boolean => typeof symbol === 'string' && unitOf(symbol)?.dimension === 'distance';

/**
 * A distance needs one way to its fuel, and a fuel that is given needs none.
 * @param ways  the keys of the category that lead from a distance to an amount
 */
export const fuelEconomyFaults = (activity: Plain, path: string, ways: readonly string[]): readonly Fault[] => {
  const given = ways.filter((key) => Object.hasOwn(activity, key));
  const unit = asObject(activity.fuelEconomy)?.unit;
  const isBadUnit = typeof unit === 'string' && unit.trim() !== '' && readFuelEconomyUnit(unit) === null;
  const bad = isBadUnit ? [{ code: 'badFuelEconomyUnit', field: `${path}.fuelEconomy.unit`, values: { given: unit } }] : [];
  const [first = '', second] = given;
  if (!isDistance(activity.unit)) {
    const notNeeded = first === '' ? [] : [{ code: 'fuelEconomyNotNeeded', field: `${path}.${first}`, values: {} }];
    return [...bad, ...notNeeded];
  }
  if (second !== undefined) return [...bad, { code: 'fuelEconomyTwice', field: `${path}.${second}`, values: { first, second } }];
  if (first !== '') return bad;
  return [{ code: 'fuelEconomyMissing', field: `${path}.${ways[0] ?? ''}`, values: { ways: ways.join(', ') } }];
};

/** A fuel economy as it enters an equation. */
export interface AppliedEconomy {
  readonly value: number;
  readonly unit: string;
  readonly use: Omit<FactorUse, 'role'>;
  readonly notes: readonly TraceNote[];
}

/** A fuel economy of one's own. */
export const ownEconomy = ({ value, unit, source = 'fuelEconomy' }: FuelEconomy): AppliedEconomy => ({
  value,
  unit,
  use: { factorId: 'own', value, unit, match: 'own', confidence: null, sourceId: 'own', locator: source },
  notes: [],
});

/** A number as it stands in an equation whose units cancel: one in another unit is converted aloud first. */
const inBaseUnits = (
  symbol: string,
  value: number,
  unit: string,
  inBase: number,
  base: string,
): { readonly conversion: readonly string[]; readonly numbers: string } => {
  if (inBase === 1) return { conversion: [], numbers: `${shown(value)} ${unit}` };
  const converted = `${shown(value * inBase)} ${base}`;
  return { conversion: [`${symbol} = ${shown(value)} ${unit} = ${converted}`], numbers: converted };
};

/**
 * The amount of fuel or electricity a distance took:  Q = D / FE  (km/L) or  Q = D · FC  (L/100km), by the algebra of units.
 * @returns the amount in the base unit of what the economy is measured in
 */
export const amountOfDistance = (
  quantity: number,
  unit: Unit,
  economy: AppliedEconomy,
): { readonly quantity: number; readonly unit: Unit; readonly origin: Origin } => {
  const reading = readFuelEconomyUnit(economy.unit);
  const driven = readUnit(unit.symbol);
  if (reading === null || driven === null) throw new Error(`The fuel economy unit ${economy.unit} was not checked before it was used.`);
  const [d, e] = [
    { value: quantity, unit: driven },
    { value: economy.value, unit: reading.unit },
  ];
  const base = knownUnit(baseUnit[reading.amount]);
  const amount = valueIn(reading.isDistancePer ? over(d, e) : times(d, e), { inBase: base.inBase, powers: { [reading.amount]: 1 } });
  if (amount === null) throw new Error(`${unit.symbol} and ${economy.unit} do not make an amount.`);
  const [role, sign, shownSign] = reading.isDistancePer ? (['FE', '/', '/'] as const) : (['FC', '·', '×'] as const);
  const perBase = reading.isDistancePer ? `km/${base.symbol}` : `${base.symbol}/km`;
  const driving = inBaseUnits('D', quantity, unit.symbol, driven.inBase, 'km');
  const taking = inBaseUnits(
    role,
    economy.value,
    economy.unit,
    reading.unit.inBase / (reading.isDistancePer ? 1 / base.inBase : base.inBase),
    perBase,
  );
  const given = `${driving.numbers} ${shownSign} ${taking.numbers}`;
  const origin: Origin = {
    steps: [
      {
        equation: `Q = D ${sign} ${role}`,
        substituted: [...driving.conversion, ...taking.conversion, `Q = ${given} = ${shown(amount)} ${base.symbol}`].join('; '),
      },
    ],
    inputs: [{ symbol: 'D', value: quantity, unit: unit.symbol, en: 'Distance driven', ko: '주행거리' }],
    factors: [{ role, ...economy.use }],
    notes: economy.notes,
  };
  return { quantity: amount, unit: base, origin };
};
