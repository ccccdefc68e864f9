import { expect } from 'chai';
import { type SectionInput, type SectionPage, sectionPage } from '../../server/presentation/section-page.js';
import { afterSection } from '../../server/presentation/section-place.js';
import { type ExampleForm, exampleForm } from './example-form.js';

const pageOf = (
  form: ExampleForm,
  id: string,
  shown: Partial<Pick<SectionInput, 'checked' | 'wantedRows' | 'rejected'>> = {},
): SectionPage => {
  const section = form.edition.sections.find((one) => one.id === id);
  if (section === undefined) throw new Error(`There is no section ${id}`);
  return sectionPage({
    ...form,
    section,
    page: null,
    fromCheck: false,
    language: 'ko',
    checked: false,
    wantedRows: new Map(),
    rejected: [],
    ...shown,
  });
};
const questionOf = (page: SectionPage, id: string) => {
  const view = page.questions.find((one) => one.id === id);
  if (view === undefined) throw new Error(`${id} is not on the page`);
  return view;
};

describe('the page of a section', () => {
  it('shows what was typed as it was typed', () => {
    const { control } = questionOf(pageOf(exampleForm('foundry', { 'contract-power': '１,２５0 ' }), 'C'), 'contract-power');
    expect(control).to.include({ partial: 'control-amount', value: '１,２５0 ' });
  });

  it('lets Hangul be typed into amounts of money, and offers a keypad for other numbers', () => {
    const page = pageOf(exampleForm('foundry'), 'C');
    expect(questionOf(page, 'electricity-cost').control).to.include({ inputMode: 'text' });
    expect(questionOf(page, 'contract-power').control).to.include({ inputMode: 'decimal' });
    expect(questionOf(page, 'pv-generated').control).to.include({ inputMode: 'decimal' });
  });

  it('shows zero as zero', () => {
    const { control } = questionOf(pageOf(exampleForm('foundry', { 'workers-other': '0' }), 'B'), 'workers-other');
    expect(control).to.include({ value: '0' });
  });

  it('does not hold blanks against somebody who has just begun, and does once the section was saved', () => {
    const empty = exampleForm(null);
    expect(pageOf(empty, 'B').summary).to.equal(null);
    const summary = pageOf(empty, 'B', { checked: true }).summary;
    expect(summary?.entries.length).to.be.greaterThan(5);
    expect(summary?.entries[0]?.text).to.match(/^B1 /);
  });

  it('leads from the summary to the field, and every such field is on the page', () => {
    const form = exampleForm('foundry', { 'contract-power': '12kWh', 'electricity-bought.m02': 'abc' });
    const page = pageOf(form, 'C', { checked: true });
    expect(page.summary?.entries.map(({ href }) => href)).to.include.members(['#f-contract-power', '#f-electricity-bought.m02']);
    expect(questionOf(page, 'electricity-bought').control).to.have.nested.property('months[1].invalid', true);
  });

  it('tells what waits for an earlier answer from what the answer left open', () => {
    expect(questionOf(pageOf(exampleForm(null), 'C'), 'pv-capacity').standing).to.equal('waiting');
    expect(questionOf(pageOf(exampleForm('foundry', { 'pv-installed': 'no' }), 'C'), 'pv-capacity').standing).to.equal('notAsked');
    expect(questionOf(pageOf(exampleForm('foundry', { 'pv-installed': 'yes' }), 'C'), 'pv-capacity').standing).to.equal('asked');
  });

  it('marks the reason for a missing answer, and opens it', () => {
    const { missing } = questionOf(
      pageOf(exampleForm('foundry', { 'contract-power': null, 'contract-power.missing': 'unknown' }), 'C'),
      'contract-power',
    );
    expect(missing?.open).to.equal(true);
    expect(missing?.options.filter(({ selected }) => selected).map(({ value }) => value)).to.deep.equal(['unknown']);
  });

  it('keeps the rows of a table at their numbers and offers empty ones below', () => {
    const rows = (form: ExampleForm, wanted = 0) => {
      const { control } = questionOf(pageOf(form, 'H', { wantedRows: new Map([['main-equipment', wanted]]) }), 'main-equipment');
      if (control.partial !== 'control-rows') throw new Error('main-equipment is not a table');
      return control;
    };
    expect(rows(exampleForm(null, { 'main-equipment.4.hours': '100' })).rows.length).to.equal(6);
    expect(rows(exampleForm(null), 9).rows.length).to.equal(9);
    const full = rows(exampleForm(null), 999);
    const table = exampleForm(null).state.questions['main-equipment']?.question;
    const most = table?.type === 'table' ? table.maxRows : 0;
    expect(full.rows.length).to.equal(most).and.greaterThan(5);
    expect(full.add).to.equal(null);
    expect(full.limit).to.contain(String(most));
  });

  it('shows a field that was refused with what was typed into it', () => {
    const rejected = [
      { name: 'main-equipment.99.hours', texts: ['10'], code: 'tooManyRows', sentence: { ko: '행이 너무 많습니다', en: 'Too many rows' } },
    ] as const;
    expect(pageOf(exampleForm(null), 'H', { rejected }).rejected?.entries).to.deep.equal([
      { text: '행이 너무 많습니다', typed: '적으신 내용: 10' },
    ]);
  });

  it('leads on to the next section and at the end to the check', () => {
    const { edition, state, response } = exampleForm('foundry');
    expect(afterSection(edition, state, response.id, 'C')).to.equal(`/responses/${response.id}/sections/D`);
    expect(afterSection(edition, state, response.id, edition.sections.at(-1)?.id ?? '')).to.equal(`/responses/${response.id}/check`);
  });

  it('gives every control of the form an id of its own', () => {
    const form = exampleForm('foundry', { 'contract-power': '12kWh' });
    for (const { id } of form.edition.sections) {
      const ids = [...JSON.stringify(pageOf(form, id, { checked: true }).questions).matchAll(/"id":"(f-[^"]+)"/g)].map(([, one]) => one);
      expect(
        ids.filter((one, at) => ids.indexOf(one) !== at),
        id,
      ).to.deep.equal([]);
    }
  });
});
