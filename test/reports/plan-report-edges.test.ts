import { expect } from 'chai';
import type { TransitionPlan } from '../../server/planner/plan.js';
import { planView } from '../../server/presentation/plan-view.js';
import { renderPlanPdf } from '../../server/reports/plan-report.js';
import { page } from '../../server/reports/style.js';
import { emptyInventory, factorSources } from '../support/inventory-fixture.js';
import { contentOf, nodesOf, type ReadPdf, readPdf } from '../support/pdf.js';
import { establishment, foundryPlan, measure, program, unclearMeasure } from '../support/plan-fixture.js';

const print = async (plan: TransitionPlan, language: 'ko' | 'en' = 'ko'): Promise<ReadPdf> => {
  const view = planView(plan, { language, date: '2026-11-22', factorSources });
  return readPdf(await renderPlanPdf(view, { createdAt: new Date('2026-11-22T00:00:00Z') }));
};

const isOnPaper = (pdf: ReadPdf): void => {
  const right = page.width - page.right + 1;
  expect(pdf.texts.filter((item) => item.x < page.left - 1 || item.x + item.width > right || item.y > page.height - 20)).to.deep.equal([]);
  expect(pdf.missingGlyphs).to.equal(0);
  for (let number = 1; number <= pdf.pages; number += 1) {
    const content = pdf.texts.filter((item) => item.page === number && item.tag !== 'Artifact');
    expect(content.length, `page ${number}`).to.be.greaterThan(0);
    expect(content.at(-1)?.tag, `page ${number}`).not.to.match(/^H\d$/);
  }
};

/** Text of a name as it is found in the PDF. */
const squeezed = (text: string): string => text.normalize('NFC').replace(/\s/gu, '');

describe('a transition plan that is out of the ordinary', function () {
  this.timeout(120_000);

  it('of an establishment that uses no energy says so and draws no chart', async () => {
    const pdf = await print({ ...foundryPlan, inventory: emptyInventory, measures: [], setAside: [], programs: [] });
    isOnPaper(pdf);
    const content = contentOf(pdf);
    expect(content)
      .to.include('배출량은0입니다')
      .and.to.include('0.000')
      .and.to.include(squeezed('이 계획에는 지원사업을 적지 않았습니다.'));
    expect(nodesOf(pdf).some((node) => node.role === 'Figure')).to.equal(false);
    expect(pdf.pages).to.be.at.most(8);
  });

  it('of which nothing can be told lists what is missing', async () => {
    const pdf = await print({
      ...foundryPlan,
      establishment: { name: '한빛주물' },
      measures: [unclearMeasure('m1', '폐열 회수', 'Heat recovery'), unclearMeasure('m2', '보일러 교체', 'New boiler')],
      programs: [program('p1', '설비 지원', 'Equipment support', 'unknown')],
    });
    isOnPaper(pdf);
    const content = contentOf(pdf);
    expect(content).to.include('판단불가').and.to.include(squeezed('보일러 용량: 이 문항에 답하지 않았습니다.'));
    expect(content.split(squeezed('모름(답하지 않음)')).length - 1).to.be.at.least(5);
  });

  it('with fifty measures and thirty programs repeats the heads of its tables and cuts no row', async () => {
    const measures = Array.from({ length: 50 }, (_, at) =>
      measure(`m${at}`, `감축수단 ${at + 1} 고효율 설비 교체`, `Measure ${at + 1}`, 60 - at),
    );
    const programs = Array.from({ length: 30 }, (_, at) => program(`p${at}`, `지원사업 ${at + 1}`, `Program ${at + 1}`, 'yes'));
    const pdf = await print({ ...foundryPlan, measures, programs });
    isOnPaper(pdf);
    expect(pdf.pages).to.be.within(30, 60);
    const heads = pdf.texts.filter((item) => item.text.trim() === '투자비(원)' && item.tag === 'Artifact');
    expect(heads.length).to.be.at.least(1);
    const content = contentOf(pdf);
    for (const one of measures) expect(content).to.include(squeezed(one.name.ko));
    // A row that were cut would stand in the trees of two pages: its cells would be counted twice.
    const rows = nodesOf(pdf).filter((node) => node.role === 'TR');
    expect(rows.filter((row) => row.children.length === 0)).to.deep.equal([]);
  });

  it('prints Hanja, decomposed syllables and signs, and shows and lists what no font has', async () => {
    const name = `㈜ 大韓鑄物 ${'한빛주물'.normalize('NFD')} №7 🏭 ${'가'.repeat(40)} Übermäßig-lange-Bezeichnung`;
    const pdf = await print({ ...foundryPlan, establishment: { ...establishment, name } });
    isOnPaper(pdf);
    const content = contentOf(pdf);
    expect(content).to.include('大韓鑄物').and.to.include('한빛주물').and.to.include('□').and.to.include('U+1F3ED');
    expect(pdf.title).to.include('🏭');
  });

  it('takes a name of 200 characters without a space', async () => {
    for (const name of ['가나다라마바사아자차'.repeat(20), 'W'.repeat(200), '鑄'.repeat(200)]) {
      const pdf = await print({ ...foundryPlan, establishment: { ...establishment, name } }, 'en');
      isOnPaper(pdf);
      expect(contentOf(pdf)).to.include(name);
    }
  });

  it('cuts a row that is taller than a page instead of losing it', async () => {
    const reason = Array.from({ length: 400 }, (_, at) => `답하지 않은 문항 ${at + 1}번이 있습니다.`).join(' ');
    const [first] = foundryPlan.setAside;
    const setAside = first === undefined ? [] : [{ ...first, reason: { ko: reason, en: reason } }];
    const pdf = await print({ ...foundryPlan, setAside });
    isOnPaper(pdf);
    const content = contentOf(pdf);
    for (const at of [1, 200, 400]) expect(content).to.include(`문항${at}번`);
  });
});
