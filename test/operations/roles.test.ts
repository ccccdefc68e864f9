import { expect } from 'chai';
import type { AccountHolder } from '../../server/operations/account-holder.js';
import { operator } from '../../server/operations/account-holder.js';
import { addAccount } from '../../server/operations/add-account.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { assignEstablishment } from '../../server/operations/assign-establishment.js';
import { setAccountDisabled } from '../../server/operations/disable-account.js';
import { endRole, everywhere, giveRole } from '../../server/operations/give-role.js';
import { grantsInForce } from '../../server/operations/grants-in-force.js';
import { openResponse } from '../../server/operations/open-response.js';
import { reachedEstablishment, reachedEstablishments, reachedResponse } from '../../server/operations/reach.js';
import { readAnswers } from '../../server/operations/read-answers.js';
import type { Scope } from '../../server/persistence/grants.js';
import { Problem } from '../../server/problem/problem.js';
import type { AccountRole } from '../../server/survey/role.js';
import { accountWith } from '../support/account-holders.js';
import { responseWith } from '../support/stored.js';
import { openTestSite, roundId, type TestSite } from '../support/test-site.js';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('roles', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  const holder = async (role: AccountRole, scope: Partial<Scope> = {}): Promise<AccountHolder> => {
    const { id, name } = await accountWith(test.site, [role], scope);
    const grants = await grantsInForce(test.site.store, id, test.site.clock.now());
    return { role: 'account', accountId: id, name, sessionId: 'x', grants, from: '192.0.2.1' };
  };
  const place = (region: string) => addEstablishment(test.site, { name: '한빛주물', businessNumber: null, region, example: null });
  const assign = (establishmentId: string, to: { organization?: string; accountId?: string }) =>
    assignEstablishment(test.site, { establishmentId, roundId, organization: null, accountId: null, ...to }, operator);

  it('that no person may hold together are refused, in either order', async () => {
    for (const [first, second] of [
      ['editor', 'releaseManager'],
      ['releaseManager', 'editor'],
      ['administrator', 'editor'],
      ['auditor', 'administrator'],
      ['auditor', 'editor'],
      ['auditor', 'releaseManager'],
      ['programOfficer', 'surveyor'],
      ['administrator', 'releaseManager'],
    ] as const) {
      const { id } = await accountWith(test.site, [first]);
      const give = giveRole(test.site, { accountId: id, role: second, scope: everywhere, until: null }, operator);
      expect(await codeOf(give), `${first}, ${second}`).to.equal('rolesApart');
    }
  });

  it('that no person may hold together are not both given by two administrators at once', async () => {
    const { id } = await accountWith(test.site, []);
    const give = (role: AccountRole) => codeOf(giveRole(test.site, { accountId: id, role, scope: everywhere, until: null }, operator));
    const outcomes = await Promise.all([give('editor'), give('releaseManager')]);
    expect(outcomes).to.have.members(['done', 'rolesApart']);
  });

  it('end when they are ended, and by themselves when they were lent', async () => {
    const { id } = await accountWith(test.site, []);
    const now = test.clock.now();
    const until = new Date(now.getTime() + 60_000);
    const lent = await giveRole(test.site, { accountId: id, role: 'editor', scope: everywhere, until }, operator);
    expect(await grantsInForce(test.site.store, id, now)).to.have.length(1);
    expect(await grantsInForce(test.site.store, id, until)).to.have.length(0);
    expect(await codeOf(endRole(test.site, 'another', lent.id, operator))).to.equal('grantUnknown');
    await endRole(test.site, id, lent.id, operator);
    expect(await grantsInForce(test.site.store, id, now)).to.have.length(0);
  });

  it('of a surveyor reach what is assigned to them, and nothing else', async () => {
    const [mine, theirs] = [await place('11'), await place('11')];
    const who = await holder('surveyor');
    const other = await holder('surveyor');
    await assign(mine.id, { accountId: who.accountId });
    await assign(theirs.id, { accountId: other.accountId });
    expect((await reachedEstablishments(test.site, who, 100)).map(({ id }) => id)).to.deep.equal([mine.id]);
    expect(await reachedEstablishment(test.site, who, theirs.id)).to.equal(null);
    await assign(mine.id, { accountId: other.accountId });
    expect(await reachedEstablishment(test.site, who, mine.id)).to.equal(null);
    expect(await reachedEstablishments(test.site, other, 100)).to.have.length(2);
  });

  it('of a field supervisor reach their region and their organization', async () => {
    const [here, there] = [await place('36'), await place('41')];
    const byRegion = await holder('fieldSupervisor', { regions: ['36'] });
    expect((await reachedEstablishments(test.site, byRegion, 100)).map(({ id }) => id)).to.deep.equal([here.id]);
    const byBoth = await holder('fieldSupervisor', { regions: ['36', '41'], organization: 'hanbit-research' });
    expect(await reachedEstablishments(test.site, byBoth, 100)).to.deep.equal([]);
    await assign(there.id, { organization: 'hanbit-research' });
    expect((await reachedEstablishments(test.site, byBoth, 100)).map(({ id }) => id)).to.deep.equal([there.id]);
  });

  it('reach the answers of their rounds alone', async () => {
    const { id } = await place('43');
    const response = await openResponse(test.site, { establishmentId: id, sessionId: null }, roundId, 'M');
    expect(await reachedResponse(test.site, await holder('editor', { regions: ['43'] }), response.id)).to.deep.equal(response);
    expect(await reachedResponse(test.site, await holder('editor', { regions: ['43'], roundIds: ['another'] }), response.id)).to.equal(
      null,
    );
    const surveyor = await holder('surveyor', { roundIds: ['another'] });
    await assign(id, { accountId: surveyor.accountId });
    expect(await reachedResponse(test.site, surveyor, response.id)).to.equal(null);
  });

  it('of a surveyor open no answers of another year: an assignment is for its round', async () => {
    const { id } = await place('44');
    const now = responseWith({ establishmentId: id, roundId });
    const before = responseWith({ establishmentId: id, roundId: 'an-earlier-round' });
    for (const response of [now, before]) await test.site.store.responses.add(response);
    const surveyor = await holder('surveyor');
    await assign(id, { accountId: surveyor.accountId });
    expect(await reachedResponse(test.site, surveyor, now.id)).to.deep.equal(now);
    expect(await reachedResponse(test.site, surveyor, before.id)).to.equal(null);
  });

  it('that read answers are written down for each look, before anything is shown; a look out of reach shows nothing', async () => {
    const { id } = await place('45');
    const response = await openResponse(test.site, { establishmentId: id, sessionId: null }, roundId, 'M');
    const editor = await holder('editor', { regions: ['45'] });
    await readAnswers(test.site, editor, response.id);
    expect(await codeOf(readAnswers(test.site, await holder('editor', { regions: ['46'] }), response.id))).to.equal('notFound');
    const looks = (await test.site.store.auditEntries.ofSubject(response.id, 10)).filter(({ action }) => action === 'response.read');
    expect(looks.map(({ actor, establishmentId }) => [actor.accountId, establishmentId])).to.deep.equal([[editor.accountId, id]]);
  });

  it('that are given or ended end the sessions of the account, also when it keeps others', async () => {
    const { store, clock, random } = test.site;
    const { id: accountId } = await accountWith(test.site, ['surveyor']);
    const begin = async (): Promise<void> => {
      const now = clock.now();
      const who = { accountId, establishmentId: null, invitationId: null, delegationId: null, secondFactor: true, pendingFactor: null };
      const seen = { device: 'test', address: '192.0.2.1', createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 60_000) };
      await store.sessions.add({ id: random.uuid(), ...who, ...seen });
    };
    await begin();
    const grant = await giveRole(test.site, { accountId, role: 'fieldSupervisor', scope: everywhere, until: null }, operator);
    expect(await store.sessions.ofAccount(accountId)).to.deep.equal([]);
    await begin();
    await endRole(test.site, accountId, grant.id, operator);
    expect(await store.sessions.ofAccount(accountId)).to.deep.equal([]);
  });

  it('and accounts leave their mark in the audit log', async () => {
    const { id } = await accountWith(test.site, ['auditor']);
    await setAccountDisabled(test.site, id, true, operator);
    await setAccountDisabled(test.site, id, true, operator);
    const actions = (await test.site.store.auditEntries.ofSubject(id, 10)).map(({ action }) => action);
    expect(actions).to.have.members(['account.add', 'grant.add', 'account.disable']);
  });

  it('are not given to accounts whose login name is taken or not one', async () => {
    const add = (loginName: string) => codeOf(addAccount(test.site, { loginName, name: '가', email: null }, operator));
    expect(await add('Kim.Cheolsu@example.kr')).to.equal('done');
    expect(await add('kim.cheolsu@EXAMPLE.kr')).to.equal('loginNameTaken');
    expect(await add('김철수')).to.equal('done');
    for (const wrong of ['', 'a', '.a', 'a b', 'a'.repeat(65), '$ne', 'a\u0000b'])
      expect(await add(wrong), wrong).to.equal('loginNameForm');
  });
});
