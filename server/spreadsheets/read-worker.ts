import { parentPort, workerData } from 'node:worker_threads';
import type { SheetProblemCode } from '../problem/sheet-problems.js';
import type { Workbook } from '../survey/workbook.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { Refusal } from './refusal.js';

/** What the reading thread answers with. */
export type ReadAnswer =
  | { readonly workbook: Workbook }
  | { readonly code: SheetProblemCode; readonly values: Readonly<Record<string, string | number>> }
  | { readonly error: Error };

const startsWith = (bytes: Buffer, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** By what the file begins with, never by its name. */
const read = async (bytes: Buffer): Promise<Workbook> => {
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('sheetOldFormat');
  // PDF, PNG, JPEG, GIF, gzip, 7z, RTF: what people choose by mistake.
  const others = [
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x1f, 0x8b],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x7b, 0x5c, 0x72, 0x74],
  ];
  if (others.some((start) => startsWith(bytes, ...start))) throw new Refusal('sheetOtherType');
  return readCsv(bytes);
};

const answer = async (): Promise<ReadAnswer> => {
  try {
    return { workbook: await read(Buffer.from(workerData as Uint8Array)) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, values: error.values };
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
};

void answer().then((done) => parentPort?.postMessage(done));
