import type { Fault } from './fault.js';
import { numberFault } from './number-text.js';

/** Stands where a number or a key could not be taken as written; its fault has been reported. */
export const unreadable: unique symbol = Symbol('unreadable');

export interface JsonText {
  /** Plain values; objects have no prototype. `unreadable` as a whole when the text is not JSON. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

/** Lists and objects within each other. */
const deepest = 64;
const number = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const wellFormed = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$|^(?:-?Infinity|NaN)$/;
const blank = /[\t\n\r ]*/y;
/** Half of a surrogate pair, which no character is and UTF-8 cannot say. */
const loneSurrogate = /\p{Surrogate}/u;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const word = /true|false|null/y;

class NotJson extends Error {
  constructor(
    readonly at: number,
    readonly code: 'notJson' | 'nestedTooDeep' = 'notJson',
  ) {
    super(code);
  }
}

/** Reads one JSON text, number by number, so that what a parser would round, fold or drop is seen for what it is. */
class Reader {
  private at = 0;
  readonly faults: Fault[] = [];

  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value('', 0);
    this.take(blank);
    if (this.at < this.text.length) throw new NotJson(this.at);
    return value;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private sees(character: string): boolean {
    this.take(blank);
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private expect(character: string): void {
    if (!this.sees(character)) throw new NotJson(this.at);
  }

  private value(path: string, depth: number): unknown {
    this.take(blank);
    const opening = this.text[this.at];
    if (depth >= deepest && (opening === '{' || opening === '[')) throw new NotJson(this.at, 'nestedTooDeep');
    if (this.sees('{')) return this.object(path, depth);
    if (this.sees('[')) return this.array(path, depth);
    const text = this.string();
    if (text !== null) return this.sound(text, path);
    const token = this.take(number);
    if (token !== null) return this.number(token, path);
    const name = this.take(word);
    if (name === null) throw new NotJson(this.at);
    return words[name];
  }

  private string(): string | null {
    if (this.text[this.at] !== '"') return null;
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1;
    try {
      const value: string = JSON.parse(this.text.slice(start, end + 1));
      this.at = end + 1;
      return value;
    } catch {
      throw new NotJson(start);
    }
  }

  /** A text without half a character, or the fault of one that has. */
  private sound(text: string, path: string): unknown {
    if (!loneSurrogate.test(text)) return text;
    this.faults.push({ code: 'loneSurrogate', field: path, values: { given: text } });
    return unreadable;
  }

  private number(token: string, path: string): unknown {
    if (!wellFormed.test(token)) throw new NotJson(this.at - token.length);
    const code = numberFault(token);
    if (code === null) return Number(token);
    this.faults.push({ code, field: path, values: { given: token } });
    return unreadable;
  }

  private array(path: string, depth: number): unknown[] {
    const items: unknown[] = [];
    if (this.sees(']')) return items;
    do items.push(this.value(`${path}[${items.length}]`, depth + 1));
    while (this.sees(','));
    this.expect(']');
    return items;
  }

  private object(path: string, depth: number): Record<string, unknown> {
    const items = Object.create(null) as Record<string, unknown>;
    if (this.sees('}')) return items;
    do {
      this.take(blank);
      const key = this.string();
      if (key === null) throw new NotJson(this.at);
      const below = path === '' ? key : `${path}.${key}`;
      this.expect(':');
      this.sound(key, below);
      const value = this.value(below, depth + 1);
      if (key in items) this.faults.push({ code: 'duplicateKey', field: below, values: { key } });
      items[key] = key in items ? unreadable : value;
    } while (this.sees(','));
    this.expect('}');
    return items;
  }
}

/** Reads JSON with the place of every number, duplicate key and syntax error. A byte order mark is passed over. */
export const readJsonText = (text: string): JsonText => {
  const clean = text.replace(/^\uFEFF/, '');
  const reader = new Reader(clean);
  try {
    const value = reader.whole();
    return { value, faults: reader.faults };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const before = clean.slice(0, error.at).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const values = error.code === 'nestedTooDeep' ? { ...place, most: deepest } : place;
    return { value: unreadable, faults: [{ code: error.code, field: '', values }] };
  }
};
