import { expect } from 'chai';
import { answersFromForm, fieldsFromAnswers } from '../../server/survey/form-fields.js';
import { answersTo, edition, posted } from './edition-under-test.js';

const row = (number: number, hours: string): Record<string, string> => ({
  [`main-equipment.${number}.kind`]: 'boiler',
  [`main-equipment.${number}.size`]: '10',
  [`main-equipment.${number}.size.unit`]: 'kW',
  [`main-equipment.${number}.hours`]: hours,
});
const rows = Array.from({ length: 150 }, (_, at) => row(at + 1, String(1000 + at)));
const before = answersTo(Object.assign({}, ...rows));

const readBack = (fields: ReadonlyMap<string, readonly string[]>, answers = before) => {
  const read = answersFromForm(edition(), fields, answers, 'page');
  return { fields: fieldsFromAnswers(edition(), read.answers), rejected: read.rejected.map(({ name, code }) => `${name} ${code}`) };
};
const countOf = (fields: ReadonlyMap<string, string>): number => [...fields.keys()].filter((name) => name.endsWith('.hours')).length;

describe('a page that a browser posts', () => {
  it('loses no row that was lost on its way: what was not sent stays', () => {
    const { fields } = readBack(posted(row(77, '5555'), ['main-equipment']));
    expect(countOf(fields)).to.equal(150);
    expect([fields.get('main-equipment.77.hours'), fields.get('main-equipment.1.hours')]).to.deep.equal(['5555', '1000']);
  });

  it('takes out the row whose fields came empty, and no other', () => {
    const empty = Object.fromEntries(Object.keys(row(1, '')).map((name) => [name, name.endsWith('unit') ? 'kW' : '']));
    const { fields } = readBack(posted(empty));
    expect(countOf(fields)).to.equal(149);
    expect(fields.has('main-equipment.1.hours')).to.equal(false);
  });

  it('stores the other cells of a table of which one field cannot be stored, which keeps what it said', () => {
    const twice = new Map([...posted({ ...row(4, '4444'), ...row(5, '5555') }), ['main-equipment.5.hours', ['1', '2']] as const]);
    twice.set('main-equipment.501.hours', ['9']);
    twice.set('main-equipment.5.colour', ['red']);
    const { fields, rejected } = readBack(twice);
    expect([fields.get('main-equipment.4.hours'), fields.get('main-equipment.5.hours')]).to.deep.equal(['4444', '1004']);
    expect(countOf(fields)).to.equal(150);
    expect(rejected).to.have.members([
      'main-equipment.5.hours fieldGivenTwice',
      'main-equipment.501.hours tooManyRows',
      'main-equipment.5.colour unknownField',
    ]);
  });

  it('keeps the months that were not sent', () => {
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`electricity-bought.m${String(at + 1).padStart(2, '0')}`, '100']),
    );
    const year = answersTo({ ...months, 'electricity-bought.unit': 'kWh' });
    const { fields } = readBack(posted({ 'electricity-bought.m03': '77' }), year);
    expect([
      fields.get('electricity-bought.m03'),
      fields.get('electricity-bought.m12'),
      fields.get('electricity-bought.unit'),
    ]).to.deep.equal(['77', '100', 'kWh']);
  });
});
