import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, setField } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isNullish } from '../values/truth.js';
import type { Accumulate } from './accumulator.js';

/** One object with the fields of all; later ones win. */
export const mergeObjects: Accumulate = () => {
  const merged: Doc = {};
  return {
    add: (value) => {
      if (isNullish(value)) return;
      if (!isDoc(value)) throw new MongoError(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
      for (const name of Object.keys(value)) setField(merged, name, value[name]);
    },
    result: () => merged,
  };
};
