import { expect } from 'chai';
import { totpCode } from '../../server/identity/totp.js';
import { operator } from '../../server/operations/account-holder.js';
import { createAccountLink } from '../../server/operations/create-account-link.js';
import { setAccountDisabled } from '../../server/operations/disable-account.js';
import { endRole } from '../../server/operations/give-role.js';
import { grantsInForce } from '../../server/operations/grants-in-force.js';
import { absoluteLifetimeMs, accountIdleLifetimeMs } from '../../server/operations/session-lifetime.js';
import type { AccountRole } from '../../server/survey/role.js';
import { accountWith } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const password = '푸른 바다 위 고래 셋';
const halfMinute = 30_000;

describe('signing in with an account', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  /** An account whose owner has chosen a password. */
  const person = async (...roles: AccountRole[]) => {
    const account = await accountWith(served.site, roles);
    const { secret } = await createAccountLink(served.site, account.id, operator);
    const reply = await served.browser().post(`/choose-password/${secret}`, { password, again: password });
    expect(reply.status, reply.text).to.equal(200);
    return account;
  };
  const signIn = (browser: Browser, loginName: string, typed = password) => browser.post('/sign-in', { loginName, password: typed });

  /** Sets an authenticator app up, as the page tells to; returns its secret and the recovery codes. */
  const enrol = async (browser: Browser) => {
    const page = await browser.get('/sign-in/enrol');
    const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? '';
    const done = await browser.post('/sign-in/enrol', { code: totpCode(secret, served.clock.now()) });
    expect(done.status, done.text).to.equal(200);
    const codes = [...done.text.matchAll(/<li>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<\/li>/g)].map(([, code]) => code ?? '');
    return { secret, codes };
  };

  it('takes a surveyor to their work', async () => {
    const { loginName } = await person('surveyor');
    const browser = served.browser();
    const reply = await signIn(browser, ` ${loginName.toUpperCase()} `);
    expect([reply.status, reply.headers.location]).to.deep.equal([303, '/work']);
    expect((await browser.get('/work')).text).to.include('조사원');
  });

  it('takes a password typed in either form of Hangul', async () => {
    const { loginName } = await person('surveyor');
    expect((await signIn(served.browser(), loginName, password.normalize('NFD'))).status).to.equal(303);
  });

  it('says the same of an unknown account, a wrong password, a disabled account and one without a password', async () => {
    const known = await person('surveyor');
    const disabled = await person('surveyor');
    await setAccountDisabled(served.site, disabled.id, true, operator);
    const without = await accountWith(served.site, ['surveyor']);
    const pages = [];
    for (const [loginName, typed] of [
      ['nobody-here', password],
      [known.loginName, 'wrong'],
      [disabled.loginName, password],
      [without.loginName, password],
      [without.loginName, ''],
      [{ $ne: '' } as unknown as string, password],
    ] as const) {
      const browser = served.browser();
      const reply = await signIn(browser, loginName, typed);
      expect(reply.status).to.equal(401);
      expect(browser.cookies.size).to.equal(0);
      pages.push(reply.text.replace(/value="[^"]*"/g, ''));
    }
    expect(new Set(pages).size).to.equal(1);
  });

  it('does the same work for an unknown account as for a known one', async () => {
    const { loginName } = await person('surveyor');
    const asked = async (name: string): Promise<number> => {
      const before = served.commands();
      await signIn(served.browser(), name, 'wrong');
      return served.commands() - before;
    };
    await asked('nobody-at-all');
    expect(await asked('nobody-at-all')).to.equal(await asked(loginName).then(() => asked(loginName)));
  });

  it('lets an account without a role in nowhere', async () => {
    const { loginName, id } = await person('surveyor');
    const [grant] = await grantsInForce(served.site.store, id, served.clock.now());
    await endRole(served.site, id, grant?.id ?? '', operator);
    const reply = await signIn(served.browser(), loginName);
    expect(reply.status).to.equal(403);
    expect(reply.text).to.include('역할이 없어');
  });

  it('shows whoever needs a second factor nothing but its set-up', async () => {
    const { loginName } = await person('administrator');
    const browser = served.browser();
    await signIn(browser, loginName);
    for (const path of ['/work', '/account', '/establishments', '/responses'])
      expect((await browser.get(path)).headers.location, path).to.equal('/sign-in/enrol');
    expect((await browser.post('/account/sign-out-everywhere')).status).to.equal(401);
    const before = browser.cookies.get('onsil-session');
    const { codes } = await enrol(browser);
    expect(codes).to.have.length(10);
    expect(browser.cookies.get('onsil-session')).not.to.equal(before);
    expect((await browser.get('/work')).status).to.equal(200);
    const stale = served.browser();
    stale.cookies.set('onsil-session', before ?? '');
    expect((await stale.get('/work')).status).to.equal(401);
  });

  it('asks for a code of the app at the next sign-in, and takes each code once', async () => {
    const { loginName } = await person('editor');
    const first = served.browser();
    await signIn(first, loginName);
    const { secret } = await enrol(first);
    served.clock.pass(halfMinute);
    const code = totpCode(secret, served.clock.now());
    const [one, other] = [served.browser(), served.browser()];
    for (const browser of [one, other]) {
      await signIn(browser, loginName);
      expect((await browser.get('/work')).headers.location).to.equal('/sign-in/code');
      expect((await browser.get('/sign-in/enrol')).headers.location).to.equal('/sign-in/code');
    }
    expect((await one.post('/sign-in/code', { code: '000000' })).status).to.equal(422);
    expect((await one.post('/sign-in/code', { code })).status).to.equal(303);
    expect((await one.get('/work')).status).to.equal(200);
    expect((await other.post('/sign-in/code', { code })).status).to.equal(422);
    expect((await other.get('/work')).headers.location).to.equal('/sign-in/code');
  });

  it('takes a code once of five that race with it', async () => {
    const { loginName } = await person('editor');
    const first = served.browser();
    await signIn(first, loginName);
    const { secret } = await enrol(first);
    served.clock.pass(halfMinute);
    const browsers = Array.from({ length: 5 }, () => served.browser());
    for (const browser of browsers) await signIn(browser, loginName);
    const code = totpCode(secret, served.clock.now());
    const replies = await Promise.all(browsers.map((browser) => browser.post('/sign-in/code', { code })));
    expect(replies.filter(({ status }) => status === 303)).to.have.length(1);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const { loginName } = await person('auditor');
    const first = served.browser();
    await signIn(first, loginName);
    const { codes } = await enrol(first);
    const second = served.browser();
    await signIn(second, loginName);
    const code = codes[3] ?? '';
    expect((await second.post('/sign-in/code', { code: code.toUpperCase().replaceAll('-', ' ') })).status).to.equal(303);
    const third = served.browser();
    await signIn(third, loginName);
    expect((await third.post('/sign-in/code', { code })).status).to.equal(422);
    expect((await second.get('/account')).text).to.include('남은 복구 코드 9개');
  });

  it('keeps no password, code or secret as it was typed', async () => {
    const account = await person('administrator');
    const browser = served.browser();
    await signIn(browser, account.loginName);
    const { codes } = await enrol(browser);
    const kept = JSON.stringify(await served.site.store.accounts.byId(account.id));
    expect(kept).to.include('$argon2id$').and.not.include(password);
    for (const code of codes) expect(kept).not.to.include(code).and.not.include(code.replaceAll('-', ''));
    expect(served.logged()).not.to.include(password).and.not.include(account.loginName);
  });

  it('begins with a new session: one planted beforehand stays worthless', async () => {
    const { loginName } = await person('surveyor');
    const browser = served.browser();
    browser.cookies.set('onsil-session', 'A'.repeat(43));
    await signIn(browser, loginName);
    expect(browser.cookies.get('onsil-session'))
      .to.match(/^[\w-]{43}$/)
      .and.not.equal('A'.repeat(43));
    const planted = served.browser();
    planted.cookies.set('onsil-session', 'A'.repeat(43));
    expect((await planted.get('/work')).status).to.equal(401);
  });

  it('ends the session the browser came with', async () => {
    const { loginName } = await person('surveyor');
    const browser = served.browser();
    await signIn(browser, loginName);
    const earlier = served.browser();
    earlier.cookies.set('onsil-session', browser.cookies.get('onsil-session') ?? '');
    expect((await earlier.get('/work')).status).to.equal(200);
    await signIn(browser, loginName);
    expect((await earlier.get('/work')).status).to.equal(401);
    expect((await browser.get('/work')).status).to.equal(200);
  });

  it('ends the session of the password with the code of the app', async () => {
    const { loginName } = await person('auditor');
    const browser = served.browser();
    await signIn(browser, loginName);
    const { secret } = await enrol(browser);
    await browser.post('/sign-out');
    await signIn(browser, loginName);
    const earlier = served.browser();
    earlier.cookies.set('onsil-session', browser.cookies.get('onsil-session') ?? '');
    served.clock.pass(halfMinute);
    expect((await browser.post('/sign-in/code', { code: totpCode(secret, served.clock.now()) })).status).to.equal(303);
    expect((await earlier.get('/sign-in/code')).status).to.equal(401);
  });

  it('ends after half an hour without a request', async () => {
    const { loginName } = await person('surveyor');
    const browser = served.browser();
    await signIn(browser, loginName);
    served.clock.pass(accountIdleLifetimeMs - 1000);
    expect((await browser.post('/session')).status).to.equal(200);
    served.clock.pass(accountIdleLifetimeMs - 1000);
    expect((await browser.get('/work')).status).to.equal(200);
    served.clock.pass(accountIdleLifetimeMs + 1000);
    expect((await browser.get('/work')).status).to.equal(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const { loginName } = await person('surveyor');
    const browser = served.browser();
    await signIn(browser, loginName);
    for (let passed = 0; passed < absoluteLifetimeMs - accountIdleLifetimeMs; passed += accountIdleLifetimeMs / 2) {
      served.clock.pass(accountIdleLifetimeMs / 2);
      expect((await browser.get('/work')).status).to.equal(200);
    }
    served.clock.pass(accountIdleLifetimeMs / 2);
    await browser.get('/work');
    served.clock.pass(accountIdleLifetimeMs / 2);
    expect((await browser.get('/work')).status).to.equal(401);
  });

  it('over https hands out cookies that the browser sends over https alone', async () => {
    const secure = await serveTestSite({ baseUrl: 'https://survey.example.kr' });
    try {
      const account = await accountWith(secure.site, ['surveyor']);
      const { secret } = await createAccountLink(secure.site, account.id, operator);
      await secure.browser().post(`/choose-password/${secret}`, { password, again: password });
      const reply = await signIn(secure.browser(), account.loginName);
      const cookies = reply.headers['set-cookie'] ?? [];
      expect(cookies).to.have.length(2);
      for (const cookie of cookies)
        expect(cookie).to.match(/^__Host-onsil-(session|device)=[\w-]{43};.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.close();
    }
  });

  it('ends with the next request when the account is disabled, its role ends or its password is chosen anew', async () => {
    for (const end of ['disable', 'role', 'password'] as const) {
      const account = await person('surveyor');
      const browser = served.browser();
      await signIn(browser, account.loginName);
      expect((await browser.get('/work')).status, end).to.equal(200);
      if (end === 'disable') await setAccountDisabled(served.site, account.id, true, operator);
      else if (end === 'role') {
        const [grant] = await grantsInForce(served.site.store, account.id, served.clock.now());
        await endRole(served.site, account.id, grant?.id ?? '', operator);
      } else {
        const { secret } = await createAccountLink(served.site, account.id, operator);
        await served
          .browser()
          .post(`/choose-password/${secret}`, { password: '다른 좋은 비밀번호 하나', again: '다른 좋은 비밀번호 하나' });
      }
      expect((await browser.get('/work')).status, end).to.equal(401);
    }
  });

  it('leads nowhere but to the site itself', async () => {
    const { loginName } = await person('surveyor');
    const reply = await served.browser().post('/sign-in?back=https://evil.example', { loginName, password });
    expect(reply.headers.location).to.equal('/work');
    const told = await served.browser().post('/sign-in', { loginName, password, back: '//evil.example', next: 'https://evil.example' });
    expect([told.status, told.headers.location]).to.deep.equal([400, undefined]);
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']) {
      const { location } = (await served.browser().get(`/language?to=ko&back=${encodeURIComponent(back)}`)).headers;
      expect(location, back).to.equal('/');
    }
  });
});
