import { expect } from 'chai';
import { readFormSheets } from '../../server/presentation/sheet/read-form.js';
import type { Answers } from '../../server/survey/answer.js';
import { answersFromForm } from '../../server/survey/form-fields.js';
import { importAnswers, postedChanges } from '../../server/survey/import-answers.js';
import type { FileCell, Workbook } from '../../server/survey/workbook.js';
import { theCatalog } from '../support/test-site.js';

const edition = theCatalog().surveys.editions['sme-factory-2026-m'] as NonNullable<
  ReturnType<typeof theCatalog>['surveys']['editions'][string]
>;

type Given = string | number | Partial<FileCell>;

/** A sheet by its rows: the mark, and what stands under which key. */
const bookOf = (
  rows: readonly (readonly [string, Readonly<Record<string, Given>>])[],
  table: readonly string[] = ['kind', 'size', 'size.unit', 'hours'],
): Workbook => {
  const keys = [
    'mark',
    'code',
    'question',
    'answer',
    'unit',
    ...Array.from({ length: 12 }, (_, at) => `m${String(at + 1).padStart(2, '0')}`),
    'missing',
    'help',
  ];
  const cells: FileCell[] = [];
  const put = (row: number, column: number, given: Given): void => {
    const cell =
      typeof given === 'object'
        ? given
        : { text: String(given), kind: typeof given === 'number' ? ('number' as const) : ('text' as const) };
    cells.push({ row, column, text: '', kind: 'text', formula: 'none', ...cell });
  };
  put(1, 1, `#${edition.id}/00000000`);
  for (const [at, key] of keys.slice(1).entries()) put(1, at + 2, key);
  put(2, 1, '#main-equipment');
  for (const [at, key] of table.entries()) put(2, at + 4, key);
  rows.forEach(([mark, values], at) => {
    put(at + 3, 1, mark);
    const columns = /^main-equipment\.\d/.test(mark) ? ['', '', '', ...table] : keys;
    for (const [key, given] of Object.entries(values)) put(at + 3, columns.indexOf(key) + 1, given);
  });
  return { format: 'xlsx', encoding: null, sheets: [{ name: '전기', cells }] };
};

const answersOf = (fields: Readonly<Record<string, string>>): Answers =>
  answersFromForm(edition, new Map(Object.entries(fields).map(([name, text]) => [name, [text]])), {}).answers;

const imported = (rows: Parameters<typeof bookOf>[0], fields: Readonly<Record<string, string>> = {}) => {
  const { entries, notes } = readFormSheets(edition, bookOf(rows));
  return { ...importAnswers(edition, answersOf(fields), entries), notes };
};

const only = (rows: Parameters<typeof bookOf>[0], fields: Readonly<Record<string, string>> = {}) => {
  const read = imported(rows, fields);
  expect(read.refusals).to.deep.equal([]);
  expect(read.changes).to.have.length(1);
  return read.changes[0] as (typeof read.changes)[number];
};

const whyNot = (rows: Parameters<typeof bookOf>[0], fields: Readonly<Record<string, string>> = {}): string => {
  const read = imported(rows, fields);
  expect(read.changes).to.deep.equal([]);
  const [{ faults, findings } = { faults: [], findings: [] }] = read.refusals;
  return [...faults.map(({ code }) => code), ...findings.map(({ key }) => key)].join();
};

describe('the cells of a form', () => {
  it('count as if they had been typed: a value as it is meant, or a question back', () => {
    const cases: readonly (readonly [Given, unknown])[] = [
      ['1,234.5', 1234.5],
      ['１２３', 123],
      [1320, 1320],
      ['0', 0],
      ['12kWh', 'unitInNumber'],
      ['1e3', 'exponent'],
      ['1.234,5', 'ambiguousSeparators'],
      [{ text: '2025-03-04', kind: 'date' }, 'notNumber'],
      [{ text: '85%', kind: 'percent' }, 'unitInNumber'],
      [{ text: '12345678901234568', kind: 'number' }, 'tooManyDigits'],
    ];
    for (const [given, wanted] of cases) {
      const { after, findings } = only([['diesel-used', { answer: given, unit: 'L(리터)' }]]);
      if (typeof wanted === 'number')
        expect(after).to.deep.include({ state: 'answered', value: { kind: 'quantity', number: wanted, unit: 'L' } });
      else expect(after.state === 'unreadable' && after.faults[0]?.code, String(wanted)).to.equal(wanted);
      expect(findings.length > 0).to.equal(typeof wanted === 'string');
    }
  });

  it('name what is chosen in either language, by its id, and in any capitals', () => {
    for (const unit of ['kL (1,000 L)', 'kL', 'KL', 'ｋＬ'])
      expect(only([['diesel-used', { answer: 3, unit }]]).fields.get('diesel-used.unit')).to.equal('kL');
    for (const contract of ['산업용전력(을)', 'Industrial (B)', 'industrialB'])
      expect(only([['electricity-contract', { answer: contract }]]).after).to.deep.include({
        value: { kind: 'text', text: 'industrialB' },
      });
    expect(only([['electricity-contract', { answer: '산업용' }]]).findings[0]?.key).to.equal('unreadable:electricity-contract');
    expect(only([['pv-installed', { answer: { text: 'FALSE', kind: 'truth' } }]]).after).to.deep.include({
      value: { kind: 'truth', truth: false },
    });
    expect(only([['contract-power', { missing: '모름' }]]).after.state).to.equal('unknown');
  });

  it('change nothing where they are empty', () => {
    const fields = { 'electricity-bought.m01': '1,000', 'electricity-bought.m02': '2,000', 'electricity-bought.unit': 'kWh' };
    const change = only([['electricity-bought', { m02: 2500 }]], fields);
    expect(Object.fromEntries(change.fields)).to.deep.equal({ ...fields, 'electricity-bought.m02': '2500' });
    expect(change.cells.map(({ address }) => address)).to.deep.equal(['전기!G3']);
  });

  it('keep a number as it was typed when they say the same number', () => {
    const fields = { 'diesel-used': '1,320', 'diesel-used.unit': 'L' };
    expect(imported([['diesel-used', { answer: 1320, unit: 'L' }]], fields)).to.include({ same: 1 });
    const phone = only([['respondent-phone', { answer: '3112345678' }]], { 'respondent-phone': '03112345678' });
    expect(phone.fields.get('respondent-phone')).to.equal('3112345678');
  });

  it('put a value in the place of a reason, and a reason in the place of a value', () => {
    expect(only([['contract-power', { answer: 300 }]], { 'contract-power.missing': 'unknown' }).after).to.deep.include({
      value: { kind: 'number', number: 300 },
    });
    expect(only([['contract-power', { missing: '응답 거부' }]], { 'contract-power': '300' }).after.state).to.equal('refused');
    expect(only([['contract-power', { answer: 300, missing: '모름' }]]).after.state).to.equal('unreadable');
  });

  it('tick and untick the choices of a question, and all of them', () => {
    const fields = { 'fuels-used.cityGas': 'yes', 'fuels-used.diesel': 'yes' };
    const one = only(
      [
        ['fuels-used.cityGas', { answer: '아니오' }],
        ['fuels-used.propane', { answer: 'O' }],
      ],
      fields,
    );
    expect(one.after).to.deep.include({ value: { kind: 'choices', choices: ['propane', 'diesel'] } });
    const none = only(
      [
        ['fuels-used.cityGas', { answer: '아니요' }],
        ['fuels-used.diesel', { answer: '아니요' }],
      ],
      fields,
    );
    expect(none.after.state).to.equal('blank');
    expect(answersFromForm(edition, postedChanges([none]), answersOf(fields)).answers['fuels-used']?.state).to.equal('blank');
  });

  it('fill the rows of a table and leave the others', () => {
    const fields = { 'main-equipment.1.kind': 'airCompressor', 'main-equipment.1.size': '37', 'main-equipment.1.size.unit': 'kW' };
    const change = only(
      [
        ['main-equipment.1', { hours: 4000 }],
        ['main-equipment.7', { kind: 'airCompressor', size: '22', 'size.unit': '마력(HP)' }],
      ],
      fields,
    );
    expect(Object.fromEntries(change.fields)).to.deep.equal({
      ...fields,
      'main-equipment.1.hours': '4000',
      'main-equipment.7.kind': 'airCompressor',
      'main-equipment.7.size': '22',
      'main-equipment.7.size.unit': 'HP',
    });
  });

  it('that hold an error, an uncomputed formula or one that reaches out leave the whole question as it is', () => {
    expect(whyNot([['electricity-bought', { m01: 5, m02: { text: '#REF!', kind: 'error' }, unit: 'kWh' }]])).to.equal('cellError');
    expect(whyNot([['diesel-used', { answer: { text: '=1+1', kind: 'error', formula: 'notComputed' } }]])).to.equal('formulaNotComputed');
    expect(whyNot([['diesel-used', { answer: { text: '7', kind: 'number', formula: 'reachesOut' } }]])).to.equal('formulaReachesOut');
    expect(whyNot([['respondent-phone', { answer: 1012345678 }]])).to.equal('phoneNumeric');
    expect(whyNot([['pv-installed', { answer: '아마도' }]])).to.equal('yesOrNo');
    expect(
      only([['diesel-used', { answer: { text: '7', kind: 'number', formula: 'computed' }, unit: 'L' }]]).cells[0]?.isComputed,
    ).to.equal(true);
  });

  it('that cannot be read never replace an answer that can', () => {
    expect(whyNot([['diesel-used', { answer: '12kWh' }]], { 'diesel-used': '12', 'diesel-used.unit': 'L' })).to.equal(
      'unreadable:diesel-used',
    );
  });

  it('do not change the unit of months that stay', () => {
    const fields = { 'electricity-bought.m01': '1', 'electricity-bought.m02': '2', 'electricity-bought.unit': 'MWh' };
    expect(whyNot([['electricity-bought', { m01: 1000, unit: 'kWh' }]], fields)).to.equal('unitChanges');
    expect(only([['electricity-bought', { m01: 1000, m02: 2000, unit: 'kWh' }]], fields).after.state).to.equal('answered');
  });

  it('of one field that stand twice are taken when they agree and asked about when they do not', () => {
    expect(
      only([
        ['diesel-used', { answer: 5, unit: 'L' }],
        ['diesel-used', { answer: 5 }],
      ]).after.state,
    ).to.equal('answered');
    expect(
      whyNot([
        ['diesel-used', { answer: 5, unit: 'L' }],
        ['diesel-used', { answer: 6 }],
      ]),
    ).to.equal('cellTwice');
  });

  it('of a question that does not apply say so', () => {
    expect(only([['propane-used', { answer: 5, unit: 'kg' }]], { 'fuels-used.diesel': 'yes' }).isNotAsked).to.equal(true);
  });

  it('that belong to nothing are named with their addresses', () => {
    const { notes, changes } = imported([
      ['', { answer: 'a note of our own' }],
      ['no-such-question', { answer: 1 }],
      ['electricity-cost', { m03: 5 }],
      ['main-equipment.999', { kind: 'x' }],
    ]);
    expect(changes).to.deep.equal([]);
    expect(notes.map(({ address, code }) => `${address} ${code}`)).to.deep.equal([
      '전기!D3 rowWithoutMark',
      '전기!D4 noQuestion',
      '전기!H5 cellOutside',
      '전기!D6 noRow',
    ]);
  });
});
