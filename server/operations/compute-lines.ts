import type { Fault } from '../domain/fault.js';
import type { Simulation } from '../domain/uncertainty/simulate.js';
import { type Computation, computeInventoryText, type InventorySite } from './compute-inventory.js';
import { type ReadText, textOf, textOfStream } from './read-document.js';
import { type Line, splitLines } from './split-lines.js';
import { wordFault } from './word-faults.js';

const longestLine = 16 * 1024 * 1024;

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
): Promise<Computation> => computeRead(site, await textOfStream(chunks), simulation);

const computeLine = (site: InventorySite, line: Line, simulation: Simulation | null): Computation => {
  if ('tooLong' in line) return refused('lineTooLong', { most: longestLine });
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
): AsyncGenerator<Computation> {
  for await (const line of splitLines(chunks, longestLine)) yield computeLine(site, line, simulation);
}
