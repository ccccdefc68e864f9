import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 AA and good practice that axe finds broken, one line each. Empty when the page passes. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  // Given to the page by the test's own channel: the page's policy lets no other script in.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
};

/** How much wider than the window the page is, in pixels; 0 when nothing overflows. */
export const horizontalOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/**
 * Links, buttons and fields that offer less than 44 × 44 px to a finger. A radio button or check box counts with its label. A link in
 * the middle of a sentence is as high as its line, which WCAG 2.5.8 allows.
 */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, summary, textarea')];
    return targets.flatMap((target) => {
      if (target.closest('[aria-hidden=true], .skip-link, .sr-only') !== null) return [];
      const choice = target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox');
      const area = choice ? (target.closest('.choice') ?? target) : target;
      const box = area.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return [];
      const inSentence = target.tagName === 'A' && getComputedStyle(target).display === 'inline' && target.closest('p, li, td') !== null;
      const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
      return inSentence || (box.width >= 43.5 && box.height >= 43.5) ? [] : [`${size} ${target.outerHTML.slice(0, 140)}`];
    });
  });

/** Elements with text that is cut off at their edge without a way to scroll to it. */
export const clippedTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].flatMap((element) => {
      const style = getComputedStyle(element);
      if (element.closest('.sr-only, datalist, canvas') !== null || element.matches('input, select, option')) return [];
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.textOverflow === 'ellipsis';
      if (element.clientWidth <= 1) return [];
      return hides && element.scrollWidth > element.clientWidth + 1 ? [element.outerHTML.slice(0, 140)] : [];
    }),
  );
