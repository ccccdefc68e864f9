import { expect } from 'chai';
import type { Dialog, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady } from '../support/browser-typing.js';

describe('typing into the survey', function () {
  this.timeout(60_000);
  let site: TestSite;
  let test: TestBrowser;
  let page: Page;

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    page = await test.browser.newPage();
    await enterByLink(page, site.wayInto('예시 냉동식품공장'));
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const open = async (section: string): Promise<void> => {
    const response = responsePathOf(page);
    // What a test before this one left unsaved may go.
    const leave = (dialog: Dialog): void => void dialog.accept();
    page.on('dialog', leave);
    await page.goto(`${site.baseUrl}${response}/sections/${section}`);
    await scriptReady(page);
    page.off('dialog', leave);
  };
  const field = (name: string) => page.locator(`[name="${name}"]`);

  it('asks only what applies, as soon as it is known', async () => {
    await open('D');
    const diesel = page.locator('[data-question="diesel-used"]');
    expect(await diesel.isVisible()).to.equal(false);
    await field('fuels-used.diesel').check();
    expect(await diesel.isVisible()).to.equal(true);
    await field('fuels-used.diesel').uncheck();
    expect(await diesel.isVisible()).to.equal(false);
  });

  it('adds up the months while they are typed', async () => {
    await open('C');
    for (let month = 1; month <= 12; month++) await field(`electricity-bought.m${String(month).padStart(2, '0')}`).fill('');
    await field('electricity-bought.m01').fill('1,200.5');
    await field('electricity-bought.m02').fill('800');
    expect(await page.locator('[data-total="electricity-bought"]').textContent()).to.equal('2개월 합계: 2,000.5 kWh');
  });

  it('shows what a cost will count for while it is typed, and takes it back for a quantity', async () => {
    await open('F');
    await field('vehicles-used.roadGasoline').check();
    const said = page.locator('[data-converted="vehicle-gasoline-cost"]');
    await field('vehicle-gasoline-cost').fill('330만');
    // 3,300,000 won at 1,350 to 1,950 won/L, all with value added tax.
    expect(await said.textContent()).to.match(/^금액 환산: .* 환산량 2,000 L\(1,690~2,440\)/);
    await field('vehicle-gasoline-used').fill('1,900');
    await field('vehicle-gasoline-used.unit').selectOption('L');
    expect(await said.textContent()).to.equal('');
    expect(await said.isVisible()).to.equal(false);
    await field('vehicle-gasoline-used').fill('');
    await field('vehicle-gasoline-cost').fill('');
    await field('vehicles-used.roadGasoline').uncheck();
  });

  it('spreads twelve cells of a spreadsheet over the months, and says what did not fit', async () => {
    await open('C');
    const paste = (name: string, text: string) =>
      field(name).evaluate((element, pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      }, text);
    await paste('electricity-bought.m01', '1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\r\n');
    expect(await field('electricity-bought.m12').inputValue()).to.equal('12');
    expect(await page.locator('[data-total="electricity-bought"]').textContent()).to.contain('12개월 합계: 78');
    await paste('electricity-bought.m11', '110\n120\n130');
    expect(await field('electricity-bought.m12').inputValue()).to.equal('120');
    expect(await page.locator('[data-months="electricity-bought"] .paste').textContent()).to.contain('130');
  });

  it('says what is wrong when a field is left, by the rules of the server, and takes it back when it is mended', async () => {
    await open('C');
    const finding = page.locator('[data-findings="contract-power"] .finding');
    await field('contract-power').fill('12kWh');
    expect(await finding.count()).to.equal(0);
    await field('contract-power').blur();
    expect(await finding.textContent()).to.contain('12kWh');
    expect(await field('contract-power').getAttribute('aria-invalid')).to.equal('true');
    await field('contract-power').fill('1,250');
    await field('contract-power').blur();
    expect(await finding.count()).to.equal(0);
  });

  it('keeps the list of what is wrong true while it is corrected, and does not call saved what is not', async () => {
    await open('B');
    await field('months-operated').fill('12개월');
    await field('sales').fill('삼십억');
    await page.locator('button[value=continue]').click();
    await page.waitForURL(/checked=1/);
    await scriptReady(page);
    const summary = page.locator('#summary');
    expect(await summary.textContent())
      .to.contain('12개월')
      .and.contain('모두 저장했습니다');
    await field('months-operated').fill('12');
    expect(await summary.textContent()).not.to.contain('저장했습니다');
    await field('months-operated').blur();
    expect(await summary.textContent())
      .not.to.contain('12개월')
      .and.not.contain('모두 저장했습니다');
    expect(await summary.textContent()).to.contain('삼십억');
    await summary.getByText('고친 내용을 저장했습니다').waitFor();
    const [first] = await summary.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(await page.locator((first ?? '').replaceAll('.', '\\.')).count()).to.equal(1);
    await field('sales').fill('32억');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
  });

  it('keeps the last syllable, and Enter neither sends the form nor cuts a syllable short', async () => {
    await open('B');
    const address = page.url();
    const session = await page.context().newCDPSession(page);
    await field('main-products').fill('');
    await field('main-products').focus();
    await session.send('Input.imeSetComposition', { text: '주', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: '주무', selectionStart: 2, selectionEnd: 2 });
    // What an input method sends for the Enter that ends a composition.
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    await session.send('Input.insertText', { text: '주물' });
    expect(await field('main-products').inputValue()).to.equal('주물');
    expect(await page.locator(':focus').getAttribute('name')).to.equal('main-products');
    await page.keyboard.press('Enter');
    expect(page.url()).to.equal(address);
    expect(await page.locator(':focus').getAttribute('name')).not.to.equal('main-products');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
    await open('B');
    expect(await field('main-products').inputValue()).to.equal('주물');
  });

  it('saves at the first press, also when leaving the last field brings something up above the button', async () => {
    await open('D');
    await field('fuels-used.otherFuel').check();
    await field('other-fuel').fill('메탄올 2드럼');
    const button = page.locator('button[value=later]');
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (box === null) throw new Error('The button is not in sight');
    await page.mouse.move(box.x + box.width / 2, box.y + 4);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL(/saved=1/);
  });

  it('takes a reason for a warning that came up while typing, and shows it before submitting', async () => {
    await open('C');
    await field('electricity-bought.m01').fill('298,000,000');
    await field('electricity-cost').fill('6억');
    await field('electricity-cost').blur();
    const warning = page.locator('.finding.warning').first();
    await warning.locator('select').selectOption('contractPrice');
    await warning.locator('input').fill('특약 단가입니다');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
    await page.goto(`${site.baseUrl}${responsePathOf(page)}/check`);
    expect(await page.locator('.summary').allTextContents()).to.satisfy((texts: string[]) => texts.join(' ').includes('특약 단가입니다'));
  });

  it('takes over a suggested correction with one tap', async () => {
    await open('D');
    await field('fuels-used.propane').check();
    await field('propane-used').fill('18,000,000');
    await field('propane-cost').fill('22,500,000');
    await field('propane-cost').blur();
    await page.locator('[data-findings="propane-used"] .takes button').first().click();
    expect(await field('propane-used').inputValue()).to.equal('18,000');
    expect(await page.locator('[data-findings="propane-used"] .finding').count()).to.equal(0);
  });

  it('still works when the rules cannot be fetched, and says that checking waits for saving', async () => {
    const context = await test.browser.newContext({ storageState: await page.context().storageState() });
    const alone = await context.newPage();
    await alone.route('**/editions/**', (route) => route.abort());
    await alone.goto(`${site.baseUrl}${responsePathOf(page)}/sections/D`);
    await alone.locator('#save-state', { hasText: '저장할 때 확인합니다' }).waitFor();
    // Nothing is hidden by a script that cannot decide.
    expect(await alone.locator('[data-question="diesel-used"]').isVisible()).to.equal(true);
    await context.close();
  });
});
