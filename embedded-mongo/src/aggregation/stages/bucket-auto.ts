import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { compareValues } from '../../order/compare.js';
import type { Frame } from '../expressions/scope.js';
import { Group, type GroupField, groupFields } from '../grouping.js';
import { Memory, sizeOf } from '../memory.js';
import { inBatches, Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { asInt32 } from '../values/numbers.js';
import { isExpression } from './bucket.js';

const OPTIONS = ['groupBy', 'buckets', 'output', 'granularity'];

const optionsOf = (operand: Value): Doc => {
  if (!isDoc(operand)) throw new MongoError(40240, `The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}.`);
  for (const option of Object.keys(operand))
    if (!OPTIONS.includes(option)) throw new MongoError(40245, `Unrecognized option to $bucketAuto: ${option}.`);
  const { groupBy, buckets, output, granularity } = operand;
  if (groupBy === undefined || buckets === undefined)
    throw new MongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  if (!isExpression(groupBy))
    throw new MongoError(
      40239,
      `The $bucketAuto 'groupBy' field must be defined as a $-prefixed path or an expression object, but found: ${show(groupBy)}`,
    );
  if (!isNumeric(buckets))
    throw new MongoError(40241, `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}`);
  const count = asInt32(buckets);
  if (count === undefined)
    throw new MongoError(40242, `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${show(buckets)}`);
  if (count <= 0) throw new MongoError(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}`);
  if (output !== undefined && !isDoc(output))
    throw new MongoError(40244, `The $bucketAuto 'output' field must be an object, but found type: ${typeName(output)}`);
  if (granularity !== undefined)
    throw new MongoError('CommandNotSupported', "the option 'granularity' of $bucketAuto is not supported by this server");
  return operand;
};

interface Entry {
  readonly value: Value;
  readonly doc: Doc;
}

/** Cuts sorted entries into at most `count` runs of about the same length; equal values stay together. */
const runsOf = (entries: readonly Entry[], count: number, compare: (a: Value, b: Value) => number): Entry[][] => {
  const size = Math.max(1, Math.round(entries.length / count));
  const runs: Entry[][] = [];
  let at = 0;
  while (at < entries.length) {
    let end = runs.length === count - 1 ? entries.length : Math.min(entries.length, at + size);
    while (end < entries.length && compare((entries[end] as Entry).value, (entries[end - 1] as Entry).value) === 0) end++;
    runs.push(entries.slice(at, end));
    at = end;
  }
  return runs;
};

function* bucketsOf(runs: readonly Entry[][], fields: readonly GroupField[], frame: Frame, memory: Memory): Generator<Doc> {
  for (const [i, run] of runs.entries()) {
    const max = (runs[i + 1]?.[0] ?? run.at(-1)) as Entry;
    const group = new Group({ min: (run[0] as Entry).value, max: max.value }, fields);
    for (const { doc } of run) group.add(doc, frame, memory);
    yield group.result();
  }
}

/** $bucketAuto: so many ranges with about equally many documents. A bucket's upper end is the lower end of the next. */
export const bucketAuto: CompileStage = (operand, { scope, pipeline }, name) => {
  const options = optionsOf(operand);
  const { evaluate } = scope.compile(options.groupBy);
  const fields = groupFields((options.output as Doc | undefined) ?? { count: { $sum: 1 } }, scope);
  const compare = (a: Value, b: Value): number => compareValues(a, b, scope.settings.strings);
  return {
    name,
    reads: scope.reads.paths,
    exhaustive: true,
    *run(input, run) {
      const memory = new Memory(name, pipeline);
      const entries: Entry[] = [];
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        for (const doc of item) {
          memory.hold(sizeOf(doc));
          entries.push({ value: evaluate(doc, run.frame) ?? null, doc });
        }
        const turn = run.pace();
        if (turn) yield turn;
      }
      entries.sort((a, b) => compare(a.value, b.value));
      yield* inBatches(bucketsOf(runsOf(entries, asInt32(options.buckets) as number, compare), fields, run.frame, memory), run);
    },
  };
};
