import { type Doc, isDoc, setField, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Expression, Frame, Scope } from '../expressions/scope.js';
import { Groups, groupFields } from '../grouping.js';
import { inBatches, Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { type Fold, type Identity, identityOf, partIdentity } from '../values/identity.js';

/** How documents fall into groups: what makes a key equal, and the _id it stands for. */
interface Key {
  readonly identity: (doc: Doc, frame: Frame) => Identity;
  /** The _id of the document whose identity was asked for last. */
  readonly id: () => Value;
}

/** {_id: {year: …, kind: …}}: the document is made only for a new group. */
const documentKey = (spec: Doc, scope: Scope, fold: Fold): Key => {
  const names = Object.keys(spec);
  const parts = names.map((name) => scope.compile(spec[name]));
  const values: Value[] = [];
  return {
    identity: (doc, frame) => {
      let identity = '';
      for (let i = 0; i < parts.length; i++) {
        const value = (parts[i] as Expression).evaluate(doc, frame);
        values[i] = value;
        identity += partIdentity(value, fold);
      }
      return identity;
    },
    id: () => {
      const id: Doc = {};
      names.forEach((name, i) => {
        if (values[i] !== undefined) setField(id, name, values[i]);
      });
      return id;
    },
  };
};

const valueKey = (spec: Value, scope: Scope, fold: Fold): Key => {
  const { evaluate } = scope.compile(spec);
  let value: Value;
  return {
    identity: (doc, frame) => {
      value = evaluate(doc, frame);
      return identityOf(value, fold);
    },
    id: () => value,
  };
};

const isPlainObject = (spec: Value): spec is Doc =>
  isDoc(spec) && Object.keys(spec).length > 0 && !Object.keys(spec).some((name) => name.startsWith('$') || name.includes('.'));

/** $group: one document per different _id, with what accumulators make of the group. */
export const group: CompileStage = (operand, { scope, pipeline }, name) => {
  if (!isDoc(operand)) throw new MongoError(15947, "a group's fields must be specified in an object");
  const { _id, ...fields } = operand;
  if (!Object.hasOwn(operand, '_id')) throw new MongoError(15955, 'a group specification must include an _id');
  const { fold } = scope.settings;
  const key = isPlainObject(_id) ? documentKey(_id, scope, fold) : valueKey(_id, scope, fold);
  const compiled = groupFields(fields, scope);
  return {
    name,
    reads: scope.reads.paths,
    exhaustive: true,
    *run(input, run) {
      const groups = new Groups<Identity>(compiled, name, pipeline);
      const { frame } = run;
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        for (const doc of item) groups.add(key.identity(doc, frame), doc, frame, key.id);
        const turn = run.pace();
        if (turn) yield turn;
      }
      yield* inBatches(groups.results(), run);
    },
  };
};
