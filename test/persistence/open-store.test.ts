import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openStore, type StoreWatch } from '../../server/persistence/open-store.js';
import { establishmentWith } from '../support/stored.js';

/** Writes down what happens to the store. */
class Notes implements StoreWatch {
  readonly events: string[] = [];
  said(): void {}
  died(): void {
    this.events.push('died');
  }
  restarted(): void {
    this.events.push('restarted');
  }
  gaveUp(): void {
    this.events.push('gave up');
  }
}

const killStoreOf = async (dataDir: string): Promise<void> => {
  const { pid } = JSON.parse(await readFile(join(dataDir, 'server.lock'), 'utf8')) as { readonly pid: number };
  process.kill(pid, 'SIGKILL');
};

describe('the embedded store of a site', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onsil-open-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  // The second folder's name is too long for the path of a socket, so that its store listens on a port.
  for (const name of ['short', 'l'.repeat(120)])
    it(`that died is back, with everything that was kept (folder of ${name.length} letters)`, async () => {
      const dataDir = join(folder, name);
      await mkdir(dataDir);
      const notes = new Notes();
      const store = await openStore({ dataDir }, notes);
      const before = establishmentWith();
      await store.establishments.add(before);
      await killStoreOf(dataDir);
      while (!notes.events.includes('restarted')) await pause(10);
      expect(await store.establishments.byId(before.id)).to.deep.equal(before);
      const after = establishmentWith();
      await store.transaction((within) => within.establishments.add(after));
      expect(await store.establishments.byId(after.id)).to.deep.equal(after);
      await store.close();
      expect(notes.events).to.deep.equal(['died', 'restarted']);
    });

  it('is shared by whoever opens the same folder, and stops with the last of them', async () => {
    const dataDir = join(folder, 'shared');
    const first = await openStore({ dataDir }, new Notes());
    const second = await openStore({ dataDir }, new Notes());
    const establishment = establishmentWith();
    await first.establishments.add(establishment);
    expect(await second.establishments.byId(establishment.id)).to.deep.equal(establishment);
    await first.close();
    await second.ping();
    await second.close();
    const again = await openStore({ dataDir }, new Notes());
    expect(await again.establishments.byId(establishment.id)).to.deep.equal(establishment);
    await again.close();
  });
});
