import { expect } from 'chai';
import { checkPage } from '../../server/presentation/check-page.js';
import { sectionPage } from '../../server/presentation/section-page.js';
import { taskListPage } from '../../server/presentation/task-list.js';
import type { Section } from '../../server/survey/edition.js';
import { exampleForm } from './example-form.js';

describe('the list of sections', () => {
  it('counts a section as done when it is answered, not when nothing in it is required', () => {
    const { progress, tasks } = taskListPage(exampleForm(null), 0, false, 'en');
    const everybodys = exampleForm(null).edition.sections.filter(({ isModule }) => !isModule);
    expect(progress).to.include({ done: 0, all: everybodys.length });
    expect(new Set(tasks.map(({ status }) => status))).to.deep.equal(new Set(['Not started']));
  });

  it('says where something is to be corrected', () => {
    const { tasks, submitted } = taskListPage(exampleForm('foundry', { 'contract-power': '12kWh' }), 0, false, 'en');
    expect(tasks.find(({ mark }) => mark === 'C')).to.include({ status: 'To correct', badge: 'bg-light-danger' });
    expect(submitted).to.equal(null);
  });

  it('says that answers were changed after they were submitted', () => {
    const text = taskListPage(exampleForm('foundry'), 1, false, 'en').submitted?.text;
    expect(text).to.contain('You have changed answers since');
  });
});

describe('the check of the answers', () => {
  const printed = (changes: Record<string, string | null>, code: string): string | undefined =>
    checkPage(exampleForm('foundry', changes), false, 'ko')
      .sections.flatMap(({ answers }) => answers)
      .find(({ title }) => title.startsWith(`${code} `))?.value;

  it('keeps zero, blank, unknown and refused apart', () => {
    expect(printed({ 'workers-other': '0' }, 'B11')).to.equal('0 명');
    expect(printed({ 'workers-other': null }, 'B11')).to.equal('답하지 않음');
    expect(printed({ 'workers-other': null, 'workers-other.missing': 'unknown' }, 'B11')).to.equal('모름');
    expect(printed({ 'workers-other': null, 'workers-other.missing': 'refused' }, 'B11')).to.equal('응답 거부');
  });

  it('shows what was not understood as it was typed', () => {
    expect(printed({ 'contract-power': '12kWh' }, 'C2')).to.equal('알아볼 수 없음: 12kWh');
  });

  it('prints amounts with their units, and choices by name', () => {
    expect(printed({ sales: '32억' }, 'B14')).to.equal('3,200,000,000 원');
    expect(printed({}, 'B7')).to.match(/^24311 /);
    expect(printed({}, 'B2')).to.match(/^\d{3}-\d{2}-\d{5}$/);
    expect(printed({}, 'C3')).to.contain('1월 98,400');
  });

  it('prints the short name of a unit behind an amount; the long one is for choosing', () => {
    const mwh = { 'electricity-bought.unit': 'MWh' };
    expect(printed(mwh, 'C3')).to.contain('(MWh)').and.not.contain('1,000 kWh');
    const gas = { 'fuels-used.cityGas': 'yes', 'city-gas-used.annual': '85,000', 'city-gas-used.unit': 'Nm3' };
    expect(printed(gas, 'D2')).to.equal('연간: 85,000 Nm³');
    const section = sectionPage({
      ...exampleForm('foundry', mwh),
      section: exampleForm('foundry').edition.sections[2] as Section,
      page: null,
      fromCheck: false,
      language: 'ko',
      checked: false,
      wantedRows: new Map(),
      rejected: [],
    });
    const { control } = section.questions.find(({ id }) => id === 'electricity-bought') ?? {};
    if (control?.partial !== 'control-months') throw new Error('electricity-bought is not asked by month');
    expect(control.unit?.options.map(({ text }) => text)).to.deep.equal(['kWh', 'MWh (1,000 kWh)']);
    expect(control.total).to.match(/합계: 1,150,000 MWh$/);
  });

  it('offers to submit only what may be submitted, and says what stands in the way', () => {
    const ready = checkPage(exampleForm('foundry'), false, 'ko');
    expect(ready.submit).to.include({ revision: 7 });
    expect(ready.summary).to.equal(null);
    const blocked = checkPage(exampleForm('foundry', { 'contract-power': '12kWh' }), false, 'ko');
    expect(blocked.submit).to.equal(null);
    expect(blocked.summary?.entries.map(({ href }) => href)).to.deep.equal([
      '/responses/0d9a8f2e-52c7-4f6b-9a51-0e6f4a2d7c11/sections/C/contract-power?from=check&checked=1#f-contract-power',
    ]);
  });

  it('is short before anything is answered: a line for each section, and none of its own for what may never be asked', () => {
    const page = checkPage(exampleForm(null), false, 'ko');
    expect(page.sections.flatMap(({ answers }) => answers)).to.deep.equal([]);
    const everybodys = exampleForm(null).edition.sections.filter(({ isModule }) => !isModule);
    expect(page.sections.map(({ untouched }) => untouched?.href.split('/').at(-2))).to.deep.equal(everybodys.map(({ id }) => id));
    const fuels = page.sections.find(({ heading }) => heading.startsWith('D. '));
    expect(fuels?.waiting).to.have.length(1);
    expect(fuels?.waiting[0]).to.match(/^D2~D[\d.]+\(\d+문항\): D1번 답에 따라/);
    expect(page.summary?.entries.length).to.be.lessThan(3 * everybodys.length);
    expect(page.summary?.entries.some(({ text }) => text.startsWith('B. 사업장 현황: '))).to.equal(true);
  });

  it('keeps an answer in sight of which it cannot be told whether it applies', () => {
    const left = { 'fuels-used.propane': null };
    expect(printed(left, 'D3')).to.equal('18,000 kg');
    expect(printed(left, 'D4')).to.equal(undefined);
  });

  it('leaves out what is not asked', () => {
    expect(printed({}, 'C7')).to.equal(undefined);
  });
});
