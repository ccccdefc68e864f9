import type { Value } from './expression.js';

export type Type = 'truth' | 'number' | 'text' | 'list';

/** What a function takes and gives. The last parameter repeats when `variadic`. */
export interface Signature {
  readonly parameters: readonly Type[];
  readonly variadic: boolean;
  readonly result: Type;
}

interface PlainFunction extends Signature {
  /** Called with known values of the declared types only: one unknown argument makes the result unknown, unless `takesUnknown`. */
  readonly apply: (...values: readonly never[]) => Value;
  readonly takesUnknown?: true;
}

const ofNumbers = (count: number, apply: (...values: number[]) => Value, variadic = false): PlainFunction => ({
  parameters: Array.from({ length: count }, () => 'number' as const),
  variadic,
  result: 'number',
  apply: apply as PlainFunction['apply'],
});

/** Functions that know nothing of questions. A logarithm of zero or less is unknown, and so is the root of less than zero. */
export const plainFunctions: Readonly<Record<string, PlainFunction>> = {
  abs: ofNumbers(1, (x) => Math.abs(x as number)),
  log10: ofNumbers(1, (x) => ((x as number) > 0 ? Math.log10(x as number) : null)),
  sqrt: ofNumbers(1, (x) => ((x as number) >= 0 ? Math.sqrt(x as number) : null)),
  round: ofNumbers(1, (x) => Math.round(x as number)),
  min: ofNumbers(1, (...all) => Math.min(...all), true),
  max: ofNumbers(1, (...all) => Math.max(...all), true),
  sum: ofNumbers(1, (...all) => all.reduce((total, x) => total + x, 0), true),
  /** Whether x is one of the factors, each followed by how far it may be from it as a logarithm to base 10. */
  offBy: {
    ...ofNumbers(3, () => null, true),
    result: 'truth',
    apply: ((x: number, ...pairs: number[]) =>
      x <= 0
        ? null
        : pairs.some((factor, at) => at % 2 === 0 && Math.abs(Math.log10(x / factor)) <= (pairs[at + 1] ?? 0))) as PlainFunction['apply'],
  },
  /** The first that is known. */
  orElse: { ...ofNumbers(1, (...all) => all.find((x) => x !== null) ?? null, true), takesUnknown: true },
  between: {
    parameters: ['number', 'number', 'number'],
    variadic: false,
    result: 'truth',
    apply: ((x: number, low: number, high: number) => low <= x && x <= high) as PlainFunction['apply'],
  },
  startsWith: {
    parameters: ['text', 'text'],
    variadic: true,
    result: 'truth',
    apply: ((text: string, ...starts: string[]) => starts.some((start) => text.startsWith(start))) as PlainFunction['apply'],
  },
};
