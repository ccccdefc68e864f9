import { expect } from 'chai';
import { readCode, shortCode } from '../../server/identity/short-code.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { createDeviceCode, readDevices, resumeByCode } from '../../server/operations/continue-elsewhere.js';
import { findSession } from '../../server/operations/find-session.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { letIn } from '../support/account-holders.js';
import { problemOf } from '../support/problem-of.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const number = '220-81-62517';
const visitFrom = (network: string) => ({
  from: '192.0.2.7',
  network,
  device: 'Chrome · Android',
  deviceSecret: null,
  sessionSecret: null,
});
const cookies = { cookies: new Map<string, string>() } as unknown as Parameters<typeof letIn>[1];

describe('going on at another device', () => {
  let test: TestSite;
  let networks = 0;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  /** A respondent whose browser is in. */
  const signedIn = async (businessNumber: string | null): Promise<Respondent> => {
    const { id } = await addEstablishment(test.site, { name: '한빛주물', businessNumber, example: null });
    const sessionId = await letIn(test.site, cookies, { accountId: null, establishmentId: id, secondFactor: false });
    return { role: 'respondent', establishmentId: id, sessionId };
  };
  const codeFor = (who: Respondent) => createDeviceCode(test.site, who, 'https://survey.example.kr/resume');
  const resume = (code: string, businessNumber: string, network = `198.51.${networks++}.0/24`) =>
    resumeByCode(test.site, { code, businessNumber }, visitFrom(network));

  it('works once, by the code and the registration number, and both devices are told', async () => {
    const who = await signedIn(number);
    const { code, expiresAt } = await codeFor(who);
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(expiresAt.getTime() - test.clock.now().getTime()).to.equal(10 * 60_000);
    expect(await problemOf(resume(code, '123-45-67891'))).to.equal('deviceCodeWrong');
    const session = await findSession(test.site, await resume(code.toLowerCase().replace('-', ' '), '2208162517'), '192.0.2.7');
    expect(session).to.deep.include({ role: 'respondent', establishmentId: who.establishmentId });
    expect(await problemOf(resume(code, number))).to.equal('deviceCodeWrong');
    expect((await readDevices(test.site, who)).letIn.map(({ device }) => device)).to.deep.equal(['Chrome · Android']);
    expect(await readDevices(test.site, session as Respondent)).to.deep.equal({ letIn: [], cameByCode: true });
  });

  it('is over after ten minutes, and when a newer code was made', async () => {
    const who = await signedIn(null);
    const { code: first } = await codeFor(who);
    const { code: second } = await codeFor(who);
    expect(await problemOf(resume(first, ''))).to.equal('deviceCodeWrong');
    test.clock.pass(10 * 60_000);
    expect(await problemOf(resume(second, ''))).to.equal('deviceCodeWrong');
    const { code: third } = await codeFor(who);
    expect(await problemOf(resume(third, ''))).to.equal('done');
  });

  it('lets one of two in who come with the same code at once', async () => {
    const { code } = await codeFor(await signedIn(null));
    const both = await Promise.all([problemOf(resume(code, '')), problemOf(resume(code, ''))]);
    expect(both.sort()).to.deep.equal(['deviceCodeWrong', 'done']);
  });

  it('makes whoever guesses wait', async () => {
    const guesses = [];
    for (let at = 0; at < 7; at++) guesses.push(await problemOf(resume(`0000-000${at}`, '', '203.0.113.0/24')));
    expect(guesses.slice(0, 5)).to.deep.equal(Array.from({ length: 5 }, () => 'deviceCodeWrong'));
    expect(guesses.at(-1)).to.equal('tooOften');
  });

  it('keeps nothing of a code that it can be read from', async () => {
    const who = await signedIn(null);
    const { code } = await codeFor(who);
    const kept = JSON.stringify(await test.site.store.invitations.madeIn(who.sessionId, 'device'));
    expect(kept).not.to.include(code).and.not.to.include(code.replace('-', ''));
    expect(test.logged()).not.to.include(code);
  });

  it('reads a code however it is typed', () => {
    const code = shortCode(Buffer.alloc(32, 0xb7).toString('base64url'));
    expect(code).to.equal('QQQQQQQQ');
    expect(readCode('oO0l-iI19')).to.equal('00011119');
    expect(readCode('７k3m－９qxt')).to.equal('7K3M9QXT');
    for (const none of ['', '7K3M9QX', '7K3M9QXT0', '7K3M9QXU', '7K3M/9QX']) expect(readCode(none), none).to.equal(null);
  });
});
