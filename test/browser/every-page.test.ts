import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { enrolFactor, passwordLinkFor, signInAs } from '../support/browser-accounts.js';
import { chooseBills, chooseFilledForm } from '../support/browser-files.js';
import { axeViolations, clippedTexts, horizontalOverflow, smallTargets } from '../support/browser-page-checks.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady } from '../support/browser-typing.js';
import { picture } from '../support/evidence-files.js';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A small laptop, a tablet, a phone. */
const widths = [1280, 768, 360] as const;

/** A page to look at: how to get to it, and what to do there first. */
interface Stop {
  readonly name: string;
  readonly path: string;
  readonly session: 'none' | 'foundry' | 'untouched' | 'entering' | 'administrator';
  readonly first?: (page: Page) => Promise<void>;
}

const openAllDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

describe('every page', function () {
  this.timeout(240_000);
  let site: TestSite;
  let test: TestBrowser;
  const sessions: Partial<Record<Stop['session'], Session>> = {};
  const stops: Stop[] = [];

  /** Answers that are wrong, doubtful and long, so that the page with findings is looked at, too. */
  const spoil = async (page: Page): Promise<void> => {
    await page.locator('[name="contract-power"]').fill('12kWh 한국전력공사와 새로 맺은 계약의 전력입니다');
    await page.locator('[name="electricity-cost"]').fill('12만');
    await page.locator('button[value=continue]').click();
    // The page before may have had a summary as well.
    await page.waitForURL(/checked=1/);
    await page.locator('#summary').waitFor();
    await openAllDetails(page);
  };

  const beginAnswering = async (page: Page): Promise<void> => {
    const begin = page.locator('form[action="/responses"] button');
    // Where one survey is begun, the list of surveys leads on to it.
    if ((await begin.count()) > 0) await begin.first().click();
    await page.locator('.tasks a').first().click();
    await scriptReady(page);
    await openAllDetails(page);
  };

  const mistypePower = async (page: Page): Promise<void> => {
    await page.locator('[name="contract-power"]').fill('12kWh 한국전력공사와 새로 맺은 계약의 전력입니다');
    await page.locator('button[value=continue]').click();
    // The page before may have had a summary as well.
    await page.waitForURL(/checked=1/);
    await scriptReady(page);
  };

  const mistype = async (page: Page): Promise<void> => {
    await page.locator('[name=businessNumber]').fill('000-12-00056');
    await page.locator('main form button').click();
    await page.locator('#fault').waitFor();
  };

  const failToSignIn = async (page: Page): Promise<void> => {
    await page.locator('[name=loginName]').fill('nobody');
    await page.locator('[name=password]').fill('nothing');
    await page.locator('main form button').click();
    await page.locator('#fault').waitFor();
  };

  /** Something is attached that is no bill. */
  const attachNonsense = async (page: Page): Promise<void> => {
    await page.locator('[name=m03]').check();
    await page
      .locator('[name=file]')
      .setInputFiles({ name: '전기요금 고지서.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
    await page.locator('main form button').click();
    await page.locator('#fault').waitFor();
  };

  /** Attaches a picture with a long name and its place; the path of its page. */
  const attachBill = async (page: Page, path: string): Promise<string> => {
    await page.goto(`${site.baseUrl}${path}`);
    await page.locator('[name=m01]').check();
    await page.locator('[name=keepPlace]').check();
    const name = '2025년 1·2월 전기요금 고지서 (한국전력공사 경기지역본부).jpg';
    await page
      .locator('[name=file]')
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: await picture({ width: 1600, height: 1200, place: true }) });
    await page.locator('main form button').click();
    return (await page.locator('.evidence-files a').getAttribute('href')) ?? '';
  };

  /** Two windows change the same answer. */
  const collide = async (page: Page): Promise<void> => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    const answer = String(1000 + Math.floor(Date.now() % 100_000));
    await other.locator('[name="floor-area"]').fill(answer);
    await other.locator('button[value=later]').click();
    await other.waitForURL(/saved=1/);
    await other.close();
    await page.locator('[name="floor-area"]').fill(`${answer}.5`);
    await page.locator('button[value=later]').click();
    await page.locator('table').waitFor();
  };

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    const foundry = await test.browser.newContext();
    const page = await foundry.newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    const response = responsePathOf(page);
    const bills = `${response}/questions/electricity-bought/evidence`;
    const bill = await attachBill(page, bills);
    sessions.foundry = await foundry.storageState();
    const other = await test.browser.newContext();
    await enterByLink(await other.newPage(), site.wayInto('예시 기계가공공장'));
    sessions.untouched = await other.storageState();
    await Promise.all([foundry.close(), other.close()]);

    const entering = await test.browser.newContext();
    await signInAs(await entering.newPage(), site, 'page-test-entering');
    sessions.entering = await entering.storageState();
    const administrator = await test.browser.newContext();
    const at = await administrator.newPage();
    await signInAs(at, site, 'page-test-administrator');
    await enrolFactor(at);
    sessions.administrator = await administrator.storageState();
    await Promise.all([entering.close(), administrator.close()]);

    stops.push(
      { name: 'front page', path: '/', session: 'none' },
      { name: 'invitation', path: new URL(site.wayInto('예시 도금공장').link).pathname, session: 'none' },
      { name: 'invitation, wrong number', path: new URL(site.wayInto('예시 도금공장').link).pathname, session: 'none', first: mistype },
      { name: 'sign-in', path: '/sign-in', session: 'none' },
      { name: 'sign-in that failed', path: '/sign-in', session: 'none', first: failToSignIn },
      { name: 'choose a password', path: await passwordLinkFor(site, 'page-test-link'), session: 'none' },
      { name: 'set-up of the second factor', path: '/sign-in/enrol', session: 'entering' },
      { name: 'work', path: '/work', session: 'administrator' },
      { name: 'account', path: '/account', session: 'administrator' },
      { name: 'change of the password', path: '/account/password', session: 'administrator' },
      { name: 'establishments', path: '/establishments', session: 'administrator' },
      { name: 'rounds', path: '/admin/rounds', session: 'administrator' },
      { name: 'new round', path: '/admin/new-round', session: 'administrator' },
      { name: 'round', path: '/admin/rounds/sme-factory-2026', session: 'administrator' },
      { name: 'closing of a round', path: '/admin/rounds/sme-factory-2026/close', session: 'administrator' },
      { name: 'progress', path: '/admin/rounds/sme-factory-2026/progress', session: 'administrator' },
      { name: 'field work', path: '/admin/rounds/sme-factory-2026-examples/field-work?which=all', session: 'administrator' },
      { name: 'register', path: '/admin/establishments', session: 'administrator' },
      { name: 'new establishment', path: '/admin/new-establishment', session: 'administrator' },
      { name: 'import', path: '/admin/import', session: 'administrator' },
      { name: 'users', path: '/admin/accounts', session: 'administrator' },
      { name: 'new user', path: '/admin/new-account', session: 'administrator' },
      { name: 'no such page', path: '/nothing-here', session: 'none' },
      { name: 'factor library', path: '/factors', session: 'none', first: openAllDetails },
      { name: 'factor library, searched', path: '/factors?q=diesel&set=kr-national&year=2024', session: 'none' },
      { name: 'factor library, nothing found', path: '/factors?q=nothing-of-the-kind&kind=unknown', session: 'none' },
      { name: 'factor', path: '/factors/calorific.2022.lng', session: 'none' },
      { name: 'factor with conflicts', path: '/factors/ef.co2.kets2025.bc', session: 'none' },
      { name: 'refrigerant blend', path: '/factors/gwp.blend.R-410A', session: 'none' },
      { name: 'process factor', path: '/factors/ipcc2006.ippu.214177', session: 'none' },
      { name: 'factor in own result', path: '/factors/gwp.CH4.ar5', session: 'foundry' },
      { name: 'what is kept', path: '/privacy', session: 'none' },
      { name: 'own data and consents', path: '/privacy', session: 'foundry' },
      { name: 'sources', path: '/sources', session: 'none' },
      { name: 'source', path: '/sources/ipcc-2006', session: 'none' },
      { name: 'signed out', path: response, session: 'none' },
      { name: 'used link, in already', path: new URL(site.wayInto('예시 주물공장').link).pathname, session: 'foundry' },
      { name: 'surveys', path: '/responses', session: 'untouched' },
      { name: 'page, nothing answered', path: '/responses', session: 'untouched', first: beginAnswering },
      { name: 'task list', path: `${response}?saved=1`, session: 'foundry' },
      { name: 'page with an error, long', path: `${response}/sections/C/contract-power`, session: 'foundry', first: mistypePower },
      { name: 'page with a warning', path: `${response}/sections/C/electricity-cost?checked=1`, session: 'foundry' },
      { name: 'page that is not asked', path: `${response}/sections/D/butane-used`, session: 'foundry' },
      { name: 'thanks', path: `${response}/thanks`, session: 'foundry' },
      ...['A', 'B', 'C', 'D', 'G', 'H', 'K'].map(
        (id): Stop => ({
          name: `section ${id}`,
          path: `${response}/sections/${id}`,
          session: 'foundry',
          first: async (there) => {
            await scriptReady(there);
            await openAllDetails(there);
          },
        }),
      ),
      { name: 'section with findings', path: `${response}/sections/C`, session: 'foundry', first: spoil },
      { name: 'bills', path: `${bills}?done=attached`, session: 'foundry' },
      { name: 'no bills', path: `${response}/questions/electricity-cost/evidence`, session: 'foundry' },
      { name: 'bills, one refused', path: bills, session: 'foundry', first: attachNonsense },
      { name: 'bill', path: bill, session: 'foundry' },
      { name: 'answers by spreadsheet', path: `${response}/sheet`, session: 'foundry' },
      { name: 'a filled-in file', path: `${response}/sheet`, session: 'foundry', first: chooseFilledForm },
      { name: 'bills by file', path: `${response}/bills`, session: 'foundry' },
      { name: 'bills of a file', path: `${response}/bills`, session: 'foundry', first: chooseBills },
      { name: 'conflict', path: `${response}/sections/B`, session: 'foundry', first: collide },
      { name: 'check with findings', path: `${response}/check`, session: 'foundry' },
      { name: 'result', path: `${response}/result`, session: 'foundry', first: openAllDetails },
      { name: 'sheet of K-ESG', path: `${response}/k-esg`, session: 'foundry' },
      { name: 'line of the result', path: `${response}/result/lines/1`, session: 'foundry', first: openAllDetails },
      { name: 'line of a fuel', path: `${response}/result/lines/3`, session: 'foundry', first: openAllDetails },
      { name: 'total of the result', path: `${response}/result/totals/total`, session: 'foundry' },
      { name: 'energy of the result', path: `${response}/result/totals/toe`, session: 'foundry', first: openAllDetails },
      {
        name: 'return link',
        path: '/continue',
        session: 'foundry',
        first: async (there) => {
          await there.locator('form[action="/return-link"] button').click();
          await there.locator('#link').waitFor();
        },
      },
    );
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const faultsAt = async (page: Page, width: number): Promise<readonly string[]> => {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await horizontalOverflow(page);
    const faults = [
      ...(await axeViolations(page)),
      ...(overflow > 0 ? [`${overflow} px wider than the window`] : []),
      ...(await smallTargets(page)).map((target) => `small target: ${target}`),
      ...(await clippedTexts(page)).map((text) => `cut text: ${text}`),
    ];
    return faults.map((fault) => `at ${width} px: ${fault}`);
  };

  /** A page is opened once and looked at in every width, as when a tablet is turned. */
  const faultsOf = async (page: Page, { name, path, first }: Stop): Promise<readonly string[]> => {
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.goto(`${site.baseUrl}${path}`);
    await first?.(page);
    const faults: string[] = [];
    for (const width of widths) faults.push(...(await faultsAt(page, width)));
    return faults.map((fault) => `${name}, ${fault}`);
  };

  for (const language of ['ko', 'en'] as const) {
    for (const session of ['none', 'untouched', 'foundry', 'entering', 'administrator'] as const) {
      it(`is accessible, whole and easy to touch at ${widths.join(', ')} px in ${language}: ${session}`, async () => {
        const faults: string[] = [];
        const state = sessions[session];
        const context = await test.browser.newContext(state === undefined ? {} : { storageState: state });
        const page = await context.newPage();
        page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
        await page.goto(`${site.baseUrl}/language?to=${language}&back=/`);
        expect(await page.locator('html').getAttribute('lang')).to.equal(language);
        for (const stop of stops.filter((one) => one.session === session)) faults.push(...(await faultsOf(page, stop)));
        await context.close();
        expect(faults).to.deep.equal([]);
      });
    }
  }
});
