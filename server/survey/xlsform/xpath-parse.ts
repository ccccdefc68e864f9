import { UnreadXPath, type XPathToken, xpathTokens } from './xpath-tokens.js';

/** A condition of an XLSForm after parsing. */
export type XPath =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** `${name}` */
  | { readonly kind: 'field'; readonly name: string; readonly at: number }
  /** `.`: the field the condition stands at. */
  | { readonly kind: 'self'; readonly at: number }
  | { readonly kind: 'negative'; readonly operand: XPath }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: XPath; readonly right: XPath; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly XPath[]; readonly at: number };

const maxDepth = 60;

/** By how tightly they bind, loosest first. */
const levels: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']];

class Parser {
  private next = 0;
  private depth = 0;
  private readonly tokens: readonly XPathToken[];

  constructor(source: string) {
    this.tokens = xpathTokens(source);
  }

  whole(): XPath {
    const found = this.level(0);
    if (this.token.kind !== 'end') this.fail('an operator or the end');
    return found;
  }

  private get token(): XPathToken {
    return this.tokens[this.next] as XPathToken;
  }

  private fail(expected: string): never {
    throw new UnreadXPath(`expected ${expected}, found ${this.token.text}`, this.token.at);
  }

  private take(): XPathToken {
    const { token } = this;
    this.next += 1;
    return token;
  }

  private sees(texts: readonly string[]): boolean {
    return (this.token.kind === 'symbol' || this.token.kind === 'name') && texts.includes(this.token.text);
  }

  private level(at: number): XPath {
    const operators = levels[at];
    if (operators === undefined) return this.signed();
    let left = this.level(at + 1);
    while (this.sees(operators)) {
      const token = this.take();
      left = { kind: 'binary', operator: token.text, left, right: this.level(at + 1), at: token.at };
    }
    return left;
  }

  private signed(): XPath {
    this.depth += 1;
    if (this.depth > maxDepth) throw new UnreadXPath('nested too deeply', this.token.at);
    let found: XPath;
    if (this.sees(['-'])) {
      this.take();
      found = { kind: 'negative', operand: this.signed() };
    } else found = this.primary();
    this.depth -= 1;
    return found;
  }

  private primary(): XPath {
    const token = this.take();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'text':
        return { kind: 'text', value: token.text };
      case 'field':
        return { kind: 'field', name: token.text, at: token.at };
      case 'self':
        return { kind: 'self', at: token.at };
      case 'name':
        if (!this.sees(['('])) break;
        this.take();
        return { kind: 'call', name: token.text, arguments: this.list(), at: token.at };
      case 'symbol': {
        if (token.text !== '(') break;
        const found = this.level(0);
        if (!this.sees([')'])) this.fail('")"');
        this.take();
        return found;
      }
    }
    this.next -= 1;
    return this.fail('a value, a question or "("');
  }

  private list(): readonly XPath[] {
    const items: XPath[] = [];
    if (!this.sees([')'])) {
      items.push(this.level(0));
      while (this.sees([','])) {
        this.take();
        items.push(this.level(0));
      }
    }
    if (!this.sees([')'])) this.fail('")"');
    this.take();
    return items;
  }
}

/** Reads the part of XPath that stands in docs/xlsform.md. Throws UnreadXPath with the position. */
export const parseXPath = (source: string): XPath => new Parser(source).whole();
