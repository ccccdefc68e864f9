import { expect } from 'chai';
import type { AccountHolder } from '../../server/operations/account-holder.js';
import { addRound, listRounds, stepRound } from '../../server/operations/administer-rounds.js';
import { grantsInForce } from '../../server/operations/grants-in-force.js';
import { openResponse } from '../../server/operations/open-response.js';
import { readHome } from '../../server/operations/read-home.js';
import { Problem } from '../../server/problem/problem.js';
import type { RoundStep } from '../../server/survey/round-state.js';
import { accountWith } from '../support/account-holders.js';
import { openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('a round', () => {
  const [bank] = Object.values(theCatalog().surveys.banks);
  if (bank === undefined) throw new Error('The catalog has no edition');
  let test: TestSite;
  let who: AccountHolder;
  before(async () => {
    test = await openTestSite();
    const { id, name } = await accountWith(test.site, ['administrator']);
    const grants = await grantsInForce(test.site.store, id, test.clock.now());
    who = { role: 'account', accountId: id, name, sessionId: 'x', grants, from: '192.0.2.1' };
  });
  after(() => test.close());

  const make = (code: string) => addRound(test.site, who, { code, bank: bank.id });
  const step = (roundId: string, taken: RoundStep, sure = true, reason = '계획에 따라 처리') =>
    codeOf(stepRound(test.site, who, { roundId, step: taken, reason, sure }));

  it('is seen by establishments once it is opened, takes answers until it is closed, and once it is archived is seen by who answered', async () => {
    await make('life-1');
    const { establishment, who: respondent } = await test.establishment();
    const { who: late } = await test.establishment('다온도금');
    const seen = async (by = respondent) => (await readHome(test.site, by)).rounds.map(({ round }) => round.id);
    const begin = (by = respondent) => codeOf(openResponse(test.site, by, 'life-1', 'M'));
    expect(await seen()).not.to.include('life-1');
    expect(await begin()).to.equal('roundClosed');
    expect(await step('life-1', 'open')).to.equal('done');
    expect(await seen()).to.include('life-1');
    expect(await begin()).to.equal('done');
    expect(await step('life-1', 'close')).to.equal('done');
    expect(await begin(late)).to.equal('roundClosed');
    expect(await step('life-1', 'open')).to.equal('done');
    expect(await step('life-1', 'close')).to.equal('done');
    expect(await step('life-1', 'archive')).to.equal('done');
    expect(await seen()).to.include('life-1');
    expect(await seen(late)).not.to.include('life-1');
    expect(establishment.id).to.equal(respondent.establishmentId);
  });

  it('does in each state what the state allows and nothing else', async () => {
    await make('steps-1');
    const walk: readonly (readonly [RoundStep, string])[] = [
      ['close', 'roundStep'],
      ['archive', 'roundStep'],
      ['open', 'done'],
      ['open', 'roundStep'],
      ['archive', 'roundStep'],
      ['close', 'done'],
      ['archive', 'done'],
      ['open', 'roundStep'],
      ['close', 'roundStep'],
      ['archive', 'roundStep'],
    ];
    for (const [taken, outcome] of walk) expect(await step('steps-1', taken), taken).to.equal(outcome);
  });

  it('changes only for whoever says why and that they mean it, and says so in the audit log', async () => {
    await make('sure-1');
    expect(await step('sure-1', 'open', false)).to.equal('notConfirmed');
    expect(await step('sure-1', 'open', true, '')).to.equal('reasonNeeded');
    expect(await step('sure-1', 'open')).to.equal('done');
    const entries = await test.site.store.auditEntries.ofSubject('sure-1', 10);
    expect(entries.map(({ action, reason }) => [action, reason ?? null])).to.have.deep.members([
      ['round.add', null],
      ['round.open', '계획에 따라 처리'],
    ]);
  });

  it('is closed by one of two who close it at once', async () => {
    await make('race-1');
    await step('race-1', 'open');
    expect(await Promise.all([step('race-1', 'close'), step('race-1', 'close')])).to.have.members(['done', 'roundStep']);
  });

  it('has a code of its own', async () => {
    await make('own-1');
    expect(await codeOf(make('own-1'))).to.equal('roundThere');
    for (const code of ['', 'A', 'Ümlaut', 'with space', '-x', 'x'.repeat(41)])
      expect(await codeOf(make(code)), code).to.equal('roundCode');
    expect(await codeOf(addRound(test.site, who, { code: 'other-1', bank: 'none' }))).to.equal('editionUnknown');
  });

  it('is out of reach of an administrator of other rounds', async () => {
    await make('mine-1');
    const [grant] = who.grants;
    if (grant === undefined) throw new Error('An administrator has a grant');
    const other = { ...who, grants: [{ ...grant, scope: { ...grant.scope, roundIds: ['another'] } }] };
    expect((await listRounds(test.site, other)).rounds).to.deep.equal([]);
    expect(await codeOf(stepRound(test.site, other, { roundId: 'mine-1', step: 'open', reason: '계획에 따라', sure: true }))).to.equal(
      'notFound',
    );
  });
});
