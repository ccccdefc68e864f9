import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady } from '../support/browser-typing.js';

describe('saving while somebody types', function () {
  this.timeout(60_000);
  let site: TestSite;
  let test: TestBrowser;
  let page: Page;
  let response: string;

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    page = await (await test.browser.newContext()).newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    response = responsePathOf(page);
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const open = async (path: string, there = page): Promise<void> => {
    await there.goto(`${site.baseUrl}${response}/sections/${path}`);
    await scriptReady(there);
  };
  const field = (name: string, there = page) => there.locator(`[name="${name}"]`);
  const state = (wanted: string, there = page): Promise<void> => there.locator(`#save-state[data-state=${wanted}]`).waitFor();
  /** What the server would print into a field, asked from beside the page. */
  const stored = async (path: string, name: string): Promise<string> => {
    const reply = await page.context().request.get(`${site.baseUrl}${response}/sections/${path}`);
    const input = new RegExp(`<input[^>]* name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(await reply.text())?.[0] ?? '';
    return /value="([^"]*)"/.exec(input)?.[1] ?? '';
  };
  const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await page.waitForTimeout(20);
  };
  const otherWindow = async (): Promise<Page> => page.context().newPage();

  it('keeps a field that nobody has left yet, and says so', async () => {
    await open('C/contract-power');
    await field('contract-power').fill('');
    await field('contract-power').pressSequentially('873');
    await state('saved');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('873');
    expect(await page.locator('#save-state').textContent()).to.match(/^\d\d:\d\d에 저장했습니다\.$/);
    expect(await page.locator('#save-state').getAttribute('role')).to.equal('status');
  });

  it('sends what was typed last when the page is left by a link, without asking', async () => {
    await open('C/contract-power');
    await field('contract-power').fill('874');
    await page.locator('.crumb').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/contract-power'));
    await open('C/contract-power');
    expect(await field('contract-power').inputValue()).to.equal('874');
  });

  it('loses at most the field being typed when the tab is killed at any moment', async () => {
    for (const wait of [0, 1, 5, 20, 60, 150, 400, 900]) {
      const tab = await otherWindow();
      await open('B', tab);
      await field('main-products', tab).fill(`제품 ${wait}`);
      await field('floor-area', tab).pressSequentially('7');
      await tab.waitForTimeout(wait);
      await tab.close({ runBeforeUnload: false });
      // The request outlives its tab; all there is to wait for is the server's work.
      await eventually(async () => (await stored('B', 'main-products')) === `제품 ${wait}`);
    }
  });

  it('says when the site cannot be reached, keeps what was typed over a reload, and saves it when it can', async () => {
    await open('C/contract-power');
    await page.route('**/sections/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await field('contract-power').fill('875');
    await field('contract-power').blur();
    await state('failed');
    expect(await page.locator('#save-state').textContent()).to.contain('아직 저장하지 못했습니다');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await scriptReady(page);
    expect(await field('contract-power').inputValue()).to.equal('875');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('874');
    await page.unroute('**/sections/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await state('saved');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('875');
  });

  it('asks before what could not be saved is left behind', async () => {
    await open('C/contract-power');
    await page.route('**/sections/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await field('contract-power').fill('876');
    await field('contract-power').blur();
    await state('failed');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.locator('.crumb').click({ noWaitAfter: true });
    expect(await asked).to.equal('beforeunload');
    expect(await field('contract-power').inputValue()).to.equal('876');
    await page.unroute('**/sections/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await state('saved');
  });

  it('keeps what was typed after the session has ended, until somebody is in again', async () => {
    await open('C/contract-power');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await field('contract-power').fill('877');
    await field('contract-power').blur();
    await state('over');
    expect(await field('contract-power').inputValue()).to.equal('877');
    await page.context().addCookies(cookies);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await state('saved');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('877');
  });

  it('tells of another window that changed the same question, writes nothing over, and leads to both versions', async () => {
    await open('C/contract-power');
    const other = await otherWindow();
    await open('C/contract-power', other);
    await field('contract-power').fill('901');
    await field('contract-power').blur();
    await state('saved');
    await field('contract-power', other).fill('902');
    await field('contract-power', other).blur();
    await state('stopped', other);
    expect(await other.locator('#save-state').textContent()).to.contain('C2');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('901');
    await other.locator('button[value=continue]').click();
    expect(await other.locator('table').textContent())
      .to.contain('901')
      .and.contain('902');
    await other.getByRole('link', { name: '다른 창에서 저장한 내용 유지' }).click();
    await scriptReady(other);
    expect(await field('contract-power', other).inputValue()).to.equal('901');
    await other.close();
  });

  it('lets two windows fill different questions of one section, and its own saves do not get in its way', async () => {
    await open('B');
    const other = await otherWindow();
    await open('B', other);
    await field('main-products').fill('주철');
    await field('main-products').blur();
    await state('saved');
    await field('floor-area', other).fill('1,234');
    await field('floor-area', other).blur();
    await state('saved', other);
    await field('main-products').fill('주철 주물');
    await field('main-products').blur();
    await page.waitForResponse((reply) => reply.request().method() === 'POST' && reply.ok());
    await field('floor-area', other).fill('1,235');
    await other.locator('button[value=later]').click();
    expect(await stored('B', 'main-products')).to.equal('주철 주물');
    await other.close();
  });

  it('takes its own save for its own when only the answer to it was lost', async () => {
    await open('C/contract-power');
    await page.route('**/sections/**', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await field('contract-power').fill('911');
    await field('contract-power').blur();
    await state('failed');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('911');
    await page.unroute('**/sections/**');
    await field('contract-power').fill('912');
    await field('contract-power').blur();
    await state('saved');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('912');
  });

  it('saves although everything else in the page is broken', async () => {
    await page.route('**/editions/**', (route) => route.fulfill({ json: { sections: 'not an edition' } }));
    await page.goto(`${site.baseUrl}${response}/sections/C/contract-power`);
    await field('contract-power').fill('921');
    await field('contract-power').blur();
    await state('saved');
    await page.unroute('**/editions/**');
    expect(await stored('C/contract-power', 'contract-power')).to.equal('921');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
  });

  it('does not cut a syllable that is being made, keeps it when a button is pressed, and Enter sends nothing', async () => {
    // Low enough that the browser scrolls back to the field when the press ends the composition.
    await page.setViewportSize({ width: 1280, height: 500 });
    await open('B/main-products');
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''));
    await field('main-products').fill('');
    await eventually(async () => (await stored('B/main-products', 'main-products')) === '');
    posts.length = 0;
    await field('main-products').focus();
    await compose('ㅎ');
    await compose('하');
    // Longer than it takes to save: nothing is sent while the syllable is open.
    await page.waitForTimeout(2000);
    expect(posts).to.deep.equal([]);
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    await compose('한');
    await session.send('Input.insertText', { text: '한' });
    expect(await field('main-products').inputValue()).to.equal('한');
    await eventually(async () => (await stored('B/main-products', 'main-products')) === '한');
    expect(page.url()).to.match(/main-products$/);
    await compose('ㄱ');
    await compose('글');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
    expect(await stored('B/main-products', 'main-products')).to.equal('한글');
  });
});
