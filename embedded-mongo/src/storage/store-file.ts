import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the data file in a store's folder. */
export const STORE_FILE = 'store.mdb';

/** The data file is damaged, or was made by another program. Nothing was written to it. */
export class DamagedStore extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file} cannot be read as a store: ${reason}. Put a backup in its place, or use another folder.`);
    this.name = 'DamagedStore';
  }
}

/** LMDB's marks at the head of each of the two meta pages, and where they lie in it. */
const MAGIC = 0xbe_ef_c0_de;
const VERSION = 2;
const at = { magic: 24, version: 28, pageSize: 48, roots: [88, 136], transaction: 152, end: 160 } as const;
/** Root of a tree that holds nothing. */
const NO_PAGE = 0xffff_ffff_ffff_ffffn;

interface Meta {
  readonly pageSize: number;
  readonly transaction: bigint;
  readonly roots: readonly bigint[];
}

/** One of the two meta pages; a string says what is wrong with it. */
const metaAt = (file: number, position: number): Meta | string => {
  const page = Buffer.alloc(at.end);
  if (readSync(file, page, 0, page.length, position) < page.length) return 'it is cut off';
  if (page.readUInt32LE(at.magic) !== MAGIC) return 'it does not begin as one';
  const version = page.readUInt32LE(at.version) & 0xffff;
  if (version !== VERSION) return `its format has version ${version} instead of ${VERSION}`;
  return {
    pageSize: page.readUInt32LE(at.pageSize),
    transaction: page.readBigUInt64LE(at.transaction),
    roots: at.roots.map((offset) => page.readBigUInt64LE(offset)),
  };
};

const faultOf = (file: number, size: number): string | undefined => {
  const first = metaAt(file, 0);
  if (typeof first === 'string') return first;
  const { pageSize } = first;
  if (pageSize < 256 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return `its page size is ${pageSize}`;
  const second = metaAt(file, pageSize);
  if (typeof second === 'string') return second;
  const newest = second.transaction > first.transaction ? second : first;
  const pages = BigInt(Math.floor(size / pageSize));
  return newest.roots.some((root) => root !== NO_PAGE && root >= pages) ? 'it is cut off' : undefined;
};

/** Opens a file as its user will: for reading and writing. Undefined when it is not there. */
const openIfThere = (path: string): number | undefined => {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Looks at a store's files before LMDB does, which ends the whole process where it cannot open them.
 * Throws DamagedStore, and the system's error for files that this user may not open.
 */
export const checkStoreFile = (folder: string): void => {
  const path = join(folder, STORE_FILE);
  const lock = openIfThere(`${path}-lock`);
  if (lock !== undefined) closeSync(lock);
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    const { size } = fstatSync(file);
    // An empty file is what is left of a first start that was cut off; LMDB begins anew in it.
    const fault = size === 0 ? undefined : faultOf(file, size);
    if (fault !== undefined) throw new DamagedStore(path, fault);
  } finally {
    closeSync(file);
  }
};
