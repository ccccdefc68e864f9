import { typeName } from '../../bson/types.js';
import type { Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { compareValues } from '../../order/compare.js';
import { type Identity, identityOf } from '../values/identity.js';
import { isNullish, isTrue } from '../values/truth.js';
import { between, binary, type Family, unary, variadic } from './operands.js';
import type { Scope } from './scope.js';

/** The different elements of an array by what makes them equal. */
const members = (list: readonly Value[], scope: Scope): Map<Identity, Value> => {
  const found = new Map<Identity, Value>();
  for (const element of list) {
    const identity = identityOf(element, scope.settings.fold);
    if (!found.has(identity)) found.set(identity, element);
  }
  return found;
};

/** Sets come back in BSON order, so that equal sets look equal. */
const ordered = (set: Map<Identity, Value>, scope: Scope): Value[] =>
  [...set.values()].sort((a, b) => compareValues(a, b, scope.settings.strings));

const listOf = (value: Value, name: string, code: number): Value[] => {
  if (!Array.isArray(value))
    throw new MongoError(
      code,
      `All operands of ${name} must be arrays. One argument is of type: ${value === undefined ? 'missing' : typeName(value)}`,
    );
  return value;
};

const union = (values: Value[], scope: Scope, name: string): Value => {
  if (values.some(isNullish)) return null;
  return ordered(
    members(
      values.flatMap((value) => listOf(value, name, 17043)),
      scope,
    ),
    scope,
  );
};

const intersection = (values: Value[], scope: Scope, name: string): Value => {
  if (values.some(isNullish)) return null;
  const sets = values.map((value) => members(listOf(value, name, 17047), scope));
  const [first = new Map<Identity, Value>(), ...rest] = sets;
  return ordered(new Map([...first].filter(([identity]) => rest.every((set) => set.has(identity)))), scope);
};

const difference = (a: Value, b: Value, scope: Scope, name: string): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  const without = members(listOf(b, name, 17049), scope);
  return [...members(listOf(a, name, 17048), scope)].filter(([identity]) => !without.has(identity)).map(([, element]) => element);
};

const isSubset = (part: Map<Identity, Value>, whole: Map<Identity, Value>): boolean =>
  [...part.keys()].every((identity) => whole.has(identity));

const every = (list: Value, name: string, code: number): Value[] => {
  if (!Array.isArray(list))
    throw new MongoError(code, `${name}'s argument must be an array, but is ${list === undefined ? 'missing' : typeName(list)}`);
  return list;
};

export const set: Family = {
  $allElementsTrue: unary((list, _scope, name) => every(list, name, 17040).every(isTrue)),
  $anyElementTrue: unary((list, _scope, name) => every(list, name, 17041).some(isTrue)),
  $setDifference: binary(difference),
  $setEquals: between(2, Number.POSITIVE_INFINITY, (values, scope, name) => {
    const [first, ...rest] = values.map((value) => members(listOf(value, name, 17044), scope));
    return rest.every((other) => other.size === first?.size && isSubset(other, first));
  }),
  $setIntersection: variadic(intersection),
  $setIsSubset: binary((a, b, scope, name) => isSubset(members(listOf(a, name, 17046), scope), members(listOf(b, name, 17042), scope))),
  $setUnion: variadic(union),
};
