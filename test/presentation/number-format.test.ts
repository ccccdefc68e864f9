import { expect } from 'chai';
import fc from 'fast-check';
import { formatExact, formatMass, formatResult, formatShare, withoutExponents } from '../../server/presentation/number-format.js';

describe('masses and equations', () => {
  it('print very small masses in grams', () => {
    expect(formatMass(1.872e-7, 'CH₄')).to.equal('0.187 gCH₄');
    expect(formatMass(0.0123, 'CH₄')).to.equal('0.0123 tCH₄');
    expect(formatMass(0, 'CH₄')).to.equal('0 tCH₄');
  });
  it('have no exponents that only programs read', () => {
    expect(withoutExponents('m = 0.0000468 TJ × 4 kg/TJ × 10⁻³ = 1.872e-7 t')).to.equal('m = 0.0000468 TJ × 4 kg/TJ × 10⁻³ = 0.1872 g');
    expect(withoutExponents('E = 1e-7 TJ × 2 t/TJ = 2e-7 t; 3e+21 kg')).to.equal('E = 1×10⁻⁷ TJ × 2 t/TJ = 0.2 g; 3×10²¹ kg');
  });
});

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
