import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Browser } from '../support/http-client.js';
import { type SiteProcess, startSiteProcess, storePid } from '../support/site-process.js';

const section = 'B';
const question = 'establishment-name';

/** A respondent who saves a growing count into one field, as fast as the answers come, and remembers what was acknowledged. */
class Saver {
  acknowledged = 0;
  attempted = 0;
  /** How many saves were answered by a page that says they were not kept. */
  turnedAway = 0;
  private going = false;
  private work: Promise<void> = Promise.resolve();

  private constructor(
    private browser: Browser,
    private readonly response: string,
    private readonly who: string,
  ) {}

  static async enter(site: SiteProcess, link: string, who: string): Promise<Saver> {
    const browser = new Browser(site.base);
    await browser.post(link, { businessNumber: site.numberFor(link) });
    const home = await browser.get('/responses');
    const round = /name="round" value="([^"]+)"/.exec(home.text)?.[1];
    const opened = round === undefined ? home : await browser.post('/responses', { round });
    const response = opened.headers.location;
    if (response === undefined) throw new Error(`No response was opened: ${opened.status} ${opened.text}`);
    return new Saver(browser, response, who);
  }

  /** The same respondent, with the same cookie, at the site that came back. */
  moveTo(site: SiteProcess): void {
    const { cookies } = this.browser;
    this.browser = new Browser(site.base);
    for (const [name, value] of cookies) this.browser.cookies.set(name, value);
  }

  private async stored(): Promise<{ readonly revision: string; readonly count: number }> {
    const page = await this.browser.get(`${this.response}/sections/${section}`);
    if (page.status !== 200) throw new Error(`The section was answered with ${page.status}: ${page.text}`);
    const revision = /name="_revision" value="(\d+)"/.exec(page.text)?.[1];
    if (revision === undefined) throw new Error('The page has no revision');
    return { revision, count: Number(new RegExp(`${this.who} no\\. (\\d+)`).exec(page.text)?.[1] ?? 0) };
  }

  /** The count that is stored now. */
  async count(): Promise<number> {
    return (await this.stored()).count;
  }

  private async saveOnce(): Promise<void> {
    const { revision } = await this.stored();
    const next = this.attempted + 1;
    this.attempted = next;
    const fields = { _revision: revision, [question]: `${this.who} no. ${next}` };
    const reply = await this.browser.post(`${this.response}/sections/${section}`, fields);
    if (reply.status === 303) this.acknowledged = next;
    else if (reply.status === 503 && reply.text.includes(`${this.who} no. ${next}`)) this.turnedAway++;
    else throw new Error(`A save was answered with ${reply.status}: ${reply.text}`);
  }

  begin(): void {
    this.going = true;
    const save = async (): Promise<void> => {
      while (this.going) {
        try {
          await this.saveOnce();
        } catch (error) {
          // The server was killed under this request; whether it was kept is what the test asks afterwards.
          const code = (error as NodeJS.ErrnoException).code ?? '';
          if (!['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(code) && !/ 503: /.test(String(error))) throw error;
          await pause(20);
        }
      }
    };
    this.work = save();
  }

  async end(): Promise<void> {
    this.going = false;
    await this.work;
  }

  /** Every acknowledged save is there; what is there was sent. */
  async check(): Promise<void> {
    const count = await this.count();
    expect(count, `${this.who}: stored count`).to.be.within(this.acknowledged, this.attempted);
  }
}

describe('a save that was acknowledged', () => {
  let dataDir: string;
  let site: SiteProcess;
  const savers: Saver[] = [];

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-crash-'));
    site = await startSiteProcess({ DATA_DIR: dataDir, ONSIL_DEMO: '1', MONGODB_URI: '' });
    for (const [index, link] of site.links.slice(0, 4).entries()) savers.push(await Saver.enter(site, link, `saver ${index}`));
  });

  after(async () => {
    await site.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const acknowledged = (): number => savers.reduce((sum, saver) => sum + saver.acknowledged, 0);

  /** Waits until so many more saves were acknowledged, however slow the machine. */
  const progress = async (saves: number): Promise<void> => {
    const wanted = acknowledged() + saves;
    while (acknowledged() < wanted) await pause(5);
  };

  for (const round of [1, 2, 3])
    it(`is there after the server was killed, round ${round}`, async () => {
      for (const saver of savers) saver.begin();
      await progress(10);
      await pause(17 * round);
      await site.kill();
      await Promise.all(savers.map((saver) => saver.end()));
      site = await startSiteProcess({ DATA_DIR: dataDir, ONSIL_DEMO: '1', MONGODB_URI: '' });
      for (const saver of savers) {
        saver.moveTo(site);
        await saver.check();
      }
    }).timeout(60_000);

  for (const round of [1, 2, 3])
    it(`is there after the store was killed under a running server, round ${round}`, async () => {
      const store = await storePid(dataDir);
      for (const saver of savers) saver.begin();
      await progress(10);
      await pause(11 * round);
      process.kill(store, 'SIGKILL');
      // Beyond what was under way, these can only come from a store that is back.
      await progress(10 + savers.length);
      await Promise.all(savers.map((saver) => saver.end()));
      for (const saver of savers) await saver.check();
    }).timeout(60_000);

  it('is there after an orderly stop, and the stop ends well', async () => {
    for (const saver of savers) saver.begin();
    await progress(5);
    const code = await site.stop();
    await Promise.all(savers.map((saver) => saver.end()));
    expect(code).to.equal(0);
    site = await startSiteProcess({ DATA_DIR: dataDir, ONSIL_DEMO: '1', MONGODB_URI: '' });
    for (const saver of savers) {
      saver.moveTo(site);
      await saver.check();
    }
  }).timeout(60_000);
});
