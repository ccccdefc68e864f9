import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { plainGet } from '../../matcher/path.js';
import { parseFieldPath } from '../expressions/field-path.js';
import { BATCH, Wait } from '../run.js';
import { withPath } from '../set-path.js';
import type { CompileStage } from '../stage.js';
import { isNullish } from '../values/truth.js';

interface Spec {
  readonly path: string[];
  readonly index: string[] | undefined;
  readonly preserve: boolean;
}

const pathOf = (path: Value): string[] => {
  if (typeof path !== 'string') throw new MongoError(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (!path.startsWith('$')) throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return parseFieldPath(path.slice(1));
};

const specOf = (operand: Value): Spec => {
  if (typeof operand === 'string') return { path: pathOf(operand), index: undefined, preserve: false };
  if (!isDoc(operand))
    throw new MongoError(15981, `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`);
  for (const option of Object.keys(operand)) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(option))
      throw new MongoError(28811, `unrecognized option to $unwind stage: ${option}`);
  }
  const {
    path,
    includeArrayIndex: index,
    preserveNullAndEmptyArrays: preserve,
  } = operand as { path?: Value; includeArrayIndex?: Value; preserveNullAndEmptyArrays?: Value };
  if (path === undefined) throw new MongoError(28812, 'no path specified to $unwind stage');
  if (index !== undefined && (typeof index !== 'string' || index === ''))
    throw new MongoError(28810, `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(index)}`);
  if (typeof index === 'string' && index.startsWith('$'))
    throw new MongoError(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`);
  if (preserve !== undefined && typeof preserve !== 'boolean')
    throw new MongoError(28809, `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserve)}`);
  return { path: pathOf(path), index: index === undefined ? undefined : parseFieldPath(index), preserve: preserve === true };
};

/** Makes the documents of one: one per element of the array at the path. */
const unwinder = ({ path, index, preserve }: Spec): ((doc: Doc, out: Doc[]) => void) => {
  const name = path[0] as string;
  const flat = path.length === 1 && name !== '__proto__';
  const withElement = flat
    ? (doc: Doc, element: Value): Doc => ({ ...doc, [name]: element })
    : (doc: Doc, element: Value): Doc => withPath(doc, path, element);
  const withIndex = (doc: Doc, at: bigint | null): Doc => (index ? withPath(doc, index, at) : doc);
  return (doc, out) => {
    const value = plainGet(doc, path);
    if (!Array.isArray(value)) {
      // A value that is no array counts as an array of itself.
      if (preserve || !isNullish(value)) out.push(withIndex(doc, null));
    } else if (value.length === 0) {
      if (preserve) out.push(withIndex(withPath(doc, path, undefined), null));
    } else if (index) {
      for (let i = 0; i < value.length; i++) out.push(withIndex(withElement(doc, value[i]), BigInt(i)));
    } else {
      for (const element of value) out.push(withElement(doc, element));
    }
  };
};

/** $unwind: one document per element of an array. */
export const unwind: CompileStage = (operand, _context, name) => {
  const spec = specOf(operand);
  const unwindInto = unwinder(spec);
  return {
    name,
    reads: new Set(),
    opens: spec.path.join('.'),
    exhaustive: false,
    *run(input, run) {
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        let out: Doc[] = [];
        for (const doc of item) {
          unwindInto(doc, out);
          if (out.length < BATCH) continue;
          yield out;
          out = [];
          const turn = run.pace();
          if (turn) yield turn;
        }
        if (out.length > 0) yield out;
      }
    },
  };
};
