import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openCatalog } from '../../server/catalog/catalog.js';
import { repositoryRoot } from '../../server/root.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, typeAnswers } from '../support/browser-typing.js';

describe('the survey with JavaScript off', function () {
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

  const pageWithoutScript = async (): Promise<Page> => {
    const context = await test.browser.newContext({ javaScriptEnabled: false });
    return context.newPage();
  };
  const save = (page: Page, wish: 'continue' | 'later'): Promise<void> => page.locator(`button[value=${wish}]`).click();
  const open = (page: Page, section: string) => page.goto(`${site.baseUrl}${responsePathOf(page)}/sections/${section}`);

  it('goes from the link to the result', async () => {
    const page = await pageWithoutScript();
    await enterByLink(page, site.wayInto('예시 기계가공공장'));
    await page.getByRole('button', { name: '시작하기' }).click();
    // One thing per page, from the first to the check of the answers; a page that leads to itself or back would be seen twice.
    await page.locator('.tasks a').first().click();
    const seen = new Set<string>();
    while (!page.url().endsWith('/check')) {
      const { pathname } = new URL(page.url());
      expect(pathname).to.match(/\/sections\/[\w-]+\/[\w-]+$/);
      expect(seen.has(pathname), `${pathname}: ${await page.locator('main').textContent()}`).to.equal(false);
      seen.add(pathname);
      await typeAnswers(page, shop?.fields ?? {});
      await save(page, 'continue');
    }
    expect(seen.size).to.be.greaterThan(30);
    await page.getByRole('button', { name: '제출하기' }).click();
    expect(new URL(page.url()).pathname).to.match(/\/thanks$/);
    await page.getByRole('link', { name: '전체 결과 보기' }).click();
    expect(await page.locator('.figure').count()).to.be.at.least(5);
    // The table says what the chart would have drawn.
    expect(await page.locator('.chart-box').isVisible()).to.equal(false);
    expect(await page.locator('tfoot').first().textContent()).to.contain('합계');
  });

  it('says when a question applies, and re-decides it when the section is saved', async () => {
    const page = await pageWithoutScript();
    await enterByLink(page, site.wayInto('예시 냉동식품공장'));
    await open(page, 'C');
    const capacity = page.locator('[data-question="pv-capacity"]');
    expect(await capacity.locator('.only-if').textContent()).to.contain('C6');
    await page.locator('[name="pv-installed"][value="yes"]').check();
    await save(page, 'continue');
    expect(await page.locator('#summary').textContent()).to.contain('C7');
    expect(await capacity.getAttribute('data-standing')).to.equal('asked');
  });

  it('shows what was typed again, says what is wrong with it, leads to the field, and offers a correction', async () => {
    const page = await pageWithoutScript();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    await open(page, 'C');
    await page.locator('[name="contract-power"]').fill('12kWh');
    await save(page, 'continue');
    expect(await page.locator('[name="contract-power"]').inputValue()).to.equal('12kWh');
    expect(await page.locator('[name="contract-power"]').getAttribute('aria-invalid')).to.equal('true');
    const link = page.locator('#summary a').first();
    expect(await link.textContent()).to.contain('12kWh');
    await link.click();
    expect(await page.locator(':focus').getAttribute('name')).to.equal('contract-power');
    await page.locator('[name="contract-power"]').fill('850');
    await save(page, 'later');
    expect(await page.locator('[role=status]').textContent()).to.contain('저장했습니다');

    // A correction that is suggested is taken over, and saved, by its button.
    await open(page, 'D');
    await page.locator('[name="propane-used"]').fill('18,000,000');
    await save(page, 'continue');
    await page.locator('.takes button').first().click();
    expect(await page.locator('[name="propane-used"]').inputValue()).to.equal('18,000');
    expect(await page.locator('.finding').count()).to.equal(0);
  });

  it('asks which version to keep when two windows change the same answer, and loses neither', async () => {
    const first = await pageWithoutScript();
    await enterByLink(first, site.wayInto('예시 도금공장'));
    await open(first, 'C');
    const second = await first.context().newPage();
    await second.goto(first.url());
    await first.locator('[name="contract-power"]').fill('700');
    await save(first, 'later');
    await second.locator('[name="contract-power"]').fill('710');
    await save(second, 'continue');
    const both = await second.locator('table').textContent();
    expect(both).to.contain('700').and.contain('710');
    await second.getByRole('button', { name: '여기서 적은 내용으로 저장' }).click();
    await open(second, 'C');
    expect(await second.locator('[name="contract-power"]').inputValue()).to.equal('710');
  });

  it('saves before it changes the language, so that nothing typed is lost', async () => {
    const page = await pageWithoutScript();
    await enterByLink(page, site.wayInto('예시 사출공장'));
    await open(page, 'B');
    await page.locator('[name="main-products"]').fill('플라스틱');
    // Enter saves, and does not press the first button it finds at the top of the page.
    const revision = await page.locator('[name=_revision]').inputValue();
    const loaded = page.waitForEvent('load');
    await page.locator('[name="main-products"]').press('Enter');
    await loaded;
    expect(await page.locator('[name=_revision]').inputValue()).not.to.equal(revision);
    expect(await page.locator('html').getAttribute('lang')).to.equal('ko');
    expect(await page.locator('[name="main-products"]').inputValue()).to.equal('플라스틱');
    await page.locator('[name="main-products"]').fill('플라스틱 용기');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');
    expect(await page.locator('[name="main-products"]').inputValue()).to.equal('플라스틱 용기');

    // Adding a row saves, too.
    await open(page, 'H');
    const rows = await page.locator('.row').count();
    await page.locator(`[name="main-equipment.${rows}.hours"]`).fill('1,500');
    await page.locator('button[value^="addRow:"]').click();
    expect(await page.locator('.row').count()).to.be.greaterThan(rows);
    expect(await page.locator(`[name="main-equipment.${rows}.hours"]`).inputValue()).to.equal('1,500');
  });
});
