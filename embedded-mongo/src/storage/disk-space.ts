import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { MongoError } from '../errors/mongo-error.js';

/** With less than this a store can neither be made nor grow. */
const TIGHT_BYTES = 1024 * 1024;

/** True when the disk of a folder has no room left for this user. */
export const isDiskFull = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < TIGHT_BYTES;
};

/**
 * What the system's refusal to write is for a client: OutOfDiskSpace. LMDB gives the number alone, and EIO when a part of a page still
 * found room. Any other error stays as it is.
 */
export const asDiskSpaceError = (error: unknown, folder: string): unknown => {
  const { ENOSPC, EDQUOT, EIO } = constants.errno;
  const code: unknown = (error as { code?: unknown }).code;
  const isFull = code === ENOSPC || code === EDQUOT || (code === EIO && isDiskFull(folder));
  return isFull ? new MongoError('OutOfDiskSpace', `no space left on the disk of ${folder}; nothing of this write was kept`) : error;
};
