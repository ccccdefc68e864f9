import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf } from '../support/browser-typing.js';

const minutes = 60_000;

describe('the end of a session', function () {
  this.timeout(120_000);
  let site: TestSite;
  let test: TestBrowser;
  let page: Page;
  const notice = () => page.locator('#session');

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    page = await (await test.browser.newContext()).newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    await page.clock.install();
    await page.goto(`${site.baseUrl}${responsePathOf(page)}/sections/B`);
    await page.locator('[name="main-products"]').fill('주철 주물');
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  it('is not spoken of while it is far away', async () => {
    await page.clock.fastForward(100 * minutes);
    expect(await notice().isVisible()).to.equal(false);
  });

  it('is announced five minutes before, and put off by one button that leaves the page and what was typed alone', async () => {
    await page.clock.fastForward(15 * minutes);
    await notice().waitFor({ state: 'visible' });
    expect(await notice().textContent()).to.include('곧 접속이 끝납니다');
    const answered = page.waitForResponse((response) => response.url().endsWith('/session'));
    await notice().getByRole('button').click();
    expect((await answered).status()).to.equal(200);
    await notice().waitFor({ state: 'hidden' });
    expect(await page.locator('[name="main-products"]').inputValue()).to.equal('주철 주물');
    await page.clock.fastForward(100 * minutes);
    expect(await notice().isVisible()).to.equal(false);
  });

  it('is said when it has come; what was typed stays, and is sent after entering again', async () => {
    await page.clock.fastForward(30 * minutes);
    await notice().waitFor({ state: 'visible' });
    expect(await notice().textContent()).to.include('접속이 끝났습니다');
    expect(await notice().getByRole('button').isVisible()).to.equal(false);
    expect(await page.locator('[name="main-products"]').inputValue()).to.equal('주철 주물');
  });

  it('that another tab brought about is noticed at the press of the button', async () => {
    await page.goto(page.url());
    await page.locator('[name="main-products"]').fill('강주물');
    await page.clock.fastForward(115 * minutes);
    await notice().waitFor({ state: 'visible' });
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await notice().getByRole('button').click();
    await notice().getByText('접속이 끝났습니다').waitFor();
    await page.context().addCookies(cookies);
    expect(await page.locator('[name="main-products"]').inputValue()).to.equal('강주물');
  });
});
