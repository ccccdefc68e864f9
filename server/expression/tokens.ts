import { ExpressionError } from './expression-error.js';

export type TokenKind = 'number' | 'text' | 'name' | 'parameter' | 'keyword' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** What it says: the name, the symbol, the text without its quotes. */
  readonly text: string;
  /** Where it begins, in characters from 0. */
  readonly at: number;
}

const keywords = new Set(['or', 'and', 'not', 'in', 'true', 'false', 'unknown']);

// A hyphen between letters or digits belongs to the name, as in `diesel-used`; a subtraction needs a space before its minus.
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![A-Za-z_$\d])/y],
  ['text', /'(?:[^'\\]|\\['\\])*'/y],
  ['parameter', /\$[A-Za-z][A-Za-z0-9]*/y],
  ['name', /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*/y],
  ['symbol', /<=|>=|!=|[=<>+\-*/(),[\]]/y],
];

const space = /\s+/y;

const matched = (pattern: RegExp, source: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
};

const tokenAt = (source: string, at: number): { token: Token; length: number } => {
  for (const [kind, pattern] of patterns) {
    const found = matched(pattern, source, at);
    if (found === null) continue;
    const text = kind === 'text' ? found.slice(1, -1).replace(/\\(['\\])/g, '$1') : kind === 'parameter' ? found.slice(1) : found;
    return { token: { kind: kind === 'name' && keywords.has(text) ? 'keyword' : kind, text, at }, length: found.length };
  }
  throw new ExpressionError(source, at, `"${source.slice(at, at + 10)}" cannot be read`);
};

/** Cuts an expression into tokens, the last of kind `end`. Throws ExpressionError with the position of what cannot be read. */
export const tokensOf = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matched(space, source, at)?.length ?? 0;
    if (at >= source.length) return [...tokens, { kind: 'end', text: 'the end', at: source.length }];
    const { token, length } = tokenAt(source, at);
    tokens.push(token);
    at += length;
  }
};
