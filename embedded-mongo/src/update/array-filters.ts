import { type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { compileMatcher } from '../matcher/compile.js';
import type { MatchContext, Matches } from '../matcher/context.js';
import { identifiersOf } from './modifiers.js';

const identifierNames = (filter: Doc): string[] =>
  Object.keys(filter).flatMap((name) =>
    name.startsWith('$')
      ? Array.isArray(filter[name])
        ? (filter[name] as Doc[]).flatMap(identifierNames)
        : []
      : [name.split('.')[0] as string],
  );

/** Compiles arrayFilters; every identifier of the update needs one, and every one must be used. */
export const compileArrayFilters = (filters: Value, update: Value, match: MatchContext): Map<string, Matches> => {
  const compiled = new Map<string, Matches>();
  for (const filter of (filters ?? []) as Value[]) {
    if (!isDoc(filter))
      throw new MongoError('TypeMismatch', `BSON field 'update.updates.arrayFilters.0' is the wrong type, expected type 'object'`);
    const names = [...new Set(identifierNames(filter))];
    const [identifier] = names;
    if (identifier === undefined)
      throw new MongoError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.length > 1)
      throw new MongoError(
        'FailedToParse',
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${names[0]}' and '${names[1]}'`,
      );
    if (!/^[a-z][A-Za-z0-9]*$/.test(identifier))
      throw new MongoError(
        'BadValue',
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    if (compiled.has(identifier))
      throw new MongoError('FailedToParse', `Found multiple array filters with the same top-level field name ${identifier}`);
    compiled.set(identifier, compileMatcher(filter, match));
  }
  if (!isDoc(update)) {
    if (compiled.size > 0) throw new MongoError('FailedToParse', 'arrayFilters may not be specified for pipeline-syle updates');
    return compiled;
  }
  const used = identifiersOf(update);
  for (const identifier of used) {
    if (!compiled.has(identifier)) {
      const path = Object.values(update)
        .flatMap((fields) => (isDoc(fields) ? Object.keys(fields) : []))
        .find((name) => name.includes(`$[${identifier}]`));
      throw new MongoError('BadValue', `No array filter found for identifier '${identifier}' in path '${path}'`);
    }
  }
  for (const identifier of compiled.keys()) {
    if (!used.has(identifier))
      throw new MongoError(
        'FailedToParse',
        `The array filter for identifier '${identifier}' was not used in the update ${JSON.stringify(update)}`,
      );
  }
  return compiled;
};
