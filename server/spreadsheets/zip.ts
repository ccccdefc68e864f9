import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { sheetLimits } from './limits.js';
import { Refusal } from './refusal.js';

/** The parts of a packed file, by name; each is unpacked when it is asked for. */
export interface Parts {
  readonly names: readonly string[];
  /** Null when there is no such part. Throws Refusal when more comes out than was declared or may be. */
  unpack(name: string): Promise<Buffer | null>;
}

const damaged = (): Refusal => new Refusal('sheetDamaged');
const unpacks = (): Refusal => new Refusal('sheetUnpacks', { mib: sheetLimits.unpackedBytes / 1024 / 1024, ratio: sheetLimits.ratio });

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(damaged());
    });
  });

const encrypted = 0x1;

/** Looks at every entry before anything is unpacked: names that leave the file, too many, too large, packed beyond belief, one over the other. */
const checkedEntries = (zip: ZipFile, size: number): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    let packed = 0;
    const refuse = (refusal: Refusal): void => {
      zip.close();
      reject(refusal);
    };
    zip.on('error', (error: Error) =>
      refuse(
        /fileName|relative path|absolute path|characters in/i.test(error.message) ? new Refusal('sheetUnsafe', { what: '../' }) : damaged(),
      ),
    );
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      const isDense = entry.uncompressedSize > sheetLimits.ratioFrom && entry.uncompressedSize > sheetLimits.ratio * entry.compressedSize;
      if (entries.size >= sheetLimits.entries) refuse(new Refusal('sheetManyParts', { limit: sheetLimits.entries }));
      else if (unpacked > sheetLimits.unpackedBytes || isDense) refuse(unpacks());
      // Entries that share bytes are how a small file is made to unpack to a huge one.
      else if (packed > size || entries.has(entry.fileName)) refuse(damaged());
      else if ((entry.generalPurposeBitFlag & encrypted) !== 0) refuse(new Refusal('sheetOldFormat'));
      else {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });

const unpackedEntry = (zip: ZipFile, entry: Entry, left: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(damaged());
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > left) {
          stream.destroy();
          reject(unpacks());
        } else chunks.push(chunk);
      });
      stream.on('error', (failure: Error) => reject(/too many bytes/.test(failure.message) ? unpacks() : damaged()));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });

/** Opens a packed file. Throws Refusal for one that is damaged, hides something or would unpack to too much. */
export const openParts = async (bytes: Buffer): Promise<Parts> => {
  const zip = await opened(bytes);
  const entries = await checkedEntries(zip, bytes.length);
  let left: number = sheetLimits.unpackedBytes;
  return {
    names: [...entries.keys()],
    unpack: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const unpacked = await unpackedEntry(zip, entry, left);
      left -= unpacked.length;
      return unpacked;
    },
  };
};
