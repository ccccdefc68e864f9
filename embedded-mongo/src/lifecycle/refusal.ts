import { DamagedStore } from '../storage/store-file.js';

/** Why the store's process did not start, as it tells the process that started it: one line of JSON on its stdout. */
type Refusal =
  | { readonly damaged: string; readonly reason: string }
  | { readonly code: string | undefined; readonly path: string | undefined; readonly message: string };

/** The line for an error. */
export const refusalLine = (error: unknown): string => {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const refusal: Refusal = error instanceof DamagedStore ? { damaged: error.file, reason: error.reason } : { code, path, message };
  return `${JSON.stringify(refusal)}\n`;
};

/** The error of a line: DamagedStore, or an Error with the system's code and path. Undefined when the process said nothing. */
export const refusalOf = (line: string): Error | undefined => {
  if (!line.endsWith('\n')) return undefined;
  const refusal = JSON.parse(line) as Refusal;
  if ('damaged' in refusal) return new DamagedStore(refusal.damaged, refusal.reason);
  return Object.assign(new Error(`the store's process did not start: ${refusal.message}`), { code: refusal.code, path: refusal.path });
};
