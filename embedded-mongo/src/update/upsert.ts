import { BSONRegExp, type Doc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { isOperatorObject } from '../matcher/comparison.js';
import { splitPath } from '../matcher/path.js';
import { Slot } from './slot.js';

/** The one value a condition demands, in a list; empty when it leaves a choice. */
const demanded = (operand: Value): Value[] => {
  if (operand instanceof BSONRegExp) return [];
  if (!isOperatorObject(operand)) return [operand];
  if (Object.hasOwn(operand, '$eq')) return [operand.$eq];
  const all = operand.$all;
  if (Array.isArray(all) && all.length === 1 && !isOperatorObject(all[0])) return [all[0]];
  const choice = operand.$in;
  if (Array.isArray(choice) && choice.length === 1 && !(choice[0] instanceof BSONRegExp)) return [choice[0]];
  return [];
};

/** What an upsert starts from: the fields that the query fixes to one value. */
export const fieldsFixedBy = (query: Doc): Doc => {
  const fixed = new Map<string, Value>();
  const collect = (part: Doc): void => {
    for (const name of Object.keys(part)) {
      const operand = part[name];
      if (name === '$and' || (name === '$or' && Array.isArray(operand) && operand.length === 1))
        for (const clause of operand as Doc[]) collect(clause);
      if (name.startsWith('$')) continue;
      for (const value of demanded(operand)) {
        if (fixed.has(name))
          throw new MongoError('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
        fixed.set(name, value);
      }
    }
  };
  collect(query);
  const doc: Doc = {};
  for (const [name, value] of fixed) {
    for (const other of fixed.keys()) {
      if (other.startsWith(`${name}.`))
        throw new MongoError('NotSingleValueField', `cannot infer query fields to set, both paths '${name}' and '${other}' are matched`);
    }
    new Slot(doc, splitPath(name)).set(value);
  }
  return doc;
};
