import type { Value } from '../../bson/values.js';
import type { Evaluate, Scope } from '../expressions/scope.js';
import { parseSortPattern, sortComparator } from '../sort-order.js';
import type { Accumulator } from './accumulator.js';

/** $top, $bottom, $topN and $bottomN: of the documents that sort first or last, what an expression gives. */
export const rankings: Readonly<Record<string, { readonly bottom: boolean }>> = {
  $bottom: { bottom: true },
  $bottomN: { bottom: true },
  $top: { bottom: false },
  $topN: { bottom: false },
};

interface Ranking {
  readonly count: number;
  /** One value instead of an array. */
  readonly one: boolean;
  readonly bottom: boolean;
}

/** What is given to the accumulator of each document: [sort keys, output]. */
export const ranked = (
  sortBy: Value,
  output: Evaluate,
  { count, one, bottom }: Ranking,
  scope: Scope,
): { evaluate: Evaluate; start: () => Accumulator } => {
  const pattern = parseSortPattern(sortBy, 'sortBy');
  for (const { name } of pattern) scope.reads.path(name);
  const order = sortComparator(pattern, scope.settings.strings);
  const byKeys = (a: Value, b: Value): number => order.compareKeys((a as Value[])[0] as Value[], (b as Value[])[0] as Value[]);
  const start = (): Accumulator => {
    let held: Value[] = [];
    const cut = (): void => {
      held.sort(byKeys);
      held = bottom ? held.slice(-count) : held.slice(0, count);
    };
    return {
      add: (value) => {
        held.push(value);
        if (held.length >= count * 2 + 64) cut();
      },
      result: () => {
        cut();
        const outputs = held.map((entry) => (entry as Value[])[1] ?? null);
        return one ? (outputs[0] ?? null) : outputs;
      },
    };
  };
  return { evaluate: (doc, frame) => [order.keysOf(doc), output(doc, frame)], start };
};
