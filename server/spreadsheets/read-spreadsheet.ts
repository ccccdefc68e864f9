import { Worker } from 'node:worker_threads';
import { sheetProblem } from '../problem/sheet-problems.js';
import type { Workbook } from '../survey/workbook.js';
import { sheetLimits } from './limits.js';
import type { ReadAnswer } from './read-worker.js';

/** Files read at once, and files that may wait: what they hold together stays bounded. */
const atOnce = 2;
const waiting = 10;

let busy = 0;
const queue: (() => void)[] = [];

const turn = async (): Promise<void> => {
  if (busy < atOnce) busy += 1;
  else {
    if (queue.length >= waiting) throw sheetProblem('sheetBusy');
    await new Promise<void>((resolve) => queue.push(resolve));
  }
};

const done = (): void => {
  const next = queue.shift();
  if (next === undefined) busy -= 1;
  else next();
};

/** Reads in a thread of its own, which is ended when it takes too long or too much. */
const inThread = (bytes: Uint8Array): Promise<Workbook> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: sheetLimits.heapMib, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 },
    });
    const end = (settle: () => void): void => {
      clearTimeout(limit);
      void worker.terminate();
      settle();
    };
    const limit = setTimeout(() => end(() => reject(sheetProblem('sheetTooSlow'))), sheetLimits.readMs);
    worker.once('message', (answer: ReadAnswer) =>
      end(() => {
        if ('workbook' in answer) resolve(answer.workbook);
        else reject('code' in answer ? sheetProblem(answer.code, answer.values) : answer.error);
      }),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? sheetProblem('sheetTooSlow') : error)),
    );
  });

/**
 * Reads a file of tables that somebody handed in: XLSX, or CSV in UTF-8, UTF-16 or CP949. What it is, is told by what is in it. No formula is
 * computed, no address followed, no macro let in. Throws the Problems of `sheet-problems`.
 * @param bytes null: none was chosen
 */
export const readSpreadsheet = async (bytes: Uint8Array | null): Promise<Workbook> => {
  if (bytes === null || bytes.length === 0) throw sheetProblem('sheetMissing');
  if (bytes.length > sheetLimits.bytes) throw sheetProblem('sheetTooLarge', { kib: sheetLimits.bytes / 1024 });
  await turn();
  try {
    return await inThread(bytes);
  } finally {
    done();
  }
};
