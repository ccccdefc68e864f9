import { expect } from 'chai';
import fc from 'fast-check';
import type { Answers } from '../../server/survey/answer.js';
import type { SimpleQuestion, TableQuestion } from '../../server/survey/edition.js';
import { partsOf } from '../../server/survey/field-names.js';
import { answersFromForm, askedField, fieldsFromAnswers, questionsOf } from '../../server/survey/form-fields.js';
import { answersTo, answerTo, definitions, edition, editionOf, everyQuestion, posted } from './edition-under-test.js';

const plain = {
  page: 'z',
  text: { ko: '시험', en: 'Test' },
  help: null,
  required: false,
  relevance: null,
  missing: [],
  carry: false,
} as const;

const read = (fields: ReadonlyMap<string, readonly string[]>, previous: Answers = {}) => answersFromForm(edition(), fields, previous);
const codes = (fields: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  read(fields).rejected.map(({ name, code }) => `${name} ${code}`);

/** Every field name that the form of the edition has. */
const fieldNames = (): readonly string[] =>
  questionsOf(edition()).flatMap((question) =>
    question.type === 'table'
      ? [
          `${question.id}.missing`,
          ...[1, 2, 7].flatMap((row) =>
            question.columns.flatMap((column) =>
              partsOf(column).map((part) => `${question.id}.${row}.${column.id}${part === '' ? '' : `.${part}`}`),
            ),
          ),
        ]
      : partsOf(question).map((part) => (part === '' ? question.id : `${question.id}.${part}`)),
  );

const isOfTable = (name: string): boolean => questionsOf(edition()).some(({ id, type }) => type === 'table' && name.startsWith(`${id}.`));

const typedText = fc.oneof(
  fc.constantFrom('0', '1,234.5', '１２３', '12kWh', '-0', 'yes', 'no', 'L', 'kWh', 'unknown', 'refused', '3만', '24311', '48', 'motor'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);

/** A post of some fields, every question printed. */
const posts = () =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...fieldNames()), typedText), { selector: ([name]) => name, maxLength: 40 })
    .map((pairs) => Object.fromEntries(pairs));

describe('a posted form', () => {
  it('keeps the five states apart, and zero is an answer', () => {
    const propane = (fields: Record<string, string>) => read(posted(fields, [])).answers['propane-used'];
    expect(propane({ 'propane-used': '', 'propane-used.unit': '' })?.state).to.equal('blank');
    expect(propane({ 'propane-used': '0', 'propane-used.unit': 'kg' })?.state).to.equal('answered');
    for (const state of ['notApplicable', 'unknown', 'refused']) {
      expect(propane({ 'propane-used': '', 'propane-used.missing': state })?.state).to.equal(state);
    }
    expect(propane({})).to.equal(undefined);
  });

  it('keeps what was typed beside what was understood', () => {
    expect(answerTo('propane-used', { 'propane-used': '１,８５０', 'propane-used.unit': 'kg' })).to.deep.equal({
      state: 'answered',
      typed: { '': '１,８５０', unit: 'kg' },
      value: { kind: 'quantity', number: 1850, unit: 'kg' },
    });
  });

  it('asks about a number without a unit, a unit that is not offered, and an answer beside a reason for having none', () => {
    const faults = (fields: Record<string, string>) => {
      const answer = answerTo('propane-used', fields);
      return answer.state === 'unreadable' ? answer.faults.map(({ part, code }) => `${part} ${code}`) : answer.state;
    };
    expect(faults({ 'propane-used': '5' })).to.deep.equal(['unit unitMissing']);
    expect(faults({ 'propane-used': '5', 'propane-used.unit': 'kWh' })).to.deep.equal(['unit unitNotOffered']);
    expect(faults({ 'propane-used': '5', 'propane-used.unit': 'kg', 'propane-used.missing': 'unknown' })).to.deep.equal([
      'missing missingAndValue',
    ]);
    expect(faults({ 'propane-used.missing': 'never' })).to.deep.equal(['missing missingNotOffered']);
  });

  it('keeps a unit that was chosen before its number was typed', () => {
    const answers = answersTo({ 'propane-used': '', 'propane-used.unit': 't' });
    expect(answers['propane-used']?.state).to.equal('blank');
    expect(fieldsFromAnswers(edition(), answers).get('propane-used.unit')).to.equal('t');
  });

  it('does not take a blank month for zero', () => {
    const answer = answerTo('electricity-bought', {
      'electricity-bought.m01': '10',
      'electricity-bought.m02': '0',
      'electricity-bought.unit': 'MWh',
    });
    expect(answer.state === 'answered' && answer.value).to.deep.equal({
      kind: 'monthly',
      months: [10, 0, ...Array(10).fill(null)],
      annual: null,
      unit: 'MWh',
    });
  });

  it('reads an industry by code, with its letter, with its name, and by name', () => {
    for (const typed of ['24311', 'C24311', '24311 선철 주물 주조업', '선철 주물 주조업']) {
      const answer = answerTo('industry-code', { 'industry-code': typed });
      expect(answer.state === 'answered' && answer.value, typed).to.deep.equal({ kind: 'text', text: '24311' });
    }
    expect(answerTo('industry-code', { 'industry-code': '주물' }).state).to.equal('unreadable');
  });

  it('asks about a name that stands in a list twice instead of taking the first', () => {
    const { ko, codes: given } = (() => {
      const entries = edition().codeLists.ksic?.entries ?? [];
      const twice = entries.find((entry, index) => entries.findIndex((other) => other.text.ko === entry.text.ko) !== index);
      if (twice === undefined) throw new Error('No name stands twice.');
      return { ko: twice.text.ko, codes: entries.filter((entry) => entry.text.ko === twice.text.ko).map((entry) => entry.code) };
    })();
    const answer = answerTo('industry-code', { 'industry-code': ko });
    expect(answer.state === 'unreadable' && answer.faults[0]).to.deep.include({ code: 'codeAmbiguous' });
    expect(answer.state === 'unreadable' && answer.faults[0]?.values).to.deep.include({ codes: given.join(', ') });
  });

  it('takes a box that was printed and left unticked for "not given", and one that was not printed for nothing', () => {
    expect(read(posted({}, ['consent-own-report'])).answers['consent-own-report']).to.deep.equal({
      state: 'answered',
      typed: {},
      value: { kind: 'truth', truth: false },
    });
    expect(read(posted({}, [])).answers).to.deep.equal({});
  });

  it('leaves the answers of questions that were not on the page alone', () => {
    const before = answersTo({ 'propane-used': '5', 'propane-used.unit': 'kg' });
    const after = read(posted({ 'main-products': '주물' }, ['main-products']), before).answers;
    expect(after['propane-used']).to.deep.equal(before['propane-used']);
    expect(Object.keys(after)).to.deep.equal(['propane-used', 'main-products']);
  });

  it('keeps every row of a table when rows before it are deleted', () => {
    const answer = answerTo('main-equipment', {
      'main-equipment.3.kind': 'motor',
      'main-equipment.9.kind': 'fan',
      'main-equipment.9.hours': '10',
    });
    expect(answer.state === 'answered' && answer.value.kind === 'table' && answer.value.rows.map(({ row }) => row)).to.deep.equal([3, 9]);
  });

  it('takes a row in which at most a unit was chosen for no row', () => {
    const fields = { 'main-equipment.1.size.unit': 'kW', 'main-equipment.2.kind': 'motor', 'main-equipment.2.size.unit': 'kW' };
    const answer = answerTo('main-equipment', fields);
    expect(answer.state === 'answered' && answer.value.kind === 'table' && answer.value.rows.map(({ row }) => row)).to.deep.equal([2]);
    expect(answerTo('main-equipment', { 'main-equipment.1.size.unit': 'kW' }).state).to.equal('blank');
  });

  it('keeps what cannot be read in its cell, without losing the row', () => {
    const answer = answerTo('main-equipment', {
      'main-equipment.1.kind': 'motor',
      'main-equipment.1.size': '12kW',
      'main-equipment.1.size.unit': 'kW',
    });
    if (answer.state !== 'answered' || answer.value.kind !== 'table') throw new Error('not a table');
    expect(answer.value.rows[0]?.cells.size).to.deep.include({ state: 'unreadable', typed: { '': '12kW', unit: 'kW' } });
    expect(answer.value.rows[0]?.cells.kind?.state).to.equal('answered');
  });

  it('names every field it does not store', () => {
    expect(codes(posted({ 'no-such-question': '1' }))).to.deep.equal(['no-such-question unknownField']);
    expect(codes(posted({ 'propane-used.m01': '1' }))).to.deep.equal(['propane-used.m01 unknownField']);
    expect(codes(posted({ constructor: '1', 'main-equipment.1.constructor': 'x' }))).to.deep.equal([
      'constructor unknownField',
      'main-equipment.1.constructor unknownField',
    ]);
    expect(codes(posted({ 'main-equipment.501.kind': 'motor' }))).to.deep.equal(['main-equipment.501.kind tooManyRows']);
    expect(codes(posted({}, ['propane-used']))).to.deep.equal(['propane-used fieldCutOff']);
    expect(codes(posted({}, ['no-such-question']))).to.deep.equal(['_asked unknownField']);
    expect(codes(new Map([['propane-used', ['1', '2']]]))).to.deep.equal(['propane-used fieldGivenTwice']);
  });

  it('names every field that the form does not have, whatever its name', () => {
    const known = new Set(fieldNames());
    const strange = fc.string({ unit: 'grapheme' }).filter((name) => !name.startsWith('_') && !known.has(name) && !isOfTable(name));
    fc.assert(
      fc.property(strange, (name) => {
        expect(codes(posted({ [name]: 'x' }))).to.deep.equal([`${name} unknownField`]);
      }),
    );
  });

  it('does not store a pasted page in a field, nor lose it silently, nor get stuck in it', () => {
    expect(codes(posted({ 'propane-used': '1'.repeat(5001), 'propane-used.unit': 'kg' }))).to.deep.equal(['propane-used fieldTooLong']);
    const begun = performance.now();
    for (const text of ['1'.repeat(5000), `${'1 '.repeat(2499)}x`, '1억 '.repeat(1600), `${'a@'.repeat(2400)}.`]) {
      const answer = answerTo('propane-cost', { 'propane-cost': text });
      expect(answer.typed['']).to.equal(text);
      expect(answer.state === 'unreadable' && String(answer.faults[0]?.values.text).length).to.be.below(100);
      expect(answerTo('respondent-email', { 'respondent-email': text }).state).to.equal('unreadable');
    }
    expect(performance.now() - begun).to.be.below(500);
  });

  it('reads 500 rows of 12 fields in one go, and well within a second', () => {
    const column = (id: string): SimpleQuestion => ({ ...plain, id, code: 'Z1.1', type: 'text', maxLength: 100 });
    const columns = Array.from({ length: 12 }, (_, index) => column(`c${index}`));
    const table: TableQuestion = { ...plain, id: 'big', code: 'Z1', type: 'table', together: [], maxRows: 500, columns, mappings: [] };
    const large = {
      sections: [{ id: 'Z', isModule: false, title: plain.text, intro: null, relevance: null, questions: [table] }],
      codeLists: {},
    };
    const fields = new Map(
      Array.from({ length: 500 }, (_, row) =>
        columns.map(({ id }): [string, string[]] => [`big.${row + 1}.${id}`, [`${row} ${id}`]]),
      ).flat(),
    );
    const begun = performance.now();
    const { answers, rejected } = answersFromForm(large, fields, {});
    expect(performance.now() - begun).to.be.below(1000);
    expect(rejected).to.deep.equal([]);
    expect(Object.fromEntries(fieldsFromAnswers(large, answers))).to.deep.equal(
      Object.fromEntries([...fields].map(([name, [text]]) => [name, text])),
    );
  });

  it('keeps the earlier answer of a question whose field came twice or not at all', () => {
    const before = answersTo({ 'propane-used': '5', 'propane-used.unit': 'kg' });
    const twice = new Map([
      ['propane-used', ['1', '2']],
      ['propane-used.unit', ['t']],
    ]);
    expect(read(twice, before).answers).to.deep.equal(before);
    expect(read(posted({}, ['propane-used']), before).answers).to.deep.equal(before);
    expect(read(twice, before).rejected[0]?.texts).to.deep.equal(['1', '2']);
  });

  it('prints back every text that was typed: fields -> answers -> fields is the identity', () => {
    fc.assert(
      fc.property(posts(), (fields) => {
        // A row in which nothing but a unit was chosen is no row.
        const kept = Object.entries(fields).filter(([name, text]) => text.trim() !== '' && !isOfTable(name));
        const { answers, rejected } = read(posted(Object.fromEntries(kept), []));
        expect(rejected).to.deep.equal([]);
        expect(Object.fromEntries(fieldsFromAnswers(edition(), answers))).to.deep.equal(Object.fromEntries(kept));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answers when the printed form is posted again', () => {
    fc.assert(
      fc.property(posts(), (fields) => {
        const asked = everyQuestion();
        const shown = { ...Object.fromEntries(fieldNames().map((name) => [name, ''])), ...fields };
        const first = read(posted(shown, asked));
        const again = new Map([...fieldsFromAnswers(edition(), first.answers)].map(([name, text]): [string, string[]] => [name, [text]]));
        for (const name of fieldNames()) if (!again.has(name)) again.set(name, ['']);
        again.set(askedField, [...asked]);
        expect(read(again).answers).to.deep.equal(first.answers);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the fields', () => {
    fc.assert(
      fc.property(posts(), fc.infiniteStream(fc.nat()), (fields, numbers) => {
        const shuffled = Object.entries(fields)
          .map((entry) => [numbers.next().value, entry] as const)
          .sort(([left], [right]) => left - right)
          .map(([, entry]) => entry);
        expect(read(posted(Object.fromEntries(shuffled))).answers).to.deep.equal(read(posted(fields)).answers);
      }),
      { numRuns: 100 },
    );
  });

  it('reads every example without rejecting a field, and prints it back', () => {
    for (const one of definitions().workedExamples) {
      const of = editionOf(one);
      expect(Object.fromEntries(fieldsFromAnswers(of, answersTo(one.fields, of))), one.id).to.deep.equal(one.fields);
    }
  });
});
