import { MongoError } from '../../errors/mongo-error.js';
import { Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { INT, integral } from '../values/numbers.js';

/** $count: how many documents there are; nothing when there are none. */
export const count: CompileStage = (operand, _context, name) => {
  if (typeof operand !== 'string') throw new MongoError(40156, 'the count field must be a non-empty string');
  if (operand === '') throw new MongoError(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) throw new MongoError(40159, 'the count field cannot contain a null byte');
  if (operand.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  return {
    name,
    reads: new Set(),
    exhaustive: true,
    *run(input) {
      let documents = 0;
      for (const item of input) {
        if (item instanceof Wait) yield item;
        else documents += item.length;
      }
      if (documents > 0) yield [{ [operand]: integral(BigInt(documents), INT) }];
    },
  };
};
