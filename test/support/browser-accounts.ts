import type { Page } from 'playwright-core';
import { totpCode } from '../../server/identity/totp.js';
import type { TestSite } from './browser-site.js';
import { runCommand } from './run-command.js';

const password = '푸른 바다 위 고래 셋';

/** The path of a one-time link by which a new administrator chooses a password. */
export const passwordLinkFor = async (site: TestSite, loginName: string): Promise<string> => {
  const args = ['admin', 'create', loginName, '--name', '김관리', '--base-url', site.baseUrl];
  const { code, stdout, stderr } = await runCommand(args, '', site.env);
  if (code !== 0) throw new Error(stderr);
  return new URL(stdout.trim()).pathname;
};

/** Makes an administrator, who chooses a password and signs in: up to the set-up of the second factor. */
export const signInAs = async (page: Page, site: TestSite, loginName: string): Promise<void> => {
  await page.goto(`${site.baseUrl}${await passwordLinkFor(site, loginName)}`);
  for (const name of ['password', 'again']) await page.locator(`[name=${name}]`).fill(password);
  await page.locator('main form button').click();
  await page.goto(`${site.baseUrl}/sign-in`);
  await page.locator('[name=loginName]').fill(loginName);
  await page.locator('[name=password]').fill(password);
  await page.locator('main form button').click();
  await page.waitForURL(/\/sign-in\/enrol$/);
};

/** Sets the second factor up with the key that the page shows, and goes on. */
export const enrolFactor = async (page: Page): Promise<void> => {
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await page.locator('[name=code]').fill(totpCode(secret, new Date()));
  await page.locator('main form button').click();
  await page.locator('.codes').waitFor();
  await page.locator('main .actions a').click();
  await page.waitForURL(/\/work$/);
};
