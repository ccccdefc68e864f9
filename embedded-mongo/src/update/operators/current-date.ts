import { typeName } from '../../bson/types.js';
import { isDoc, Timestamp } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { UpdateOperator } from '../context.js';

/** $currentDate: the server's time, as a date or a timestamp. */
export const currentDate: UpdateOperator = (operand) => {
  let type = 'date';
  if (isDoc(operand)) {
    for (const name of Object.keys(operand))
      if (name !== '$type') throw new MongoError('BadValue', `Unrecognized $currentDate option: ${name}`);
    const given = operand.$type;
    if (given !== 'date' && given !== 'timestamp')
      throw new MongoError(
        'BadValue',
        "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
      );
    type = given;
  } else if (typeof operand !== 'boolean') {
    throw new MongoError(
      'BadValue',
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  return (slot, context) => slot.set(type === 'date' ? context.now : new Timestamp({ t: Math.floor(context.now.getTime() / 1000), i: 1 }));
};
