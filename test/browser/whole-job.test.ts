import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openCatalog } from '../../server/catalog/catalog.js';
import { repositoryRoot } from '../../server/root.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady, typeAnswers } from '../support/browser-typing.js';
import { pdfText } from '../support/pdf-text.js';

/** Sections that everybody is asked, before the industry has chosen a module. */
const sectionsAtFirst = Array.from('ABCDEFGHIJKL');

describe('the whole job in a browser', function () {
  this.timeout(120_000);
  let site: TestSite;
  let test: TestBrowser;
  const shop = openCatalog(repositoryRoot).surveys.workedExamples.find(({ id }) => id === 'machine-shop');

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const fillEverything = async (page: Page): Promise<void> => {
    await page.goto(`${site.baseUrl}${responsePathOf(page)}/sections/A`);
    while (!page.url().endsWith('/check')) {
      const { pathname } = new URL(page.url());
      await scriptReady(page);
      await typeAnswers(page, shop?.fields ?? {});
      await page.locator('button[value=continue]').click();
      await page.waitForURL((url) => url.pathname !== pathname);
    }
  };

  it('gets in, answers, submits, sees the result and downloads the plan that says the same', async () => {
    const page = await test.browser.newPage();
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));

    await page.goto(site.baseUrl);
    expect(await page.locator('h1').textContent()).to.contain('온실가스');
    await enterByLink(page, site.wayInto('예시 기계가공공장'));
    await page.getByRole('button', { name: '시작하기' }).click();
    expect(await page.locator('.tasks li').count()).to.equal(sectionsAtFirst.length);

    await fillEverything(page);
    await page.waitForURL(/\/check$/);
    expect(await page.locator('.error-summary').count()).to.equal(0);
    expect(await page.locator('.summary').allTextContents()).to.satisfy((texts: string[]) => texts.join(' ').includes('2,800 L'));
    await page.getByRole('button', { name: '제출하기' }).click();

    await page.waitForURL(/\/thanks$/);
    const receipt = (await page.locator('.receipt dd').allTextContents()).map((text) => text.trim());
    expect(receipt[0]).to.match(/^[0-9a-f-]{36}$/);
    expect(receipt[1]).to.equal('1');
    expect(receipt[2]).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(한국시각\)$/);
    expect(receipt[3]).to.match(/^[0-9a-f]{64}$/);
    const [thanked = ''] = await page.locator('.figure .amount-large').allTextContents();
    expect(await page.locator('main').textContent()).to.contain('10곳이 되지 않습니다');
    await page.getByRole('link', { name: '전체 결과 보기' }).click();
    await page.waitForURL(/\/result$/);
    expect((await page.locator('.receipt dd').allTextContents()).map((text) => text.trim())).to.deep.equal(receipt);
    expect((await page.locator('.figure .amount-large').first().textContent())?.trim()).to.equal(thanked.trim());

    const figures = await page.locator('.figure .amount-large').allTextContents();
    const [total = '', scope1 = '', scope2 = ''] = figures.map((text) => text.trim().split(' ')[0] ?? '');
    // 168,300 kWh at the grid factor of the page's own trace.
    expect(Number(scope2.replaceAll(',', '')))
      .to.be.greaterThan(60)
      .and.lessThan(90);
    expect(Number(total.replaceAll(',', ''))).to.be.closeTo(
      Number(scope1.replaceAll(',', '')) + Number(scope2.replaceAll(',', '')),
      0.0015,
    );
    expect(await page.locator('canvas[data-chart]').isVisible()).to.equal(true);
    const chartRows = await page.locator('table', { hasText: '에너지원' }).first().locator('tfoot td').allTextContents();
    expect(chartRows.slice(0, 2)).to.deep.equal([scope1, scope2]);

    await page.locator('details.explained summary').first().click();
    const trace = page.locator('details.explained').first();
    expect(await trace.locator('.equation').nth(1).textContent()).to.match(/168/);
    expect(await trace.textContent()).to.contain('온실가스종합정보센터');

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="plan.pdf"]').first().click()]);
    expect(download.suggestedFilename()).to.match(/\.pdf$/);
    const text = await pdfText(await readFile(await download.path()));
    expect(text).to.contain('예시 기계가공공장');
    for (const figure of [total, scope1, scope2]) expect(text, `the plan prints ${figure}`).to.contain(figure);
    expect(broken).to.deep.equal([]);
  });

  it('shows the result in English one click away, with the same figures', async () => {
    const page = await test.browser.newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    await page.goto(`${site.baseUrl}${responsePathOf(page)}/result`);
    const korean = await page.locator('.figure .amount-large').allTextContents();
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');
    expect(await page.locator('h1').textContent()).to.equal('Your result');
    expect(await page.locator('.figure .amount-large').allTextContents()).to.deep.equal(korean);
  });
});
