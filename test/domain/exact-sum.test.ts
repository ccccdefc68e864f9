import { expect } from 'chai';
import fc from 'fast-check';
import { exactSum } from '../../server/domain/exact-sum.js';

describe('the exact sum', () => {
  it('keeps what plain addition loses', () => {
    expect([0.1, 0.2, 0.3].reduce((a, b) => a + b)).to.equal(0.6000000000000001);
    expect(exactSum([0.1, 0.2, 0.3])).to.equal(0.6);
    expect(exactSum([1e16, 1, -1e16])).to.equal(1);
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).to.equal(1);
    expect(exactSum([])).to.equal(0);
  });

  it('rounds a tie by what lies below it', () => {
    // 2^53 + 1 lies between two doubles; a crumb above it must carry it up.
    expect(exactSum([2 ** 53, 1, 2 ** -60])).to.equal(2 ** 53 + 2);
    expect(exactSum([2 ** 53, 1, -(2 ** -60)])).to.equal(2 ** 53);
  });

  it('is the same to the last bit in whatever order the numbers come', () => {
    const numbers = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 40 });
    const shuffled = numbers.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(shuffled, ([list, other]) => exactSum(list) === exactSum(other)));
  });

  it('agrees with whole-number arithmetic', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 });
    fc.assert(
      fc.property(cents, (list) => {
        const whole = list.reduce((sum, each) => sum + BigInt(each), 0n);
        expect(exactSum(list.map((each) => each / 1024))).to.equal(Number(whole) / 1024);
      }),
    );
  });
});
