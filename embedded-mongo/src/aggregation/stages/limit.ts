import { isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { asLong } from '../values/numbers.js';

export const limitOf = (operand: Value): number => {
  if (!isNumeric(operand))
    throw new MongoError(2107201, `invalid argument to $limit stage: Expected a number in: $limit: ${show(operand)}`);
  const limit = asLong(operand);
  if (limit === undefined) throw new MongoError(2107201, `invalid argument to $limit stage: Expected an integer: $limit: ${show(operand)}`);
  if (limit <= 0n) throw new MongoError(15958, 'the limit must be positive');
  return Number(limit);
};

/** $limit: the first documents. Ends what comes before it as soon as it has them. */
export const limit: CompileStage = (operand, _context, name) => {
  const most = limitOf(operand);
  return {
    name,
    reads: new Set(),
    exhaustive: false,
    *run(input) {
      let left = most;
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        if (item.length < left) {
          left -= item.length;
          yield item;
        } else {
          yield item.slice(0, left);
          return;
        }
      }
    },
  };
};
