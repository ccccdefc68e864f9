import { fileTypeFromBuffer } from 'file-type';

/** What a file is by its content. `heic` is a picture that only some installations can read. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf';

const kinds: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
};

/** As far into the file as its kind is looked for. */
const looked = 4_100;

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(text.length, Math.max(0, bytes.length - at))).toString('latin1') === text;

/** A second opinion: the first bytes that each kind begins with, at the very beginning and nowhere later. */
const begins: Readonly<Record<FileKind, (bytes: Uint8Array) => boolean>> = {
  jpeg: (bytes) => startsWith(bytes, '\xff\xd8\xff'),
  png: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n') && startsWith(bytes, 'IHDR', 12),
  webp: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBPVP8', 8),
  heic: (bytes) => startsWith(bytes, 'ftyp', 4),
  pdf: (bytes) => startsWith(bytes, '%PDF-1.') || startsWith(bytes, '%PDF-2.'),
};

/** Decides by content alone, never by a name or a declared type; null: none of the kinds that are taken. */
export const fileKind = async (bytes: Uint8Array): Promise<FileKind | null> => {
  const found = await fileTypeFromBuffer(bytes.subarray(0, looked));
  const kind = found === undefined ? undefined : kinds[found.mime];
  return kind !== undefined && begins[kind](bytes) ? kind : null;
};
