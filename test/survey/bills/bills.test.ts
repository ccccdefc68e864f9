import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { repositoryRoot } from '../../../server/root.js';
import { readSpreadsheet } from '../../../server/spreadsheets/read-spreadsheet.js';
import { type BillVat, type BillWish, billPlan, billQuestions } from '../../../server/survey/bills/bill-plan.js';
import { findBills } from '../../../server/survey/bills/bill-table.js';
import { readBills } from '../../../server/survey/bills/read-bills.js';
import { readMonth } from '../../../server/survey/bills/read-month.js';
import { editionM } from '../../support/test-site.js';

const file = async (name: string) => {
  const found = findBills(await readSpreadsheet(readFileSync(`${repositoryRoot}/test/examples/bills/${name}`)));
  if (found === null) throw new Error(`${name} has no bills`);
  return found;
};

const question = (id: string) => billQuestions(editionM()).find((one) => one.id === id) as BillWish['question'];

const planOf = async (
  name: string,
  wish: { question: string; unit: string; vat: BillVat; customer?: string | null; columns?: Record<string, number> },
) => {
  const { table, header } = await file(name);
  const asked = question(wish.question);
  const read = readBills(
    table,
    header.row,
    { ...header.guess, ...wish.columns },
    asked.units.find(({ id }) => id === wish.unit),
  );
  const plan = billPlan(read, { question: asked, unit: wish.unit, vat: wish.vat, customer: wish.customer ?? null, year: 2025 });
  return { read, plan, fields: Object.fromEntries(plan.entries.map((entry) => [`${entry.question}.${entry.part}`, entry.text])) };
};

describe('bills', () => {
  it('are found below their titles, which are understood, in UTF-8 and in CP949', async () => {
    for (const name of ['electricity.csv', 'electricity-cp949.csv']) {
      const { header } = await file(name);
      expect(header.row).to.equal(4);
      expect(header.guess).to.deep.equal({ month: 1, quantity: 3, won: 5, vat: 6, customer: null });
      expect(header).to.include({ unit: 'kWh', vat: 'without' });
    }
    const gas = await file('city-gas.tsv');
    expect(gas.header.guess).to.deep.equal({ customer: 1, month: 2, quantity: 3, won: 5, vat: 6 });
    expect(gas.header).to.include({ unit: 'Nm3', vat: 'without' });
  });

  it('fill the months of the reporting year and the cost without value added tax', async () => {
    const { fields, plan, read } = await planOf('electricity.csv', { question: 'electricity-bought', unit: 'kWh', vat: 'without' });
    expect(fields).to.include({ 'electricity-bought.m01': '42,100', 'electricity-bought.m12': '43,380', 'electricity-bought.unit': 'kWh' });
    expect(fields['electricity-cost.']).to.equal('87,976,930');
    expect(plan.notes).to.deep.equal([]);
    expect(read.faults.map(({ address, code }) => `${address} ${code}`)).to.deep.equal(['A17 billTotal']);
  });

  it('have value added tax taken off where it stands by itself, and never by a rule of thumb', async () => {
    const paid = { won: 7 };
    const wish = { question: 'electricity-bought', unit: 'kWh' };
    const apart = await planOf('city-gas.tsv', { question: 'city-gas-used', unit: 'Nm3', vat: 'separate', columns: { won: 7 } });
    const without = await planOf('city-gas.tsv', { question: 'city-gas-used', unit: 'Nm3', vat: 'without' });
    expect(apart.fields['city-gas-cost.']).to.equal(without.fields['city-gas-cost.']);
    for (const vat of ['with', 'unknown'] as const) {
      const { fields, plan } = await planOf('electricity.csv', { ...wish, vat, columns: paid });
      expect(fields).to.not.have.property('electricity-cost.');
      expect(plan.notes.map(({ code }) => code)).to.deep.equal(['costVat']);
    }
  });

  it('of gas may be taken in MJ as well as in m³', async () => {
    const { fields } = await planOf('city-gas.tsv', { question: 'city-gas-used', unit: 'MJ', vat: 'without', columns: { quantity: 4 } });
    expect(fields).to.include({ 'city-gas-used.m01': '222,467', 'city-gas-used.unit': 'MJ' });
  });

  it('of several customer numbers are added up when that is said, but for months that one of them lacks', async () => {
    const all = await planOf('several-customers.csv', { question: 'electricity-bought', unit: 'kWh', vat: 'without' });
    expect(all.read.customers).to.deep.equal(['1111', '2222']);
    expect(all.fields).to.include({ 'electricity-bought.m01': '1,100' }).and.not.have.property('electricity-bought.m05');
    const one = await planOf('several-customers.csv', { question: 'electricity-bought', unit: 'kWh', vat: 'without', customer: '2222' });
    expect(one.fields).to.include({ 'electricity-bought.m01': '1,000' });
    expect(all.plan.notes.map(({ code }) => code)).to.include.members(['otherYears', 'missingOfCustomer', 'costPartly']);
  });

  it('that are given twice, in other years or not to be read are told one by one', async () => {
    const { read, fields } = await planOf('several-customers.csv', { question: 'electricity-bought', unit: 'kWh', vat: 'without' });
    expect(read.faults.map(({ address, code }) => `${address} ${code}`)).to.have.members([
      'C27 billSame',
      'C28 billDiffers',
      'B29 monthYear',
      'C30 billNumber',
      'B31 monthPeriod',
    ]);
    expect(fields).to.not.have.property('electricity-bought.m06');
  });

  it('say their month as bills do, and are asked when they do not', () => {
    const month = (text: string, kind: 'text' | 'date' = 'text') => {
      const read = readMonth({ text, kind });
      return 'month' in read ? read.month : read.fault;
    };
    for (const text of ['2025-01', '2025.1', '2025. 01.', '2025/01', '202501', '2025년 1월', '2025년01월분', '２０２５．０１'])
      expect(month(text), text).to.equal('2025-01');
    expect(month('2025-01-01', 'date')).to.equal('2025-01');
    const asked: Readonly<Record<string, string>> = {
      '2025-01-15': 'monthDay',
      '1월': 'monthYear',
      '25.01': 'monthYear',
      '2025-13': 'notMonth',
      '2024.12.15~2025.01.14': 'monthPeriod',
      합계: 'notMonth',
    };
    for (const [text, fault] of Object.entries(asked)) expect(month(text), text).to.equal(fault);
  });

  it('are not seen where there are none', async () => {
    expect(findBills(await readSpreadsheet(Buffer.from('이름,주소\n한빛주물,서울\n')))).to.equal(null);
  });
});
