import { expect } from 'chai';
import { connect, hasTransactions } from '../../server/persistence/connect.js';
import { AlreadyThere, StoreUnavailable } from '../../server/persistence/store.js';
import { establishmentWith, responseWith, versionWith } from '../support/stored.js';
import { openTestStore, type TestStore } from '../support/test-store.js';

/** What a promise was rejected with. */
const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
};

describe('the store', () => {
  let test: TestStore;
  before(async () => {
    test = await openTestStore();
  });
  after(() => test.close());

  describe('a transaction', () => {
    it('keeps everything once it has ended', async () => {
      const { store } = test;
      const response = responseWith();
      const version = versionWith({ responseId: response.id });
      await store.transaction(async (within) => {
        await within.responses.add(response);
        await within.responseVersions.add(version);
      });
      expect(await store.responses.byId(response.id)).to.deep.equal(response);
      expect(await store.responseVersions.byVersion(response.id, 1)).to.deep.equal(version);
    });

    it('keeps nothing when its work fails half way', async () => {
      const { store } = test;
      const response = responseWith();
      const failure = await failureOf(
        store.transaction(async (within) => {
          await within.responses.add(response);
          throw new Error('power went out');
        }),
      );
      expect(failure).to.be.an('error').with.property('message', 'power went out');
      expect(await store.responses.byId(response.id)).to.equal(null);
    });

    it('keeps nothing when one of its documents is already there', async () => {
      const { store } = test;
      const there = versionWith();
      await store.responseVersions.add(there);
      const response = responseWith();
      const failure = await failureOf(
        store.transaction(async (within) => {
          await within.responses.add(response);
          await within.responseVersions.add(versionWith({ responseId: there.responseId }));
        }),
      );
      expect(failure).to.be.instanceOf(AlreadyThere);
      expect(await store.responses.byId(response.id)).to.equal(null);
    });

    it('reads what it has written, and nobody else does before it has ended', async () => {
      const { store } = test;
      const establishment = establishmentWith();
      await store.transaction(async (within) => {
        await within.establishments.add(establishment);
        expect(await within.establishments.byId(establishment.id)).to.deep.equal(establishment);
        expect(await store.establishments.byId(establishment.id)).to.equal(null);
      });
      expect(await store.establishments.byId(establishment.id)).to.deep.equal(establishment);
    });

    it('is repeated when another one wrote the same document, so that of 20 counters none is lost', async () => {
      const { store } = test;
      const response = responseWith();
      await store.responses.add(response);
      const countUp = () =>
        store.transaction(async (within) => {
          const stored = await within.responses.byId(response.id);
          if (stored === null) throw new Error('it is gone');
          await within.responses.replace({ ...stored, revision: stored.revision + 1 }, stored.revision);
        });
      await Promise.all(Array.from({ length: 20 }, countUp));
      expect((await store.responses.byId(response.id))?.revision).to.equal(20);
    });
  });

  it('lets one of 20 simultaneous changes of one revision through', async () => {
    const { store } = test;
    const response = responseWith({ revision: 7 });
    await store.responses.add(response);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.responses.replace({ ...response, revision: 8 }, 7)));
    expect(outcomes.filter(Boolean)).to.have.length(1);
  });

  it('refuses a field that its schema does not have', async () => {
    const stranger = { ...establishmentWith(), role: 'administrator' };
    expect(await failureOf(test.store.establishments.add(stranger))).to.have.property('name', 'StrictModeError');
  });

  it('takes an operator or a list in the place of an id for what it is: no id', async () => {
    for (const forged of [{ $ne: null }, { $gt: '' }, ['a', 'b']])
      expect(await failureOf(test.store.responses.byId(forged as unknown as string))).to.have.property('name', 'CastError');
  });

  describe('its indexes', () => {
    const unique = [
      ['establishments', 'businessNumber_1'],
      ['establishments', 'example_1'],
      ['responses', 'establishmentId_1_roundId_1'],
      ['responseVersions', 'responseId_1_version_1'],
      ['inventories', 'responseId_1_version_1'],
      ['invitations', 'secretHash_1'],
      ['auditEntries', 'seq_1'],
    ] as const;

    for (const [collection, name] of unique)
      it(`hold ${name} of ${collection} unique`, async () => {
        const indexes = await test.raw.collection(collection).indexes();
        expect(indexes.find((index) => index.name === name)).to.include({ unique: true });
      });

    it('are built again when one is missing', async () => {
      await test.raw.collection('responses').dropIndex('establishmentId_1_roundId_1');
      await (await connect(test.uri)).close();
      const indexes = await test.raw.collection('responses').indexes();
      expect(indexes.map((index) => index.name)).to.include('establishmentId_1_roundId_1');
    });

    it('stop the start when one cannot be built', async () => {
      await test.raw.collection('inventories').dropIndex('responseId_1_version_1');
      const twins = ['twin-1', 'twin-2'].map((_id) => ({ _id, responseId: 'twin', version: 1 }));
      await test.raw.collection<{ _id: string }>('inventories').insertMany(twins);
      expect(await failureOf(connect(test.uri))).to.be.an('error');
      await test.raw.collection('inventories').deleteMany({ responseId: 'twin' });
      await (await connect(test.uri)).close();
    });
  });

  it('says that it is away when nothing answers', async () => {
    expect(await failureOf(connect('mongodb://127.0.0.1:1/onsil?serverSelectionTimeoutMS=200'))).to.be.instanceOf(StoreUnavailable);
  }).timeout(10_000);

  it('serves on a replica set and on a sharded cluster, not on a standalone server', () => {
    expect(hasTransactions({ setName: 'rs0' })).to.equal(true);
    expect(hasTransactions({ msg: 'isdbgrid' })).to.equal(true);
    expect(hasTransactions({})).to.equal(false);
  });
});
