import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { readConfig } from '../../server/config.js';
import { type OpenSite, openSite } from '../../server/open-site.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { attachEvidence } from '../../server/operations/attach-evidence.js';
import { ensureRounds } from '../../server/operations/ensure-rounds.js';
import type { Evidence } from '../../server/persistence/evidence.js';
import { repositoryRoot } from '../../server/root.js';
import { pdf, picture } from '../support/evidence-files.js';
import { freshDatabase } from '../support/fresh-database.js';
import { runCommand } from '../support/run-command.js';
import { begun } from '../support/test-site.js';

/** Runs a verb of the embedded store's own command. */
const embeddedMongo = (...args: readonly string[]): Promise<number | null> =>
  new Promise((resolve) => {
    const launcher = join(repositoryRoot, 'embedded-mongo', 'bin', 'embedded-mongo.mjs');
    spawn(process.execPath, [launcher, ...args], { stdio: 'ignore' }).once('close', resolve);
  });

describe('onsil evidence', function () {
  // Each case starts processes, on whatever else the machine is doing.
  this.timeout(60_000);
  const database = freshDatabase();
  let folder: string;
  let env: Readonly<Record<string, string>>;
  let files: readonly Evidence[];

  const inSite = async <T>(work: (site: OpenSite['site']) => Promise<T>): Promise<T> => {
    const open = await openSite(readConfig({ ...env }), pino({ level: 'silent' }));
    try {
      return await work(open.site);
    } finally {
      await open.close();
    }
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onsil-evidence-'));
    env = { DATA_DIR: join(folder, 'data'), MONGODB_URI: database?.uri ?? '' };
    files = await inSite(async (site) => {
      await ensureRounds(site, false);
      const { id: establishmentId } = await addEstablishment(site, { name: '한빛주물', businessNumber: null, example: null });
      const who = { establishmentId, sessionId: null };
      const { id: responseId } = await begun(site, who);
      // One that lies in several pieces, and one with a small picture beside it.
      const sent = [pdf('x'.repeat(1_500_000)), await picture()];
      const attached: Evidence[] = [];
      for (const bytes of sent) {
        const file = { responseId, question: 'electricity-bought', months: [1], name: '고지서', bytes, keepPlace: false };
        attached.push((await attachEvidence(site, who, file)).evidence);
      }
      return attached;
    });
  });
  after(async () => {
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds every file whole, also in a backup that was restored', async () => {
    const { code, stdout, stderr } = await runCommand(['evidence', 'verify'], '', env);
    expect([code, stdout]).to.deep.equal([0, '']);
    expect(stderr).to.include('files read: 2, broken: 0 | 읽은 파일: 2개, 손상: 0개');
    if (database !== null) return;
    const [copy, restored] = [join(folder, 'copy'), join(folder, 'restored')];
    expect(await embeddedMongo('backup', env.DATA_DIR ?? '', copy)).to.equal(0);
    expect(await embeddedMongo('restore', copy, restored)).to.equal(0);
    expect((await runCommand(['evidence', 'verify'], '', { ...env, DATA_DIR: restored })).stderr).to.include('files read: 2, broken: 0');
  });

  it('names the file that is not what was stored, and fails with 1', async () => {
    const [first] = files;
    if (first === undefined) throw new Error('Nothing was attached');
    await inSite((site) => site.store.transaction((within) => within.evidence.changeContent(first, Buffer.alloc(first.size, 'y'))));
    const { code, stdout } = await runCommand(['evidence', 'verify'], '', env);
    expect([code, stdout]).to.deep.equal([1, `${first.id}\t${first.responseId}\telectricity-bought\tchanged\n`]);
  });

  it('refuses wrong use with a line in both languages', async () => {
    for (const args of [['evidence'], ['evidence', 'burn'], ['evidence', 'verify', 'more']]) {
      const { code, stderr } = await runCommand(args, '', env);
      expect(code, args.join(' ')).to.equal(2);
      expect(stderr).to.match(/\| .*[가-힣]/);
    }
  });
});
