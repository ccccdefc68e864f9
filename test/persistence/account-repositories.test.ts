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

  it('end a session only for the account whose it is', async () => {
    const session = {
      establishmentId: null,
      invitationId: null,
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
