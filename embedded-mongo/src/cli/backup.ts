import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Attachment } from '../lifecycle/attachment.js';
import { liveHolder } from '../lifecycle/lock.js';
import { start } from '../lifecycle/start.js';
import { makeFolder } from '../storage/make-folder.js';
import { STORE_FILE } from '../storage/store-file.js';
import type { CliCommand } from './run.js';
import { positional, UsageError } from './usage-error.js';

/** Refuses a folder that holds something: nothing is overwritten. */
export const emptyFolder = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`${folder} is not empty`);
  makeFolder(folder);
};

export const storeFolder = (folder: string): string => {
  if (!existsSync(join(folder, STORE_FILE))) throw new UsageError(`${folder} holds no store (no ${STORE_FILE})`);
  return folder;
};

/** backup DIR TARGET: the server itself makes the copy, from one snapshot, while it serves. */
export const backup: CliCommand = async (args, { stdout }) => {
  const [from, to] = positional(args, 'DIR', 'TARGET').map((path) => resolve(path)) as [string, string];
  storeFolder(from);
  emptyFolder(to);
  const store = await start({ dataDir: from });
  try {
    const listen = liveHolder(from)?.listen;
    if (listen === undefined) throw new Error('the server is gone');
    const attachment = await Attachment.open(listen);
    await attachment.command({ embeddedMongoBackup: join(to, STORE_FILE) });
    await attachment.release();
  } finally {
    await store.stop();
  }
  stdout.write(`${JSON.stringify({ backup: to })}\n`);
  return 0;
};
