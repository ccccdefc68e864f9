import type { FactorUse, Trace } from './inventory.js';

/** One equation of a trace, in symbols and with the numbers put in. */
export interface Step {
  readonly equation: string;
  readonly substituted: string;
}

export type TraceInput = Trace['inputs'][number];
export type TraceNote = Trace['notes'][number];

/** A number as it stands in a trace: ten significant digits, enough to follow with a pocket calculator. */
export const shown = (value: number): string => String(Number(value.toPrecision(10)));

/** What the quantity of an activity is called in an equation: of the bill, a distance, gas at the meter, a mass of steam. */
export const quantitySymbols: readonly string[] = ['Q', 'D', 'V', 'M'];

/** The quantity of a bill as an input of a trace. */
export const billInput = (quantity: number, unit: string): TraceInput => ({
  symbol: 'Q',
  value: quantity,
  unit,
  en: 'Quantity on the bill',
  ko: '청구서의 사용량',
});

/** A quantity, or an amount an earlier step made of it, times a factor; a factor in kilograms is brought to tonnes. */
export const stepOf = (amount: string, use: FactorUse, tonnes: number, symbol = 'Q'): Step => {
  const [symbols, numbers] = use.unit.startsWith('kg') ? [' · 10⁻³', ' × 10⁻³'] : ['', ''];
  return {
    equation: `m = ${symbol} · EF${symbols}`,
    substituted: `m = ${amount} × ${shown(use.value)} ${use.unit}${numbers} = ${shown(tonnes)} t`,
  };
};

/** What a line was made of, before the steps are joined into a trace. */
export interface Derivation {
  readonly steps: readonly Step[];
  readonly inputs: readonly TraceInput[];
  readonly factors: readonly FactorUse[];
  readonly tier: 1 | 2 | 3;
  readonly notes: readonly TraceNote[];
}

/** How a quantity came about, where it is not the one of the bill. */
export type Origin = Omit<Derivation, 'tier'>;

/** A quantity that is the one of the bill. */
export const billOrigin = (quantity: number, unit: string): Origin => ({
  steps: [],
  inputs: [billInput(quantity, unit)],
  factors: [],
  notes: [],
});

/** Joins the steps of a derivation into one trace. */
export const traceOf = ({ steps, inputs, factors, tier, notes }: Derivation, catalogHash: string): Trace => ({
  equation: steps.map((step) => step.equation).join('; '),
  substituted: steps.map((step) => step.substituted).join('; '),
  inputs,
  factors,
  tier,
  catalogHash,
  notes,
});
