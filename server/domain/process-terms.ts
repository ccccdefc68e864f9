import type { Process, ProcessEmission, ProcessModifier } from './emission-source-data.js';
import { useOf } from './fuel-basis.js';
import type { FactorUse } from './inventory.js';
import { type ModifierKey, modifierOf } from './process-modifiers.js';
import { shown, type TraceInput } from './trace.js';

/** The modifiers an activity gave, by key. */
export type Given = Readonly<Partial<Record<ModifierKey, number>>>;

/** What the quantity times the factor is multiplied by. */
export interface Terms {
  readonly times: number;
  readonly symbols: string;
  readonly numbers: string;
  readonly inputs: readonly TraceInput[];
  readonly factors: readonly FactorUse[];
}

const none: Terms = { times: 1, symbols: '', numbers: '', inputs: [], factors: [] };

const join = (terms: readonly Terms[]): Terms => ({
  times: terms.reduce((product, term) => product * term.times, 1),
  symbols: terms.map((term) => term.symbols).join(''),
  numbers: terms.map((term) => term.numbers).join(''),
  inputs: terms.flatMap((term) => term.inputs),
  factors: terms.flatMap((term) => term.factors),
});

const inputOf = (key: ModifierKey, value: number): TraceInput => {
  const { symbol, unit, en, ko } = modifierOf(key);
  return { symbol, value, unit, en, ko };
};

/** One modifier that multiplies: given, by default, or not at all. A default belongs to the printed factor, not to one of the activity's own. */
const factorTerm = ({ key, default: record, included }: ProcessModifier, given: Given, isOwn: boolean): Terms => {
  const { symbol, effect } = modifierOf(key);
  const own = given[key];
  const value = own ?? (isOwn ? undefined : record?.value);
  if (value === undefined) return none;
  const held = isOwn ? null : included;
  const times = (effect === 'remainder' ? 1 - value : value) / (held?.value ?? 1);
  const text = effect === 'remainder' ? [`(1 − ${symbol})`, `(1 − ${shown(value)})`] : [symbol, shown(value)];
  const [above, below] = held === null ? ['', ''] : [' / CF₀', ` / ${shown(held.value)}`];
  return {
    times,
    symbols: ` · ${text[0]}${above}`,
    numbers: ` × ${text[1]}${below}`,
    inputs: own === undefined ? [] : [inputOf(key, own)],
    factors: [
      ...(own === undefined && record !== null ? [useOf(record, symbol, 'exact')] : []),
      ...(held === null ? [] : [useOf(held, 'CF₀', 'exact')]),
    ],
  };
};

/** What abatement leaves:  1 − d · a. A by-product has an efficiency of its own where one is given. */
const abatementTerm = (given: Given, emission: ProcessEmission): Terms => {
  const { destructionEfficiency, treatedShare, byproductDestructionEfficiency } = given;
  if (destructionEfficiency === undefined || treatedShare === undefined) return none;
  const isOwn = emission.byproduct && byproductDestructionEfficiency !== undefined;
  const efficiency = isOwn ? byproductDestructionEfficiency : destructionEfficiency;
  return {
    times: 1 - efficiency * treatedShare,
    symbols: ' · (1 − d · a)',
    numbers: ` × (1 − ${shown(efficiency)} × ${shown(treatedShare)})`,
    inputs: [
      inputOf(isOwn ? 'byproductDestructionEfficiency' : 'destructionEfficiency', efficiency),
      inputOf('treatedShare', treatedShare),
    ],
    factors: [],
  };
};

/**
 * Everything the quantity times the factor of a gas is multiplied by.
 * @param isOwn whether the factor is the activity's own
 */
export const termsOf = ({ modifiers }: Process, emission: ProcessEmission, given: Given, isOwn: boolean): Terms =>
  join([
    ...modifiers
      .filter(
        ({ key, gases }) => ['times', 'remainder'].includes(modifierOf(key).effect) && (gases === null || gases.includes(emission.gas)),
      )
      .map((modifier) => factorTerm(modifier, given, isOwn)),
    abatementTerm(given, emission),
  ]);

/** CO2 taken off the result, in tonnes. */
export const recoveredOf = (emission: ProcessEmission, { recoveredCo2Tonnes = 0 }: Given): number =>
  emission.gas === 'CO2' ? recoveredCo2Tonnes : 0;

export const recoveredInput = (tonnes: number): TraceInput => inputOf('recoveredCo2Tonnes', tonnes);
