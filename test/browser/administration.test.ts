import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { enrolFactor, signInAs } from '../support/browser-accounts.js';
import { axeViolations } from '../support/browser-page-checks.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { readPdf } from '../support/pdf.js';

const register = [
  '사업장명,사업자등록번호,시도,종사자 규모,우편번호,주소,전자우편',
  '한빛주물,124-81-00998,서울특별시,10-49,04524,"서울특별시 중구 세종대로 110, 2층",',
  '다온도금,220-81-62517,26,1-9,48058,부산광역시 해운대구 센텀중앙로 79,',
  '가람정밀,120-81-47521,41,50-99,16508,경기도 수원시 영통구 도청로 30,',
].join('\r\n');

describe('an administrator', function () {
  this.timeout(120_000);
  let site: TestSite;
  let test: TestBrowser;
  let page: Page;
  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    const context = await test.browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    page = await context.newPage();
    await signInAs(page, site, 'whole-job-administrator');
    await enrolFactor(page);
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
  const follow = (name: string) => page.locator('main').getByRole('link', { name, exact: true }).click();

  it('makes a round, imports establishments, makes a surveyor, assigns and prints letters, without any script', async () => {
    await follow('조사 회차');
    await follow('새 회차');
    await page.locator('[name=code]').fill('browser-round');
    await press('새 회차');
    await follow('회차 시작');
    await page.locator('[name=reason]').fill('계획대로 시작합니다');
    await page.locator('[name=sure]').check();
    await press('회차 시작');
    expect(await page.locator('dl').textContent()).to.include('진행 중');

    await page.goto(`${site.baseUrl}/admin/import`);
    await page.locator('[name=file]').setInputFiles({ name: '명부.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${register}`) });
    await press('파일 검사');
    await press('명부에 3곳 추가');
    expect(await page.locator('.notice').textContent()).to.include('3곳을 추가했습니다');

    await page.goto(`${site.baseUrl}/admin/new-account`);
    await page.locator('[name=loginName]').fill('browser-surveyor');
    await page.locator('[name=name]').fill('이조사');
    await page.locator('[name=role]').selectOption('surveyor');
    await press('사용자 추가');
    await press('링크 만들기');
    expect(await page.locator('dl').textContent()).to.match(/\/choose-password\/[\w-]{43}/);

    await page.goto(`${site.baseUrl}/admin/rounds/browser-round/field-work`);
    for (const name of ['한빛주물', '다온도금', '가람정밀']) await page.getByLabel(name, { exact: true }).check();
    await page.locator('[name=surveyor]').selectOption({ label: '이조사' });
    await press('조사원에게 배정');
    expect(await page.locator('table').textContent()).to.include('이조사');

    for (const name of ['한빛주물', '다온도금', '가람정밀']) await page.getByLabel(name, { exact: true }).check();
    await page.locator('[name=sender]').fill('가상연구원 조사팀');
    await page.locator('[name=contact]').fill('02-0000-0000');
    const [download] = await Promise.all([page.waitForEvent('download'), press('안내문 인쇄(PDF)')]);
    const pdf = await readPdf(await readFile(await download.path()));
    expect(pdf.pages).to.equal(3);
    expect(pdf.texts.map(({ text }) => text).join(' ')).to.include('한빛주물 담당자 귀하');

    await page.goto(`${site.baseUrl}/admin/rounds/browser-round/progress`);
    expect(await page.locator('table').first().textContent()).to.match(/3\s*0\s*3\s*(0\s*){6}0\.0%/);
  });

  it('reads a page of findings that a screen reader can follow', async () => {
    const context = await test.browser.newContext({ storageState: await page.context().storageState() });
    const other = await context.newPage();
    await other.goto(`${site.baseUrl}/admin/import`);
    const wrong = Buffer.from(register.replace('220-81-62517', '220-81-62518'));
    await other.locator('[name=file]').setInputFiles({ name: '명부.csv', mimeType: 'text/csv', buffer: wrong });
    await other.locator('main form button').click();
    await other.locator('table').first().waitFor();
    expect(await axeViolations(other)).to.deep.equal([]);
    await context.close();
  });
});
