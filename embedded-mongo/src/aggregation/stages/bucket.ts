import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { compareValues, typeRank } from '../../order/compare.js';
import type { Scope } from '../expressions/scope.js';
import { Groups, groupFields } from '../grouping.js';
import { inBatches, Wait } from '../run.js';
import type { CompileStage } from '../stage.js';

const OPTIONS = ['groupBy', 'boundaries', 'default', 'output'];
const COUNT = { count: { $sum: 1 } };

const optionsOf = (operand: Value): Doc => {
  if (!isDoc(operand)) throw new MongoError(40201, `Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`);
  for (const option of Object.keys(operand))
    if (!OPTIONS.includes(option)) throw new MongoError(40197, `Unrecognized option to $bucket: ${option}.`);
  const { groupBy, boundaries, output } = operand;
  if (groupBy === undefined || boundaries === undefined)
    throw new MongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  if (!isExpression(groupBy))
    throw new MongoError(
      40202,
      `The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${show(groupBy)}.`,
    );
  if (output !== undefined && !isDoc(output))
    throw new MongoError(40196, `The $bucket 'output' field must be an object, but found type: ${typeName(output)}.`);
  return operand;
};

export const isExpression = (value: Value): boolean =>
  typeof value === 'string' ? value.startsWith('$') : isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;

const constantOf = (value: Value, scope: Scope, fail: () => MongoError): Value => {
  const compiled = scope.compile(value);
  if (!compiled.constant) throw fail();
  return compiled.evaluate({}, []);
};

const boundariesOf = (given: Value, scope: Scope): Value[] => {
  if (!Array.isArray(given))
    throw new MongoError(40200, `The $bucket 'boundaries' field must be an array, but found type: ${typeName(given)}.`);
  if (given.length < 2)
    throw new MongoError(40192, `The $bucket 'boundaries' field must have at least 2 values, but found ${given.length} value(s).`);
  const boundaries = given.map((value) =>
    constantOf(
      value,
      scope,
      () => new MongoError(40191, `The $bucket 'boundaries' field must be an array of constant values, but found value: ${show(value)}.`),
    ),
  );
  for (let i = 1; i < boundaries.length; i++) {
    const [lower, upper] = [boundaries[i - 1], boundaries[i]];
    if (typeRank(lower) !== typeRank(upper)) {
      throw new MongoError(
        40193,
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`,
      );
    }
    if (compareValues(lower, upper, scope.settings.strings) >= 0) {
      throw new MongoError(
        40194,
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order (${show(lower)} is not less than ${show(upper)}).`,
      );
    }
  }
  return boundaries;
};

/** Which bucket a value belongs to: its place among the boundaries, or -1. */
const placeOf = (value: Value, boundaries: readonly Value[], compare: (a: Value, b: Value) => number): number => {
  if (compare(value, boundaries[0]) < 0 || compare(value, boundaries.at(-1)) >= 0) return -1;
  let low = 0;
  let high = boundaries.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (compare(value, boundaries[middle]) < 0) high = middle;
    else low = middle;
  }
  return low;
};

/** $bucket: groups by ranges [lower, upper); their _id is the lower boundary. */
export const bucket: CompileStage = (operand, { scope, pipeline }, name) => {
  const options = optionsOf(operand);
  const compare = (a: Value, b: Value): number => compareValues(a, b, scope.settings.strings);
  const boundaries = boundariesOf(options.boundaries, scope);
  const hasDefault = Object.hasOwn(options, 'default');
  const fallback = constantOf(
    options.default,
    scope,
    () => new MongoError(40195, "The $bucket 'default' field must be a constant expression."),
  );
  if (hasDefault && placeOf(fallback, boundaries, compare) >= 0) {
    throw new MongoError(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  const { evaluate } = scope.compile(options.groupBy);
  const fields = groupFields((options.output as Doc | undefined) ?? COUNT, scope);
  return {
    name,
    reads: scope.reads.paths,
    exhaustive: true,
    *run(input, run) {
      const groups = new Groups<number>(fields, name, pipeline);
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        for (const doc of item) {
          const place = placeOf(evaluate(doc, run.frame), boundaries, compare);
          if (place < 0 && !hasDefault)
            throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
          groups.add(place, doc, run.frame, () => (place < 0 ? fallback : boundaries[place]));
        }
      }
      yield* inBatches(
        [...groups.results()].sort((a, b) => compare(a._id, b._id)),
        run,
      );
    },
  };
};
