import { expect } from 'chai';
import { paybackOf } from '../../server/planner/payback.js';
import type { Range } from '../../server/planner/plan.js';

const krw = (low: number, typical: number, high: number): Range => ({ low, typical, high, unit: 'KRW', confidence: 'derived' });

describe('simple payback', () => {
  it('divides the investment by the saving less upkeep, best ends together', () => {
    // 100 / (30 - 2) = 3.57; 60 / (40 - 1.2) = 1.55; 140 / (20 - 2.8) = 8.14
    const { paybackYears, paybackNote } = paybackOf(krw(60, 100, 140), krw(20, 30, 40), 0.02, 15);
    expect(paybackYears?.typical).to.be.closeTo(100 / 28, 1e-12);
    expect(paybackYears?.low).to.be.closeTo(60 / 38.8, 1e-12);
    expect(paybackYears?.high).to.be.closeTo(140 / 17.2, 1e-12);
    expect(paybackNote).to.equal(null);
  });
  it('is nothing at once where nothing is invested', () => {
    expect(paybackOf(krw(0, 0, 0), krw(1, 2, 3), 0, 5).paybackYears).to.include({ low: 0, typical: 0, high: 0 });
  });
  it('is not told where nothing is invested and nothing saved', () => {
    expect(paybackOf(krw(0, 0, 0), krw(0, 0, 0), 0, 5).paybackYears).to.equal(null);
  });
  it('says when upkeep eats the saving', () => {
    const never = paybackOf(krw(100, 100, 100), krw(1, 5, 20), 0.08, 8);
    expect(never.paybackYears).to.equal(null);
    expect(never.paybackNote?.ko).to.contain('회수되지 않습니다');
    const worst = paybackOf(krw(100, 100, 100), krw(1, 20, 40), 0.08, 8);
    expect(worst.paybackYears).to.equal(null);
    expect(worst.paybackNote?.en).to.contain('About 8.33 years');
  });
  it('says when the lifetime is over before', () => {
    expect(paybackOf(krw(100, 100, 100), krw(10, 10, 10), 0, 5).paybackNote?.ko).to.contain('수명 5년보다');
  });
  it('cannot be told without a cost or a saving', () => {
    expect(paybackOf(null, krw(1, 1, 1), 0, 5).paybackYears).to.equal(null);
    expect(paybackOf(krw(1, 1, 1), null, 0, 5).paybackNote?.en).to.contain('cost saving is not known');
  });
});
