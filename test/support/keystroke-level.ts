/**
 * How long a person takes who makes no mistakes, by the keystroke-level model: every act is a few operators of known length, and they add
 * up. K, P and M are those of Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems"
 * (Communications of the ACM 23(7), 1980): a typist of average skill, pointing with a mouse, preparing an act. Confidence: recalled.
 * What lies outside that model is our own and set on the slow side: reading at 400 syllables a minute, where prose is read at 600 and
 * more, and looking a figure up in a bill that lies on the table.
 */
export const seconds = {
  keystroke: 0.28,
  pointing: 1.1,
  mental: 1.35,
  /** One character that is read. */
  reading: 60 / 400,
  /** The first figure of a question, found in a bill or a ledger. */
  lookUp: 8,
  /** Each further figure of the same document. */
  nextFigure: 2,
  /** A code that nobody knows by heart: a word is typed and a suggestion is chosen. */
  search: 15,
  /** Until the next page is there. */
  response: 0.5,
} as const;

/** Keystrokes of a text on a Korean keyboard: a syllable is typed letter by letter, a capital or a sign with another key held. */
export const keystrokes = (text: string): number =>
  Array.from(text.normalize('NFD')).reduce((sum, letter) => sum + (/[A-Z!-&(-+:<>?@^_{-~]/.test(letter) ? 2 : 1), 0);

export const typing = (text: string): number => keystrokes(text) * seconds.keystroke;

export const reading = (text: string): number => Array.from(text.replace(/\s+/g, '')).length * seconds.reading;
