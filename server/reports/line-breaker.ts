import { normalized, type Run, runsOf, type Unprintable, widthOf } from './text-run.js';
import type { Weight } from './type-face.js';

/** One line of text, measured. */
export interface Line {
  readonly runs: readonly Run[];
  /** Ems. */
  readonly width: number;
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Inside a word too long for a line, a break after one of these reads best. */
const seam = /[-/_.,;:·)\]]$/;

/** Cuts a word that is wider than a line, at a seam in the last third where there is one, else between two characters. */
const cutWord = (word: string, limit: number, width: (text: string) => number): string[] => {
  const parts: string[] = [];
  let part = '';
  let seamAt = 0;
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && width(part + segment) > limit) {
      const cut = seamAt > (part.length * 2) / 3 ? seamAt : part.length;
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
      seamAt = 0;
    }
    part += segment;
    if (seam.test(segment)) seamAt = part.length;
  }
  return [...parts, part];
};

/**
 * Breaks a text into lines of at most `limit` ems, at spaces alone, as Korean is set (keep-all). A non-breaking space is no place to
 * break; a word wider than the line is cut. Line ends of the text are kept. An empty text has one empty line.
 */
export const breakLines = (text: string, limit: number, weight: Weight, unprintable: Unprintable): readonly Line[] => {
  const measured = new Map<string, number>();
  const width = (piece: string): number => {
    const known = measured.get(piece) ?? widthOf(runsOf(piece, weight, unprintable));
    measured.set(piece, known);
    return known;
  };
  const space = width(' ');
  const lines: string[] = [];
  for (const paragraph of normalized(text).split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/ +/)) {
      if (word === '') continue;
      if (line !== '' && used + space + width(word) <= limit) {
        line += ` ${word}`;
        used += space + width(word);
        continue;
      }
      if (line !== '') lines.push(line);
      const parts = width(word) > limit ? cutWord(word, limit, width) : [word];
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = width(line);
    }
    lines.push(line);
  }
  return lines.map((line) => {
    const runs = runsOf(line, weight, unprintable);
    return { runs, width: widthOf(runs) };
  });
};
