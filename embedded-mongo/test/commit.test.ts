import { expect } from 'chai';
import { MongoError } from '../src/errors/mongo-error.js';
import { Store } from '../src/storage/store.js';
import { newFolder, removeFolder } from './support/store.js';

describe('writes that share a commit', () => {
  const folder = newFolder();
  const store = new Store(folder);
  after(async () => {
    await store.close();
    removeFolder(folder);
  });

  const put = (key: string) => store.write(() => store.metaPut(key, Buffer.from(key)));
  const failing = (error: Error) =>
    store.write(() => {
      throw error;
    });
  const outcomes = async (writes: readonly Promise<unknown>[]) => (await Promise.allSettled(writes)).map(({ status }) => status);

  it('stand when one of them is refused', async () => {
    const refused = failing(new MongoError('BadValue', 'refused'));
    expect(await outcomes([put('a'), refused, put('b')])).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(store.metaGet('b')?.toString()).to.equal('b');
  });

  // Those behind the one that failed were never answered.
  it('are all answered, and none is kept, when one of them fails', async () => {
    expect(await outcomes([put('c'), failing(new TypeError('a bug')), put('d')])).to.deep.equal(['rejected', 'rejected', 'rejected']);
    expect([store.metaGet('c'), store.metaGet('d')]).to.deep.equal([undefined, undefined]);
    expect(await outcomes([put('e')])).to.deep.equal(['fulfilled']);
  });
});
