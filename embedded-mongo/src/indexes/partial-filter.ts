import { type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';

const COMPARISONS = ['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$type'];

const refuse = (name: string, operand: Value): never => {
  throw new MongoError('CannotCreateIndex', `Expression not supported in partial index: ${show({ [name]: operand })}`);
};

const checkField = (field: string, condition: Value): void => {
  if (!isDoc(condition)) return;
  for (const name of Object.keys(condition)) {
    if (!name.startsWith('$')) return;
    if (!COMPARISONS.includes(name) && !(name === '$exists' && condition[name] === true)) refuse(field, condition);
  }
};

/** Refuses what MongoDB refuses in a partial index: anything but comparisons, $in, $type, $exists: true, $and and $or. */
export const checkPartialFilter = (filter: Doc): void => {
  for (const name of Object.keys(filter)) {
    const operand = filter[name];
    if (name === '$and' || name === '$or') {
      for (const branch of Array.isArray(operand) ? operand : []) if (isDoc(branch)) checkPartialFilter(branch);
    } else if (name.startsWith('$')) refuse(name, operand);
    else checkField(name, operand);
  }
};
