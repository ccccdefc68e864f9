import { BSONRegExp, BSONSymbol, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { ValueTest } from './path.js';

/** Extended mode: whitespace and comments outside of classes do not count. */
const stripExtended = (pattern: string): string => {
  let result = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    if (char === '\\') {
      result += char + (pattern[++i] ?? '');
    } else if (inClass) {
      if (char === ']') inClass = false;
      result += char;
    } else if (char === '#') {
      while (i < pattern.length && pattern[i] !== '\n') i++;
    } else if (!/\s/.test(char)) {
      if (char === '[') inClass = true;
      result += char;
    }
  }
  return result;
};

/**
 * A PCRE pattern as a JavaScript one: leading inline flags, possessive and named-group spellings are translated;
 * what JavaScript cannot express is refused.
 */
const translate = (pattern: string, options: string): RegExp => {
  let source = pattern;
  let flags = options;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags += inline[1];
  }
  if (flags.includes('x')) source = stripExtended(source);
  source = source
    .replace(/\(\?P</g, '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(/\\h/g, '[ \\t]');
  const js = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('');
  try {
    return new RegExp(source, `${js}u`);
  } catch {
    // Patterns with escapes that only the strict mode refuses are valid in PCRE.
    return new RegExp(source, js);
  }
};

const cache = new Map<string, RegExp>();

/** The JavaScript form of a BSON regular expression; refused when it does not compile. */
export const compileRegex = (pattern: string, options: string): RegExp => {
  for (const flag of options) if (!'imsxu'.includes(flag)) throw new MongoError(51108, `invalid flag in regex options: ${flag}`);
  if (pattern.includes('\0')) throw new MongoError(51109, 'Regular expression cannot contain an embedded null byte');
  const key = `${options}/${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  let compiled: RegExp;
  try {
    compiled = translate(pattern, options);
  } catch (error) {
    throw new MongoError(51091, `Regular expression is invalid: ${(error as Error).message}`);
  }
  if (cache.size > 1000) cache.clear();
  cache.set(key, compiled);
  return compiled;
};

/** Matches strings by the pattern, and a stored regular expression that is the same. */
export const regexTest = (regex: BSONRegExp): ValueTest => {
  const compiled = compileRegex(regex.pattern, regex.options);
  return (value: Value) => {
    if (typeof value === 'string') return compiled.test(value);
    if (value instanceof BSONSymbol) return compiled.test(value.value);
    return value instanceof BSONRegExp && value.pattern === regex.pattern && value.options === regex.options;
  };
};

/** A literal that every matching string starts with, when the pattern shows one: `^abc` gives `abc`. */
export const regexPrefix = (regex: BSONRegExp): string | undefined => {
  if (regex.options !== '' || !regex.pattern.startsWith('^') || regex.pattern.includes('|')) return undefined;
  const literal = /^\^([A-Za-z0-9 _@/:,;<>=!"'%&~`-]+)/.exec(regex.pattern)?.[1];
  if (literal === undefined) return undefined;
  // A quantifier after the literal may make its last character optional.
  const next = regex.pattern[literal.length + 1];
  return next !== undefined && '*?{+'.includes(next) ? literal.slice(0, -1) || undefined : literal;
};
