import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pdf } from '../support/evidence-files.js';
import { freshDatabase } from '../support/fresh-database.js';
import { Browser } from '../support/http-client.js';
import { postFiles } from '../support/multipart.js';
import { onsil } from '../support/onsil-process.js';
import { type SiteProcess, startSiteProcess, storePid } from '../support/site-process.js';
import { roundId } from '../support/test-site.js';

/** Texts that cannot be mistaken for anything else. */
const canary = (what: string): string => `카나리아${what}Zx7Qv`;
const name = canary('주물');
const businessNumber = '1248100998';
const answer = canary('답');
const bill = canary('고지서');
const planted = {
  path: canary('경로'),
  query: canary('질의'),
  cookie: 'CanaryCookieZx7Qv',
  header: 'CanaryHeaderZx7Qv',
  field: canary('칸'),
};
const phone = '010-7431-7431';

/** As the text may stand in a log: as it is, escaped for an address, escaped for JSON. */
const forms = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  Array.from(text, (character) => (character > '~' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character)).join(''),
];

describe('the logs of a site', function () {
  this.timeout(120_000);
  const database = freshDatabase();
  let dataDir: string;
  let site: SiteProcess;
  let link: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-canary-'));
    const env = { DATA_DIR: dataDir, MONGODB_URI: database?.uri ?? '', ONSIL_DEMO: '0', ONSIL_LOG_LEVEL: 'trace' };
    site = await startSiteProcess(env);
    const added = await onsil(['establishment', 'add', '--name', name, '--business-number', businessNumber], env);
    const invited = await onsil(['invite', added.stdout.trim(), '--base-url', site.base], env);
    link = new URL(invited.stdout.trim()).pathname;
  });
  after(async () => {
    await site.stop();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('hold nothing of what was answered, named, linked or planted, on every path there is, those of failures included', async () => {
    const browser = new Browser(site.base);
    expect((await browser.get(link)).status).to.equal(200);
    expect((await browser.post(link, { businessNumber })).status).to.equal(303);
    const opened = await browser.post('/responses', { round: roundId, form: 'M' });
    const response = String(opened.headers.location);
    const typed = { 'respondent-name': answer, 'respondent-phone': phone, 'respondent-email': 'canary-zx7qv@example.kr' };
    const asked: [string, string][] = Object.keys(typed).map((id) => ['_asked', id]);
    expect((await browser.post(`${response}/sections/A`, [['_revision', '0'], ...Object.entries(typed), ...asked])).status).to.equal(303);
    expect((await browser.get(`${response}/sections/A`)).text).to.include(answer);

    // A bill by a name, with something in it, taken and refused.
    const bills = `${response}/questions/electricity-bought/evidence`;
    const sent = await postFiles(browser, bills, { m01: '1' }, [{ name: `${bill}.pdf`, bytes: pdf('CanaryBillZx7Qv') }]);
    expect(sent.status).to.equal(303);
    expect(
      (await postFiles(browser, bills, { m01: '1' }, [{ name: `${bill}.pdf`, bytes: Buffer.from('CanaryBillZx7Qv') }])).status,
    ).to.equal(415);
    expect((await postFiles(browser, bills, { [planted.field]: '1' }, [{ name: `${bill}.pdf`, bytes: pdf() }])).status).to.equal(400);
    expect((await browser.get(bills)).text).to.include(bill);

    // Every way to fail, with something planted in every place.
    const headers = { 'user-agent': planted.header, referer: `http://x/${planted.header}`, 'x-forwarded-for': planted.header };
    for (const path of [
      `/${encodeURIComponent(planted.path)}`,
      `${response}/sections/${encodeURIComponent(planted.path)}`,
      `/enter/${encodeURIComponent(planted.path)}`,
    ])
      await browser.get(`${path}?${encodeURIComponent(planted.query)}=${encodeURIComponent(planted.query)}`, headers);
    const stranger = new Browser(site.base);
    stranger.cookies.set('onsil-session', planted.cookie);
    await stranger.get('/responses', headers);
    await stranger.post('/responses', { round: planted.field });
    await browser.post('/responses', { [planted.field]: planted.field });
    await browser.post(`${response}/sections/A`, { _revision: '0', 'respondent-name': canary('둘째'), [planted.field]: planted.field });
    await browser.post(`${response}/submit`, { revision: '99' });
    await browser.post(`${response}/submit`, { revision: planted.field });
    await browser.send('POST', '/responses', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }, planted.field);
    await browser.post('/responses', { round: planted.field }, { 'sec-fetch-site': 'cross-site' });
    await browser.get(`/responses/%ff?${planted.cookie}`);
    if (database === null) {
      process.kill(await storePid(dataDir), 'SIGKILL');
      await browser.post(`${response}/sections/A`, { _revision: '1', 'respondent-name': answer, _asked: 'respondent-name' });
      expect(site.logged()).to.include('the embedded store died');
    }
    await browser.post('/return-link');
    await browser.post('/sign-out');

    const secrets = [...browser.cookies.values(), link.split('/').at(-1) ?? ''];
    const sought = [
      name,
      answer,
      phone,
      'canary-zx7qv',
      businessNumber,
      canary('둘째'),
      bill,
      'CanaryBillZx7Qv',
      ...Object.values(planted),
      ...secrets,
    ];
    for (const line of site.logged().trimEnd().split('\n'))
      for (const text of sought.flatMap(forms)) expect(line.includes(text), `${text} in ${line}`).to.equal(false);
    expect(site.logged().split('\n').length).to.be.above(20);
  });
});
