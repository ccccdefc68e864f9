import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { compileProjection } from '../../projection/compile.js';
import type { Reads } from '../expressions/scope.js';
import { batchStage, type CompileStage, framed } from '../stage.js';

type Leaf = 'keep' | 'drop' | 'compute';

const leafOf = (value: Value): Leaf =>
  isNumeric(value) || typeof value === 'boolean' ? (value === false || toNumber(value as number) === 0 ? 'drop' : 'keep') : 'compute';

const isNested = (value: Value): value is Doc => isDoc(value) && Object.keys(value).every((name) => !name.startsWith('$'));

const leaves = (spec: Doc, prefix = ''): [path: string, leaf: Leaf][] =>
  Object.keys(spec).flatMap((name) => {
    const path = prefix + name;
    const value = spec[name];
    return isNested(value) ? leaves(value, `${path}.`) : [[path, leafOf(value)] as [string, Leaf]];
  });

/** Notes what an inclusion reads of the document and tells whether it is one. */
const noteInclusion = (spec: Doc, reads: Reads): boolean => {
  const all = leaves(spec);
  const id = all.find(([path]) => path === '_id')?.[1];
  const others = all.filter(([path]) => path !== '_id');
  if (others.some(([, leaf]) => leaf === 'drop') || (others.length === 0 && id === 'drop')) return false;
  for (const [path, leaf] of others) {
    // A computed field inside a document keeps what surrounds it in arrays.
    if (leaf === 'keep' || path.includes('.')) reads.path(path);
  }
  if (id === undefined || id === 'keep') reads.path('_id');
  return true;
};

/** $project: keeps or computes fields, or drops some. */
export const project: CompileStage = (operand, { scope }, name) => {
  if (!isDoc(operand)) throw new MongoError(15969, `${name} specification must be an object, got ${typeName(operand)}`);
  if (Object.keys(operand).length === 0)
    throw new MongoError(51272, `Invalid ${name} :: caused by :: projection specification must have at least one field`);
  const { context, use } = framed(scope);
  const apply = compileProjection(operand, {}, context, 'aggregation');
  const exhaustive = noteInclusion(operand, scope.reads);
  return batchStage(name, scope.reads.paths, exhaustive, (run) => (batch) => {
    use(run.frame);
    return batch.map(apply);
  });
};
