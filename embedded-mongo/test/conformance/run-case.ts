import { EJSON } from 'bson';
import { expect } from 'chai';
import type { Collection, Db } from 'mongodb';
import type { Row } from '../support/store.js';
import type { Case, CaseFile, Json } from './cases.js';

const plain = (value: unknown): unknown => EJSON.parse(EJSON.stringify(value));

const sorted = (ids: unknown[]): string[] => ids.map((id) => EJSON.stringify(id)).sort();

const ask = async (db: Db, rows: Collection<Row>, { find, aggregate, update }: Case): Promise<Json> => {
  if (find) return rows.find(find.filter, find).toArray();
  // `$$self` stands for the collection of the case.
  if (aggregate) return rows.aggregate(EJSON.parse(EJSON.stringify(aggregate).replaceAll('$$self', rows.collectionName))).toArray();
  const reply = await db.command({ update: rows.collectionName, updates: [update] });
  const [refused] = reply.writeErrors ?? [];
  if (refused) throw Object.assign(new Error(refused.errmsg), { code: refused.code });
  return reply;
};

/** The fields a query names at its top: what an index could serve. */
export const indexable = ({ find }: Case): string[] =>
  Object.keys(find?.filter ?? {}).filter((name) => !name.startsWith('$') && !/\.\d/.test(name) && name !== '_id');

/** Checks one case in a collection of its own; throws where the server does something else. */
export const runCase = async (db: Db, file: CaseFile, test: Case, indexes: string[] = []): Promise<void> => {
  const rows = db.collection<Row>('conformance');
  await rows.drop();
  const given = test.given ?? file.given;
  if (given.length > 0) await rows.insertMany(given);
  for (const name of indexes) await rows.createIndex({ [name]: 1 });
  let result: Json;
  try {
    result = await ask(db, rows, test);
  } catch (error) {
    const { code, message } = error as { code?: number; message: string };
    if (test.error === undefined) throw new Error(`refused with ${code}: ${message}`);
    expect(code, message).to.equal(test.error);
    return;
  }
  if (test.error !== undefined) throw new Error(`expected code ${test.error}, got ${EJSON.stringify(result)}`);
  if (test.ids) expect(sorted(result.map(({ _id }: Row) => _id))).to.deep.equal(sorted(test.ids));
  if (test.sequence) expect(result.map(({ _id }: Row) => _id)).to.deep.equal(test.sequence);
  if (test.gives) expect(plain(result)).to.deep.equal(plain(test.gives));
  if (test.reply) expect(plain(result)).to.deep.include(plain(test.reply) as object);
  if (test.leaves) {
    const stored = await rows.find().sort({ _id: 1 }).toArray();
    // As text, so that the order of fields counts too.
    expect(EJSON.stringify(stored)).to.equal(EJSON.stringify(test.leaves));
  }
};
