import { closeSync, constants, copyFileSync, fsyncSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { STORE_FILE } from '../storage/store-file.js';
import { emptyFolder, storeFolder } from './backup.js';
import type { CliCommand } from './run.js';
import { positional } from './usage-error.js';
import { report } from './verify.js';

/** restore BACKUP DIR: puts the copy in place and checks it. */
export const restore: CliCommand = async (args, terminal) => {
  const [from, to] = positional(args, 'BACKUP', 'DIR').map((path) => resolve(path)) as [string, string];
  storeFolder(from);
  emptyFolder(to);
  copyFileSync(join(from, STORE_FILE), join(to, STORE_FILE), constants.COPYFILE_EXCL);
  const file = openSync(join(to, STORE_FILE), 'r');
  fsyncSync(file);
  closeSync(file);
  return report(to, terminal);
};
