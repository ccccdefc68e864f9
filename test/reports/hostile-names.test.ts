import { expect } from 'chai';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { planView } from '../../server/presentation/plan-view.js';
import { cleanText } from '../../server/reports/clean-text.js';
import { renderPlanPdf } from '../../server/reports/plan-report.js';
import { factorSources } from '../support/inventory-fixture.js';
import { readPdf } from '../support/pdf.js';
import { foundryPlan } from '../support/plan-fixture.js';

const names = [
  '한빛\u0000주물',
  '한빛\u001b[31m주물',
  '한빛\u202efdp.exe',
  '\u2066한빛\u2069주물',
  '한빛\r\n/URI (javascript:alert(1))',
  ') /S /JavaScript /JS (app.alert(1)) (',
  '<</S/Launch/F(calc)>>',
  'javascript:alert(1)',
  '</title><script>alert(1)</script>',
];

describe('a report of hostile names', function () {
  this.timeout(120_000);

  it('has neither controls nor marks of direction in its text', () => {
    expect(cleanText('a\u0000b\u0007c\u009fd\ne\tf')).to.equal('a\ufffdb\ufffdc\ufffdd\ne\tf');
    expect(cleanText('\u202eabc\u202c\u2066\u2069\u200f\u061c')).to.equal('abc');
    expect(cleanText('한글'.normalize('NFD'))).to.equal('한글');
  });

  it('prints them as text and as nothing else', async () => {
    const name = names.join(' ');
    const plan = { ...foundryPlan, establishment: { ...foundryPlan.establishment, name } };
    const view = planView(plan, { language: 'ko', date: '2026-11-22', factorSources });
    const bytes = await renderPlanPdf(view, { createdAt: new Date('2026-11-22T00:00:00Z') });
    const pdf = await readPdf(bytes);
    const everything = [pdf.title, ...pdf.texts.map(({ text }) => text), JSON.stringify(pdf.bookmarks)].join('\n');
    expect(everything).not.to.match(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u);
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
    expect([await document.getJSActions(), await document.getAttachments(), await document.getOpenAction()]).to.deep.equal([
      null,
      null,
      null,
    ]);
    for (let number = 1; number <= document.numPages; number++)
      for (const link of await (await document.getPage(number)).getAnnotations()) {
        expect(link.subtype).to.equal('Link');
        expect([link.url, link.unsafeUrl, link.action, link.attachment]).to.deep.equal([undefined, undefined, undefined, undefined]);
      }
    await document.destroy();
  });
});
