import { type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import { compileField } from '../matcher/compile.js';
import type { MatchContext } from '../matcher/context.js';
import { isIndex, type Path, splitPath } from '../matcher/path.js';
import type { UpdateContext } from './context.js';
import { Slot } from './slot.js';

/** The conditions on fields that a query surely demands, in order. */
const conditionsOf = (query: Doc): { path: string; operand: Value }[] =>
  Object.keys(query).flatMap((name) => {
    const operand = query[name];
    if (name === '$and' || ((name === '$or' || name === '$nor') && Array.isArray(operand))) return (operand as Doc[]).flatMap(conditionsOf);
    return name.startsWith('$') ? [] : [{ path: name, operand }];
  });

/** The first array on a path through documents, and where on the path it stands. */
const firstArray = (doc: Doc, path: Path): { array: Value[]; prefix: Path } | undefined => {
  let current: Value = doc;
  for (let i = 0; i <= path.length; i++) {
    if (Array.isArray(current)) return { array: current, prefix: path.slice(0, i) };
    const part = path[i];
    if (part === undefined || !isDoc(current) || !Object.hasOwn(current, part)) return undefined;
    current = current[part];
  }
  return undefined;
};

/** A document that holds nothing but the value at the path. */
const nest = (path: Path, value: Value): Doc => path.reduceRight<Value>((inner, part) => ({ [part]: inner }), value) as Doc;

/**
 * Position of the element by which a document matched: `$` in an update or a projection. A condition on the array that the
 * update goes through decides; else the last condition on any array.
 */
export const matchedPosition = (doc: Doc, query: Doc, match: MatchContext, updatePath: string): number | undefined => {
  let found: number | undefined;
  for (const { path, operand } of conditionsOf(query)) {
    const parts = splitPath(path);
    const met = firstArray(doc, parts);
    if (!met) continue;
    const next = parts[met.prefix.length];
    const fixed = next !== undefined && isIndex(next);
    const matches = compileField(path, operand, match);
    const at = fixed ? Number(next) : met.array.findIndex((element) => matches(nest(met.prefix, [element])));
    if (at < 0) continue;
    const prefix = met.prefix.join('.');
    if (updatePath === prefix || updatePath.startsWith(`${prefix}.`)) return at;
    found = at;
  }
  return found;
};

/** Replaces `$`, `$[]` and `$[id]` of a path by the positions they stand for in a document. */
export const concretePaths = (doc: Doc, path: Path, context: UpdateContext): Path[] => {
  const at = path.findIndex((part) => part === '$' || part.startsWith('$['));
  if (at < 0) return [path];
  const part = path[at] as string;
  const prefix = path.slice(0, at);
  const holder = new Slot(doc, prefix).get();
  let positions: number[];
  if (part === '$') {
    const position = context.inserting ? undefined : matchedPosition(doc, context.query, context.match, prefix.join('.'));
    if (position === undefined) throw new MongoError('BadValue', 'The positional operator did not find the match needed from the query.');
    positions = [position];
  } else {
    if (holder === undefined)
      throw new MongoError('BadValue', `The path '${prefix.join('.')}' must exist in the document in order to apply array updates.`);
    if (!Array.isArray(holder))
      throw new MongoError('BadValue', `Cannot apply array updates to non-array element ${prefix.at(-1)}: ${show(holder)}`);
    const identifier = part.slice(2, -1);
    const filter = identifier === '' ? undefined : context.arrayFilters.get(identifier);
    positions = [...holder.keys()].filter((i) => !filter || filter({ [identifier]: holder[i] }));
  }
  return positions.flatMap((position) => concretePaths(doc, [...prefix, String(position), ...path.slice(at + 1)], context));
};
