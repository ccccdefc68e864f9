import { expect } from 'chai';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { openTestSite, type TestSite } from '../support/browser-site.js';
import { enterByLink, responsePathOf, scriptReady, typeAnswers } from '../support/browser-typing.js';

/** A text as it was put on a canvas. */
interface Drawn {
  readonly text: string;
  /** Whether every sign of it was in a font that had come. */
  readonly hasFont: boolean;
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

describe('the chart of the result', function () {
  this.timeout(120_000);
  let site: TestSite;
  let test: TestBrowser;
  before(async () => {
    [site, test] = await Promise.all([openTestSite(), openBrowser()]);
  });
  after(async () => {
    await test?.close();
    await site?.close();
  });

  it('prints every label whole and in a font that has come, wide and narrow, when fonts are slow', async () => {
    const first = await test.browser.newContext();
    const page = await first.newPage();
    await enterByLink(page, site.wayInto('예시 주물공장'));
    const response = `${site.baseUrl}${responsePathOf(page)}`;
    await page.goto(`${response}/sections/D`);
    await scriptReady(page);
    await typeAnswers(page, { 'fuels-used.wood': 'yes', 'wood-used': '30', 'wood-used.unit': 't' });
    await page.locator('button[value=later]').click();
    await page.waitForURL(/saved=1/);
    await page.goto(`${response}/check`);
    await page.getByRole('button', { name: '제출하기' }).click();
    await page.waitForURL(/\/thanks$/);

    for (const width of [1280, 360]) {
      const context = await test.browser.newContext({ viewport: { width, height: 900 }, storageState: await first.storageState() });
      const narrow = await context.newPage();
      await narrow.route(/\.woff2$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await narrow.addInitScript(() => {
        const drawn: Drawn[] = [];
        Object.assign(window, { drawn });
        const { prototype } = CanvasRenderingContext2D;
        const draw: (this: CanvasRenderingContext2D, text: string, x: number, y: number, most?: number) => void = Reflect.get(
          prototype,
          'fillText',
        );
        prototype.fillText = function (text, x, ...rest) {
          const { a, e } = this.getTransform();
          const box = this.measureText(text);
          drawn.push({
            text,
            hasFont: document.fonts.check(this.font, text),
            left: (x - box.actualBoundingBoxLeft) * a + e,
            right: (x + box.actualBoundingBoxRight) * a + e,
            width: this.canvas.width,
          });
          draw.call(this, text, x, ...rest);
        };
      });
      await narrow.goto(`${response}/result`);
      await narrow.waitForFunction(() => (window as unknown as { drawn: readonly unknown[] }).drawn.length > 0);
      const drawn = await narrow.evaluate(() => (window as unknown as { drawn: readonly Drawn[] }).drawn);
      const whole = drawn.map(({ text }) => text).join('');
      expect(whole, `${width} px`).to.contain('칩').and.not.contain('…');
      expect(
        drawn.filter(({ hasFont }) => !hasFont).map(({ text }) => text),
        `${width} px: no font yet`,
      ).to.deep.equal([]);
      expect(
        drawn.filter(({ left, right, width: room }) => left < -0.5 || right > room + 0.5).map(({ text }) => text),
        `${width} px: cut`,
      ).to.deep.equal([]);
      await context.close();
    }
    await first.close();
  });
});
