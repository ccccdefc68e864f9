import { expect } from 'chai';
import type { AccountHolder } from '../../server/operations/account-holder.js';
import { holderActor } from '../../server/operations/account-holder.js';
import { answerComment, commentOnAnswers, readComments } from '../../server/operations/comment-on-answers.js';
import { readHistory } from '../../server/operations/read-history.js';
import { readReview } from '../../server/operations/read-review.js';
import { readWorklist } from '../../server/operations/read-worklist.js';
import { readRoundWork } from '../../server/operations/round-work.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { type ReviewStep, stepReview } from '../../server/operations/step-review.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { problemOf } from '../support/problem-of.js';
import { type AtWork, holderOf, submittedOnce, typedFields } from '../support/submitted.js';
import { openTestSite, roundId, type TestSite } from '../support/test-site.js';

const everything = { roundId: null, state: null, text: '' };

describe('the review of submitted answers', () => {
  let test: TestSite;
  let supervisor: AccountHolder;
  let editor: AccountHolder;
  before(async () => {
    test = await openTestSite();
    supervisor = await holderOf(test.site, 'fieldSupervisor');
    editor = await holderOf(test.site, 'editor');
  });
  after(() => test.close());

  const stateOf = async (work: AtWork) => (await readHistory(test.site, work.who, work.id)).versions[0]?.state;
  const step = async (
    who: AccountHolder,
    work: AtWork,
    taken: ReviewStep,
    reason = '',
    more: { revision?: number; version?: number } = {},
  ) => {
    const { review, version } = await readReview(test.site, editor, work.id);
    const { revision = review.revision, version: number = version.version } = more;
    return stepReview(test.site, who, { responseId: work.id, version: number, revision, step: taken, reason });
  };
  const comment = async (who: AccountHolder, work: AtWork, question: string, part: string, text: string) => {
    const { version } = await readReview(test.site, editor, work.id);
    return commentOnAnswers(test.site, who, { responseId: work.id, version: version.version, question, part, text });
  };

  it('goes from submitted to accepted by way of comments and a corrected version', async () => {
    const work = await submittedOnce(test);
    expect(await stateOf(work)).to.equal('submitted');
    await step(supervisor, work, 'begin');
    expect(await stateOf(work)).to.equal('inReview');
    await comment(supervisor, work, 'electricity-bought', 'm03', '3월 사용량이 다른 달의 열 배입니다. 고지서를 확인해 주십시오.');
    expect(await readComments(test.site, work.who, work.id), 'before it is returned').to.deep.equal([]);
    await step(supervisor, work, 'return', '전력 사용량을 확인해 주십시오');
    expect(await stateOf(work)).to.equal('returned');
    const [told] = await readComments(test.site, work.who, work.id);
    expect(told).to.deep.include({ question: 'electricity-bought', part: 'm03', version: 1, author: `account:${supervisor.accountId}` });
    await answerComment(test.site, work.who, { responseId: work.id, comment: told?.id ?? '', text: '단위를 잘못 골랐습니다.' });
    await work.type({ 'electricity-bought.m03': '101,310' });
    expect(await work.submit()).to.equal(2);
    expect(await stateOf(work)).to.equal('submitted');
    const { comments } = await readReview(test.site, editor, work.id);
    expect(comments.map(({ version, isTold, isOutdated }) => ({ version, isTold, isOutdated }))).to.deep.equal([
      { version: 1, isTold: true, isOutdated: true },
      { version: 1, isTold: true, isOutdated: true },
    ]);
    await step(editor, work, 'begin');
    await step(editor, work, 'accept');
    expect(await stateOf(work)).to.equal('accepted');
    const { versions } = await readHistory(test.site, work.who, work.id);
    expect(versions.map(({ state }) => state)).to.deep.equal(['accepted', 'returned']);
    const acts = versions[1]?.review?.acts ?? [];
    expect(acts.map((act) => [act.step, act.accountId, act.role, act.reason])).to.deep.equal([
      ['begin', supervisor.accountId, 'fieldSupervisor', null],
      ['return', supervisor.accountId, 'fieldSupervisor', '전력 사용량을 확인해 주십시오'],
    ]);
  });

  it('lets one of two reviewers win and tells the other, at every step', async () => {
    const work = await submittedOnce(test);
    const both = (taken: ReviewStep, revision: number) =>
      Promise.all([supervisor, editor].map((who) => problemOf(step(who, work, taken, '', { revision }))));
    expect((await both('begin', 0)).sort()).to.deep.equal(['done', 'reviewStep']);
    expect((await both('accept', 1)).sort()).to.deep.equal(['done', 'reviewStep']);
    expect(await problemOf(step(editor, work, 'accept'))).to.equal('reviewStep');
    const log = await test.site.store.auditEntries.ofSubject(work.id, 50);
    expect(log.filter(({ action }) => action.startsWith('review.')).map(({ action }) => action)).to.deep.equal([
      'review.accept',
      'review.begin',
    ]);
  });

  it('decides on the newest version alone', async () => {
    const work = await submittedOnce(test);
    await step(supervisor, work, 'begin');
    await work.type({ 'establishment-name': '고친 이름' });
    await work.submit();
    expect(await problemOf(step(supervisor, work, 'accept', '', { version: 1, revision: 1 }))).to.equal('reviewOutdated');
    expect(await stateOf(work)).to.equal('submitted');
  });

  it('returns nothing without a comment and a reason, and takes nothing back without one', async () => {
    const work = await submittedOnce(test);
    await step(supervisor, work, 'begin');
    expect(await problemOf(step(supervisor, work, 'return', '확인 바랍니다'))).to.equal('commentNeeded');
    await comment(supervisor, work, 'establishment-name', '', '법인명을 적어 주십시오.');
    expect(await problemOf(step(supervisor, work, 'return', ''))).to.equal('reasonNeeded');
    await step(supervisor, work, 'return', '확인 바랍니다');
    await step(editor, work, 'reopen', '전화로 확인했습니다');
    expect(await problemOf(step(editor, work, 'return', '확인 바랍니다')), 'that comment was told already').to.equal('commentNeeded');
    await step(editor, work, 'accept');
    expect(await problemOf(step(editor, work, 'reopen', ''))).to.equal('reasonNeeded');
  });

  it('is accepted by nobody who typed an answer or submitted it', async () => {
    const work = await submittedOnce(test);
    const visitor = { ...work.who, by: holderActor(editor) };
    const { revision } = await work.stored();
    await saveAnswers(test.site, visitor, {
      responseId: work.id,
      revision,
      fields: typedFields({ 'establishment-name': '현장에서 적은 이름' }),
    });
    await submitResponse(test.site, visitor, { responseId: work.id, revision: revision + 1 });
    await step(editor, work, 'begin');
    expect(await problemOf(step(editor, work, 'accept'))).to.equal('ownEntry');
    await step(supervisor, work, 'accept');
    expect(await stateOf(work)).to.equal('accepted');
  });

  it('takes comments on cells there are, in words', async () => {
    const work = await submittedOnce(test);
    for (const [question, part] of [
      ['no-such-question', ''],
      ['establishment-name', 'm01'],
      ['electricity-bought', 'm13'],
      ['electricity-bought', 'unit'],
      ['main-equipment', '0.kind'],
      ['main-equipment', '99999.kind'],
    ] as const)
      expect(await problemOf(comment(editor, work, question, part, '의견입니다')), `${question} ${part}`).to.equal('commentPlace');
    expect(await problemOf(comment(editor, work, 'electricity-bought', '', ' '))).to.equal('commentText');
    expect(await problemOf(comment(editor, work, 'electricity-bought', '', '가'.repeat(2001)))).to.equal('commentText');
    expect(await problemOf(comment(editor, work, 'main-equipment', '1.kind', '이 설비의 종류를 확인해 주십시오'))).to.equal('done');
  });

  it('is not there for roles out of reach, and a respondent answers only what it was told', async () => {
    const work = await submittedOnce(test);
    const other = await submittedOnce(test);
    const elsewhere = await holderOf(test.site, 'fieldSupervisor', { regions: ['26'] });
    expect(await problemOf(step(elsewhere, work, 'begin', '', { revision: 0 }))).to.equal('notFound');
    expect(await problemOf(comment(elsewhere, work, 'electricity-bought', '', '의견입니다'))).to.equal('notFound');
    expect((await readWorklist(test.site, elsewhere, everything)).entries).to.deep.equal([]);
    const otherRound = await holderOf(test.site, 'editor', { roundIds: ['another-round'] });
    expect((await readWorklist(test.site, otherRound, everything)).entries).to.deep.equal([]);
    const { id: untold } = await comment(editor, work, 'electricity-bought', '', '아직 알리지 않은 의견');
    const answer = (who: AtWork, responseId: string) =>
      problemOf(answerComment(test.site, who.who, { responseId, comment: untold, text: '답입니다' }));
    expect(await answer(work, work.id)).to.equal('commentPlace');
    expect(await answer(other, work.id)).to.equal('notFound');
    expect(await answer(other, other.id)).to.equal('commentPlace');
  });

  it('is listed by round, state and name, longest waiting first, and counted in the progress of the round', async () => {
    test.clock.pass(60_000);
    const work = await submittedOnce(test);
    const list = await readWorklist(test.site, editor, everything);
    expect(list.entries.at(-1)?.responseId).to.equal(work.id);
    expect(list.counts.submitted).to.be.greaterThan(0);
    await step(supervisor, work, 'begin');
    const inReview = await readWorklist(test.site, editor, { roundId, state: 'inReview', text: '한빛' });
    expect(inReview.entries.map(({ responseId }) => responseId)).to.include(work.id);
    expect((await readWorklist(test.site, editor, { roundId, state: null, text: '없는 이름' })).entries).to.deep.equal([]);
    const administrator = await holderOf(test.site, 'administrator');
    const { entries } = await readRoundWork(test.site, administrator, roundId);
    expect(entries.find(({ establishment }) => establishment.id === work.who.establishmentId)?.state).to.equal('inReview');
  });
});
