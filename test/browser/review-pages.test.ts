import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { commentOnAnswers } from '../../server/operations/comment-on-answers.js';
import { createDelegation } from '../../server/operations/delegate.js';
import { restoreVersion } from '../../server/operations/restore-version.js';
import { setContact } from '../../server/operations/set-contact.js';
import { stepReview } from '../../server/operations/step-review.js';
import type { Session } from '../../server/persistence/sessions.js';
import { letIn } from '../support/account-holders.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { axeViolations, clippedTexts, horizontalOverflow, smallTargets } from '../support/browser-page-checks.js';
import { holderOf, submittedOnce } from '../support/submitted.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

type Reader = 'nobody' | 'respondent' | 'delegate' | 'editor' | 'administrator';
interface Stop {
  readonly name: string;
  readonly reader: Reader;
  readonly path: string;
  readonly first?: (page: Page) => Promise<void>;
}

const widths = [1280, 768, 360] as const;

describe('pages after submitting, in a browser', function () {
  this.timeout(240_000);
  let served: ServedSite;
  let test: TestBrowser;
  const cookies: Partial<Record<Reader, string>> = {};
  const stops: Stop[] = [];

  const cookieOf = async (
    who: Pick<Session, 'accountId' | 'establishmentId'> & Partial<Pick<Session, 'delegationId'>>,
  ): Promise<string> => {
    const browser = served.browser();
    await letIn(served.site, browser, { secondFactor: who.accountId !== null, ...who });
    return browser.cookies.get('onsil-session') ?? '';
  };
  const press = (action: string) => async (page: Page) => {
    await page.locator(`form[action="${action}"] button`).first().click();
    await page.waitForLoadState();
  };

  before(async () => {
    [served, test] = await Promise.all([serveTestSite(), openBrowser()]);
    const { site } = served;
    const work = await submittedOnce(served);
    const [editor, administrator] = [await holderOf(site, 'editor'), await holderOf(site, 'administrator')];
    await setContact(site, administrator, roundId, {
      desk: '조사 지원팀',
      phone: '02-000-0000',
      email: 'help@example.kr',
      hours: '평일 9~18시',
    });
    const step = (revision: number, taken: 'begin' | 'return', reason: string) =>
      stepReview(site, editor, { responseId: work.id, version: 1, revision, step: taken, reason });
    await step(0, 'begin', '');
    for (const [question, part] of [
      ['electricity-bought', 'm03'],
      ['main-equipment', '1.kind'],
    ] as const)
      await commentOnAnswers(site, editor, { responseId: work.id, version: 1, question, part, text: '고지서를 확인해 주십시오.' });
    await step(1, 'return', '두 가지를 확인해 주십시오.');
    const sections = ['C', 'D'];
    const made = await createDelegation(site, work.who, { responseId: work.id, name: '한결세무회계', days: 7, sections, maySubmit: false });
    await work.type({ 'establishment-name': '고친 이름' });
    const { revision } = await work.stored();
    await restoreVersion(site, work.who, { responseId: work.id, from: { version: 1 }, revision });
    const { establishmentId } = work.who;
    cookies.respondent = await cookieOf({ accountId: null, establishmentId });
    cookies.delegate = await cookieOf({ accountId: null, establishmentId, delegationId: made.delegation.id });
    cookies.editor = await cookieOf({ accountId: editor.accountId, establishmentId: null });
    cookies.administrator = await cookieOf({ accountId: administrator.accountId, establishmentId: null });
    const own = `/responses/${work.id}`;
    const makeDelegation = async (page: Page): Promise<void> => {
      await page.locator('[name=name]').fill('새한컨설팅');
      await page.locator('form.admin-form:has([name=name]) button[type=submit]').click();
      await page.locator('#code').waitFor();
    };
    const noName = async (page: Page): Promise<void> => {
      await page.locator('[name=name]').fill('가');
      await page.locator('form.admin-form:has([name=name]) button[type=submit]').click();
      await page.locator('#fault').waitFor();
    };
    const openComment = async (page: Page): Promise<void> => {
      for (const box of await page.locator('details.comment-form').all()) await box.evaluate((details) => details.setAttribute('open', ''));
    };
    stops.push(
      { name: 'task list of returned answers', reader: 'respondent', path: own },
      { name: 'page with a comment', reader: 'respondent', path: `${own}/sections/C/electricity-bought?checked=1&from=check` },
      { name: 'history', reader: 'respondent', path: `${own}/history?restored=` },
      { name: 'version', reader: 'respondent', path: `${own}/versions/1` },
      { name: 'comments', reader: 'respondent', path: `${own}/comments?sent=1` },
      { name: 'delegations', reader: 'respondent', path: `${own}/delegations` },
      { name: 'delegations, refused', reader: 'respondent', path: `${own}/delegations`, first: noName },
      { name: 'delegation made', reader: 'respondent', path: `${own}/delegations`, first: makeDelegation },
      { name: 'going on', reader: 'respondent', path: '/continue' },
      { name: 'code for a device', reader: 'respondent', path: '/continue', first: press('/device-code') },
      { name: 'help', reader: 'respondent', path: '/help' },
      { name: 'help for nobody in particular', reader: 'nobody', path: '/help' },
      { name: 'typing a code', reader: 'nobody', path: '/resume?code=7K3M9QXT' },
      { name: 'typing a wrong code', reader: 'nobody', path: '/resume?code=7K3M9QXT', first: press('/resume') },
      { name: 'task list of a delegate', reader: 'delegate', path: own },
      { name: 'section of a delegate', reader: 'delegate', path: `${own}/sections/C` },
      { name: 'check of a delegate', reader: 'delegate', path: `${own}/check` },
      { name: 'worklist', reader: 'editor', path: '/review' },
      { name: 'worklist with nothing in it', reader: 'editor', path: '/review?state=accepted' },
      { name: 'review', reader: 'editor', path: `/review/${work.id}`, first: openComment },
      { name: 'review, reason missing', reader: 'editor', path: `/review/${work.id}`, first: press(`/review/${work.id}/reopen`) },
      { name: 'history for staff', reader: 'editor', path: `/answers/${work.id}/history` },
      { name: 'contact of the round', reader: 'administrator', path: `/admin/rounds/${roundId}/contact` },
      { name: 'progress', reader: 'administrator', path: `/admin/rounds/${roundId}/progress` },
    );
  });
  after(async () => {
    await test?.close();
    await served?.close();
  });

  /** @param rules whether axe looks, too: the structure is the same in both languages, so in one of them it looks once */
  const faultsAt = async (page: Page, width: number, rules: boolean): Promise<readonly string[]> => {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await horizontalOverflow(page);
    const faults = [
      ...(rules ? await axeViolations(page) : []),
      ...(overflow > 0 ? [`${overflow} px wider than the window`] : []),
      ...(await smallTargets(page)).map((target) => `small target: ${target}`),
      ...(await clippedTexts(page)).map((text) => `cut text: ${text}`),
    ];
    return faults.map((fault) => `at ${width} px: ${fault}`);
  };

  for (const language of ['ko', 'en'] as const)
    for (const reader of ['nobody', 'respondent', 'delegate', 'editor', 'administrator'] as const)
      it(`are accessible, whole and easy to touch at ${widths.join(', ')} px in ${language}: ${reader}`, async () => {
        const context = await test.browser.newContext();
        const session = cookies[reader];
        await context.addCookies([
          { name: 'onsil-language', value: language, url: served.base },
          ...(session === undefined ? [] : [{ name: 'onsil-session', value: session, url: served.base }]),
        ]);
        const page = await context.newPage();
        const faults: string[] = [];
        for (const { name, path, first } of stops.filter((stop) => stop.reader === reader)) {
          await page.setViewportSize({ width: widths[0], height: 900 });
          expect((await page.goto(`${served.base}${path}`))?.status(), name).to.equal(200);
          await first?.(page);
          expect(await page.locator('html').getAttribute('lang')).to.equal(language);
          for (const width of widths)
            faults.push(...(await faultsAt(page, width, language === 'ko' || width === widths[0])).map((fault) => `${name}, ${fault}`));
        }
        await context.close();
        expect(faults).to.deep.equal([]);
      });

  it('lead from a comment to its field, which takes the focus', async () => {
    const context = await test.browser.newContext();
    await context.addCookies([{ name: 'onsil-session', value: cookies.respondent ?? '', url: served.base }]);
    const page = await context.newPage();
    const comments = stops.find(({ name }) => name === 'comments');
    await page.goto(`${served.base}${comments?.path ?? ''}`);
    await page.getByRole('link', { name: /해당 응답으로 가기.*3월/ }).click();
    await page.waitForURL(/electricity-bought/);
    expect(new URL(page.url()).hash).to.equal('#f-electricity-bought.m03');
    await page.locator('#page-comments ~ ul a').first().click();
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.querySelector(':target')?.getAttribute('name')),
    ).to.equal('electricity-bought.m03');
    await context.close();
  });
});
