import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Distribution,
  halfWidthOf,
  meanOf,
  quantileOf,
  standardDeviationOf,
  withinPercent,
} from '../../../server/domain/uncertainty/distribution.js';

const distributions: fc.Arbitrary<Distribution> = fc
  .record({
    shape: fc.constantFrom('normal' as const, 'lognormal' as const, 'triangular' as const, 'uniform' as const),
    lower: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    upper: fc.double({ min: 1.01, max: 6, noNaN: true }),
  })
  .map(({ shape, lower, upper }) => ({ shape, lower, upper: shape === 'normal' ? 2 - lower : upper }));

/** Mean and standard deviation by 20,000 equal slices of the quantile function. */
const bySlices = (distribution: Distribution): { readonly mean: number; readonly deviation: number } => {
  const slices = 20_000;
  const values = Array.from({ length: slices }, (_, index) => quantileOf(distribution, (index + 0.5) / slices));
  const mean = values.reduce((sum, value) => sum + value, 0) / slices;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / slices) };
};

describe('a distribution', () => {
  it('has its mean and standard deviation where its quantiles put them', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const { mean, deviation } = bySlices(distribution);
        expect(meanOf(distribution)).to.be.closeTo(mean, 0.002 * meanOf(distribution));
        expect(standardDeviationOf(distribution)).to.be.closeTo(deviation, 0.02 * standardDeviationOf(distribution));
      }),
      { numRuns: 40 },
    );
  });

  it('of normal and lognormal shape holds 95 % between its limits; of triangular and uniform shape they are the ends', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const { shape, lower, upper } = distribution;
        const share = shape === 'normal' || shape === 'lognormal' ? 0.025 : 1e-12;
        expect(quantileOf(distribution, share)).to.be.closeTo(lower, 1e-5 * upper);
        expect(quantileOf(distribution, 1 - share)).to.be.closeTo(upper, 1e-5 * upper);
      }),
    );
  });

  it('has the variances of the textbook: uniform 0.9 to 1.1 is 0.2²/12, triangular 0.9, 1, 1.1 is 0.1²/6', () => {
    expect(standardDeviationOf({ shape: 'uniform', lower: 0.9, upper: 1.1 }) ** 2).to.be.closeTo(0.04 / 12, 1e-15);
    expect(standardDeviationOf({ shape: 'triangular', lower: 0.9, upper: 1.1 }) ** 2).to.be.closeTo(0.01 / 6, 1e-15);
  });

  it('of ± percent is normal up to 60 %, and beyond it lognormal within a factor, so that nothing falls below zero', () => {
    expect(withinPercent(5)).to.deep.equal({ shape: 'normal', lower: 0.95, upper: 1.05 });
    expect(withinPercent(150)).to.deep.equal({ shape: 'lognormal', lower: 0.4, upper: 2.5 });
    expect(halfWidthOf(withinPercent(5))).to.be.closeTo(0.05, 1e-14);
  });
});
