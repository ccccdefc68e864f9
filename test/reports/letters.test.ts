import { expect } from 'chai';
import { lettersView } from '../../server/presentation/letters-view.js';
import { renderLettersPdf } from '../../server/reports/letters-report.js';
import { printLetters } from '../../server/reports/print-plan.js';
import { readPdf } from '../support/pdf.js';

const at = new Date('2026-11-28T00:00:00Z');
const about = { survey: '중소 제조업체 에너지·온실가스 실태조사', year: 2025, sender: '나'.repeat(50), contact: '다'.repeat(100) };
const to = (name: string, address: string | null) => ({
  name,
  address,
  postcode: address === null ? null : '04524',
  asksNumber: true,
  link: `https://survey.example.kr/enter/${'aB3-_'.repeat(9).slice(0, 43)}`,
  expiresAt: new Date('2026-12-28T00:00:00Z'),
});

describe('letters', function () {
  this.timeout(60_000);

  it('have one page each, also with the longest name, address, sender and contact there can be', async () => {
    const view = lettersView([to('가'.repeat(100), '서'.repeat(200)), to('한빛주물', null)], about);
    const pdf = await readPdf(await renderLettersPdf(view, at));
    expect(pdf.pages).to.equal(2);
    expect(pdf.missingGlyphs).to.equal(0);
  });

  it('are printed in a thread of their own, the same ones to the same bytes', async () => {
    const view = lettersView([to('한빛주물', '서울특별시 중구 세종대로 110')], about);
    const [one, other] = await Promise.all([printLetters(view, at), renderLettersPdf(view, at)]);
    expect(Buffer.compare(one, other)).to.equal(0);
  });

  it('take what stands in the register for text, whatever it looks like', async () => {
    const view = lettersView([to('=HYPERLINK("x")\u202ecod', '<script>alert(1)</script>')], about);
    const pdf = await readPdf(await renderLettersPdf(view, at));
    const said = pdf.texts.map(({ text }) => text).join(' ');
    expect(said).to.include('=HYPERLINK("x")').and.include('<script>').and.not.include('\u202e');
  });
});
