import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { DamagedStore, start } from '../src/index.js';
import { connect, newFolder, refusal, removeFolder } from './support/store.js';

const index = new URL('../src/index.js', import.meta.url).href;
const launcher = fileURLToPath(new URL('../../bin/embedded-mongo.mjs', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Processes that were started for a folder, by their command line. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
    } catch (error) {
      // It ended between the list and the look.
      if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  });

/** The code of the error with which a start ends that is made by a user without rights. */
const codeAsNobody = (folder: string): string => {
  const script = `import { start } from ${JSON.stringify(index)}; await start({ dataDir: ${JSON.stringify(folder)} }).then(() => console.log('started'), ({ code, message }) => console.log(code ?? message)); process.exit();`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  });
  return stdout.trim();
};

describe('a folder that cannot be served', () => {
  let folder: string;
  const file = (): string => join(folder, 'store.mdb');

  beforeEach(() => {
    folder = newFolder();
  });

  afterEach(() => {
    chmodSync(folder, 0o700);
    removeFolder(folder);
  });

  /** A file of a store in which something was written. */
  const filled = async (): Promise<void> => {
    const store = await start({ dataDir: folder });
    const client = await connect(store.uri);
    await client
      .db('d')
      .collection('c')
      .insertMany(Array.from({ length: 500 }, (_, n) => ({ n, text: `${n}`.repeat(100) })));
    await client.close();
    await store.stop();
  };

  const contents: Readonly<Record<string, () => void | Promise<void>>> = {
    'three bytes of text': () => writeFileSync(file(), 'abc'),
    'a long text': () => writeFileSync(file(), 'not a store\n'.repeat(10_000)),
    zeros: () => writeFileSync(file(), Buffer.alloc(65_536)),
    'a store cut off after its head': async () => {
      await filled();
      truncateSync(file(), 8_192);
    },
    'a store whose pages were overwritten': async () => {
      await filled();
      const bytes = readFileSync(file());
      writeFileSync(file(), Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(bytes.length - 8_192, 0xa5)]));
    },
  };
  for (const [what, write] of Object.entries(contents))
    it(`is refused within seconds when store.mdb holds ${what}; the file stays and no process does`, async () => {
      await write();
      const before = readFileSync(file());
      const begun = performance.now();
      const error = await refusal(start({ dataDir: folder }));
      expect(performance.now() - begun).to.be.below(8_000);
      expect(error).to.be.instanceOf(DamagedStore);
      expect(error.message).to.contain(file()).and.to.contain('backup').and.to.contain('another folder');
      expect(readFileSync(file()).equals(before)).to.equal(true);
      expect(processesOf(folder)).to.deep.equal([]);
    }).timeout(15_000);

  it('begins anew in an empty store.mdb, which a first start leaves that was cut off', async () => {
    writeFileSync(file(), '');
    await (await start({ dataDir: folder })).stop();
  });

  it('is named by the command line too, with exit code 1', () => {
    writeFileSync(file(), 'abc');
    const { status, stderr } = spawnSync(process.execPath, [launcher, 'serve', folder], { encoding: 'utf8' });
    expect(status).to.equal(1);
    expect(stderr).to.match(/^embedded-mongo: .*store\.mdb cannot be read as a store/);
    expect(existsSync(join(folder, 'server.lock'))).to.equal(false);
  });

  it('is refused with EACCES when this user may not write there', () => {
    chmodSync(folder, 0o555);
    expect(codeAsNobody(folder)).to.equal('EACCES');
    expect(processesOf(folder)).to.deep.equal([]);
  });

  it('is refused with EACCES when this user may not write the file itself', () => {
    chmodSync(folder, 0o777);
    writeFileSync(file(), '', { mode: 0o400 });
    expect(codeAsNobody(folder)).to.equal('EACCES');
  });

  it('is refused at once where no folder can be made, as below /proc', async () => {
    expect(await refusal(start({ dataDir: '/proc/store/deep' }))).to.have.property('code', 'ENOENT');
    writeFileSync(join(folder, 'text'), '');
    expect(await refusal(start({ dataDir: join(folder, 'text') }))).to.have.property('code', 'EEXIST');
    expect(await refusal(start({ dataDir: join(folder, 'text', 'below') }))).to.have.property('code', 'ENOTDIR');
    mkdirSync(join(folder, 'there'));
    await (await start({ dataDir: join(folder, 'there', 'a', 'b') })).stop();
  });

  it('is left without a process when the start is called off', async () => {
    for (const ms of [0, 40, 120]) {
      const calledOff = new AbortController();
      const reason = new Error('enough');
      const starting = refusal(start({ dataDir: folder, signal: calledOff.signal }));
      await wait(ms);
      calledOff.abort(reason);
      expect(await starting).to.equal(reason);
      expect(processesOf(folder)).to.deep.equal([]);
    }
  });
});
