import type { Fault } from '../domain/fault.js';
import type { Simulation } from '../domain/uncertainty/simulate.js';
import { type Computation, computeInventoryText, type InventorySite } from './compute-inventory.js';
import { largestInput, type ReadText, textOf, textOfStream } from './read-document.js';
import { type Line, splitLines } from './split-lines.js';
import { wordFault } from './word-faults.js';

/** How many bytes a request may have, alone or as one line of many. */
export interface InputLimits {
  readonly whole: number;
  readonly line: number;
}

/** On one's own machine. */
const atHome: InputLimits = { whole: largestInput, line: 16 * 1024 * 1024 };

const refused = (code: string, values: Fault['values'] = {}): Computation => ({ errors: [wordFault({ code, field: '', values })] });

const computeRead = (site: InventorySite, read: ReadText, simulation: Simulation | null): Computation =>
  'text' in read ? computeInventoryText(site, read.text, simulation) : { errors: [wordFault(read.fault)] };

/** Computes one request from its bytes. */
export const computeInventoryBytes = (site: InventorySite, bytes: Uint8Array, simulation: Simulation | null = null): Computation =>
  computeRead(site, textOf(bytes), simulation);

/** Computes the one request a stream holds. Reading stops where it grows larger than a request can be. */
export const computeInventoryStream = async (
  site: InventorySite,
  chunks: AsyncIterable<Uint8Array>,
  simulation: Simulation | null = null,
  { whole }: InputLimits = atHome,
): Promise<Computation> => computeRead(site, await textOfStream(chunks, whole), simulation);

const computeLine = (site: InventorySite, line: Line, simulation: Simulation | null, most: number): Computation => {
  if ('tooLong' in line) return refused('lineTooLong', { most });
  if (line.bytes.every((byte) => byte === 0x20 || byte === 0x09)) return refused('blankLine');
  return computeInventoryBytes(site, line.bytes, simulation);
};

/**
 * One result per line of input, in order and one at a time: an inventory, or the errors of a line that was refused.
 * A blank line is refused too, so that result n always answers line n of the input.
 */
export async function* computeLines(
  site: InventorySite,
  chunks: AsyncIterable<Uint8Array>,
  simulation: Simulation | null = null,
  { line: most }: InputLimits = atHome,
): AsyncGenerator<Computation> {
  for await (const line of splitLines(chunks, most)) yield computeLine(site, line, simulation, most);
}
