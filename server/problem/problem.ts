/** A sentence in both languages of the product. */
export interface Sentence {
  readonly en: string;
  readonly ko: string;
}

/** One kind of failure a user can act on: its HTTP status and its sentences, with {name} where a value goes. */
export interface ProblemKind {
  readonly status: number;
  readonly en: string;
  readonly ko: string;
}

/** A failure a user can act on. Bugs are plain Errors. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: Sentence,
    /** Path of the field at fault; empty when it is the whole request. */
    readonly field: string = '',
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'Problem';
  }
}

const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** The sentence of a kind with its values put in. */
export const sentenceOf = (kind: ProblemKind, values: Readonly<Record<string, string | number>>): Sentence => ({
  en: fill(kind.en, values),
  ko: fill(kind.ko, values),
});
