import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { downloadPlan } from '../../server/operations/download-plan.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { Problem } from '../../server/problem/problem.js';
import { pdfText } from '../support/pdf-text.js';
import { begun, openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

describe('the plan of a respondent', function () {
  this.timeout(60_000);
  const example = theCatalog().surveys.examples.find(({ id }) => id === 'foundry');
  if (example === undefined) throw new Error('There is no foundry among the examples');
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  const submitted = async (changes: Readonly<Record<string, string>> = {}) => {
    const { who } = await test.establishment();
    const { id } = await begun(test.site, who);
    const reasons = new Map(Object.entries(example.reasons));
    const fields = exampleFields(test.site, { ...example, fields: { ...example.fields, ...changes } });
    await saveAnswers(test.site, who, { responseId: id, revision: 0, fields, reasons });
    expect((await submitResponse(test.site, who, { responseId: id, revision: 1 })).outcome).to.equal('submitted');
    return { who, id };
  };
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'no problem',
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );

  it('is a PDF named after the establishment, and handing it out is written down', async () => {
    const { who, id } = await submitted();
    test.clock.pass(1000);
    const report = await downloadPlan(test.site, who, id, 'ko');
    expect(Buffer.from(report.bytes.subarray(0, 5)).toString()).to.equal('%PDF-');
    expect(report.type).to.equal('application/pdf');
    expect(report.fileName).to.match(/^[^/\\]+\.pdf$/);
    const [latest] = await test.site.store.auditEntries.ofEstablishment(who.establishmentId, 1);
    expect(latest).to.deep.include({ action: 'plan.read', facts: { version: 1, language: 'ko' } });
  });

  it('names what was answered and did not enter the calculation', async () => {
    const { who, id } = await submitted({ 'fuels-used.otherFuel': 'yes', 'other-fuel': '메탄올 2드럼' });
    const text = (await pdfText((await downloadPlan(test.site, who, id, 'ko')).bytes)).replace(/\s+/g, ' ');
    expect(text).to.match(/계산에서 빠진 것과 그 까닭 — D15: .*메탄올 2드럼/);
  });

  it('is not made before anything was submitted', async () => {
    const { who } = await test.establishment();
    const { id } = await begun(test.site, who);
    expect(await codeOf(downloadPlan(test.site, who, id, 'ko'))).to.equal('notSubmitted');
  });

  it('is not made without consent, also when it was taken back after the submission', async () => {
    const { who, id } = await submitted();
    const stored = await test.site.store.responses.byId(id);
    const fields = new Map([['_asked', ['consent-own-report']]]);
    await saveAnswers(test.site, who, { responseId: id, revision: stored?.revision ?? -1, fields });
    expect(await codeOf(downloadPlan(test.site, who, id, 'ko'))).to.equal('noReportConsent');
  });

  it('is not handed to another establishment', async () => {
    const { id } = await submitted();
    const { who } = await test.establishment();
    expect(await codeOf(downloadPlan(test.site, who, id, 'ko'))).to.equal('notFound');
  });
});
