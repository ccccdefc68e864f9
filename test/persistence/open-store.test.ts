import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openStore, type StoreWatch } from '../../server/persistence/open-store.js';
import type { Store } from '../../server/persistence/store.js';
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

const pidOf = async (dataDir: string): Promise<number> => {
  const { pid } = JSON.parse(await readFile(join(dataDir, 'server.lock'), 'utf8')) as { readonly pid: number };
  return pid;
};

const killStoreOf = async (dataDir: string): Promise<void> => {
  process.kill(await pidOf(dataDir), 'SIGKILL');
};

/** Longer than the driver waits between two looks at a server, so that a broken line makes it look at once. */
const sinceLastLook = 600;

/** The sockets that this process opens while `work` runs, in their order. */
const socketsOf = async (work: () => Promise<unknown>): Promise<readonly Socket[]> => {
  const sockets: Socket[] = [];
  const note = (message: unknown): void => void sockets.push((message as { readonly socket: Socket }).socket);
  subscribe('net.client.socket', note);
  await work();
  unsubscribe('net.client.socket', note);
  return sockets.filter((socket) => !socket.destroyed);
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

  // A driver that looks after its server through a socket which ended in the same moment waits for ever for that to be written: it
  // never finds the server again. About one death in five met that moment, and the site fell silent although its store was back.
  it('that dies in the middle of requests is found when it is back, though the driver does not look any more', async () => {
    const dataDir = join(folder, 'silent');
    const notes = new Notes();
    const kept = establishmentWith();
    const added = establishmentWith();
    const next = establishmentWith();
    let store: Store | undefined;
    const sockets = await socketsOf(async () => {
      store = await openStore({ dataDir }, notes);
      const { establishments } = store;
      await establishments.add(kept);
      await Promise.all([establishments.byId(kept.id), establishments.byId(kept.id), establishments.byId(kept.id)]);
    });
    if (store === undefined) throw new Error('no store');
    const [, lookingAfter, ...lines] = sockets;
    await pause(sinceLastLook);
    const pid = await pidOf(dataDir);
    process.kill(pid, 'SIGSTOP');
    const reads = [store.establishments.byId(kept.id), store.establishments.byId(kept.id)];
    const write = store.transaction((within) => within.establishments.add(added));
    await pause(50);
    lookingAfter?.destroy();
    for (const line of lines) line.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }));
    process.kill(pid, 'SIGKILL');
    // On a machine that takes long to start a process they are told that the store is away; silent is none of them.
    await Promise.allSettled([...reads, write]);
    while (!notes.events.includes('restarted')) await pause(10);
    expect(await store.establishments.byId(kept.id)).to.deep.equal(kept);
    await store.transaction((within) => within.establishments.add(next));
    expect(await store.establishments.byId(next.id)).to.deep.equal(next);
    await store.close();
  });

  it('that dies twice in a row is back all the same', async () => {
    const dataDir = join(folder, 'twice');
    const notes = new Notes();
    const store = await openStore({ dataDir }, notes);
    const kept = establishmentWith();
    await store.establishments.add(kept);
    const first = await pidOf(dataDir);
    process.kill(first, 'SIGKILL');
    // The next one is killed as soon as it holds the folder, which is before anybody is connected to it.
    const next = async (): Promise<number> => {
      for (;;) {
        const pid = await pidOf(dataDir).catch(() => first);
        if (pid !== first) return pid;
        await pause(1);
      }
    };
    process.kill(await next(), 'SIGKILL');
    while (!notes.events.includes('restarted')) await pause(10);
    expect(await store.establishments.byId(kept.id)).to.deep.equal(kept);
    await store.close();
    expect(notes.events).to.not.include('gave up');
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
