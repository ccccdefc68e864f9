import type { BinaryOperator, Expression } from './expression.js';
import { ExpressionError } from './expression-error.js';
import { type Token, tokensOf } from './tokens.js';

/** Deeper nesting than this is a mistake, and would exhaust the stack of a browser. */
const maxDepth = 60;
/** Longer than any condition that a person can read; a chain of operators nests as deep as it is long. */
const maxTokens = 2000;

const comparisons: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in']);

class Parser {
  private next = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly source: string) {
    this.tokens = tokensOf(source);
    if (this.tokens.length > maxTokens)
      throw new ExpressionError(source.slice(0, 80), 0, `has ${this.tokens.length} words; ${maxTokens} are the most`);
  }

  whole(): Expression {
    const expression = this.or();
    if (this.token.kind !== 'end') this.fail('an operator or the end');
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.next] as Token;
  }

  private fail(expected: string): never {
    throw new ExpressionError(this.source, this.token.at, `expected ${expected}, found ${this.token.text}`);
  }

  private sees(...texts: readonly string[]): boolean {
    return (this.token.kind === 'symbol' || this.token.kind === 'keyword') && texts.includes(this.token.text);
  }

  private take(): Token {
    const token = this.token;
    this.next += 1;
    return token;
  }

  private expect(symbol: string): void {
    if (!this.sees(symbol)) this.fail(`"${symbol}"`);
    this.next += 1;
  }

  private leftToRight(operators: readonly string[], part: () => Expression): Expression {
    let left = part();
    while (this.sees(...operators)) {
      const operator = this.take().text as BinaryOperator;
      left = { kind: 'binary', operator, left, right: part() };
    }
    return left;
  }

  private or(): Expression {
    this.depth += 1;
    if (this.depth > maxDepth) throw new ExpressionError(this.source, this.token.at, 'nested too deeply');
    const expression = this.leftToRight(['or'], () => this.and());
    this.depth -= 1;
    return expression;
  }

  private and(): Expression {
    return this.leftToRight(['and'], () => this.not());
  }

  private not(): Expression {
    let times = 0;
    while (this.sees('not')) {
      this.take();
      times += 1;
    }
    if (times > maxDepth) throw new ExpressionError(this.source, this.token.at, 'nested too deeply');
    let expression = this.comparison();
    for (; times > 0; times -= 1) expression = { kind: 'not', operand: expression };
    return expression;
  }

  private comparison(): Expression {
    const left = this.sum();
    if (!this.sees(...comparisons)) return left;
    const operator = this.take().text as BinaryOperator;
    const expression: Expression = { kind: 'binary', operator, left, right: this.sum() };
    if (this.sees(...comparisons)) this.fail('"and" or "or" between two comparisons');
    return expression;
  }

  private sum(): Expression {
    return this.leftToRight(['+', '-'], () => this.product());
  }

  private product(): Expression {
    return this.leftToRight(['*', '/'], () => this.signed());
  }

  private signed(): Expression {
    let times = 0;
    while (this.sees('-')) {
      this.take();
      times += 1;
    }
    if (times > maxDepth) throw new ExpressionError(this.source, this.token.at, 'nested too deeply');
    let expression = this.primary();
    for (; times > 0; times -= 1) expression = { kind: 'negative', operand: expression };
    return expression;
  }

  private listUntil(close: string): readonly Expression[] {
    const items: Expression[] = [];
    if (!this.sees(close)) {
      items.push(this.or());
      while (this.sees(',')) {
        this.take();
        items.push(this.or());
      }
    }
    this.expect(close);
    return items;
  }

  private primary(): Expression {
    if (this.sees('(')) {
      this.take();
      const expression = this.or();
      this.expect(')');
      return expression;
    }
    if (this.sees('[')) {
      this.take();
      return { kind: 'list', items: this.listUntil(']') };
    }
    if (this.sees('true', 'false', 'unknown')) {
      const word = this.take().text;
      return { kind: 'truth', value: word === 'unknown' ? null : word === 'true' };
    }
    const token = this.token;
    if (token.kind !== 'number' && token.kind !== 'text' && token.kind !== 'name' && token.kind !== 'parameter') {
      this.fail('a value, a question or "("');
    }
    this.take();
    if (token.kind === 'number') return this.number(token);
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'parameter') return { kind: 'parameter', name: token.text };
    if (!this.sees('(')) return { kind: 'reference', path: token.text };
    this.take();
    return { kind: 'call', name: token.text, arguments: this.listUntil(')') };
  }

  private number(token: Token): Expression {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw new ExpressionError(this.source, token.at, 'the number is too large');
    return { kind: 'number', value };
  }
}

/** Reads an expression; the grammar is in README.md beside this file. Throws ExpressionError with the position. */
export const parseExpression = (source: string): Expression => new Parser(source).whole();
