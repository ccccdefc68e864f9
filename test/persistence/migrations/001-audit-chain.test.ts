import { expect } from 'chai';
import { verifyAudit } from '../../../server/operations/verify-audit.js';
import { connect, UnfitStore } from '../../../server/persistence/connect.js';
import { openTestStore, type TestStore } from '../../support/test-store.js';

/** An entry as the version before wrote it. */
const written = (id: string, at: string) => ({
  _id: id,
  at: new Date(at),
  actor: { role: 'operator', sessionId: null },
  action: 'invitation.create',
  establishmentId: 'one',
  subject: { kind: 'invitation', id: 'x' },
  facts: { purpose: 'letter' },
});

describe('migration 001-audit-chain', () => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
    const { raw } = test;
    await raw.collection('auditEntries').dropIndexes();
    await raw.collection('migrations').deleteMany({});
    await raw
      .collection<{ _id: string }>('auditEntries')
      .insertMany([
        written('late', '2026-03-02T00:00:00Z'),
        written('early', '2026-03-01T00:00:00Z'),
        written('middle', '2026-03-01T12:00:00Z'),
      ]);
  });
  afterEach(() => test.close());

  const sound = async () => {
    const { findings, entries, head } = await verifyAudit(test, async () => ({
      seq: 3,
      hash: (await test.store.auditEntries.hashAt(3)) ?? '',
    }));
    return { findings, entries, seq: head?.seq };
  };

  it('puts what lay there into the chain, in the order of its time', async () => {
    await (await connect(test.uri)).close();
    const ids = (await test.raw.collection<{ _id: string }>('auditEntries').find({}).sort({ seq: 1 }).toArray()).map(({ _id }) => _id);
    expect(ids).to.deep.equal(['early', 'middle', 'late']);
    expect(await sound()).to.deep.equal({ findings: [], entries: 3, seq: 3 });
  });

  it('is done once, by however many processes start at once', async () => {
    const stores = await Promise.all([connect(test.uri), connect(test.uri), connect(test.uri)]);
    await Promise.all(stores.map((store) => store.close()));
    await (await connect(test.uri)).close();
    expect(await sound()).to.deep.equal({ findings: [], entries: 3, seq: 3 });
    expect(await test.raw.collection<{ _id: string }>('migrations').countDocuments({ _id: '001-audit-chain' })).to.equal(1);
  });

  it('is said to be pending until it is done, and a database of a newer version is refused with a sentence', async () => {
    expect((await test.store.state()).pendingMigrations).to.include('001-audit-chain');
    await (await connect(test.uri)).close();
    expect((await test.store.state()).pendingMigrations).to.deep.equal([]);
    await test.raw.collection<{ _id: string }>('migrations').insertOne({ _id: '999-from-the-future' });
    const failure = await connect(test.uri).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(UnfitStore).with.property('en').that.includes('999-from-the-future');
  });
});
