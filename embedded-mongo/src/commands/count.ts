import type { Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { queryOf } from '../matcher/compile.js';
import { splitPath, valuesAt } from '../matcher/path.js';
import { compareValues } from '../order/compare.js';
import { encodeKey } from '../order/key-encoding.js';
import { prepare, select } from '../query/select.js';
import { optionalNumber, optionalText, target } from './arguments.js';
import type { Command } from './command.js';

export const count: Command = {
  fields: ['count', 'query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  async run(call) {
    const { body, match, collation } = call;
    const query = queryOf(body.query, 'query');
    const limit = Math.abs(optionalNumber(body, 'limit', 'count') ?? 0) || Number.POSITIVE_INFINITY;
    const skip = optionalNumber(body, 'skip', 'count') ?? 0;
    if (skip < 0) throw new MongoError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
    const collection = call.collection(target(call));
    if (!collection) return { n: 0 };
    if (Object.keys(query).length === 0 && body.hint === undefined) return { n: Math.max(0, Math.min(collection.count - skip, limit)) };
    let n = 0;
    const prepared = prepare(collection, { query, collation, hint: body.hint, match, skip, limit });
    for await (const batch of select(call.view, collection, prepared, call.pacer)) n += batch.length;
    return { n };
  },
};

export const distinct: Command = {
  fields: ['distinct', 'key', 'query', 'collation', 'hint'],
  transactional: true,
  snapshot: true,
  async run(call) {
    const { body, match, collation } = call;
    const query = queryOf(body.query, 'query');
    const key = optionalText(body, 'key', 'distinct');
    if (key === undefined) throw new MongoError(40414, "BSON field 'distinct.key' is missing but a required field");
    const path = splitPath(key);
    const collection = call.collection(target(call));
    if (!collection) return { values: [] };
    const found = new Map<string, Value>();
    const prepared = prepare(collection, { query, collation, hint: body.hint, match });
    for await (const batch of select(call.view, collection, prepared, call.pacer)) {
      for (const { doc } of batch) {
        for (const value of valuesAt(doc, path)) {
          if (value === undefined) continue;
          const name = encodeKey(value).toString('latin1');
          if (!found.has(name)) found.set(name, value);
        }
      }
    }
    const values = [...found.values()].sort((a, b) => compareValues(a, b));
    if (!match.strings) return { values };
    return { values: values.filter((value, i) => values.findIndex((other) => compareValues(other, value, match.strings) === 0) === i) };
  },
};
