import { expect } from 'chai';
import fc from 'fast-check';
import { formatExact, formatResult, formatShare } from '../../server/presentation/number-format.js';

describe('numbers as the pages print them', () => {
  it('gives a result three decimals and separates thousands', () => {
    expect(formatResult(1234567.8915)).to.equal('1,234,567.892');
    expect(formatResult(31.863)).to.equal('31.863');
    expect(formatResult(0)).to.equal('0');
  });

  it('does not print a small result as nothing', () => {
    expect(formatResult(0.0004567)).to.equal('0.000457');
    expect(formatResult(0.05)).to.equal('0.050');
  });

  it('never prints something that is there as zero', () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => /[1-9]/.test(formatResult(value))));
  });

  it('prints inputs and factors with every digit they came with', () => {
    expect(formatExact(0.4173)).to.equal('0.4173');
    expect(formatExact(168_300)).to.equal('168,300');
    expect(formatExact(0.1 + 0.2)).to.equal('0.3');
  });

  it('prints a share as a percentage, not as the fraction', () => {
    expect(formatShare(0.0017)).to.equal('0.2%');
    expect(formatShare(1)).to.equal('100.0%');
  });
});
