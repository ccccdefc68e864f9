import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import type { Server } from '../commands/command.js';
import { Cursors } from '../cursors/cursors.js';
import { expireDocuments } from '../indexes/expiry.js';
import { OperationClock } from '../sessions/operation-clock.js';
import { Sessions } from '../sessions/sessions.js';
import { Catalog } from '../storage/catalog.js';
import { asDiskSpaceError } from '../storage/disk-space.js';
import { makeFolder } from '../storage/make-folder.js';
import { Store } from '../storage/store.js';
import { DamagedStore, STORE_FILE } from '../storage/store-file.js';
import { SnapshotReads } from '../transactions/snapshot-reads.js';
import { LIFETIME_SECONDS } from '../transactions/transaction.js';
import { Connection } from '../wire/connection.js';
import { Attachments } from './attachments.js';
import { Lock, type LockHolder } from './lock.js';

/** Socket paths longer than this do not fit into the system's address structure everywhere. */
const MAX_SOCKET_PATH = 100;
const SWEEP_MS = 1_000;
const EXPIRY_MS = 2_000;

export interface ServeOptions {
  dataDir: string;
  /** Serve on this loopback port instead of a socket; 0 lets the system choose. */
  port?: number | undefined;
  /** Stop when no process has attached within this time, or when the last one is gone; absent: serve until told to stop. */
  attachGraceMs?: number | undefined;
  log: (message: string) => void;
}

export interface Running {
  uri: string;
  /** Resolves when the server has stopped in order. */
  stopped: Promise<void>;
  stop: () => void;
}

interface Address {
  uri: string;
  listen: string | number;
}

const listen = (net: NetServer, target: string | number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    net.once('error', reject);
    const ready = (): void => {
      net.off('error', reject);
      const address = net.address();
      resolve(typeof address === 'object' && address ? address.port : undefined);
    };
    if (typeof target === 'string') net.listen(target, ready);
    else net.listen(target, '127.0.0.1', ready);
  });

/**
 * Listens on a private socket in the data folder, or on the loopback interface where no driver could name it: where the path would be
 * too long, or has a `%`, which the official driver decodes twice.
 */
const open = async (net: NetServer, options: ServeOptions): Promise<Address> => {
  const folder = join(options.dataDir, 'run');
  const path = join(folder, 'mongo.sock');
  if (options.port === undefined && Buffer.byteLength(path) <= MAX_SOCKET_PATH && !path.includes('%')) {
    makeFolder(folder);
    chmodSync(folder, 0o700);
    rmSync(path, { force: true });
    await listen(net, path);
    chmodSync(path, 0o600);
    return { uri: `mongodb://${encodeURIComponent(path)}/`, listen: path };
  }
  const port = await listen(net, options.port ?? 0);
  return { uri: `mongodb://127.0.0.1:${port}/`, listen: port ?? 0 };
};

/** Housekeeping: ends what is too old, and stops a server whose folder another one has taken over. */
const housekeeping = (server: Server, lock: Lock, stop: () => void): NodeJS.Timeout[] => {
  const failed = (error: unknown): void => server.log(`housekeeping failed: ${(error as Error).message}`);
  const sweep = async (): Promise<void> => {
    if (!lock.held) {
      server.log('the lock file is gone or belongs to another server: stopping');
      stop();
      return;
    }
    const { expired, forgotten } = server.sessions.sweep(LIFETIME_SECONDS);
    if (expired > 0) server.log(`${expired} transactions ended after ${LIFETIME_SECONDS} s`);
    if (forgotten.length > 0) {
      await server.store.write(() => {
        for (const key of forgotten) server.store.metaPut(key, undefined);
      });
    }
    server.snapshots.sweep();
    await server.cursors.sweep();
  };
  return [
    setInterval(() => sweep().catch(failed), SWEEP_MS),
    setInterval(() => expireDocuments(server.catalog, server.store).catch(failed), EXPIRY_MS),
  ];
};

/** Serves a folder in this process, unless a live server does already: then says who. */
export const serve = async (options: ServeOptions): Promise<Running | LockHolder> => {
  const { dataDir } = options;
  // What this process makes is for its user alone, whatever the folder's own mode.
  process.umask(0o077);
  makeFolder(dataDir);
  const lock = await Lock.take(dataDir);
  if (!(lock instanceof Lock)) return lock;
  try {
    return await serveLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** Opens the data and reads what stands at its head. Throws DamagedStore, and the system's error for files that cannot be opened. */
const openFiles = (dataDir: string): Pick<Server, 'store' | 'catalog' | 'sessions'> => {
  try {
    const store = new Store(dataDir);
    return { store, catalog: new Catalog(store), sessions: new Sessions(store) };
  } catch (error) {
    if (error instanceof DamagedStore || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    if (asDiskSpaceError(error, dataDir) !== error)
      throw Object.assign(new Error(`no space left on the disk of ${dataDir}`, { cause: error }), { code: 'ENOSPC' });
    throw new DamagedStore(join(dataDir, STORE_FILE), (error as Error).message);
  }
};

const serveLocked = async (options: ServeOptions, lock: Lock): Promise<Running> => {
  const { dataDir, log } = options;
  const startedAt = new Date();
  const connections = new Set<Connection>();
  let finish: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { store, catalog, sessions } = openFiles(dataDir);
  store.onFailure = () => {
    catalog.load();
    sessions.abortAll();
    sessions.forgetUnsaved();
  };
  const server: Server = {
    store,
    catalog,
    sessions,
    clock: new OperationClock(),
    snapshots: new SnapshotReads(store, catalog),
    cursors: new Cursors(),
    intents: new Map(),
    startedAt,
    address: '',
    log,
    connections: 0,
    commandCounts: new Map(),
    attachments: new Attachments(() => stop('the last attached process is gone'), options.attachGraceMs),
  };
  const net = createServer((socket) => {
    const connection = new Connection(socket, server, (gone) => {
      connections.delete(gone);
      server.connections = connections.size;
    });
    connections.add(connection);
    server.connections = connections.size;
  });
  const address = await open(net, options);
  server.address = String(address.listen);
  lock.announce(address.uri, address.listen);
  log(`embedded-mongo serves ${dataDir} on ${address.uri} as a single node: one machine, one copy of the data`);
  let stopping = false;
  const timers = housekeeping(server, lock, () => stop('the folder is served by another process'));
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    log(`stopping: ${reason}`);
    for (const timer of timers) clearInterval(timer);
    (server.attachments as Attachments).clear();
    void shutDown().then(finish);
  };
  const shutDown = async (): Promise<void> => {
    net.close();
    await Promise.all([...connections].map((connection) => connection.finish()));
    server.sessions.abortAll();
    await store.close();
    if (typeof address.listen === 'string') rmSync(address.listen, { force: true });
    lock.release();
    log('stopped');
  };
  return { uri: address.uri, stopped, stop: () => stop('asked to stop') };
};
