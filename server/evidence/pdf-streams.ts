/** A stream of a PDF: every name of its dictionary, and where its bytes begin. */
export interface PdfStream {
  readonly names: ReadonlySet<string>;
  readonly dataAt: number;
}

/** The file cannot be looked through: packed in a way that is not read here, or into more than there may be. */
export class Unseen extends Error {
  constructor(why: string) {
    super(`the PDF cannot be looked through: ${why}`);
    this.name = 'Unseen';
  }
}

/** A dictionary of a stream is short; this is far beyond any. */
const longestDictionary = 64 * 1024;
const namePattern = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const gapPattern = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;

/** A name as a reader of PDFs reads it: /J#61vaScript is /JavaScript. */
export const pdfName = (raw: string): string =>
  raw.includes('#') ? raw.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : raw;

const afterGap = (text: string, at: number): number => {
  gapPattern.lastIndex = at;
  gapPattern.exec(text);
  return gapPattern.lastIndex;
};

/** Behind a text in parentheses, which may hold others and escapes. */
const afterText = (text: string, begin: number, end: number): number => {
  let depth = 0;
  for (let at = begin; at < end; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return end;
};

/** Reads a dictionary that begins at `begin`, as a reader does from front to back; null when none begins there. */
const dictionaryAt = (text: string, begin: number): { readonly names: ReadonlySet<string>; readonly end: number } | null => {
  if (!text.startsWith('<<', begin)) return null;
  const names = new Set<string>();
  const last = Math.min(text.length, begin + longestDictionary);
  let depth = 0;
  let at = begin;
  while (at < last) {
    if (text.startsWith('<<', at)) {
      depth++;
      at += 2;
    } else if (text.startsWith('>>', at)) {
      at += 2;
      if (--depth === 0) return { names, end: at };
    } else if (text[at] === '(') at = afterText(text, at, last);
    else if (text[at] === '%') at = afterGap(text, at);
    else if (text[at] === '/') {
      namePattern.lastIndex = at;
      names.add(pdfName(namePattern.exec(text)?.[1] ?? ''));
      at = namePattern.lastIndex;
    } else at++;
  }
  return { names, end: last };
};

/**
 * The streams of a PDF: wherever an object could begin and has a dictionary before its bytes, also within what looks like the bytes of
 * another, for where objects begin is said by tables that can point anywhere. Throws Unseen.
 */
export function* pdfStreams(text: string): Generator<PdfStream> {
  // A dictionary is read once; a file that makes us read it over and over is not an honest one.
  let left = 4 * text.length + longestDictionary;
  for (const { index } of text.matchAll(/(?<![a-z])obj(?![a-z])/gi)) {
    const begin = afterGap(text, index + 3);
    const dictionary = dictionaryAt(text, begin);
    if (dictionary === null) continue;
    left -= dictionary.end - index;
    if (left < 0) throw new Unseen('its objects overlap');
    const keyword = afterGap(text, dictionary.end);
    const opening = /stream(?:\r\n|\n|\r)/y;
    opening.lastIndex = keyword;
    if (opening.test(text)) yield { names: dictionary.names, dataAt: opening.lastIndex };
  }
}
