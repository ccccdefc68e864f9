import { cleanText } from './clean-text.js';
import { facesOf, type TypeFace, type Weight } from './type-face.js';

/** A stretch of text in one face. `actual` is what it stands for when its characters cannot be drawn. */
export interface Run {
  readonly faceName: string;
  readonly text: string;
  /** Ems. */
  readonly width: number;
  readonly actual?: string;
}

/** Shown where no font has a character. */
export const replacement = '\u25a1';

const invisible = /^\p{Default_Ignorable_Code_Point}+$/u;
const control = /^\p{Cc}$/u;
const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Normal form: composed syllables, one kind of line end and of plain space, no controls and no marks of direction. A non-breaking space stays, the line breaker reads it. */
export const normalized = (text: string): string => cleanText(text.replace(/\r\n?/g, '\n').replace(/\t/g, ' '));

/** What is drawn of one grapheme: its visible characters. */
const visible = (grapheme: string): string =>
  Array.from(grapheme)
    .filter((character) => !invisible.test(character))
    .join('');

const hasAll = (face: TypeFace, text: string): boolean =>
  Array.from(text).every((character) => !control.test(character) && face.has(character.codePointAt(0) ?? 0));

/** Notes a character that no font has. */
export type Unprintable = (character: string) => void;

/** Runs of texts that were split before, by weight. Forgotten all at once when there are too many. */
const known: Readonly<Record<Weight, Map<string, readonly Run[]>>> = { regular: new Map(), bold: new Map() };
const cacheLimit = 20_000;

/**
 * Splits a normalized text without line ends into runs, each in the first face that has its characters. A grapheme that no face has is
 * drawn as □ and reported; its own characters are kept as `actual`.
 */
export const runsOf = (text: string, weight: Weight, unprintable: Unprintable): readonly Run[] => {
  const cache = known[weight];
  const runs = cache.get(text) ?? split(text, weight);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, runs);
  for (const run of runs) if (run.actual !== undefined) unprintable(run.actual);
  return runs;
};

/** Letters, digits and syllables that the first face is known to have and that stand alone: no search for a face is needed. */
const plain = /^[\u0020-\u007e\uac00-\ud7a3\u00b7]*$/;

const split = (text: string, weight: Weight): readonly Run[] => {
  const faces = facesOf(weight);
  const [first] = faces;
  if (first === undefined) throw new Error(`There is no font of weight ${weight}`);
  if (plain.test(text)) return text === '' ? [] : [{ faceName: first.name, text, width: first.face().width(text) }];
  const stretches: { name: string; face: () => TypeFace; text: string; actual?: string }[] = [];
  for (const { segment } of graphemes.segment(text.replaceAll('\u00a0', ' '))) {
    const drawn = visible(segment);
    if (drawn === '') continue;
    const found = faces.find(({ face }) => hasAll(face(), drawn));
    const last = stretches.at(-1);
    if (found === undefined) stretches.push({ ...first, text: replacement, actual: segment });
    else if (last?.name === found.name && last.actual === undefined) last.text += drawn;
    else stretches.push({ ...found, text: drawn });
  }
  return stretches.map(({ name, face, text: drawn, actual }) => {
    const run = { faceName: name, text: drawn, width: face().width(drawn) };
    return actual === undefined ? run : { ...run, actual };
  });
};

export const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.width, 0);
