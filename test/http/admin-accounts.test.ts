import { expect } from 'chai';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

describe('users, as an administrator keeps them', () => {
  let served: ServedSite;
  let browser: Browser;
  let own = '';
  before(async () => {
    served = await serveTestSite();
    own = await enter();
  });
  after(() => served.close());

  /** A new administrator in `browser`; changes of one's own rights end the session. */
  const enter = async (): Promise<string> => {
    const { id } = await accountWith(served.site, ['administrator']);
    browser = served.browser();
    await letIn(served.site, browser, { accountId: id, establishmentId: null, secondFactor: true });
    return id;
  };
  const stored = async (id: string) => {
    const account = await served.site.store.accounts.byId(id);
    if (account === null) throw new Error('There is no such account');
    return account;
  };
  /** As if the owner had used the link. */
  const choosePassword = async (id: string): Promise<void> => {
    const account = await stored(id);
    await served.site.store.accounts.replace({ ...account, passwordHash: '$argon2id$x' }, account.revision);
  };
  const empty = { role: 'surveyor', organization: '', region: '', roundId: '', from: '', until: '' };
  const make = (more: Readonly<Record<string, string>>) =>
    browser.post('/admin/accounts', { ...empty, loginName: 'user-1', name: '이조사', email: '', ...more });

  it('are made with a role and a scope, and get a link that works once', async () => {
    const made = await make({ region: '11', until: '2096-12-31' });
    expect(made.status, made.text).to.equal(303);
    const path = made.headers.location?.replace('?done=1', '') ?? '';
    const id = path.split('/').at(-1) ?? '';
    const [grant] = await served.site.store.grants.ofAccount(id);
    expect(grant?.scope).to.deep.equal({ organization: null, regions: ['11'], roundIds: null });
    // The last day ends at midnight in Korea.
    expect(grant?.until?.toISOString()).to.equal('2096-12-31T15:00:00.000Z');
    const page = await browser.post(`${path}/link`);
    const link = /\/choose-password\/[\w-]{43}/.exec(page.text)?.[0] ?? '';
    const newcomer = served.browser();
    expect((await newcomer.get(link)).text).to.include('이조사');
    expect((await browser.get('/admin/accounts')).text)
      .to.include('user-1')
      .and.include('조사원');
    await browser.post(`${path}/link`);
    expect((await newcomer.get(link)).status).to.equal(410);
  });

  it('are not made when the role cannot be given', async () => {
    for (const [more, status] of [
      [{ role: 'king' }, 400],
      [{ region: '99' }, 422],
      [{ roundId: 'none' }, 422],
      [{ until: '31.12.2096' }, 422],
      [{ until: '2096-02-30x' }, 422],
      [{ from: '2096-05-02', until: '2096-04-30' }, 400],
      [{ until: '2020-01-01' }, 400],
    ] as const) {
      const reply = await make({ loginName: 'user-2', ...more });
      expect(reply.status, JSON.stringify(more)).to.equal(status);
      expect(reply.text).to.include('value="user-2"');
    }
    expect(await served.site.store.accounts.byLoginName('user-2')).to.equal(null);
    expect((await make({})).status).to.equal(409);
  });

  it('lend a role from one day to another', async () => {
    const { id } = await accountWith(served.site, ['surveyor']);
    const give = { ...empty, role: 'editor', from: '2096-04-01', until: '2096-04-30' };
    expect((await browser.post(`/admin/accounts/${id}/roles`, give)).status).to.equal(303);
    const lent = (await served.site.store.grants.ofAccount(id)).find(({ role }) => role === 'editor');
    expect(lent?.from?.toISOString()).to.equal('2096-03-31T15:00:00.000Z');
    expect(lent?.grantedBy).to.equal(own);
    expect((await browser.post(`/admin/accounts/${id}/roles/${lent?.id}/end`)).status).to.equal(303);
    expect(await served.site.store.grants.ofAccount(id)).to.have.length(1);
  });

  it('cannot be given what is kept apart, now or later, themselves included', async () => {
    for (const role of ['editor', 'releaseManager', 'auditor', 'surveyor']) {
      const give = { ...empty, role, from: '2096-06-01' };
      const reply = await browser.post(`/admin/accounts/${own}/roles`, give);
      expect(reply.status, role).to.equal(409);
      expect(reply.text).to.include('함께 줄 수 없습니다');
    }
    const { id } = await accountWith(served.site, []);
    expect((await browser.post(`/admin/accounts/${id}/roles`, { ...empty, role: 'editor', from: '2096-06-01' })).status).to.equal(303);
    expect((await browser.post(`/admin/accounts/${id}/roles`, { ...empty, role: 'releaseManager' })).status).to.equal(409);
  });

  it('are disabled and enabled, and signed out by it', async () => {
    const { id } = await accountWith(served.site, ['surveyor']);
    const theirs = served.browser();
    await letIn(served.site, theirs, { accountId: id, establishmentId: null, secondFactor: true });
    expect((await theirs.get('/work')).status).to.equal(200);
    await browser.post(`/admin/accounts/${id}/disable`);
    expect((await theirs.get('/work')).status).to.equal(401);
    expect((await browser.get(`/admin/accounts/${id}`)).text).to.include('사용 중지');
    await browser.post(`/admin/accounts/${id}/enable`);
    expect((await stored(id)).disabledAt).to.equal(null);
  });

  it('never lose their last administrator who can sign in', async () => {
    const [grant] = await served.site.store.grants.ofAccount(own);
    const refused = async () => [
      (await browser.post(`/admin/accounts/${own}/disable`)).status,
      (await browser.post(`/admin/accounts/${own}/roles/${grant?.id}/end`)).status,
    ];
    await choosePassword(own);
    const { id: newcomer } = await accountWith(served.site, ['administrator']);
    // Who has chosen no password yet cannot sign in, and whose role runs out will not be there.
    expect(await refused()).to.deep.equal([409, 409]);
    expect((await stored(own)).disabledAt).to.equal(null);
    await choosePassword(newcomer);
    const other = served.browser();
    await letIn(served.site, other, { accountId: newcomer, establishmentId: null, secondFactor: true });
    const both = await Promise.all([browser.post(`/admin/accounts/${newcomer}/disable`), other.post(`/admin/accounts/${own}/disable`)]);
    expect(both.filter(({ status }) => status === 303)).to.have.length(1);
    const left = [await stored(own), await stored(newcomer)].filter(({ disabledAt }) => disabledAt === null);
    expect(left).to.have.length(1);
  });
});
