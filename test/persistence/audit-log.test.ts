import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { verifyAudit } from '../../server/operations/verify-audit.js';
import { AnchorBroken, type AuditAnchor, openAnchor } from '../../server/persistence/audit-anchor.js';
import { hashOf, nextLink } from '../../server/persistence/audit-chain.js';
import type { AuditLink, LyingEntry } from '../../server/persistence/audit-entries.js';
import { anchoredStore, storeFrom } from '../../server/persistence/audited-store.js';
import { connect } from '../../server/persistence/connect.js';
import type { Store } from '../../server/persistence/store.js';
import { auditEntryWith } from '../support/audit-log.js';
import { openTestStore, type TestStore } from '../support/test-store.js';

describe('the audit log', () => {
  let test: TestStore;
  let folder: string;
  let anchor: AuditAnchor;
  let store: Store;
  /** The log as it should be, to put back after each harm. */
  let whole: readonly LyingEntry[];

  const lying = () => test.raw.collection<LyingEntry & { _id: string }>('auditEntries');
  const codes = async (): Promise<readonly string[]> =>
    (await verifyAudit({ store: test.store }, () => anchor.read())).findings.map(({ code, seq }) =>
      seq === null ? code : `${code} ${seq}`,
    );
  const restore = async (): Promise<void> => {
    await lying().deleteMany({});
    await lying().insertMany(whole as never);
  };

  before(async () => {
    test = await openTestStore();
    folder = await mkdtemp(join(tmpdir(), 'onsil-audit-'));
    anchor = await openAnchor(join(folder, 'audit-head'), true);
    store = anchoredStore(test.store, { committed: (link) => anchor.advance(link, test.store.auditEntries), isAnchored: () => true });
    for (let n = 0; n < 8; n++) await store.auditEntries.add(auditEntryWith({ facts: { n } }));
    whole = await lying().find({}).sort({ seq: 1 }).toArray();
  });
  afterEach(restore);
  after(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is sound as it was written, and its head stands in a file outside of the database', async () => {
    expect(await codes()).to.deep.equal([]);
    const [seq, hash] = (await readFile(join(folder, 'audit-head'), 'utf8')).trim().split(' ');
    expect([Number(seq), hash]).to.deep.equal([8, whole[7]?.hash]);
  });

  describe('shows', () => {
    it('an edit', async () => {
      await lying().updateOne({ seq: 3 }, { $set: { establishmentId: 'another' } });
      expect(await codes()).to.deep.equal(['changed 3']);
    });

    it('an edit of each field', async () => {
      const fields = ['at', 'actor', 'action', 'subject', 'facts', 'requestId', 'reason', 'prev', 'hash'];
      for (const field of fields) {
        const forged = field === 'at' ? new Date('2020-01-01T00:00:00Z') : field === 'hash' ? 'f'.repeat(64) : 'forged';
        await lying().updateOne({ seq: 5 }, { $set: { [field]: forged } });
        expect(await codes(), field).not.to.deep.equal([]);
        await restore();
      }
    });

    it('a field that was added', async () => {
      await lying().updateOne({ seq: 5 }, { $set: { note: 'harmless' } });
      expect(await codes()).to.deep.equal(['changed 5']);
    });

    it('an edit whose hash was computed anew', async () => {
      const entry = { ...(whole[2] as LyingEntry), establishmentId: 'another' };
      await lying().updateOne({ seq: 3 }, { $set: { establishmentId: 'another', hash: hashOf(entry) } });
      expect(await codes()).to.deep.equal(['unlinked 4']);
    });

    it('a deletion', async () => {
      await lying().deleteOne({ seq: 4 });
      expect(await codes()).to.deep.equal(['missing 4']);
    });

    it('a deletion after which the others were numbered anew', async () => {
      await lying().deleteMany({ seq: { $gt: 3 } });
      await lying().insertMany(whole.slice(4).map((entry) => ({ ...entry, seq: Number(entry.seq) - 1 })) as never);
      const found = await codes();
      expect(found).to.include('unlinked 4').and.to.include('changed 4').and.to.include('tailCut 8');
    });

    it('an insertion outside of the chain', async () => {
      await lying().insertOne({ ...(whole[1] as LyingEntry), _id: 'slipped-in', seq: 2.5 } as never);
      await lying().insertOne({ ...(whole[1] as LyingEntry), _id: 'text', seq: '3' } as never);
      expect(await codes()).to.deep.equal(['outside', 'outside']);
    });

    it('an insertion between two others', async () => {
      const { id, ...link } = nextLink(auditEntryWith({ id: 'slipped-in' }), { seq: 3, hash: String(whole[2]?.hash) });
      await lying().deleteMany({ seq: { $gt: 3 } });
      const shifted = whole.slice(3).map((entry) => ({ ...entry, seq: Number(entry.seq) + 1 }));
      await lying().insertMany([{ _id: id, ...link }, ...shifted] as never);
      expect(await codes())
        .to.include('unlinked 5')
        .and.to.include('changed 5')
        .and.to.include('anchorMismatch 8');
    });

    it('a reordering', async () => {
      await lying().updateOne({ seq: 3 }, { $set: { seq: 99 } });
      await lying().updateOne({ seq: 4 }, { $set: { seq: 3 } });
      await lying().updateOne({ seq: 99 }, { $set: { seq: 4 } });
      expect(await codes())
        .to.include('changed 3')
        .and.to.include('changed 4');
    });

    it('a tail that was cut off, also after more was written behind the cut', async () => {
      await lying().deleteMany({ seq: { $gt: 6 } });
      expect(await codes()).to.deep.equal(['tailCut 7']);
      let refused: unknown;
      await anchor.advance(await test.store.auditEntries.add(auditEntryWith()), test.store.auditEntries).catch((error: unknown) => {
        refused = error;
      });
      expect(refused).to.be.instanceOf(AnchorBroken);
      for (let n = 0; n < 3; n++) await test.store.auditEntries.add(auditEntryWith());
      expect(await codes()).to.deep.equal(['anchorMismatch 8']);
    });

    it('a beginning that was cut off', async () => {
      await lying().deleteMany({ seq: { $lt: 3 } });
      expect(await codes()).to.deep.equal(['startCut 1']);
    });

    it('a log that was written anew, sound in itself', async () => {
      await lying().deleteMany({});
      let head: AuditLink | null = null;
      for (let n = 0; n < 9; n++) {
        const { id, ...link }: AuditLink = nextLink(auditEntryWith({ facts: { n: 100 + n } }), head);
        await lying().insertOne({ _id: id, ...link } as never);
        head = { id, ...link };
      }
      expect(await codes()).to.deep.equal(['anchorMismatch 8']);
    });

    it('an empty log that was not', async () => {
      await lying().deleteMany({});
      expect(await codes()).to.deep.equal(['tailCut 1']);
    });

    it('an anchor that is gone or is none', async () => {
      const text = await readFile(anchor.file, 'utf8');
      await rm(anchor.file);
      expect(await codes()).to.deep.equal(['anchorMissing']);
      await writeFile(anchor.file, 'not an anchor\n');
      expect(await codes()).to.deep.equal(['anchorUnreadable']);
      await writeFile(anchor.file, text);
      expect(await codes()).to.deep.equal([]);
    });
  });

  it('takes its entries in the transaction of their cause, or not at all', async () => {
    const failed = store.transaction(async (within) => {
      await within.auditEntries.add(auditEntryWith());
      throw new Error('power went out');
    });
    expect(await failed.catch((error: Error) => error.message)).to.equal('power went out');
    expect((await test.store.auditEntries.head())?.seq).to.equal(8);
    expect(await codes()).to.deep.equal([]);
  });

  it('says where a request came from, whoever writes the entry', async () => {
    const asked = storeFrom(test.store, { from: '203.0.113.0/24', requestId: 'r-1' });
    await asked.auditEntries.add(auditEntryWith({ id: 'alone', establishmentId: 'origin' }));
    await asked.transaction(
      async (within) => void (await within.auditEntries.add(auditEntryWith({ id: 'within', establishmentId: 'origin' }))),
    );
    for (const entry of await test.store.auditEntries.ofEstablishment('origin', 10))
      expect([entry.actor.from, entry.requestId]).to.deep.equal(['203.0.113.0/24', 'r-1']);
  });

  it('is one chain when several processes append at once', async () => {
    const others = await Promise.all([connect(test.uri), connect(test.uri)]);
    const head = (await test.store.auditEntries.head())?.seq ?? 0;
    try {
      const writers = [
        store,
        ...others.map((other) =>
          anchoredStore(other, { committed: (link) => anchor.advance(link, other.auditEntries), isAnchored: () => true }),
        ),
      ];
      await Promise.all(
        writers.flatMap((writer) =>
          Array.from({ length: 20 }, (_, n) =>
            writer.transaction(async (within) => void (await within.auditEntries.add(auditEntryWith({ facts: { n } })))),
          ),
        ),
      );
      expect((await test.store.auditEntries.head())?.seq).to.equal(head + 60);
      expect(await codes()).to.deep.equal([]);
      expect((await anchor.read())?.seq).to.equal(head + 60);
    } finally {
      await Promise.all(others.map((other) => other.close()));
      await anchor.begin({ seq: 8, hash: String(whole[7]?.hash) });
    }
  }).timeout(60_000);
});
