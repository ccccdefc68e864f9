import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { downloadPlan } from '../../server/operations/download-plan.js';
import { eraseOnRequest } from '../../server/operations/erase-on-request.js';
import { keepRetention } from '../../server/operations/keep-retention.js';
import { permittedResponses } from '../../server/operations/permitted-responses.js';
import { restoreVersion } from '../../server/operations/restore-version.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { withdrawConsent } from '../../server/operations/withdraw-consent.js';
import { Problem } from '../../server/problem/problem.js';
import { repositoryRoot } from '../../server/root.js';
import { retentionRules } from '../../server/survey/retention-rules.js';
import { type Use, uses } from '../../server/survey/uses.js';
import { commentWith, delegationWith } from '../support/stored.js';
import { begun, openTestSite, roundId, type TestSite, theCatalog } from '../support/test-site.js';

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
};

const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
if (example === undefined) throw new Error('No example is submitted');
const questions: Readonly<Record<Use, string>> = {
  statistics: 'notice-read',
  ownReport: 'consent-own-report',
  programMatching: 'consent-program-matching',
  ministrySharing: 'consent-ministry-sharing',
};

describe('what answers may be used for', () => {
  let test: TestSite;
  beforeEach(async () => {
    test = await openTestSite();
  });
  afterEach(() => test.close());

  /** A response with these consents, submitted unless it is a draft. */
  const answered = async (agreed: readonly Use[], submit = true) => {
    const { establishment, who } = await test.establishment();
    const { id } = await begun(test.site, who);
    const fields = new Map(exampleFields(test.site, example));
    for (const use of uses) {
      if (agreed.includes(use)) fields.set(questions[use], ['yes']);
      else fields.delete(questions[use]);
    }
    fields.set('_asked', [...(fields.get('_asked') ?? []), questions.ministrySharing]);
    await saveAnswers(test.site, who, { responseId: id, revision: 0, fields, reasons: new Map(Object.entries(example.reasons)) });
    if (submit) await submitResponse(test.site, who, { responseId: id, revision: 1 });
    const stored = async () => {
      const response = await test.site.store.responses.byId(id);
      if (response === null) throw new Error('The response is gone');
      return response;
    };
    return { id, who, establishment, stored };
  };
  const permitted = async (use: Use): Promise<readonly string[]> => (await permittedResponses(test.site, use, roundId)).map(({ id }) => id);

  it('is decided by each tick alone, and a query sees what it allows', async () => {
    const all = await answered(uses);
    const required = await answered(['statistics']);
    const shared = await answered(['statistics', 'ministrySharing']);
    const draft = await answered(uses, false);
    expect(await permitted('statistics')).to.have.members([all.id, required.id, shared.id]);
    expect(await permitted('ownReport')).to.deep.equal([all.id]);
    expect(await permitted('programMatching')).to.deep.equal([all.id]);
    expect(await permitted('ministrySharing')).to.have.members([all.id, shared.id]);
    expect((await draft.stored()).uses.programMatching).to.equal(true);
  });

  it('never includes who answered', async () => {
    await answered(uses);
    for (const use of uses)
      for (const { answers } of await permittedResponses(test.site, use, roundId))
        expect(Object.keys(answers).filter((id) => id.startsWith('respondent-'))).to.deep.equal([]);
  });

  it('ends when a consent is taken back, after the round has closed as well, and nothing that was submitted changes', async () => {
    const { id, who, stored } = await answered(uses);
    const before = await stored();
    const versions = await test.site.store.responseVersions.ofResponse(id);
    await withdrawConsent(test.site, who, id, 'programMatching');
    await withdrawConsent(test.site, who, id, 'programMatching');
    expect(await permitted('programMatching')).to.deep.equal([]);
    expect(await permitted('ministrySharing')).to.deep.equal([id]);
    const after = await stored();
    expect([after.status, after.version]).to.deep.equal([before.status, before.version]);
    expect(await test.site.store.responseVersions.ofResponse(id)).to.deep.equal(versions);
    const entries = await test.site.store.auditEntries.ofEstablishment(who.establishmentId, 50);
    expect(entries.filter(({ action }) => action === 'consent.withdraw').map(({ facts }) => facts.use)).to.deep.equal(['programMatching']);
  });

  it('of one’s own report ends with the consent: no plan is made', async () => {
    const { id, who } = await answered(uses);
    await withdrawConsent(test.site, who, id, 'ownReport');
    expect(await problemOf(downloadPlan(test.site, who, id, 'ko'))).to.equal('noReportConsent');
  });

  it('cannot be changed for statistics, for anything unknown, or by another establishment', async () => {
    const { id, who } = await answered(uses);
    const other = await test.establishment('다온도금');
    for (const use of ['statistics', 'everything', '__proto__', ''])
      expect(await problemOf(withdrawConsent(test.site, who, id, use))).to.equal('useUnknown');
    expect(await problemOf(withdrawConsent(test.site, other.who, id, 'ownReport'))).to.equal('notFound');
    expect(await permitted('ownReport')).to.deep.equal([id]);
  });

  describe('and what is kept', () => {
    it('can be erased on request: who answered, in every version; the figures and the receipt stay', async () => {
      const { id, establishment, stored } = await answered(uses);
      const [version] = await test.site.store.responseVersions.ofResponse(id);
      const reason = '응답자 요청 2026-11-28';
      const wouldGo = await eraseOnRequest(test.site, establishment.id, { reason, dryRun: true });
      expect(wouldGo.map(({ what }) => what)).to.deep.equal(['contact']);
      expect(await stored()).to.have.nested.property('answers.respondent-name');
      expect(await eraseOnRequest(test.site, establishment.id, { reason, dryRun: false })).to.deep.equal(wouldGo);
      const [erased] = await test.site.store.responseVersions.ofResponse(id);
      for (const answers of [(await stored()).answers, erased?.answers ?? {}])
        expect(Object.keys(answers).filter((question) => question.startsWith('respondent-'))).to.deep.equal([]);
      expect(erased).to.deep.include({ id: version?.id, hash: version?.hash, submittedAt: version?.submittedAt });
      expect(erased?.erased).to.include('respondent-phone');
      expect(JSON.stringify(erased)).not.to.include(example.fields['respondent-phone'] ?? '-');
      const figures = Object.entries(version?.answers ?? {}).filter(([question]) => !question.startsWith('respondent-'));
      expect(figures.length).to.be.above(20);
      expect(erased?.answers).to.deep.equal(Object.fromEntries(figures));
      expect(await eraseOnRequest(test.site, establishment.id, { reason, dryRun: false })).to.deep.equal([]);
    });

    it('can be erased whole while nothing was submitted', async () => {
      const { id, establishment } = await answered(uses, false);
      expect((await eraseOnRequest(test.site, establishment.id, { reason: '응답자 요청', dryRun: false }))[0]?.what).to.equal('draft');
      expect(await test.site.store.responses.byId(id)).to.equal(null);
      const [entry] = await test.site.store.auditEntries.ofEstablishment(establishment.id, 1);
      expect(entry).to.deep.include({ action: 'privacy.erase', reason: '응답자 요청' });
      expect(JSON.stringify(entry)).not.to.include(example.fields['respondent-phone'] ?? '-');
    });

    it('takes comments, kept drafts and delegations along, and whoever was let fill in is out', async () => {
      const { id, who, establishment, stored } = await answered(uses);
      const { roundId, establishmentId } = await stored();
      const delegation = delegationWith({ establishmentId, responseId: id, roundId });
      await test.site.store.delegations.add(delegation);
      await test.site.store.comments.add(commentWith({ responseId: id, establishmentId, roundId }));
      await saveAnswers(test.site, who, { responseId: id, revision: 2, fields: new Map([['establishment-name', ['제출하지 않은 이름']]]) });
      await restoreVersion(test.site, who, { responseId: id, from: { version: 1 }, revision: 3 });
      const [erasure] = await eraseOnRequest(test.site, establishment.id, { reason: '응답자 요청', dryRun: false });
      expect(erasure?.beside).to.equal(3);
      const { comments, keptDrafts, delegations } = test.site.store;
      for (const kept of [comments, keptDrafts, delegations]) expect(await kept.ofResponse(id)).to.deep.equal([]);
      expect(await delegations.byId(delegation.id)).to.equal(null);
    });

    it('lasts as long for answers of contact as for what is erased with them', () => {
      const together = retentionRules.filter(({ kind }) => ['contact', 'draft', 'comment', 'delegation'].includes(kind));
      expect(new Set(together.map(({ months, from, onRequest }) => `${months} ${from} ${onRequest}`)).size).to.equal(1);
    });

    it('is erased by nobody without a reason, and for nobody unknown', async () => {
      const { establishment } = await answered(uses);
      expect(await problemOf(eraseOnRequest(test.site, establishment.id, { reason: '', dryRun: false }))).to.equal('reasonNeeded');
      expect(await problemOf(eraseOnRequest(test.site, 'nobody', { reason: '응답자 요청', dryRun: true }))).to.equal(
        'establishmentUnknown',
      );
    });

    it('goes a year after its round closed, and not a day before', async () => {
      const submitted = await answered(uses);
      const draft = await answered([], false);
      expect((await keepRetention(test.site, true)).erasures).to.deep.equal([]);
      const closedAt = test.clock.now();
      const closing = {
        ...test.site,
        store: Object.create(test.site.store, {
          rounds: {
            value: {
              ...test.site.store.rounds,
              all: async () => (await test.site.store.rounds.all()).map((round) => ({ ...round, closedAt })),
            },
          },
        }) as TestSite['site']['store'],
      };
      test.clock.pass(364 * 24 * 60 * 60 * 1000);
      expect((await keepRetention(closing, true)).erasures).to.deep.equal([]);
      test.clock.pass(3 * 24 * 60 * 60 * 1000);
      const { erasures } = await keepRetention(closing, false);
      expect(erasures.map(({ responseId, what }) => [responseId, what])).to.have.deep.members([
        [submitted.id, 'contact'],
        [draft.id, 'draft'],
      ]);
      expect(await test.site.store.responses.byId(draft.id)).to.equal(null);
      expect(await submitted.stored()).not.to.have.nested.property('answers.respondent-name');
      expect((await keepRetention(closing, true)).erasures).to.deep.equal([]);
    });

    it('has a rule for each kind, with a ground, and the page on privacy prints the same rules', () => {
      const page = readFileSync(join(repositoryRoot, 'docs', 'privacy.md'), 'utf8');
      for (const { kind, months, onRequest, confidence, basis } of retentionRules)
        expect(page).to.include(`| ${kind} | ${months ?? '-'} | ${onRequest} | ${confidence} | ${basis.en} |`);
      expect(retentionRules.find(({ kind }) => kind === 'submission')).to.include({ months: null, onRequest: 'kept' });
    });
  });
});
