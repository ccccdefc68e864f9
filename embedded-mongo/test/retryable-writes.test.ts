import { Long, UUID } from 'bson';
import { expect } from 'chai';
import { start } from '../src/index.js';
import { sharedStore } from './support/shared.js';
import { newFolder, removeFolder } from './support/store.js';
import { WireClient } from './support/wire-client.js';

describe('retryable writes', () => {
  const db = 'retryable';
  let client: WireClient;

  before(async () => {
    client = await WireClient.connect((await sharedStore()).store.uri);
  });

  after(() => client.close());

  const all = async (collection: string): Promise<unknown[]> => (await client.command(db, { find: collection })).cursor.firstBatch;

  it('does a repeated write once and answers as the first time', async () => {
    const command = {
      update: 'n',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
      lsid: { id: new UUID() },
      txnNumber: Long.fromNumber(1),
    };
    const first = await client.command(db, command);
    const again = await client.command(db, command);
    expect(first).to.deep.include({ n: 1, upserted: [{ index: 0, _id: 1 }] });
    expect(again).to.deep.include({ n: 1, upserted: [{ index: 0, _id: 1 }], retriedStmtIds: [0] });
    expect(await all('n')).to.deep.equal([{ _id: 1, n: 1 }]);
  });

  it('repeats what findAndModify returned', async () => {
    await client.command(db, { insert: 'jobs', documents: [{ n: 1 }, { n: 2 }] });
    const command = {
      findAndModify: 'jobs',
      query: {},
      remove: true,
      sort: { n: 1 },
      lsid: { id: new UUID() },
      txnNumber: Long.fromNumber(1),
    };
    expect((await client.command(db, command)).value.n).to.equal(1);
    expect((await client.command(db, command)).value.n).to.equal(1);
    expect(await all('jobs')).to.have.length(1);
  });

  it('does the statements of a bulk that are left', async () => {
    const lsid = { id: new UUID() };
    const numbered = { lsid, txnNumber: Long.fromNumber(1) };
    await client.command(db, { insert: 'bulk', documents: [{ _id: 1 }], ...numbered, stmtIds: [0] });
    const reply = await client.command(db, { insert: 'bulk', documents: [{ _id: 1 }, { _id: 2 }], ...numbered, stmtIds: [0, 1] });
    expect(reply).to.deep.include({ n: 2, retriedStmtIds: [0] });
  });

  it('refuses an older number, and writes of many documents', async () => {
    const lsid = { id: new UUID() };
    await client.command(db, { insert: 'old', documents: [{}], lsid, txnNumber: Long.fromNumber(5) });
    expect(await client.command(db, { insert: 'old', documents: [{}], lsid, txnNumber: Long.fromNumber(4) })).to.include({
      ok: 0,
      code: 225,
    });
    const many = await client.command(db, { delete: 'old', deletes: [{ q: {}, limit: 0 }], lsid, txnNumber: Long.fromNumber(6) });
    expect(many.writeErrors[0].code).to.equal(72);
    expect(await all('old')).to.have.length(1);
  });

  it('remembers a write and a commit across a restart of the store', async () => {
    const folder = newFolder();
    const write = { insert: 'n', documents: [{ _id: 'once' }], lsid: { id: new UUID() }, txnNumber: Long.fromNumber(1) };
    const lsid = { id: new UUID() };
    const inTransaction = { lsid, txnNumber: Long.fromNumber(3), autocommit: false };
    const first = await start({ dataDir: folder });
    const before = await WireClient.connect(first.uri);
    await before.command(db, write);
    await before.command(db, { insert: 'n', documents: [{ _id: 'tx' }], ...inTransaction, startTransaction: true });
    expect(await before.command('admin', { commitTransaction: 1, ...inTransaction })).to.include({ ok: 1 });
    before.close();
    await first.stop();
    const second = await start({ dataDir: folder });
    const after = await WireClient.connect(second.uri);
    try {
      const again = await after.command(db, write);
      expect(again).to.include({ n: 1 });
      expect(again).to.not.have.property('writeErrors');
      expect(await after.command('admin', { commitTransaction: 1, ...inTransaction })).to.include({ ok: 1 });
    } finally {
      after.close();
      await second.stop();
      removeFolder(folder);
    }
  });
});
