import { expect } from 'chai';
import fc from 'fast-check';
import { printed, roundedTo } from '../../server/domain/rounding.js';

describe('rounding at the edge', () => {
  it('prints three decimals for an establishment and whole tonnes for a statement', () => {
    expect(printed(3.0891750119999997, 'establishment')).to.equal(3.089);
    expect(printed(290.598656, 'statement')).to.equal(291);
    expect(printed(0.0004, 'establishment')).to.equal(0);
  });

  it('rounds half away from zero, by the decimal text and not by the binary value', () => {
    expect(roundedTo(1.005, 2)).to.equal(1.01);
    expect(roundedTo(2.5, 0)).to.equal(3);
    expect(roundedTo(-2.5, 0)).to.equal(-3);
    expect(roundedTo(1.0005, 3)).to.equal(1.001);
    expect(Object.is(roundedTo(-0.0001, 3), 0)).to.equal(true);
  });

  it('stays within half a unit of the last place and repeats itself', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, places) => {
        const once = roundedTo(value, places);
        expect(Math.abs(once - value)).to.be.at.most(0.5 * 10 ** -places + 1e-6);
        expect(roundedTo(once, places)).to.equal(once);
      }),
    );
  });
});
