import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { clippedTexts, horizontalOverflow } from '../support/browser-page-checks.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady } from '../support/browser-typing.js';

/** The pages somebody goes through, and one of every kind of control. */
const pages = [
  '/sections/A',
  '/sections/B/industry-code',
  '/sections/C/electricity-bought',
  '/sections/D/fuels-used',
  '/sections/D/propane-used',
  '/sections/H',
  '/check',
  '/thanks',
  '/result',
] as const;

describe('the survey for everybody', function () {
  this.timeout(120_000);
  let site: TestSite;
  let test: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let response: string;

  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
    context = await test.browser.newContext();
    page = await context.newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    response = responsePathOf(page);
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  const open = (path: string, there = page) => there.goto(`${site.baseUrl}${response}${path}`);
  const focused = (there = page) => there.locator(':focus');
  /** An attribute of what has the focus; null when nothing has it. */
  const ofFocus = (attribute: string): Promise<string | null> =>
    page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);

  it('can be filled in with the keyboard alone, page after page, and the focus goes where the eye does', async () => {
    await open('/sections/C/contract-power?checked=1');
    await scriptReady(page);
    // The first stop leads past the head of the page.
    await page.keyboard.press('Tab');
    expect(await focused().getAttribute('class')).to.equal('skip-link');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).to.equal('#content');
    const to = async (name: string): Promise<void> => {
      for (let stops = 0; (await ofFocus('name')) !== name; stops++) {
        expect(stops, `on the way to ${name}`).to.be.below(40);
        await page.keyboard.press('Tab');
      }
    };
    await to('contract-power');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('12kWh');
    const press = async (value: string): Promise<void> => {
      for (let stops = 0; (await ofFocus('value')) !== value; stops++) {
        expect(stops, `on the way to the button ${value}`).to.be.below(40);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    };
    await press('continue');
    await page.waitForURL(/#summary$/);
    await scriptReady(page);
    // The list of what is wrong has the focus, and its first link leads into the field.
    expect(await focused().getAttribute('id')).to.equal('summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused().getAttribute('name')).to.equal('contract-power');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('900');
    await press('continue');
    await page.waitForURL((url) => !url.pathname.endsWith('/contract-power'));
    // A group of choices is one stop, and the arrow keys choose.
    await open('/sections/C/pv-installed');
    expect(await page.locator('[name="pv-installed"]').count()).to.equal(2);
    await scriptReady(page);
    await to('pv-installed');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[name="pv-installed"]:checked').count()).to.equal(1);
  });

  it('leads from the check of the answers to the exact field of the exact page, and back', async () => {
    await open('/sections/C/contract-power');
    await page.locator('[name="contract-power"]').fill('12kWh');
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
    await open('/check');
    await page.locator('.error-summary a').first().click();
    await page.waitForURL(/\/contract-power\?/);
    expect(await focused().getAttribute('name')).to.equal('contract-power');
    await scriptReady(page);
    await page.locator('[name="contract-power"]').fill('900');
    await page.locator('button[value=continue]').click();
    await page.waitForURL(/\/check$/);
    expect(await page.locator('.error-summary').count()).to.equal(0);
  });

  it('shows where the focus is on every stop, never behind what stays at the top of the page', async () => {
    await open('/sections/C/electricity-bought');
    await scriptReady(page);
    await page.setViewportSize({ width: 768, height: 500 });
    // The notice that stays in sight, as five minutes before a session ends.
    await page.evaluate(() => {
      const notice = document.getElementById('session');
      if (notice === null) throw new Error('The page has no notice of the session');
      notice.hidden = false;
    });
    const faults: string[] = [];
    const look = (): Promise<string | null> =>
      page.evaluate(() => {
        const element = document.activeElement;
        const notice = document.getElementById('session');
        if (element === null || element === document.body || notice === null || notice.contains(element)) return null;
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const isMarked = (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
        const name = element.outerHTML.slice(0, 100);
        if (!isMarked) return `no mark: ${name}`;
        const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
        const isSeen =
          seen !== null && (element.contains(seen) || seen.contains(element) || element.id === (seen as HTMLLabelElement).htmlFor);
        return isSeen && !notice.contains(seen) ? null : `hidden: ${name}`;
      });
    for (const key of [...Array<string>(40).fill('Tab'), ...Array<string>(40).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      const fault = await look();
      if (fault !== null) faults.push(fault);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(faults).to.deep.equal([]);
  });

  it('loses nothing at 320 px, which is a window of 1280 px enlarged four times, nor with letters twice as large', async () => {
    const faults: string[] = [];
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of pages) {
        await open(path);
        // A reader's own size of letters: everything is in rem, so it all grows.
        if (width === 640) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '125%'));
        const overflow = await horizontalOverflow(page);
        if (overflow > 0) faults.push(`${path} at ${width} px: ${overflow} px too wide`);
        faults.push(...(await clippedTexts(page)).map((text) => `${path} at ${width} px: cut: ${text}`));
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(faults).to.deep.equal([]);
  });

  it('loses nothing when a reader sets lines, letters, words and paragraphs wider apart', async () => {
    const faults: string[] = [];
    await page.setViewportSize({ width: 768, height: 900 });
    for (const path of pages) {
      await open(path);
      // The distances of WCAG 1.4.12, set from outside as a reader's style sheet would.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
          for (const [name, value] of [
            ['line-height', '1.5'],
            ['letter-spacing', '0.12em'],
            ['word-spacing', '0.16em'],
          ] as const)
            element.style.setProperty(name, value, 'important');
          if (element.tagName === 'P') element.style.setProperty('margin-bottom', '2em', 'important');
        }
      });
      const overflow = await horizontalOverflow(page);
      if (overflow > 0) faults.push(`${path}: ${overflow} px too wide`);
      faults.push(...(await clippedTexts(page)).map((text) => `${path}: cut: ${text}`));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(faults).to.deep.equal([]);
  });

  it('keeps the edges of fields, buttons and the progress when a reader forces colors of their own', async () => {
    const forced = await test.browser.newContext({ storageState: await context.storageState(), forcedColors: 'active' });
    const there = await forced.newPage();
    await open('/sections/C/contract-power', there);
    const edges = await there.locator('.krds-input, .krds-btn, .krds-form-select').evaluateAll((elements) =>
      elements.map((element) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
        return `${element.className}: ${borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0}`;
      }),
    );
    expect(edges.filter((edge) => edge.endsWith('false'))).to.deep.equal([]);
    expect(edges.length).to.be.greaterThan(2);
    const bar = await there.locator('progress').evaluate((element) => getComputedStyle(element).borderTopStyle);
    expect(bar).to.equal('solid');
    await forced.close();
  });

  it('names every page by itself, says its language, and has one heading of the first level', async () => {
    const titles = new Map<string, string>();
    for (const path of pages) {
      await open(path);
      const title = await page.title();
      expect(titles.get(title), `${path} is called as ${titles.get(title)}`).to.equal(undefined);
      titles.set(title, path);
      expect(await page.locator('html').getAttribute('lang')).to.equal('ko');
      expect(await page.locator('h1').count(), path).to.equal(1);
    }
  });
});
