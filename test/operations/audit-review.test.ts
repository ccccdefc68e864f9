import { expect } from 'chai';
import { operator } from '../../server/operations/account-holder.js';
import { pruneAudit } from '../../server/operations/prune-audit.js';
import { recordExport, recordLook } from '../../server/operations/record-look.js';
import { actorName, reviewAudit } from '../../server/operations/review-audit.js';
import { verifyAudit } from '../../server/operations/verify-audit.js';
import type { AuditEntry, AuditHead } from '../../server/persistence/audit-entries.js';
import { reviewLines } from '../../server/presentation/audit-report.js';
import { Problem } from '../../server/problem/problem.js';
import { auditEntryWith } from '../support/audit-log.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
};

const response = { kind: 'response', id: 'r-1' };

describe('the audit log for whoever reviews it', () => {
  let test: TestSite;
  beforeEach(async () => {
    test = await openTestSite();
  });
  afterEach(() => test.close());
  const add = (entry: Partial<AuditEntry>) => test.site.store.auditEntries.add(auditEntryWith(entry));
  const anchored = async (): Promise<AuditHead | null> => test.site.store.auditEntries.head();

  it('takes no export of raw answers without a reason', async () => {
    const exported = { establishmentId: null, subject: { kind: 'round', id: '2026' }, facts: { rows: 30 } };
    for (const reason of ['', '   ', 'why', 'x'.repeat(501)])
      expect(await problemOf(recordExport(test.site, operator, { ...exported, reason })), reason).to.equal('reasonNeeded');
    expect(await test.site.store.auditEntries.head()).to.equal(null);
    await recordExport(test.site, operator, { ...exported, reason: '  보도자료   초안 확인 ' });
    const [entry] = (await reviewAudit(test.site, '2096-03')).exports;
    expect(entry).to.include({ action: 'answers.export', reason: '보도자료 초안 확인' });
  });

  it('says who looked at whose data, how often and when last', async () => {
    for (let n = 0; n < 3; n++)
      await recordLook(test.site, operator, { action: 'result.read', establishmentId: 'one', subject: response, facts: { version: 1 } });
    await recordLook(test.site, operator, { action: 'response.read', establishmentId: 'two', subject: response });
    const { looks } = await reviewAudit(test.site, '2096-03');
    expect(looks.map(({ who, establishmentId, action, count }) => [who, establishmentId, action, count])).to.deep.equal([
      ['operator', 'one', 'result.read', 3],
      ['operator', 'two', 'response.read', 1],
    ]);
  });

  it('begins and ends a month at midnight in Korea', async () => {
    await add({ id: 'october', at: new Date('2026-10-31T14:59:59.999Z') });
    await add({ id: 'first', at: new Date('2026-10-31T15:00:00.000Z') });
    await add({ id: 'last', at: new Date('2026-11-30T14:59:59.999Z') });
    await add({ id: 'december', at: new Date('2026-11-30T15:00:00.000Z') });
    expect((await reviewAudit(test.site, '2026-11')).rights.map(({ id }) => id)).to.deep.equal(['first', 'last']);
    expect((await reviewAudit(test.site, '2026-12')).total).to.equal(1);
    for (const month of ['2026-13', '2026-1', '26-11', '2026-11-01', ''])
      expect(await problemOf(reviewAudit(test.site, month)), month).to.equal('monthWrong');
  });

  it('is printed in both languages with reasons and networks', async () => {
    await add({
      action: 'answers.export',
      actor: { ...operator, from: '203.0.113.0/24' },
      reason: '품질 점검',
      at: new Date('2026-11-10T00:00:00Z'),
    });
    const review = await reviewAudit(test.site, '2026-11');
    const named = { ...review, exports: review.exports.map((link) => ({ ...link, who: actorName(link) })), rights: [], log: [] };
    const korean = reviewLines(named, 'ko').join('\n');
    expect(korean).to.include('# 감사기록 점검 보고서 2026-11').and.to.include('203.0.113.0/24 사유: 품질 점검');
    expect(reviewLines(named, 'en').join('\n')).to.include('## Exports of raw answers, and why').and.to.include('answers.export');
  });

  describe('after its retention', () => {
    const before = new Date('2093-01-01T00:00:00Z');
    beforeEach(async () => {
      for (const [index, year] of [2091, 2092, 2092, 2094, 2095].entries())
        await add({ id: `e${index}`, at: new Date(`${year}-06-01T00:00:00Z`) });
    });

    it('says what would be removed, and removes nothing', async () => {
      const { removed, through } = await pruneAudit(test.site, { before, reason: '보존기간 경과', dryRun: true });
      expect([removed, through?.seq]).to.deep.equal([3, 3]);
      expect((await verifyAudit(test.site, anchored)).entries).to.equal(5);
    });

    it('is shorter, says so, and can still be verified; twice as well', async () => {
      expect((await pruneAudit(test.site, { before, reason: '보존기간 경과', dryRun: false })).removed).to.equal(3);
      const verdict = await verifyAudit(test.site, anchored);
      expect([verdict.findings, verdict.entries]).to.deep.equal([[], 3]);
      expect(verdict.milestones.map(({ action, reason }) => [action, reason])).to.deep.equal([['audit.prune', '보존기간 경과']]);
      await add({ id: 'e9', at: new Date('2095-12-01T00:00:00Z') });
      test.clock.pass(2 * 365 * 24 * 60 * 60 * 1000);
      const later = new Date('2095-01-01T00:00:00Z');
      expect((await pruneAudit(test.site, { before: later, reason: '보존기간 경과', dryRun: false })).removed).to.equal(1);
      expect((await verifyAudit(test.site, anchored)).findings).to.deep.equal([]);
    });

    it('shows a removal that went further than was written down', async () => {
      await pruneAudit(test.site, { before, reason: '보존기간 경과', dryRun: false });
      await test.site.store.auditEntries.removeThrough(4);
      expect((await verifyAudit(test.site, anchored)).findings.map(({ code }) => code)).to.deep.equal(['startCut']);
    });

    it('is kept for two years at the least, and never shortened without a reason', async () => {
      const recent = new Date('2095-01-01T00:00:00Z');
      expect(await problemOf(pruneAudit(test.site, { before: recent, reason: '보존기간 경과', dryRun: false }))).to.equal(
        'retentionTooShort',
      );
      expect(await problemOf(pruneAudit(test.site, { before, reason: '', dryRun: false }))).to.equal('reasonNeeded');
    });
  });
});
