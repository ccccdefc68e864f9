import { expect } from 'chai';
import { totpCode } from '../../server/identity/totp.js';
import { operator } from '../../server/operations/account-holder.js';
import { createAccountLink } from '../../server/operations/create-account-link.js';
import { resetFactor } from '../../server/operations/reset-factor.js';
import type { Account } from '../../server/persistence/accounts.js';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const password = '푸른 바다 위 고래 셋';
const better = '붉은 산 아래 여우 넷';
const day = 24 * 60 * 60 * 1000;

describe("one's own account", () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  const choose = (secret: string, typed = password, again = typed) =>
    served.browser().post(`/choose-password/${secret}`, { password: typed, again });
  const linkFor = async (account: Account) => (await createAccountLink(served.site, account.id, operator)).secret;
  const person = async (): Promise<Account> => {
    const account = await accountWith(served.site, ['surveyor']);
    expect((await choose(await linkFor(account))).status).to.equal(200);
    return account;
  };
  const entered = async (account: Account): Promise<Browser> => {
    const browser = served.browser();
    expect((await browser.post('/sign-in', { loginName: account.loginName, password })).status).to.equal(303);
    return browser;
  };
  const canEnter = async (account: Account, typed: string): Promise<boolean> =>
    (await served.browser().post('/sign-in', { loginName: account.loginName, password: typed })).status === 303;

  describe('gets a password by a one-time link that', () => {
    it('is not used up by opening it or by a password that is no good', async () => {
      const account = await accountWith(served.site, ['surveyor']);
      const secret = await linkFor(account);
      for (let time = 0; time < 5; time++) {
        expect((await served.browser().get(`/choose-password/${secret}`)).status).to.equal(200);
        expect((await served.browser().send('HEAD', `/choose-password/${secret}`, {}, '')).status).to.equal(200);
      }
      for (const [typed, again] of [
        ['short', 'short'],
        ['password1!', 'password1!'],
        [password, better],
      ] as const)
        expect((await choose(secret, typed, again)).status, typed).to.equal(422);
      expect((await served.browser().post(`/choose-password/${secret}`)).status).to.equal(400);
      expect((await choose(secret)).status).to.equal(200);
    });

    it('works once, also of five clicks at once', async () => {
      const secret = await linkFor(await accountWith(served.site, ['surveyor']));
      const replies = await Promise.all(Array.from({ length: 5 }, () => choose(secret)));
      expect(replies.filter(({ status }) => status === 200)).to.have.length(1);
      expect((await choose(secret)).status).to.equal(410);
    });

    it('ends with its time, with a newer one, and with a changed password', async () => {
      const account = await person();
      const old = await linkFor(account);
      const newer = await linkFor(account);
      expect((await choose(old)).status).to.equal(410);
      const browser = await entered(account);
      await browser.post('/account/password', { present: password, password: better, again: better });
      expect((await choose(newer)).status).to.equal(410);
      const late = await linkFor(account);
      served.clock.pass(3 * day);
      expect((await choose(late)).status).to.equal(410);
    });

    it('is unknown when it was made up, and stays out of the log', async () => {
      for (const made of ['A'.repeat(43), 'x', '%24ne']) expect((await choose(made)).status, made).to.equal(404);
      const secret = await linkFor(await accountWith(served.site, ['surveyor']));
      await choose(secret);
      expect(served.logged()).not.to.include(secret);
    });
  });

  describe('changes its password', () => {
    it('against the present one; every other browser is signed out at once', async () => {
      const account = await person();
      const [here, there] = [await entered(account), await entered(account)];
      const before = here.cookies.get('onsil-session');
      const reply = await here.post('/account/password', { present: password, password: better, again: better });
      expect(reply.headers.location).to.equal('/account?changed=1');
      expect((await here.get('/account?changed=1')).status).to.equal(200);
      expect(here.cookies.get('onsil-session')).not.to.equal(before);
      expect((await there.get('/account')).status).to.equal(401);
      expect([await canEnter(account, password), await canEnter(account, better)]).to.deep.equal([false, true]);
    });

    it('not with a wrong present one, a bad new one, or two that differ', async () => {
      const account = await person();
      const browser = await entered(account);
      for (const fields of [
        { present: 'wrong', password: better, again: better },
        { present: password, password: 'qwertyuiop', again: 'qwertyuiop' },
        { present: password, password: better, again: password },
        { present: password },
      ])
        expect((await browser.post('/account/password', fields)).status).to.equal(422);
      expect(await canEnter(account, password)).to.equal(true);
    });

    it('by trying present ones only so often', async () => {
      const browser = await entered(await person());
      const wrong = { present: 'wrong', password: better, again: better };
      const statuses: number[] = [];
      for (let time = 0; time < 8; time++) statuses.push((await browser.post('/account/password', wrong)).status);
      expect(statuses.slice(-2)).to.deep.equal([429, 429]);
    });
  });

  describe('lists its sessions', () => {
    it('and ends one of them, but no other account’s', async () => {
      const account = await person();
      const [here, there] = [await entered(account), await entered(account)];
      const stranger = await entered(await person());
      const action = /action="(\/account\/sessions\/[^"]+\/end)"/.exec((await here.get('/account')).text)?.[1] ?? '';
      expect((await stranger.post(action)).status).to.equal(404);
      expect((await there.get('/account')).status).to.equal(200);
      expect((await here.post(action)).status).to.equal(303);
      expect((await there.get('/account')).status).to.equal(401);
      expect((await here.get('/account')).status).to.equal(200);
      expect((await here.post(action)).status, 'a second time').to.equal(404);
    });

    it('by the browser’s kind, never by what it calls itself', async () => {
      const account = await person();
      const browser = served.browser();
      const agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/130 <script>alert(1)</script>';
      await browser.post('/sign-in', { loginName: account.loginName, password }, { 'user-agent': agent });
      const page = (await browser.get('/account')).text;
      expect(page).to.include('Chrome · Windows').and.not.include('alert(1)');
    });

    it('which end at the same moment in every process', async () => {
      const account = await person();
      const browser = await entered(account);
      const second = await served.beside();
      try {
        const there = second.browser();
        for (const [name, value] of browser.cookies) there.cookies.set(name, value);
        expect((await there.get('/account')).status).to.equal(200);
        await browser.post('/sign-out');
        expect((await there.get('/account')).status).to.equal(401);
      } finally {
        await second.close();
      }
    });

    it('and signs out everywhere', async () => {
      const account = await person();
      const browsers = [await entered(account), await entered(account), await entered(account)];
      expect((await browsers[1]?.post('/account/sign-out-everywhere'))?.headers.location).to.equal('/');
      for (const browser of browsers) expect((await browser.get('/account')).status).to.equal(401);
    });
  });

  describe('has a second factor', () => {
    it('of its own choice where no role demands it, from then on at every sign-in', async () => {
      const account = await person();
      const browser = await entered(account);
      const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec((await browser.get('/sign-in/enrol')).text)?.[1]?.replaceAll(' ', '') ?? '';
      const code = totpCode(secret, served.clock.now());
      expect((await browser.post('/sign-in/enrol', { code: '000000' })).status).to.equal(422);
      expect((await browser.post('/sign-in/enrol', { code })).status).to.equal(200);
      expect((await browser.get('/sign-in/enrol')).status, 'a second app').to.equal(404);
      const later = await entered(account);
      expect((await later.get('/work')).headers.location).to.equal('/sign-in/code');
    });

    it('whose recovery codes are renewed against a code of the app', async () => {
      const account = await accountWith(served.site, ['editor']);
      await choose(await linkFor(account));
      const browser = await entered(account);
      const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec((await browser.get('/sign-in/enrol')).text)?.[1]?.replaceAll(' ', '') ?? '';
      const page = await browser.post('/sign-in/enrol', { code: totpCode(secret, served.clock.now()) });
      const old = /<li>([a-z2-9-]{19})<\/li>/.exec(page.text)?.[1] ?? '';
      expect((await browser.post('/account/recovery-codes', { code: '123456' })).status).to.equal(422);
      served.clock.pass(60_000);
      const renewed = await browser.post('/account/recovery-codes', { code: totpCode(secret, served.clock.now()) });
      expect(renewed.status).to.equal(200);
      const fresh = /<li>([a-z2-9-]{19})<\/li>/.exec(renewed.text)?.[1] ?? '';
      const later = await entered(account);
      expect((await later.post('/sign-in/code', { code: old })).status).to.equal(422);
      expect((await later.post('/sign-in/code', { code: fresh })).status).to.equal(303);
    });

    it('that cannot be guessed: codes are tried only so often, from wherever they come', async () => {
      const account = await accountWith(served.site, ['editor']);
      await served.site.store.accounts.replace({ ...account, totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }, account.revision);
      const statuses: number[] = [];
      for (let time = 0; time < 8; time++) {
        const browser = served.browser();
        await letIn(served.site, browser, { accountId: account.id, establishmentId: null, secondFactor: false });
        statuses.push((await browser.post('/sign-in/code', { code: '000000' })).status);
      }
      expect(statuses.slice(-2)).to.deep.equal([429, 429]);
    });

    it('that an administrator takes away when it was lost: the account sets up another', async () => {
      const account = await accountWith(served.site, ['editor']);
      await choose(await linkFor(account));
      await served.site.store.accounts.replace(
        { ...account, ...(await served.site.store.accounts.byId(account.id)), totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
        (await served.site.store.accounts.byId(account.id))?.revision ?? 0,
      );
      const browser = await entered(account);
      await resetFactor(served.site, account.id, operator);
      expect((await browser.get('/work')).status).to.equal(401);
      const again = await entered(account);
      expect((await again.get('/work')).headers.location).to.equal('/sign-in/enrol');
    });
  });
});
