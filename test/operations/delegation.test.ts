import { expect } from 'chai';
import { operator } from '../../server/operations/account-holder.js';
import { createReturnLink } from '../../server/operations/create-invitation.js';
import { createDelegation, type DelegationToMake, readDelegations, revokeDelegation } from '../../server/operations/delegate.js';
import { findSession } from '../../server/operations/find-session.js';
import { readHistory } from '../../server/operations/read-history.js';
import { lookAtInvitation, redeemInvitation } from '../../server/operations/redeem-invitation.js';
import type { Delegate } from '../../server/operations/respondent.js';
import { readForm } from '../../server/operations/response-form.js';
import { revokeInvitations } from '../../server/operations/revoke-invitations.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { problemOf } from '../support/problem-of.js';
import { type AtWork, submittedOnce, typedFields } from '../support/submitted.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const day = 24 * 60 * 60 * 1000;
const visit = { from: '192.0.2.7', network: '192.0.2.0/24', device: 'Chrome · Windows', deviceSecret: null, sessionSecret: null };

describe('a delegation', () => {
  let test: TestSite;
  beforeEach(async () => {
    test = await openTestSite();
  });
  afterEach(() => test.close());

  const make = (work: AtWork, given: Partial<DelegationToMake> = {}) =>
    createDelegation(test.site, work.who, {
      responseId: work.id,
      name: '한결세무회계',
      days: 7,
      sections: null,
      maySubmit: false,
      ...given,
    });
  const enter = (secret: string, code: string) => redeemInvitation(test.site, { secret, businessNumber: '', code }, visit);
  const whoIs = async (session: string): Promise<Delegate> => {
    const who = await findSession(test.site, session, visit.from);
    if (who?.role !== 'delegate') throw new Error(`It is ${who?.role ?? 'nobody'}`);
    return who;
  };
  const delegateFor = async (work: AtWork, given: Partial<DelegationToMake> = {}) => {
    const { secret, code, delegation } = await make(work, given);
    const session = await enter(secret, code);
    return { who: await whoIs(session), session, delegation };
  };

  it('lets in whoever has the link and the code, once, and asks for both', async () => {
    const work = await submittedOnce(test);
    const { secret, code } = await make(work);
    expect(await lookAtInvitation(test.site, secret)).to.deep.equal({ asks: 'code' });
    expect(await problemOf(enter(secret, 'ZZZZ-ZZZZ'))).to.equal('delegateCodeWrong');
    expect((await whoIs(await enter(secret, ` ${code.toLowerCase()} `))).limits.name).to.equal('한결세무회계');
    expect(await problemOf(enter(secret, code))).to.equal('linkUsed');
  });

  it('stops whoever guesses the code', async () => {
    const { secret } = await make(await submittedOnce(test));
    const codes = [];
    for (let at = 0; at < 7; at++) codes.push(await problemOf(enter(secret, `0000-000${at}`)));
    expect(codes.at(-1)).to.equal('tooOften');
  });

  it('shows and takes the chosen sections alone, never the consents', async () => {
    const work = await submittedOnce(test);
    const { who } = await delegateFor(work, { sections: ['A', 'C'] });
    const form = await readForm(test.site, who, work.id);
    expect(form.edition.sections.map(({ id }) => id)).to.deep.equal(['A', 'C']);
    const seen = form.edition.sections.flatMap(({ questions }) => questions);
    expect(seen.map(({ type }) => type)).not.to.include('consent');
    const ids = new Set(seen.map(({ id }) => id));
    expect(Object.keys(form.response.answers).filter((id) => !ids.has(id))).to.deep.equal([]);
    expect([...form.fields.keys()].filter((name) => !ids.has(name.split('.')[0] ?? ''))).to.deep.equal([]);
    expect(form.state.findings.filter(({ questions }) => questions.some((id) => !ids.has(id)))).to.deep.equal([]);
    const before = await work.stored();
    const saved = await saveAnswers(test.site, who, {
      responseId: work.id,
      revision: before.revision,
      fields: typedFields({ 'establishment-name': '남의 항목', 'consent-own-report': '', 'electricity-contract-power': '350' }),
    });
    expect(saved.rejected.map(({ name, code }) => `${name} ${code}`)).to.include.members([
      'establishment-name unknownField',
      'consent-own-report unknownField',
    ]);
    const after = await work.stored();
    expect(after.answers['establishment-name']).to.deep.equal(before.answers['establishment-name']);
    expect(after.uses).to.deep.equal(before.uses);
  });

  it('is for one response, and submits only where that was allowed and all sections are seen', async () => {
    const work = await submittedOnce(test);
    const other = await submittedOnce(test);
    const { who } = await delegateFor(work);
    await work.type({ 'establishment-name': '고친 이름' });
    const { revision } = await work.stored();
    expect(await problemOf(readForm(test.site, who, other.id))).to.equal('notFound');
    expect(await problemOf(submitResponse(test.site, who, { responseId: work.id, revision }))).to.equal('notFound');
    expect(await problemOf(make(work, { sections: ['C'], maySubmit: true }))).to.equal('delegateSubmits');
    const { who: trusted, delegation } = await delegateFor(work, { maySubmit: true });
    expect(await problemOf(submitResponse(test.site, trusted, { responseId: work.id, revision }))).to.equal('done');
    const [version] = await test.site.store.responseVersions.ofResponse(work.id);
    expect(version?.submittedBy).to.equal(`delegate:${delegation.id}`);
    // What the delegate does not see was submitted all the same.
    expect(Object.keys(version?.answers ?? {})).to.include('consent-own-report');
  });

  it('is told in the history: who changed what', async () => {
    const work = await submittedOnce(test);
    const { who, delegation } = await delegateFor(work);
    const { revision } = await work.stored();
    await saveAnswers(test.site, who, { responseId: work.id, revision, fields: typedFields({ 'establishment-name': '세무사가 고침' }) });
    expect((await work.stored()).authors['establishment-name']).to.equal(`delegate:${delegation.id}`);
    const { open, delegations } = await readHistory(test.site, work.who, work.id);
    expect(open?.map(({ question }) => question.id)).to.deep.equal(['establishment-name']);
    expect(delegations.map(({ name }) => name)).to.deep.equal(['한결세무회계']);
    const [entry] = await test.site.store.auditEntries.ofEstablishment(work.who.establishmentId, 1);
    expect(entry).to.deep.include({ action: 'response.save' });
    expect(entry?.actor.role).to.equal('delegate');
    expect(entry?.facts).to.include({ delegation: delegation.id });
  });

  it('ends by itself, and at once when it is taken back: links, sessions and return links', async () => {
    const work = await submittedOnce(test);
    const short = await delegateFor(work, { days: 1 });
    const back = await createReturnLink(test.site, short.who);
    expect(back.expiresAt).to.deep.equal(short.delegation.expiresAt);
    test.clock.pass(day);
    expect(await findSession(test.site, short.session, visit.from)).to.equal(null);
    expect(await problemOf(lookAtInvitation(test.site, back.secret))).to.equal('linkExpired');

    const long = await delegateFor(work, { days: 30 });
    const later = await createReturnLink(test.site, long.who);
    const own = await createReturnLink(test.site, work.who);
    const named = { responseId: work.id, delegationId: long.delegation.id };
    const other = await submittedOnce(test);
    expect(await problemOf(revokeDelegation(test.site, other.who, { ...named, responseId: other.id }))).to.equal('delegationGone');
    await revokeDelegation(test.site, work.who, named);
    expect(await findSession(test.site, long.session, visit.from)).to.equal(null);
    expect(await problemOf(lookAtInvitation(test.site, later.secret))).to.equal('linkRevoked');
    expect(await problemOf(lookAtInvitation(test.site, own.secret)), 'the link of the establishment itself').to.equal('done');
    expect(await problemOf(revokeDelegation(test.site, work.who, named))).to.equal('delegationGone');
    expect((await readDelegations(test.site, work.who, work.id)).delegations).to.have.length(2);
  });

  it('ends when an administrator takes every way in back, and without it no link is made', async () => {
    const work = await submittedOnce(test);
    const { who, session } = await delegateFor(work);
    const { secret, code } = await make(work);
    await revokeInvitations(test.site, work.who.establishmentId, operator);
    expect(await findSession(test.site, session, visit.from)).to.equal(null);
    expect(await problemOf(enter(secret, code))).to.equal('linkRevoked');
    await test.site.store.delegations.removeOfResponse(work.id);
    expect(await problemOf(createReturnLink(test.site, who))).to.equal('notFound');
  });

  it('is not made for longer than thirty days, for nobody, or for no section', async () => {
    const work = await submittedOnce(test);
    for (const days of [0, -1, 31, 1.5, Number.NaN]) expect(await problemOf(make(work, { days }))).to.equal('delegateDays');
    for (const name of ['', ' ', '가'.repeat(51)]) expect(await problemOf(make(work, { name }))).to.equal('delegateName');
    for (const sections of [[], ['no such section']]) expect(await problemOf(make(work, { sections }))).to.equal('delegateSections');
    expect(await problemOf(make(work, { days: 30 }))).to.equal('done');
  });
});
