import { expect } from 'chai';
import { canonicalHash } from '../../server/operations/canonical.js';
import { readHistory } from '../../server/operations/read-history.js';
import { restoreVersion } from '../../server/operations/restore-version.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { withdrawConsent } from '../../server/operations/withdraw-consent.js';
import { administratorCloses } from '../support/close-round.js';
import { problemOf } from '../support/problem-of.js';
import { type AtWork, submittedOnce, typedFields } from '../support/submitted.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

describe('the versions of a response', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  const restore = async (work: AtWork, from: Parameters<typeof restoreVersion>[2]['from']) =>
    restoreVersion(test.site, work.who, { responseId: work.id, from, revision: (await work.stored()).revision });
  const textOf = async (work: AtWork, question: string) => (await work.stored()).answers[question]?.typed[''];

  it('are each told with what they changed, cell by cell, and who changed it', async () => {
    const work = await submittedOnce(test);
    await work.type({ 'establishment-name': '한빛주물(주)', 'electricity-bought.m02': '92,160' });
    expect(await work.submit()).to.equal(2);
    const { versions, open } = await readHistory(test.site, work.who, work.id);
    expect(versions.map(({ version }) => version.version)).to.deep.equal([2, 1]);
    expect(versions[1]?.changes).to.equal(null);
    const changes = versions[0]?.changes ?? [];
    const places = changes.map(({ question, part }) => `${question.id} ${part}`);
    expect(places).to.include.members(['establishment-name ', 'electricity-bought m02']);
    const month = changes.find(({ part }) => part === 'm02');
    expect(month?.after).to.deep.include({ state: 'answered', value: { kind: 'quantity', number: 92160, unit: 'kWh' } });
    expect(versions[0]?.version.authors['establishment-name']).to.equal('respondent');
    expect(versions[0]?.version.submittedBy).to.equal('respondent');
    expect(open).to.equal(null);
  });

  it('do not differ where the same was typed another way', async () => {
    const work = await submittedOnce(test);
    await work.type({ 'workers-regular': '17' });
    await work.submit();
    await work.type({ 'workers-regular': ' 17 ' });
    await work.submit();
    const { versions } = await readHistory(test.site, work.who, work.id);
    expect(versions[0]?.changes).to.deep.equal([]);
    expect(versions[1]?.changes?.map(({ question }) => question.id)).to.deep.equal(['workers-regular']);
  });

  it('never change: bringing the first back makes a third', async () => {
    const work = await submittedOnce(test);
    const first = await test.site.store.responseVersions.byVersion(work.id, 1);
    await work.type({ 'establishment-name': '새 이름' });
    await work.submit();
    expect(await restore(work, { version: 1 })).to.deep.equal([]);
    expect(await textOf(work, 'establishment-name')).to.equal(first?.answers['establishment-name']?.typed['']);
    expect((await work.stored()).status).to.equal('draft');
    expect(await work.submit()).to.equal(3);
    const versions = await test.site.store.responseVersions.ofResponse(work.id);
    expect(versions.map(({ version }) => version)).to.deep.equal([3, 2, 1]);
    expect(versions[2]).to.deep.equal(first);
    for (const { answers, reasons, hash } of versions) expect(canonicalHash({ answers, reasons })).to.equal(hash);
    expect(versions[0]?.hash).to.equal(first?.hash);
  });

  it('do not swallow what was typed and not submitted: it is kept beside and can be brought back, too', async () => {
    const work = await submittedOnce(test);
    await work.type({ 'establishment-name': '아직 내지 않은 이름' });
    await restore(work, { version: 1 });
    const { keptDrafts } = await readHistory(test.site, work.who, work.id);
    expect(keptDrafts).to.have.length(1);
    expect(keptDrafts[0]?.changes.map(({ question }) => question.id)).to.deep.equal(['establishment-name']);
    await restore(work, { draft: keptDrafts[0]?.id ?? '' });
    expect(await textOf(work, 'establishment-name')).to.equal('아직 내지 않은 이름');
  });

  it('bring no consent back that was withdrawn since', async () => {
    const work = await submittedOnce(test);
    expect((await work.stored()).uses.ownReport).to.equal(true);
    await withdrawConsent(test.site, work.who, work.id, 'ownReport');
    await work.type({ 'establishment-name': '새 이름' });
    await restore(work, { version: 1 });
    expect((await work.stored()).uses.ownReport).to.equal(false);
  });

  it('are brought back by nobody who looked at an older page, and of no other response', async () => {
    const work = await submittedOnce(test);
    const other = await submittedOnce(test);
    const { revision } = await work.stored();
    await saveAnswers(test.site, work.who, { responseId: work.id, revision, fields: typedFields({ 'establishment-name': '다른 창' }) });
    const order = { responseId: work.id, from: { version: 1 }, revision } as const;
    expect(await problemOf(restoreVersion(test.site, work.who, order))).to.equal('restoreConflict');
    expect(await textOf(work, 'establishment-name')).to.equal('다른 창');
    expect(await problemOf(restore(work, { version: 7 }))).to.equal('versionUnknown');
    expect(await problemOf(restoreVersion(test.site, other.who, order))).to.equal('notFound');
    await restore(work, { version: 1 });
    const [draft] = await test.site.store.keptDrafts.ofResponse(work.id);
    expect(await problemOf(restore(other, { draft: draft?.id ?? '' }))).to.equal('versionUnknown');
  });

  it('are brought back only while the round is open, and the log says so', async () => {
    const work = await submittedOnce(test);
    await work.type({ 'establishment-name': '새 이름' });
    await work.submit();
    await restore(work, { version: 1 });
    const entries = await test.site.store.auditEntries.ofEstablishment(work.who.establishmentId, 1);
    expect(entries[0]).to.deep.include({ action: 'response.restore' });
    expect(entries[0]?.facts).to.deep.include({ from: 'version 1' });
    await administratorCloses(test.site);
    expect(await problemOf(restore(work, { version: 2 }))).to.equal('roundClosed');
  });
});
