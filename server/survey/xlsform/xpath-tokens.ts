/** What is not XPath, or XPath that is not read, and where in it. */
export class UnreadXPath extends Error {
  constructor(
    readonly reason: string,
    /** Characters from 0. */
    readonly at: number,
  ) {
    super(`${reason} at character ${at + 1}`);
    this.name = 'UnreadXPath';
  }
}

export interface XPathToken {
  readonly kind: 'number' | 'text' | 'field' | 'self' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const patterns: readonly (readonly [XPathToken['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d+)?(?![\w.])|\.\d+(?![\w.])/y],
  ['text', /'[^']*'|"[^"]*"/y],
  ['field', /\$\{\s*[\p{L}_][\p{L}\p{N}._-]*\s*\}/uy],
  ['self', /\.(?![\w./])/y],
  ['name', /[A-Za-z][A-Za-z0-9]*(?:[-:][A-Za-z0-9]+)*/y],
  ['symbol', /<=|>=|!=|[=<>+\-*(),]/y],
];

const longest = 4000;

/** Cuts a condition into tokens, the last of kind `end`. Throws UnreadXPath. */
export const xpathTokens = (source: string): readonly XPathToken[] => {
  if (source.length > longest) throw new UnreadXPath(`longer than ${longest} characters`, longest);
  const tokens: XPathToken[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at += 1;
    if (at >= source.length) return [...tokens, { kind: 'end', text: 'the end', at }];
    const found = patterns
      .map(([kind, pattern]) => {
        pattern.lastIndex = at;
        return { kind, text: pattern.exec(source)?.[0] };
      })
      .find(({ text }) => text !== undefined);
    if (found?.text === undefined) throw new UnreadXPath(`"${source.slice(at, at + 10)}" cannot be read`, at);
    const text = found.kind === 'text' ? found.text.slice(1, -1) : found.kind === 'field' ? found.text.slice(2, -1).trim() : found.text;
    tokens.push({ kind: found.kind, text, at });
    at += found.text.length;
  }
};
