import type { FileKind } from './file-kind.js';

/** A file that a second program would read as something else. */
export type OtherFace = 'ZIP' | 'PDF' | 'HTML' | 'SVG' | 'PHP';

const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
/** The end record and the longest comment behind it. */
const zipTail = 22 + 65_535;

/** A ZIP is read from its end, whatever stands before it: its end record says how long the comment is that closes the file. */
const endsAsZip = (bytes: Buffer): boolean => {
  const tail = bytes.subarray(Math.max(0, bytes.length - zipTail));
  for (let at = tail.indexOf(zipEnd); at !== -1; at = tail.indexOf(zipEnd, at + 1))
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  return false;
};

/** What no picture has in it: the beginnings of what a browser or a server would run. */
const pages: readonly (readonly [OtherFace, RegExp])[] = [
  ['HTML', /<(?:!doctype\s+html|html[\s>]|script[\s>]|body[\s>]|iframe[\s>])/i],
  ['SVG', /<svg[\s>]/i],
  ['PHP', /<\?php\s/i],
];
/** Browsers that guess look no further than this into a file. */
const guessedFrom = 1_445;

const found = (text: string): OtherFace | null => pages.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/**
 * What else a file is, beside its kind; null: nothing else. A picture is looked through whole, for it is made anew and has no reason to
 * hold any of this. In a PDF texts may say anything, so that only what would be guessed from its beginning counts.
 */
export const otherFace = (kind: FileKind, given: Uint8Array): OtherFace | null => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (endsAsZip(bytes)) return 'ZIP';
  if (kind === 'pdf') return found(bytes.subarray(0, guessedFrom).toString('latin1'));
  // Some readers look for a PDF anywhere, not at the beginning alone.
  if (bytes.includes('%PDF-', 0, 'latin1')) return 'PDF';
  return found(bytes.toString('latin1'));
};
