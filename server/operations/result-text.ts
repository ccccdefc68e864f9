import type { Computation } from './compute-inventory.js';

/**
 * The JSON text of a result in pieces, together exactly JSON.stringify(result, null, indent): the lines of thousands of
 * activities with their traces would take too much memory as one string.
 * @param indent  2 for a person, 0 for one line
 */
export function* resultText(result: object, indent: 0 | 2): Generator<string> {
  const newline = (depth: number): string => (indent === 0 ? '' : `\n${' '.repeat(indent * depth)}`);
  const text = (value: unknown, depth: number): string => {
    const whole = JSON.stringify(value, null, indent);
    return indent === 0 ? whole : whole.replaceAll('\n', newline(depth));
  };
  const colon = indent === 0 ? ':' : ': ';
  let before = '{';
  for (const [key, value] of Object.entries(result)) {
    yield `${before}${newline(1)}${JSON.stringify(key)}${colon}`;
    before = ',';
    if (!Array.isArray(value) || value.length === 0) {
      yield text(value, 1);
      continue;
    }
    let opening = '[';
    for (const entry of value) {
      yield `${opening}${newline(2)}${text(entry, 2)}`;
      opening = ',';
    }
    yield `${newline(1)}]`;
  }
  yield `${newline(0)}}`;
}

/** One line per computation: the inventory, or the errors of a request that was refused. */
export async function* computationLines(computations: AsyncIterable<Computation>): AsyncGenerator<string> {
  for await (const computation of computations) {
    if ('errors' in computation) yield JSON.stringify(computation);
    else yield* resultText(computation.inventory, 0);
    yield '\n';
  }
}
