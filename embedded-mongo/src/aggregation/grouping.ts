import { type Doc, isDoc, setField, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Accumulator } from './accumulators/accumulator.js';
import { accumulatorOf } from './accumulators/accumulators.js';
import type { Evaluate, Frame, Scope } from './expressions/scope.js';
import { Memory, sizeOf } from './memory.js';
import type { PipelineContext } from './pipeline.js';

/** One computed field of a group. */
export interface GroupField {
  readonly name: string;
  readonly evaluate: Evaluate;
  readonly start: () => Accumulator;
  /** The accumulator keeps the values it is given. */
  readonly keeps: boolean;
}

/** The fields {name: {$accumulator: expression}, …} of $group, $bucket and $bucketAuto. */
export const groupFields = (spec: Doc, scope: Scope): GroupField[] =>
  Object.keys(spec).map((name) => {
    const field = spec[name];
    if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$')) throw new MongoError(40236, `The field name '${name}' cannot be an operator name`);
    if (!isDoc(field)) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
    const operators = Object.keys(field);
    if (operators.length !== 1) throw new MongoError(40238, `The field '${name}' must specify one accumulator`);
    const operator = operators[0] as string;
    return { name, ...accumulatorOf(operator, field[operator], scope) };
  });

/** The running accumulators of one group. */
export class Group {
  private readonly accumulators: Accumulator[];

  constructor(
    readonly id: Value,
    private readonly fields: readonly GroupField[],
  ) {
    this.accumulators = fields.map((field) => field.start());
  }

  add(doc: Doc, frame: Frame, memory: Memory): void {
    const { fields, accumulators } = this;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as GroupField;
      const value = field.evaluate(doc, frame);
      if (field.keeps) memory.hold(sizeOf(value));
      (accumulators[i] as Accumulator).add(value);
    }
  }

  result(): Doc {
    const doc: Doc = { _id: this.id };
    this.fields.forEach((field, i) => {
      setField(doc, field.name, (this.accumulators[i] as Accumulator).result());
    });
    return doc;
  }
}

/** What the bookkeeping of a group takes, besides what it keeps. */
const GROUP_BYTES = 200;

/** Groups by a key that a Map can hold. */
export class Groups<Key> {
  private readonly groups = new Map<Key, Group>();
  private readonly memory: Memory;

  constructor(
    private readonly fields: readonly GroupField[],
    stage: string,
    context: PipelineContext,
  ) {
    this.memory = new Memory(stage, context);
  }

  /** `id` makes the _id of a group that is met for the first time. */
  add(key: Key, doc: Doc, frame: Frame, id: () => Value): void {
    let group = this.groups.get(key);
    if (group === undefined) {
      const value = id() ?? null;
      this.memory.hold(GROUP_BYTES + 50 * this.fields.length + sizeOf(value));
      group = new Group(value, this.fields);
      this.groups.set(key, group);
    }
    group.add(doc, frame, this.memory);
  }

  *results(): Generator<Doc> {
    for (const group of this.groups.values()) yield group.result();
  }
}
