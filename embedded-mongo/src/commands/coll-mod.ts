import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { IndexSpec } from '../indexes/spec.js';
import { equalValues } from '../order/compare.js';
import type { Collection } from '../storage/catalog.js';
import { checkFields, requiredDoc, target } from './arguments.js';
import type { Command } from './command.js';

const WHERE = 'collMod.index';

const find = (collection: Collection, { name, keyPattern }: Doc): IndexSpec => {
  const found = collection.indexes.find(({ spec }) => (name === undefined ? equalValues(spec.key, keyPattern) : spec.name === name));
  if (!found) throw new MongoError('IndexNotFound', `cannot find index ${show((name ?? keyPattern) as Value)}`);
  return found.spec;
};

const secondsOf = (value: Value): number => {
  if (!isNumeric(value) || toNumber(value) < 0 || toNumber(value) > 2_147_483_647)
    throw new MongoError('InvalidOptions', `TTL index 'expireAfterSeconds' must be a number from 0 to 2147483647, not ${show(value)}`);
  return toNumber(value);
};

/** collMod: hides or shows an index to queries, or changes how long a TTL index keeps documents. */
export const collMod: Command = {
  fields: ['collMod', 'index'],
  async run(call) {
    const name = target(call);
    const change = requiredDoc(call.body, 'index', 'collMod');
    checkFields(change, ['name', 'keyPattern', 'hidden', 'expireAfterSeconds'], WHERE);
    const { hidden, expireAfterSeconds } = change;
    if ((typeof change.name === 'string') === isDoc(change.keyPattern))
      throw new MongoError('InvalidOptions', 'collMod needs either the name or the key pattern of an index');
    if (hidden === undefined && expireAfterSeconds === undefined)
      throw new MongoError('InvalidOptions', 'no expireAfterSeconds or hidden field');
    if (hidden !== undefined && typeof hidden !== 'boolean')
      throw new MongoError('TypeMismatch', `BSON field '${WHERE}.hidden' is the wrong type, expected type 'bool'`);
    return call.write(() => {
      const collection = call.collection(name);
      if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${call.db}.${name}`);
      const spec = find(collection, change);
      if (spec.name === '_id_') throw new MongoError('BadValue', "can't hide _id index");
      const seconds = expireAfterSeconds === undefined ? undefined : secondsOf(expireAfterSeconds);
      if (seconds !== undefined && Object.keys(spec.key).length > 1)
        throw new MongoError('InvalidOptions', 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
      const reply: Doc = {};
      if (seconds !== undefined) {
        if (spec.expireAfterSeconds !== undefined) reply.expireAfterSeconds_old = spec.expireAfterSeconds;
        spec.expireAfterSeconds = reply.expireAfterSeconds_new = seconds;
      }
      if (hidden !== undefined) {
        Object.assign(reply, { hidden_old: spec.hidden === true, hidden_new: hidden });
        if (hidden) spec.hidden = true;
        else delete spec.hidden;
      }
      call.server.catalog.touch(collection);
      call.server.catalog.save(collection);
      return reply;
    });
  },
};
