import { isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import type { CompileStage, Stage } from '../stage.js';
import { group } from './group.js';
import { sorting } from './sort.js';

const expressionOf = (operand: Value): Value => {
  if (typeof operand === 'string') {
    if (!operand.startsWith('$'))
      throw new MongoError(40148, `the sortByCount field must be defined as a $-prefixed path or an expression inside an object`);
    return operand;
  }
  if (!isDoc(operand)) throw new MongoError(40149, 'the sortByCount field must be specified as a string or as an object');
  if (!Object.keys(operand)[0]?.startsWith('$'))
    throw new MongoError(
      40147,
      `the sortByCount field must be defined as a $-prefixed path or an expression inside an object: ${show(operand)}`,
    );
  return operand;
};

/** $sortByCount: how often each value of an expression occurs, the most frequent first. */
export const sortByCount: CompileStage = (operand, context, name) => {
  const counted: Stage = group({ _id: expressionOf(operand), count: { $sum: 1 } }, context, '$group');
  const sorted = sorting([{ name: 'count', descending: true }], Number.POSITIVE_INFINITY, { ...context, scope: context.scope.reading() });
  return { name, reads: counted.reads, exhaustive: true, run: (input, run) => sorted.run(counted.run(input, run), run) };
};
