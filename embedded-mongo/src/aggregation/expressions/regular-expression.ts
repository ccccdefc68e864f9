import { typeName } from '../../bson/types.js';
import { BSONRegExp, type Doc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { compileRegex } from '../../matcher/regex.js';
import { isNullish } from '../values/truth.js';
import { type Family, named } from './operands.js';

interface Search {
  readonly text: string;
  readonly regex: RegExp;
}

/** The checked arguments of a search; null where the input or the pattern is null. */
const searchOf = (given: Doc, name: string): Search | null => {
  const { input, regex, options } = given as { input: Value; regex: Value; options?: Value };
  if (!isNullish(input) && typeof input !== 'string') throw new MongoError(51104, `${name} needs 'input' to be of type string`);
  if (!isNullish(regex) && typeof regex !== 'string' && !(regex instanceof BSONRegExp))
    throw new MongoError(51105, `${name} needs 'regex' to be of type string or regex`);
  if (!isNullish(options) && typeof options !== 'string')
    throw new MongoError(51106, `${name} needs 'options' to be of type string, not ${typeName(options)}`);
  const ownOptions = regex instanceof BSONRegExp ? regex.options : '';
  if (ownOptions !== '' && !isNullish(options))
    throw new MongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  if (isNullish(input) || isNullish(regex)) return null;
  const pattern = regex instanceof BSONRegExp ? regex.pattern : regex;
  return { text: input, regex: compileRegex(pattern, ownOptions || (options ?? '')) };
};

const codePoints = (text: string): number => Array.from(text).length;

const found = (match: RegExpExecArray, text: string): Doc => ({
  match: match[0],
  idx: codePoints(text.slice(0, match.index)),
  captures: match.slice(1).map((capture) => capture ?? null),
});

const searching = (absent: Value, search: (search: Search) => Value) =>
  named(['input', 'regex'], ['options'], { notObject: 51103, unknown: 31024, missing: 31022 }, (given, _scope, name) => {
    const wanted = searchOf(given, name);
    return wanted ? search(wanted) : absent;
  });

export const regularExpression: Family = {
  $regexFind: searching(null, ({ text, regex }) => {
    const match = regex.exec(text);
    return match ? found(match, text) : null;
  }),
  $regexFindAll: searching([], ({ text, regex }) =>
    [...text.matchAll(new RegExp(regex.source, `${regex.flags}g`))].map((match) => found(match, text)),
  ),
  $regexMatch: searching(false, ({ text, regex }) => regex.test(text)),
};
