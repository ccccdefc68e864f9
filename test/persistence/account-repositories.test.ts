import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Account } from '../../server/persistence/accounts.js';
import { AlreadyThere } from '../../server/persistence/store.js';
import { establishmentWith } from '../support/stored.js';
import { openTestStore, type TestStore } from '../support/test-store.js';

const at = new Date('2026-03-02T09:30:00.250Z');

const accountOf = (given: Partial<Account> = {}): Account => ({
  id: randomUUID(),
  loginName: randomUUID(),
  name: '시험 사용자',
  email: null,
  passwordHash: null,
  totpSecret: null,
  totpLastStep: 0,
  recoveryHashes: [],
  oidcIssuer: null,
  oidcSubject: null,
  createdAt: at,
  disabledAt: null,
  revision: 1,
  ...given,
});

const refusal = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((error: unknown) => error);

describe('the repositories of accounts', () => {
  let test: TestStore;
  before(async () => {
    test = await openTestStore();
  });
  after(() => test.close());

  it('give back an account as it was laid down', async () => {
    const account = accountOf({ recoveryHashes: ['a', 'b'], totpSecret: 'S', oidcIssuer: 'https://id.example.kr', oidcSubject: '7' });
    await test.store.accounts.add(account);
    expect(await test.store.accounts.byId(account.id)).to.deep.equal(account);
    expect(await test.store.accounts.byLoginName(account.loginName)).to.deep.equal(account);
    expect(await test.store.accounts.byIdentity('https://id.example.kr', '7')).to.deep.equal(account);
  });

  it('keep login names and identities unique; accounts without an identity do not collide', async () => {
    const taken = accountOf({ oidcIssuer: 'https://id.example.kr', oidcSubject: '8' });
    await test.store.accounts.add(taken);
    expect(await refusal(test.store.accounts.add(accountOf({ loginName: taken.loginName })))).to.be.instanceOf(AlreadyThere);
    const sameIdentity = accountOf({ oidcIssuer: 'https://id.example.kr', oidcSubject: '8' });
    expect(await refusal(test.store.accounts.add(sameIdentity))).to.be.instanceOf(AlreadyThere);
    await test.store.accounts.add(accountOf());
    await test.store.accounts.add(accountOf());
  });

  it('replace an account only on the revision it was read at', async () => {
    const account = accountOf();
    await test.store.accounts.add(account);
    expect(await test.store.accounts.replace({ ...account, name: '가' }, 1)).to.equal(true);
    expect(await test.store.accounts.replace({ ...account, name: '나' }, 1)).to.equal(false);
    expect(await test.store.accounts.byId(account.id)).to.deep.include({ name: '가', revision: 2 });
  });

  it('find establishments by every limit of a reach at once', async () => {
    const [seoul, busan, nowhere] = [establishmentWith({ region: '11' }), establishmentWith({ region: '26' }), establishmentWith()];
    for (const each of [seoul, busan, nowhere]) await test.store.establishments.add(each);
    const { establishments } = test.store;
    expect(await establishments.within(seoul.id, { ids: null, regions: ['11'] })).to.deep.equal(seoul);
    expect(await establishments.within(busan.id, { ids: null, regions: ['11'] })).to.equal(null);
    expect(await establishments.within(nowhere.id, { ids: null, regions: ['11'] })).to.equal(null);
    expect(await establishments.within(seoul.id, { ids: [busan.id], regions: null })).to.equal(null);
    expect(await establishments.within(seoul.id, { ids: [seoul.id], regions: ['26'] })).to.equal(null);
    const ids = async (reach: Parameters<typeof establishments.allWithin>[0]) =>
      (await establishments.allWithin(reach, 100)).map(({ id }) => id);
    expect(await ids({ ids: null, regions: ['11', '26'] })).to.have.members([seoul.id, busan.id]);
    expect(await ids({ ids: [seoul.id, busan.id], regions: ['11'] })).to.deep.equal([seoul.id]);
    expect(await ids({ ids: [], regions: null })).to.deep.equal([]);
  });

  it('keep the secrets of links unique, and let a link be used once and in its time', async () => {
    const { accountLinks } = test.store;
    const link = {
      secretHash: 'h1',
      accountId: 'a',
      createdAt: at,
      expiresAt: new Date('2026-03-05T00:00:00Z'),
      usedAt: null,
      revokedAt: null,
    };
    await accountLinks.add({ ...link, id: 'l1' });
    expect(await refusal(accountLinks.add({ ...link, id: 'l2' }))).to.be.instanceOf(AlreadyThere);
    expect(await accountLinks.use('l1', new Date('2026-03-05T00:00:00Z')), 'at its end').to.equal(false);
    const uses = await Promise.all(Array.from({ length: 5 }, () => accountLinks.use('l1', at)));
    expect(uses.filter(Boolean)).to.have.length(1);
    await accountLinks.add({ ...link, id: 'l3', secretHash: 'h3' });
    expect(await accountLinks.revokeUnused('a', at)).to.equal(1);
    expect(await accountLinks.use('l3', at)).to.equal(false);
  });

  it('count tries one by one, however many at once, and begin anew when the time is over', async () => {
    const { limits } = test.store;
    const end = new Date('2096-03-02T00:00:00Z');
    const begun = new Date('2096-03-01T00:00:00Z');
    const counted = await Promise.all(Array.from({ length: 20 }, () => limits.count('k', 1, begun, end)));
    expect(counted.map(({ points }) => points).sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await limits.get('k', end)).to.equal(null);
    expect(await limits.count('k', 1, end, new Date('2096-03-03T00:00:00Z'))).to.deep.include({ points: 1 });
    expect(await limits.forget('k')).to.equal(true);
    expect(await limits.get('k', begun)).to.equal(null);
  });

  it('end a session only for the account whose it is', async () => {
    const session = {
      establishmentId: null,
      invitationId: null,
      delegationId: null,
      secondFactor: true,
      pendingFactor: null,
      device: 'x',
      address: '192.0.2.1',
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date('2096-01-01T00:00:00Z'),
    };
    await test.store.sessions.add({ ...session, id: 'one', accountId: 'a' });
    await test.store.sessions.add({ ...session, id: 'two', accountId: 'b' });
    expect(await test.store.sessions.removeOwn('one', 'b')).to.equal(false);
    expect(await test.store.sessions.removeOwn('one', 'a')).to.equal(true);
    expect(await test.store.sessions.removeOfAccount('b')).to.equal(1);
  });
});
