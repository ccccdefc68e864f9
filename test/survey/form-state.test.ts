import { expect } from 'chai';
import fc from 'fast-check';
import { nextResponse } from '../../server/survey/events.js';
import { questionsOf } from '../../server/survey/form-fields.js';
import { formState } from '../../server/survey/form-state.js';
import { definitions, draft, edition, editionOf, example, findingOf, foundryWith, posted, stateOf } from './edition-under-test.js';

const section = (state: ReturnType<typeof stateOf>, id: string) => state.sections.find((one) => one.section === id);

/** Sections that are asked and not complete. */
const notComplete = (state: ReturnType<typeof stateOf>): readonly string[] =>
  state.sections.filter(({ relevance, status }) => relevance !== 'no' && status !== 'complete').map(({ section: id }) => id);

describe('the state of a form', () => {
  it('lets every full example be submitted, and neither of the half-filled ones', () => {
    for (const one of definitions().workedExamples) {
      const { id, fields, reasons } = one;
      const state = stateOf(fields, reasons, editionOf(one));
      expect(state.maySubmit, id).to.equal(!id.endsWith('-partial'));
      if (state.maySubmit) expect(notComplete(state), id).to.deep.equal([]);
    }
  });

  it('asks for a fuel only when it was ticked; until the screen is answered it cannot tell', () => {
    const propane = (fields: Record<string, string>) => stateOf(fields).questions['propane-used']?.relevance;
    expect(propane({})).to.equal('unknown');
    expect(propane({ 'fuels-used.diesel': 'yes' })).to.equal('no');
    expect(propane({ 'fuels-used.propane': 'yes' })).to.equal('yes');
  });

  it('asks nothing that hangs on a question that is itself not asked', () => {
    const supplier = (fields: Record<string, string>) => stateOf(fields).questions['heat-supplier']?.relevance;
    expect(supplier({ 'heat-bought-any': 'no', 'heat-source': 'listedSupplier' })).to.equal('no');
    expect(supplier({ 'heat-bought-any': 'yes', 'heat-source': 'listedSupplier' })).to.equal('yes');
    expect(supplier({ 'heat-bought-any': 'yes' })).to.equal('unknown');
  });

  it('can be submitted by someone who does not know or will not say what decides about other questions', () => {
    const refused = stateOf(
      foundryWith({
        'vehicles-used.roadDiesel': null,
        'vehicles-used.forkliftDiesel': null,
        'vehicles-used.missing': 'refused',
        'vehicle-diesel-used': null,
        'forklift-diesel-used': null,
        'vehicle-diesel-cost': null,
        'forklift-diesel-cost': null,
        'in-complex': null,
        'in-complex.missing': 'unknown',
        complex: null,
      }),
    );
    expect(refused.questions['vehicle-diesel-used']?.relevance).to.equal('unknown');
    expect(refused.questions.complex?.relevance).to.equal('unknown');
    expect(refused.findings).to.deep.equal([]);
    expect(refused.maySubmit).to.equal(true);
    expect(notComplete(refused)).to.deep.equal([]);
  });

  it('does not demand an answer before it is known to be due', () => {
    expect(findingOf(stateOf({}), 'unanswered:fuels-used.cityGas')).to.deep.include({ level: 'error' });
    expect(findingOf(stateOf({}), 'unanswered:propane-used')).to.equal(undefined);
  });

  it('lets an answer to a question that is not asked count for nothing in the rules', () => {
    const left = { 'heat-source': 'unknownKind' };
    expect(findingOf(stateOf(foundryWith({ ...left, 'heat-bought-any': 'yes' })), 'E071')?.level).to.equal('note');
    expect(findingOf(stateOf(foundryWith({ ...left, 'heat-bought-any': 'no' })), 'E071')).to.equal(undefined);
  });

  it('allows a year what it allows twelve months', () => {
    const most = { 'electricity-bought.annual': '12,000,000,000', 'electricity-bought.unit': 'kWh' };
    expect(findingOf(stateOf(most), 'bounds:electricity-bought.annual')).to.equal(undefined);
    expect(
      findingOf(
        stateOf({ 'electricity-bought.annual': '12,000,000,001', 'electricity-bought.unit': 'kWh' }),
        'bounds:electricity-bought.annual',
      )?.level,
    ).to.equal('error');
  });

  it('finds nothing in questions that are not asked', () => {
    const state = stateOf({ 'fuels-used.none': 'yes', 'propane-used': '12kg' });
    expect(state.questions['propane-used']?.answer.state).to.equal('unreadable');
    expect(state.questions['propane-used']?.findings).to.deep.equal([]);
  });

  it('goes from empty to begun to complete, and shows what is in the way', () => {
    expect(section(stateOf({}), 'E')).to.deep.include({ status: 'empty', asked: 3, answered: 0 });
    expect(section(stateOf({ 'propane-used': '5', 'propane-used.unit': 'kg' }), 'D')).to.deep.include({
      status: 'begun',
      asked: 2,
      answered: 0,
    });
    expect(section(stateOf({ 'heat-bought-any': 'yes' }), 'E')).to.deep.include({ status: 'begun' });
    expect(section(stateOf({ 'heat-bought-any': 'no' }), 'E')).to.deep.include({
      status: 'complete',
      asked: 3,
      answered: 1,
      unanswered: 0,
    });
    const wrong = stateOf({ 'heat-bought-any': 'yes', 'heat-source': 'chp', 'heat-bought': '12GJ', 'heat-bought.unit': 'GJ' });
    expect(section(wrong, 'E')?.status).to.equal('errors');
  });

  it('says of a required question that is blank how to answer it, and takes a missing reason for an answer', () => {
    const blankCost = stateOf(foundryWith({ sales: null }));
    expect(findingOf(blankCost, 'unanswered:sales')).to.deep.include({ level: 'error', fields: ['sales'], questions: ['sales'] });
    expect(findingOf(blankCost, 'unanswered:sales')?.wayOut.ko).to.contain('0');
    expect(blankCost.maySubmit).to.equal(false);
    expect(stateOf(foundryWith({ sales: null, 'sales.missing': 'refused' })).maySubmit).to.equal(true);
    expect(stateOf(foundryWith({ sales: '0' })).maySubmit).to.equal(true);
  });

  it('does not take the notice for read unless it is ticked', () => {
    const state = formState(
      edition(),
      nextResponse(edition(), draft(foundryWith({ 'notice-read': null })), { type: 'fieldsTyped', fields: posted({}, ['notice-read']) }),
    );
    expect(findingOf(state, 'unanswered:notice-read')?.level).to.equal('error');
    expect(state.maySubmit).to.equal(false);
  });

  it('holds numbers to their bounds: months 1 to 12, whole workers, nothing negative, hours of a year', () => {
    const keys = (changes: Record<string, string>) =>
      stateOf(foundryWith(changes))
        .findings.filter(({ rule }) => rule === 'bounds')
        .map(({ key, fields }) => [key, ...fields]);
    expect(keys({ 'months-operated': '13' })).to.deep.equal([['bounds:months-operated', 'months-operated']]);
    expect(keys({ 'months-operated': '0' })).to.have.length(1);
    expect(keys({ 'workers-regular': '11.5' })).to.have.length(1);
    expect(keys({ 'propane-used': '-5' })).to.have.length(1);
    expect(keys({ 'electricity-bought.m02': '-1' })).to.deep.equal([['bounds:electricity-bought.m02', 'electricity-bought.m02']]);
    expect(keys({ 'main-equipment.2.hours': '8761' })).to.deep.equal([['bounds:main-equipment.2.hours', 'main-equipment.2.hours']]);
    expect(keys({ 'main-equipment.2.hours': '8760' })).to.deep.equal([]);
  });

  it('says which unit is meant where there is none to choose, and how else to write a fraction', () => {
    const said = (name: string, text: string) => {
      const finding = findingOf(stateOf(foundryWith({ [name]: text })), `unreadable:${name}`);
      return [finding?.text.ko, finding?.wayOut.ko, finding?.wayOut.en].join(' ');
    };
    expect(said('contract-power', '500kW')).to.contain('단위는 ‘kW’입니다').and.not.contain('골라');
    expect(said('months-operated', '12개월')).to.contain('단위는 ‘개월’입니다').and.contain('meant in months');
    expect(said('electricity-cost', '100달러')).to.contain('원 단위로').and.contain('in won').and.not.contain('골라');
    expect(said('propane-used', '12kg')).to.contain('단위는 옆에서 골라');
    expect(said('propane-used', '1/2')).to.contain('분수').and.contain('소수로').and.not.contain('단위');
  });

  it('names the row and the column of what is wrong in a table', () => {
    const said = (changes: Record<string, string | null>, key: string) => findingOf(stateOf(foundryWith(changes)), key)?.text;
    expect(said({ 'main-equipment.1.size': '30kW' }, 'unreadable:main-equipment.1.size')?.ko).to.match(/^1번째 줄, 용량\(합계\): "30kW"/);
    expect(said({ 'main-equipment.2.hours': '8761' }, 'bounds:main-equipment.2.hours')?.en).to.match(/^Row 2, Hours in a year: 8,761/);
    expect(said({ 'main-equipment.2.kind': null }, 'unanswered:main-equipment.2.kind')?.ko).to.match(/^2번째 줄, 종류: /);
  });

  it('notes a size of equipment without hours, and hours without a size', () => {
    const notes = (changes: Record<string, string | null>) =>
      stateOf(foundryWith(changes)).findings.filter(({ rule }) => rule === 'together');
    expect(notes({})).to.deep.equal([]);
    const [noHours, ...more] = notes({ 'main-equipment.1.hours': null });
    expect(more).to.deep.equal([]);
    expect(noHours).to.deep.include({ level: 'note', fields: ['main-equipment.1.hours'] });
    expect(noHours?.text.ko).to.equal('1번째 줄에 ‘용량(합계)’은(는) 있고 ‘연간 가동시간’은(는) 비어 있습니다.');
    expect(notes({ 'main-equipment.1.size': null }).map(({ fields }) => fields)).to.deep.equal([['main-equipment.1.size']]);
    expect(notes({ 'main-equipment.1.size': null, 'main-equipment.1.hours': null })).to.deep.equal([]);
    expect(stateOf(foundryWith({ 'main-equipment.1.hours': null })).maySubmit).to.equal(true);
  });

  it('asks for the kind of equipment in a row that has a size', () => {
    const state = stateOf(foundryWith({ 'main-equipment.2.kind': null }));
    expect(findingOf(state, 'unanswered:main-equipment.2.kind')?.fields).to.deep.equal(['main-equipment.2.kind']);
  });

  it('refuses "none of these" beside another choice', () => {
    const state = stateOf(foundryWith({ 'fuels-used.none': 'yes' }));
    expect(findingOf(state, 'form:fuels-used.none')?.text.ko).to.contain('태운 연료 없음');
    expect(findingOf(state, 'form:fuels-used.none')?.text.en).to.contain('No fuel burnt');
  });

  it('adds up the months, and gives no year until it can', () => {
    const totals = (changes: Record<string, string | null>) => stateOf(foundryWith(changes)).totals['electricity-bought'];
    expect(totals({})).to.deep.equal({ unit: 'kWh', sum: 1_150_000, months: 12, annual: null, year: 1_150_000 });
    expect(totals({ 'electricity-bought.m08': null })).to.deep.equal({ unit: 'kWh', sum: 1_075_700, months: 11, annual: null, year: null });
    expect(totals({ 'electricity-bought.m08': null, 'electricity-bought.annual': '1,100,000' })?.year).to.equal(1_100_000);
  });

  it('gives every finding a key of its own, both languages, a way out and a field that exists', () => {
    const fieldQuestions = new Set(questionsOf(edition()).map(({ id }) => id));
    for (const id of ['press-partial', 'heat-treatment-partial']) {
      const { findings } = stateOf(example(id).fields);
      expect(new Set(findings.map(({ key }) => key)).size, id).to.equal(findings.length);
      for (const { text, wayOut, fields } of findings) {
        expect([text.ko, text.en, wayOut.ko, wayOut.en].every((words) => words.trim() !== '' && !words.includes('{'))).to.equal(true);
        expect(fields.every((name) => fieldQuestions.has(name.split('.')[0] as string))).to.equal(true);
      }
    }
  });

  it('takes a suggestion over without touching anything else', () => {
    const before = draft(foundryWith({ 'electricity-bought.unit': 'MWh' }));
    const suggestion = findingOf(formState(edition(), before), 'E006:electricity-bought')?.suggestions[0];
    if (suggestion === undefined) throw new Error('No suggestion.');
    const after = nextResponse(edition(), before, { type: 'suggestionTaken', suggestion });
    expect(after.answers).to.deep.equal(draft(foundryWith({})).answers);
    expect(before.answers['electricity-bought']).to.not.deep.equal(after.answers['electricity-bought']);
  });

  it('keeps reasons by finding until they are withdrawn', () => {
    const given = nextResponse(edition(), draft({}), { type: 'reasonGiven', finding: 'E014', reason: { code: 'partYear', text: '' } });
    expect(given.reasons).to.deep.equal({ E014: { code: 'partYear', text: '' } });
    expect(nextResponse(edition(), given, { type: 'reasonWithdrawn', finding: 'E014' }).reasons).to.deep.equal({});
  });

  it('never fails, whatever was typed', () => {
    const names = Object.keys(example('plating').fields);
    const typed = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }), fc.constantFrom('0', '-1', '1e9', '999999999999999')),
    );
    fc.assert(
      fc.property(typed, (changes) => {
        const state = stateOf({ ...example('plating').fields, ...changes });
        expect(state.sections).to.have.length(edition().sections.length);
      }),
      { numRuns: 100 },
    );
  });
});
