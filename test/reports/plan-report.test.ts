import { expect } from 'chai';
import { type PlanView, planView } from '../../server/presentation/plan-view.js';
import type { Language } from '../../server/presentation/words/words.js';
import { renderPlanPdf } from '../../server/reports/plan-report.js';
import { page } from '../../server/reports/style.js';
import { factorSources } from '../support/inventory-fixture.js';
import { contentOf, nodesOf, type PdfNode, type ReadPdf, readPdf } from '../support/pdf.js';
import { foundryPlan } from '../support/plan-fixture.js';

const createdAt = new Date('2026-11-22T00:00:00Z');
const viewIn = (language: Language, plan = foundryPlan) => planView(plan, { language, date: '2026-11-22', factorSources });

/** Every text of a view that holds a figure. Alternative texts are read aloud, not printed. */
const figuresOf = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return /\d/.test(value) && !['alt', 'id'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => figuresOf(one, key));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, one]) => figuresOf(one, name));
  return [];
};

/** The view without what is told to a program alone (the title of the file) and captions that a heading above the table says already. */
const printedParts = ({ title: _title, computation, ...view }: PlanView) => ({
  ...view,
  computation: {
    ...computation,
    lines: computation.lines.map((line) => ({ ...line, gases: line.gases.rows, factors: line.factors?.rows })),
  },
});

describe('the transition plan as a PDF', function () {
  this.timeout(120_000);

  for (const language of ['ko', 'en'] as const) {
    describe(`in ${language}`, () => {
      const view = viewIn(language);
      let bytes: Uint8Array;
      let pdf: ReadPdf;

      before(async () => {
        bytes = await renderPlanPdf(view, { createdAt });
        pdf = await readPdf(bytes);
      });

      it('can be searched for the name, the totals and every other figure of the view', () => {
        const content = contentOf(pdf);
        const figures = figuresOf(printedParts(view));
        expect(figures.length).to.be.greaterThan(100);
        const lost = figures.filter((figure) => !content.includes(figure.replace(/\s/gu, '')));
        expect(lost).to.deep.equal([]);
        expect(content).to.include(foundryPlan.establishment.name);
        expect(content).to.include('394.940');
      });

      it('states its language and its title', () => {
        expect(pdf.language).to.equal(language === 'ko' ? 'ko-KR' : 'en-US');
        expect(pdf.title).to.equal(view.title);
        expect(Buffer.from(bytes).toString('latin1')).to.match(/\/DisplayDocTitle true/);
      });

      it('is tagged: headings, paragraphs, tables with heads, lists, figures with what they show in words', () => {
        expect(pdf.isTagged).to.equal(true);
        const nodes = nodesOf(pdf);
        const roles = new Set(nodes.map((node) => node.role));
        expect([...roles]).to.include.members([
          'Document',
          'Sect',
          'H1',
          'H2',
          'H3',
          'P',
          'Table',
          'TR',
          'TH',
          'TD',
          'L',
          'LI',
          'LBody',
          'TOC',
          'Link',
          'Figure',
        ]);
        const figures = nodes.filter((node) => node.role === 'Figure');
        expect(figures.map((node) => node.alt)).to.deep.equal([view.inventory.chart?.alt, view.measures.chart?.alt]);
      });

      it('gives every row of a table as many cells as its head', () => {
        const rowsOf = (table: PdfNode) => table.children.filter((child) => child.role === 'TR');
        const tables = nodesOf(pdf).filter((node) => node.role === 'Table');
        expect(tables.length).to.be.greaterThan(10);
        for (const table of tables) {
          const [head, ...rows] = rowsOf(table);
          expect(rows.length).to.be.greaterThan(0);
          expect(head?.children.every((cell) => cell.role === 'TH')).to.equal(true);
          expect(new Set(rows.map((row) => row.children.length))).to.deep.equal(new Set([head?.children.length]));
        }
      });

      it('leaves no text outside a tag', () => {
        expect(pdf.texts.filter((item) => item.tag === '')).to.deep.equal([]);
      });

      it('numbers every page but the cover, and names the plan and the establishment at its head', () => {
        for (let number = 2; number <= pdf.pages; number += 1) {
          const running = pdf.texts.filter((item) => item.page === number && item.tag === 'Artifact').map((item) => item.text.trim());
          expect(running).to.include.members([`${number} / ${pdf.pages}`, foundryPlan.establishment.name, view.cover.title]);
        }
        expect(pdf.texts.some((item) => item.page === 1 && item.text.includes(`/ ${pdf.pages}`))).to.equal(false);
      });

      it('has bookmarks and a list of contents that lead to the same pages', () => {
        const { establishment, inventory, measures, programs, notes, computation, sources } = view;
        const first = [establishment, inventory, measures, programs, notes].map((part) => part.heading);
        const parts = [...first, measures.detailsHeading, programs.detailsHeading, computation.heading, sources.heading];
        const [cover, ...bookmarks] = pdf.bookmarks;
        expect(cover?.page).to.equal(1);
        expect(bookmarks.map((bookmark) => bookmark.title)).to.deep.equal(parts);
        const content = contentOf(pdf);
        for (const { title, page: number } of bookmarks) {
          expect(content).to.include(`${title}${number}`.replace(/\s/gu, ''));
          expect(pdf.texts.some((item) => item.tag === 'H1' && item.page === number && title.startsWith(item.text.trim()))).to.equal(true);
        }
      });

      it('draws charts as vectors with text that can be selected', () => {
        expect(pdf.images).to.equal(0);
        const inFigures = pdf.texts.filter((item) => item.tag === 'Figure').map((item) => item.text);
        expect(inFigures.join('')).to.include(view.inventory.chart?.bars[0]?.text);
      });

      it('draws no glyph that the font does not have, and nothing outside the margins', () => {
        expect(pdf.missingGlyphs).to.equal(0);
        const strays = pdf.texts.filter(
          (item) => item.x < page.left - 1 || item.x + item.width > page.width - page.right + 1 || item.y > page.height - 20,
        );
        expect(strays).to.deep.equal([]);
      });

      it('ends no page with a heading', () => {
        for (let number = 1; number <= pdf.pages; number += 1) {
          const last = pdf.texts.filter((item) => item.page === number && item.tag !== 'Artifact').at(-1);
          expect(last?.tag, `page ${number}`).not.to.match(/^H\d$/);
        }
      });
    });
  }

  it('is the same bytes when it is made again, also in another order of plans', async () => {
    const first = await renderPlanPdf(viewIn('ko'), { createdAt });
    await renderPlanPdf(viewIn('en'), { createdAt });
    const second = await renderPlanPdf(viewIn('ko'), { createdAt });
    expect(Buffer.compare(first, second)).to.equal(0);
    const later = await renderPlanPdf(viewIn('ko'), { createdAt: new Date('2026-11-23T00:00:00Z') });
    expect(Buffer.compare(first, later)).not.to.equal(0);
  });

  it('writes gases with lowered digits that a search for "CO2" still finds', async () => {
    const pdf = await readPdf(await renderPlanPdf(viewIn('ko'), { createdAt }));
    expect(contentOf(pdf)).to.include('tCO2eq');
  });
});
