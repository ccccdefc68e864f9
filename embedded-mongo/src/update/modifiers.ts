import { typeName } from '../bson/types.js';
import { cloneDoc, type Doc, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { MatchContext } from '../matcher/context.js';
import { isIndex, type Path, splitPath } from '../matcher/path.js';
import { compareUtf8 } from '../order/compare.js';
import type { Change, UpdateContext, UpdateOperator } from './context.js';
import { addToSet } from './operators/add-to-set.js';
import { inc, mul } from './operators/arithmetic.js';
import { bit } from './operators/bit.js';
import { currentDate } from './operators/current-date.js';
import { max, min } from './operators/min-max.js';
import { pop, pull, pullAll } from './operators/pull.js';
import { push } from './operators/push.js';
import { rename } from './operators/rename.js';
import { set, setOnInsert, unset } from './operators/set.js';
import { concretePaths } from './positions.js';
import { Slot } from './slot.js';

/** Every update operator, by its name. */
const operators: Readonly<Record<string, UpdateOperator>> = {
  $addToSet: addToSet,
  $bit: bit,
  $currentDate: currentDate,
  $inc: inc,
  $max: max,
  $min: min,
  $mul: mul,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $push: push,
  $rename: rename,
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
};

interface Step {
  path: Path;
  change: Change;
}

const checkPath = (path: string): Path => {
  const parts = splitPath(path);
  if (path === '') throw new MongoError('EmptyFieldName', 'An empty update path is not valid.');
  if (parts.includes(''))
    throw new MongoError('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
  parts.forEach((part, i) => {
    const positional = part === '$' || /^\$\[[A-Za-z0-9_]*\]$/.test(part);
    if (positional && i === 0)
      throw new MongoError('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  });
  return parts;
};

/** Two changes on one place, or one inside the other, have no order that would make sense. */
const checkConflicts = (paths: string[]): void => {
  const seen = new Set<string>();
  for (const path of paths) {
    const parts = splitPath(path);
    for (let length = 1; length <= parts.length; length++) {
      const prefix = parts.slice(0, length).join('.');
      if (seen.has(prefix))
        throw new MongoError('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${prefix}'`);
    }
    for (const other of seen)
      if (other.startsWith(`${path}.`))
        throw new MongoError('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${path}'`);
    seen.add(path);
  }
};

/** Fields are changed in the order of their names, positions in the order of numbers. */
const comparePaths = (a: Path, b: Path): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const left = a[i] as string;
    const right = b[i] as string;
    if (left === right) continue;
    return isIndex(left) && isIndex(right) ? Number(left) - Number(right) : compareUtf8(left, right);
  }
  return a.length - b.length;
};

const unknownOperator = (name: string): MongoError =>
  new MongoError(
    'FailedToParse',
    `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );

/** Compiles an update made of operators. The result changes a copy of the document. */
export const compileModifiers = (update: Doc, match: MatchContext): ((doc: Doc, context: UpdateContext) => Doc) => {
  const steps: Step[] = [];
  const touched: string[] = [];
  for (const name of Object.keys(update)) {
    const operator = operators[name];
    if (!operator || !Object.hasOwn(operators, name)) throw unknownOperator(name);
    const fields = update[name];
    if (!isDoc(fields)) {
      throw new MongoError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${show(fields)}}`,
      );
    }
    for (const path of Object.keys(fields)) {
      steps.push({ path: checkPath(path), change: operator(fields[path], path, match) });
      touched.push(path);
      if (name === '$rename') touched.push(fields[path] as string);
    }
  }
  checkConflicts(touched);
  steps.sort((a, b) => comparePaths(a.path, b.path));
  return (doc, context) => {
    const changed = cloneDoc(doc);
    // Positions are those of the document as it was: an earlier change may hide what the query or a filter has matched.
    for (const { path, change } of steps)
      for (const concrete of concretePaths(doc, path, context)) change(new Slot(changed, concrete), context, doc);
    return changed;
  };
};

/** Identifiers of `$[id]` that an update uses. */
export const identifiersOf = (update: Doc): Set<string> => {
  const used = new Set<string>();
  for (const fields of Object.values(update)) {
    if (!isDoc(fields)) continue;
    for (const path of Object.keys(fields))
      for (const part of splitPath(path)) if (part.startsWith('$[') && part !== '$[]') used.add(part.slice(2, -1));
  }
  return used;
};
