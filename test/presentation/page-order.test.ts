import { expect } from 'chai';
import { placeOfFinding } from '../../server/presentation/finding-place.js';
import { afterPage, askedPages, isPageAsked, pageBefore, startOfSection } from '../../server/presentation/page-order.js';
import { isHeldUp, sectionPage } from '../../server/presentation/section-page.js';
import type { Section } from '../../server/survey/edition.js';
import { type FormPage, pageOfQuestion } from '../../server/survey/form-pages.js';
import { type ExampleForm, exampleForm } from './example-form.js';

const pageWith = ({ edition }: ExampleForm, question: string): FormPage => {
  const page = pageOfQuestion(edition, question);
  if (page === undefined) throw new Error(`No page has ${question}`);
  return page;
};
const sectionOf = ({ edition }: ExampleForm, id: string): Section => edition.sections.find((one) => one.id === id) as Section;
const nextTo = (form: ExampleForm, question: string): string =>
  afterPage(form.edition, form.state, form.response.id, pageWith(form, question)).replace(/^\/responses\/[^/]+/, '');
const viewOf = (form: ExampleForm, question: string, more: Partial<Parameters<typeof sectionPage>[0]> = {}) => {
  const page = pageWith(form, question);
  const shown = { checked: false, fromCheck: false, wantedRows: new Map(), rejected: [], language: 'en' } as const;
  return sectionPage({ ...form, section: page.section, page, ...shown, ...more });
};

describe('the way through the pages of a form', () => {
  const foundry = exampleForm('foundry');

  it('leaves out pages on which no question is asked', () => {
    const asked = askedPages(sectionOf(foundry, 'D'), foundry.state).flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(asked).to.include('propane-used').and.not.to.include('butane-used');
    expect(nextTo(foundry, 'fuels-used')).to.equal(`/sections/D/${pageWith(foundry, 'propane-used').id}`);
  });

  it('does not stop at what waits for an earlier answer', () => {
    const empty = exampleForm(null);
    expect(isPageAsked(pageWith(empty, 'propane-used'), empty.state)).to.equal(false);
    expect(nextTo(empty, 'fuels-used')).not.to.match(/propane|butane|city-gas/);
  });

  it('goes on to the next section, at the end to the check of the answers, and back the same way', () => {
    const { edition, state } = foundry;
    const all = edition.sections.flatMap((section) => askedPages(section, state));
    const last = all.at(-1) as FormPage;
    expect(afterPage(edition, state, '1', last)).to.equal('/responses/1/check');
    for (const [at, page] of all.entries()) expect(pageBefore(edition, state, page)?.id ?? null).to.equal(all[at - 1]?.id ?? null);
  });

  it('takes a section up again where something is left to do', () => {
    expect(startOfSection(sectionOf(exampleForm(null), 'C'), exampleForm(null).state)?.questions[0]?.id).to.equal('electricity-contract');
    const left = exampleForm('foundry', { 'contract-power': '12kWh' });
    expect(startOfSection(sectionOf(left, 'C'), left.state)?.questions.map(({ id }) => id)).to.include('contract-power');
  });
});

describe('a page of one thing', () => {
  it('says which step it is and how far the whole form is, in words', () => {
    const view = viewOf(exampleForm('foundry'), 'fuels-used');
    expect(view.heading).to.match(/^D\. Fuels: step 1 of \d+$/);
    expect(view.progress.text).to.match(/^Whole form: (\d+) of \d+ questions answered \(\d+%\)$/);
    expect(view.progress.done).to.be.greaterThan(10).and.at.most(view.progress.all);
    expect(view.title).to.match(/^D1 /);
  });

  it('has only what is asked, and no hint on what an earlier page has decided', () => {
    const view = viewOf(exampleForm('foundry'), 'propane-used');
    expect(view.questions.map(({ id }) => id)).to.include('propane-used');
    expect(view.questions.filter(({ onlyIf }) => onlyIf !== null)).to.deep.equal([]);
    expect(view.conditionalHint).to.equal(null);
  });

  it('tells whoever comes by an old link that nothing on it is asked, and shows the way on', () => {
    const view = viewOf(exampleForm('foundry'), 'butane-used');
    expect(view.notAsked).to.be.a('string');
    expect(view.questions.map(({ id }) => id)).to.include('butane-used');
    expect(view.next?.href).to.match(/\/sections\/\w+\//);
  });

  it('leads back to the check of the answers for somebody who came from there', () => {
    const view = viewOf(exampleForm('foundry'), 'contract-power', { fromCheck: true });
    expect(view.back.href).to.match(/\/check$/);
    expect(view.action).to.match(/\?from=check$/);
  });

  it('is held up by what stands in the way on it, and by nothing else', () => {
    const form = exampleForm('foundry', { 'contract-power': '12kWh' });
    expect(isHeldUp(pageWith(form, 'contract-power'), form.state)).to.equal(true);
    expect(isHeldUp(pageWith(form, 'fuels-used'), form.state)).to.equal(false);
  });
});

describe('a finding about two questions', () => {
  const finding = { questions: ['quantity', 'cost'] };

  it('stands beside the first of them that is on the page: at the quantity, or at the cost where that is asked alone', () => {
    expect(placeOfFinding(finding, new Set(['other', 'quantity', 'cost']))).to.equal('quantity');
    expect(placeOfFinding(finding, new Set(['cost', 'other']))).to.equal('cost');
    expect(placeOfFinding(finding, new Set(['other']))).to.equal(undefined);
  });
});
