import type { Page } from 'playwright-core';
import type { WayIn } from './browser-site.js';

/** Field names of the section in the order they stand on the page, each once. */
const namesOnPage = (page: Page): Promise<readonly string[]> =>
  page
    .locator('form#form [name]')
    .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name') ?? '').filter((name) => !name.startsWith('_')))]);

const enter = async (page: Page, name: string, text: string): Promise<void> => {
  const field = page.locator(`form#form [name="${name}"]`);
  const kind = await field
    .first()
    .evaluate((element) => (element instanceof HTMLSelectElement ? 'select' : (element.getAttribute('type') ?? 'text')));
  if (name.endsWith('.missing')) {
    const box = page.locator(`details.missing:has([name="${name}"])`);
    if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  }
  if (kind === 'select') await field.selectOption(text);
  else if (kind === 'radio') await page.locator(`form#form [name="${name}"][value="${text}"]`).check();
  else if (kind === 'checkbox') await field.check();
  else await field.fill(text);
};

/** Types answers into the section that is open, by field name, from top to bottom as a person would. Others are left as they are. */
export const typeAnswers = async (page: Page, answers: Readonly<Record<string, string>>): Promise<void> => {
  for (const name of await namesOnPage(page)) {
    const text = answers[name];
    if (text !== undefined) await enter(page, name, text);
  }
};

/** Follows a one-time link and presses its button. */
export const enterByLink = async (page: Page, { link, businessNumber }: WayIn): Promise<void> => {
  await page.goto(link);
  // A letter to an establishment whose number is not known asks for none.
  if (businessNumber !== '') await page.locator('[name=businessNumber]').fill(businessNumber);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/\/responses/);
};

/** The path of the response that is open: "/responses/<id>". */
export const responsePathOf = (page: Page): string => {
  const path = /\/responses\/[^/?#]+/.exec(page.url())?.[0];
  if (path === undefined) throw new Error(`No response is open at ${page.url()}`);
  return path;
};

/** Waits until the script of the section's page has taken over. */
export const scriptReady = async (page: Page): Promise<void> => {
  await page.locator('html.scripted').waitFor();
};
