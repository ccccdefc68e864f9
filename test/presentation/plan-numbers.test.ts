import { expect } from 'chai';
import fc from 'fast-check';
import {
  anyRange,
  exact,
  fixed,
  money,
  percent,
  runsOfNumbers,
  significant,
  yearlyRange,
  yearsRange,
} from '../../server/presentation/plan-numbers.js';
import { wordsOf } from '../../server/presentation/words/words.js';
import { range } from '../support/plan-fixture.js';

const ko = wordsOf('ko').plan;
const en = wordsOf('en').plan;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers of a plan', () => {
  it('prints emissions of an establishment to three decimals, half away from zero', () => {
    expect(fixed(394.9404159, 3)).to.equal('394.940');
    expect(fixed(1.0005, 3)).to.equal('1.001');
    expect(fixed(1234567.8, 3)).to.equal('1,234,567.800');
    expect(fixed(-0.0001, 3)).to.equal('0.000');
    expect(fixed(-2.5, 0)).to.equal('\u22123');
  });

  it('prints ranges to three significant digits, large ones without an exponent', () => {
    expect([0, 0.012345, 4.667, 99.96, 1234.5, 1234567, -44.21].map((value) => significant(value, 3))).to.deep.equal([
      '0',
      '0.0123',
      '4.67',
      '100',
      '1,230',
      '1,230,000',
      '\u221244.2',
    ]);
  });

  it('keeps every digit of a factor, without the noise of binary', () => {
    expect([0.1 + 0.2, 15.236, 48000, 0.4540603999999999].map(exact)).to.deep.equal(['0.3', '15.236', '48,000', '0.4540604']);
  });

  it('prints money in the scale people use, each end in its own', () => {
    expect(plain(money([1_200_000, 8_500_000], 'ko', ko))).to.equal('120만~850만 원');
    expect(plain(money([23_564_064, 266_231_647], 'ko', ko))).to.equal('2,360만~2.66억 원');
    expect(plain(money([0, 8_500_000], 'ko', ko))).to.equal('0~850만 원');
    expect(plain(money([99_990_000], 'ko', ko))).to.equal('1억 원');
    expect(plain(money([9_000], 'ko', ko))).to.equal('9,000 원');
    expect(plain(money([1_200_000, 8_500_000], 'en', en))).to.equal('KRW 1.2–8.5 million');
    expect(plain(money([927_000, 130_000_000], 'en', en))).to.equal('KRW 927,000–130 million');
  });

  it('prints what happens in a year by the year, and years to a tenth', () => {
    expect(plain(yearlyRange(range(2, 4, 6, 'MWh'), ko).range)).to.equal('2~6 MWh/년');
    expect(plain(yearlyRange(range(2, 4, 6, 'MWh/year'), en).range)).to.equal('2–6 MWh/year');
    expect(yearsRange(range(0.04, 0.49, 6.73, 'year'), ko)).to.deep.equal({ range: '0.0~6.7년', typical: '대표값 0.5' });
  });

  it('says once what has no range, and prints shares as percentages', () => {
    expect(anyRange(range(0.015, 0.015, 0.015, '1'), 'ko', ko)).to.deep.equal({ range: '1.5%', typical: '' });
    expect(anyRange(range(0.05, 0.15, 0.3, '1'), 'ko', ko)).to.deep.equal({ range: '5~30%', typical: '대표값 15%' });
    expect(plain(anyRange(range(130, 150, 170, 'KRW/kWh'), 'ko', ko).range)).to.equal('130~170 원/kWh');
    expect(percent(0.7384)).to.equal('73.8%');
  });

  it('joins neighbors in a list of numbers', () => {
    expect(runsOfNumbers([7, 1, 2, 3, 9, 10], ko)).to.equal('1~3, 7, 9~10');
    expect(runsOfNumbers([], ko)).to.equal('');
  });

  it('reads back within half of its last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const back = Number(fixed(value, 3).replaceAll(',', '').replace('\u2212', '-'));
        expect(Math.abs(back - value)).to.be.at.most(0.0005 + Math.abs(value) * 1e-15);
      }),
    );
  });

  it('refuses a number that is none', () => {
    expect(() => fixed(Number.NaN, 3)).to.throw(RangeError);
    expect(() => significant(Number.POSITIVE_INFINITY, 3)).to.throw();
  });
});
