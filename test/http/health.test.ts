import { expect } from 'chai';
import { checkReadiness, leastFreeBytes } from '../../server/operations/readiness.js';
import { type Store, StoreUnavailable } from '../../server/persistence/store.js';
import type { StoreState } from '../../server/persistence/store-state.js';
import type { Site } from '../../server/site.js';
import { newTestLog, type ServedSite, serveTestSite } from '../support/test-site.js';
import { openTestStore } from '../support/test-store.js';

const fine: StoreState = { missingIndexes: [], pendingMigrations: [], freeBytes: null, isAnchored: true };
const siteWith = (state: () => Promise<StoreState>): Site => ({ store: { state } as unknown as Store, log: newTestLog().log }) as Site;
const failing = async (state: Partial<StoreState>): Promise<readonly string[]> => {
  const { ready, checks } = await checkReadiness(siteWith(async () => ({ ...fine, ...state })));
  const wrong = Object.entries(checks).filter(([, check]) => check !== 'ok');
  expect(ready).to.equal(wrong.length === 0);
  return wrong.map(([name]) => name);
};

describe('readiness', () => {
  it('needs a store that can be written, its indexes, its migrations, room on the disk and an anchored audit log', async () => {
    expect(await failing({})).to.deep.equal([]);
    expect(await failing({ missingIndexes: ['responses.establishmentId_roundId'] })).to.deep.equal(['indexes']);
    expect(await failing({ pendingMigrations: ['001-audit-chain'] })).to.deep.equal(['migrations']);
    expect(await failing({ freeBytes: leastFreeBytes - 1 })).to.deep.equal(['disk']);
    expect(await failing({ freeBytes: leastFreeBytes })).to.deep.equal([]);
    expect(await failing({ isAnchored: false })).to.deep.equal(['audit']);
  });

  it('is denied when the store is away or does not answer in time', async () => {
    const away = await checkReadiness(siteWith(() => Promise.reject(new StoreUnavailable(new Error('connection lost')))));
    expect([away.ready, away.checks.store]).to.deep.equal([false, 'failing']);
    const hanging = await checkReadiness(siteWith(() => new Promise(() => undefined)));
    expect([hanging.ready, hanging.checks.store]).to.deep.equal([false, 'failing']);
  });

  it('sees an index that is gone from the database, or no longer unique', async () => {
    const test = await openTestStore();
    try {
      expect((await test.store.state()).missingIndexes).to.deep.equal([]);
      await test.raw.collection('auditEntries').dropIndex('seq_1');
      expect((await test.store.state()).missingIndexes).to.deep.equal(['auditEntries.seq']);
      await test.raw.collection('auditEntries').createIndex({ seq: 1 });
      expect((await test.store.state()).missingIndexes).to.deep.equal(['auditEntries.seq']);
    } finally {
      await test.close();
    }
  });
});

describe('whatever watches over the site', () => {
  let served: ServedSite;
  let missing: readonly string[] = [];
  before(async () => {
    served = await serveTestSite({ baseUrl: null }, (store) => ({
      ...store,
      state: async () => ({ ...(await store.state()), missingIndexes: missing }),
    }));
  });
  after(() => served.close());

  it('is told what is not ready by the name of the part alone', async () => {
    const ready = await served.browser().get('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).to.deep.equal([
      200,
      { status: 'ready', checks: { store: 'ok', indexes: 'ok', migrations: 'ok', disk: 'ok', audit: 'ok' } },
    ]);
    missing = ['responses.establishmentId_roundId'];
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const reply = await served.browser().get('/readyz');
    expect(reply.status).to.equal(503);
    expect(reply.text).to.include('"indexes":"failing"').and.not.to.include('establishmentId');
    expect(served.logged()).to.include('establishmentId_roundId');
  });
});
