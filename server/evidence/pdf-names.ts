import { inflateSync } from 'node:zlib';
import { pdfName, pdfStreams, Unseen } from './pdf-streams.js';

/** What an object stream may hold once it is unpacked, and all of them together. */
const mostUnpacked = 16 * 1024 * 1024;
const mostUnpackedTogether = 64 * 1024 * 1024;

const addNames = (text: string, into: Set<string>): void => {
  // Shorter names are too many in the bytes of pictures, and none of those that are looked for.
  for (const [, name = ''] of text.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]{3,60})/g)) into.add(pdfName(name));
};

/** Whether a stream holds objects: by what its dictionary says, or by an entry that only such a stream has. */
const holdsObjects = (names: ReadonlySet<string>): boolean => names.has('ObjStm') || names.has('First');

const isPacked = (names: ReadonlySet<string>): boolean => {
  const filters = [...names].filter((name) => /Decode$|^(?:Crypt|Fl|AHx|A85|LZW|RL)$/.test(name));
  if (filters.length === 0 && !names.has('Filter') && !names.has('F')) return false;
  if (filters.length !== 1 || !['FlateDecode', 'Fl'].includes(filters[0] ?? '') || names.has('Predictor'))
    throw new Unseen('an object stream is packed in a way that is not read');
  return true;
};

const unpacked = (bytes: Buffer): Buffer => {
  try {
    return inflateSync(bytes, { maxOutputLength: mostUnpacked });
  } catch {
    throw new Unseen('an object stream cannot be unpacked');
  }
};

/** Adds the names of the objects that lie packed in streams. Throws Unseen. */
const addPackedNames = (bytes: Buffer, text: string, into: Set<string>): void => {
  let together = 0;
  for (const { names, dataAt } of pdfStreams(text)) {
    if (!holdsObjects(names) || !isPacked(names)) continue;
    const inside = unpacked(bytes.subarray(dataAt));
    together += inside.length;
    if (together > mostUnpackedTogether) throw new Unseen('its object streams are too large');
    addNames(inside.toString('latin1'), into);
  }
};

/** The names that stand in a PDF, and whether all of it could be looked through. */
export interface PdfNames {
  readonly names: ReadonlySet<string>;
  readonly isWhole: boolean;
}

/**
 * Every name that stands in a PDF, in its own text and in its streams of packed objects. Pictures and pages of text within it are not
 * unpacked: what they hold is never acted upon.
 */
export const namesInPdf = (given: Uint8Array): PdfNames => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const text = bytes.toString('latin1');
  const names = new Set<string>();
  // The whole file, the packed parts too: where an object begins is for the reader's tables to say, and they can point anywhere.
  addNames(text, names);
  try {
    addPackedNames(bytes, text, names);
    return { names, isWhole: true };
  } catch (error) {
    if (!(error instanceof Unseen)) throw error;
    return { names, isWhole: false };
  }
};
