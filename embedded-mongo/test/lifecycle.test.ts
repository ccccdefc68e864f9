import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { start } from '../src/index.js';
import { connect, newFolder, removeFolder } from './support/store.js';

const index = new URL('../src/index.js', import.meta.url).href;
const launcher = fileURLToPath(new URL('../../bin/embedded-mongo.mjs', import.meta.url));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const goneWithin = async (pid: number, ms: number): Promise<boolean> => {
  const deadline = Date.now() + ms;
  while (isAlive(pid) && Date.now() < deadline) await wait(20);
  return !isAlive(pid);
};

const serverPid = (folder: string): number => JSON.parse(readFileSync(join(folder, 'server.lock'), 'utf8')).pid as number;

/** Another process that starts the store of a folder and then waits. */
const otherProcess = async (folder: string) => {
  const script = `import { start } from ${JSON.stringify(index)}; const { uri } = await start({ dataDir: ${JSON.stringify(folder)} }); console.log(uri); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const uri = await new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())));
  return { child, uri };
};

describe('starting and stopping', () => {
  let folder: string;

  beforeEach(() => {
    folder = newFolder();
  });

  afterEach(() => removeFolder(folder));

  it('keeps the data, says that it is a single node, and leaves no process and no lock behind', async () => {
    const lines: string[] = [];
    const store = await start({ dataDir: folder, heapMegabytes: 128, log: (line) => lines.push(line) });
    const client = await connect(store.uri);
    await client.db('d').collection('c').insertOne({ a: 1 });
    await client.close();
    const pid = serverPid(folder);
    await store.stop();
    expect(isAlive(pid)).to.equal(false);
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
    expect(lines[0]).to.contain('single node');
    const again = await start({ dataDir: folder });
    const reader = await connect(again.uri);
    expect(await reader.db('d').collection('c').countDocuments({})).to.equal(1);
    await reader.close();
    await again.stop();
  });

  it('lets nobody else in: socket 0600 in a folder 0700', async () => {
    const store = await start({ dataDir: folder });
    const socket = decodeURIComponent(new URL(store.uri).host);
    expect(statSync(socket).mode & 0o777).to.equal(0o600);
    expect(statSync(join(socket, '..')).mode & 0o777).to.equal(0o700);
    expect(statSync(join(folder, 'store.mdb')).mode & 0o777).to.equal(0o600);
    await store.stop();
  });

  it('serves on the loopback interface where a socket path would be too long', async () => {
    const store = await start({ dataDir: join(folder, 'x'.repeat(110)) });
    expect(store.uri).to.match(/^mongodb:\/\/127\.0\.0\.1:\d+\/$/);
    const client = await connect(store.uri);
    expect(await client.db('admin').command({ ping: 1 })).to.include({ ok: 1 });
    await client.close();
    await store.stop();
  });

  for (const name of ['50%', 'a%20b', 'two words', '온실 자료', 'a#b', 'what?', 'me@home:1,2'])
    it(`serves a folder called ${JSON.stringify(name)}`, async () => {
      const store = await start({ dataDir: join(folder, name) });
      const client = await connect(store.uri);
      await client.db('d').collection('c').insertOne({ a: 1 });
      expect(await client.db('d').collection('c').countDocuments({})).to.equal(1);
      await client.close();
      await store.stop();
    });

  it('attaches a second opener and stops with the last one', async () => {
    const first = await start({ dataDir: folder });
    const { child, uri } = await otherProcess(folder);
    expect(uri).to.equal(first.uri);
    const pid = serverPid(folder);
    await first.stop();
    expect(isAlive(pid)).to.equal(true);
    child.kill('SIGKILL');
    expect(await goneWithin(pid, 5_000)).to.equal(true);
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
  });

  it('gives many openers at the same moment one server', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => start({ dataDir: folder })));
    expect(new Set(stores.map(({ uri }) => uri)).size).to.equal(1);
    await Promise.all(stores.map((store) => store.stop()));
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
    // Nor does one that was started in vain come to serve afterwards.
    await wait(300);
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
  });

  it('recognizes the lock of a killed server, and of a process number that was given to another process', async () => {
    const store = await start({ dataDir: folder });
    const pid = serverPid(folder);
    process.kill(pid, 'SIGKILL');
    await store.exited;
    expect(await goneWithin(pid, 5_000)).to.equal(true);
    const second = await start({ dataDir: folder });
    expect(serverPid(folder)).to.not.equal(pid);
    await second.stop();
    writeFileSync(
      join(folder, 'server.lock'),
      JSON.stringify({ pid: process.pid, began: 'long ago', token: 'x', uri: 'mongodb://nowhere/', listen: '/nowhere' }),
    );
    const third = await start({ dataDir: folder });
    expect(third.uri).to.not.contain('nowhere');
    await third.stop();
  });

  it('stops in order on SIGTERM and ignores Ctrl+C', async () => {
    const store = await start({ dataDir: folder });
    const pid = serverPid(folder);
    process.kill(pid, 'SIGINT');
    await wait(100);
    expect(isAlive(pid)).to.equal(true);
    process.kill(pid, 'SIGTERM');
    await store.exited;
    expect(await goneWithin(pid, 5_000)).to.equal(true);
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
    await store.stop();
  });

  it('prints its address as one JSON line when it is ready, and exit codes tell what happened', async () => {
    const child = spawn(process.execPath, [launcher, 'serve', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const line = await new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString())));
    const client = await connect(JSON.parse(line).uri as string);
    expect(await client.db('admin').command({ ping: 1 })).to.include({ ok: 1 });
    await client.close();
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await code).to.equal(0);
    const wrong = spawn(process.execPath, [launcher, 'serve'], { stdio: 'ignore' });
    expect(await new Promise((resolve) => wrong.once('exit', resolve))).to.equal(2);
  });
});
