import { expect } from 'chai';
import { normalQuantile, z95 } from '../../server/domain/normal-quantile.js';
import { randomOf, xoshiro128 } from '../../server/domain/random.js';

const first = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe('the seeded generator', () => {
  it('is xoshiro128**: the first numbers of state 1, 2, 3, 4 [test vector of the Rust crate rand_xoshiro, as recalled]', () => {
    expect(first(4, xoshiro128([1, 2, 3, 4]))).to.deep.equal([11_520, 0, 5_927_040, 70_819_200]);
  });

  it('gives the same numbers for the same seed and stream, others for another of either', () => {
    const numbers = first(5, randomOf(1, 'quantity a1'));
    expect(first(5, randomOf(1, 'quantity a1'))).to.deep.equal(numbers);
    expect(first(5, randomOf(2, 'quantity a1'))).to.not.deep.equal(numbers);
    expect(first(5, randomOf(1, 'quantity a2'))).to.not.deep.equal(numbers);
  });

  it('is even: mean, variance and tenths of 100,000 numbers above 0 and below 1, and two streams do not move together', () => {
    const [a, b] = [randomOf(7, 'a'), randomOf(7, 'b')];
    const pairs = Array.from({ length: 100_000 }, () => [a(), b()] as const);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const drawn = pairs.map(([x]) => x);
    expect(Math.min(...drawn.slice(0, 10_000))).to.be.above(0);
    expect(Math.max(...drawn.slice(0, 10_000))).to.be.below(1);
    expect(mean(drawn)).to.be.closeTo(0.5, 0.004);
    expect(mean(drawn.map((x) => (x - 0.5) ** 2))).to.be.closeTo(1 / 12, 0.002);
    for (let tenth = 0; tenth < 10; tenth += 1) expect(drawn.filter((x) => Math.floor(x * 10) === tenth).length).to.be.closeTo(10_000, 500);
    expect(mean(pairs.map(([x, y]) => (x - 0.5) * (y - 0.5)))).to.be.closeTo(0, 0.002);
  });
});

describe('the normal quantile', () => {
  it('has the values Wichura prints [Applied Statistics 37 (1988), AS 241, as recalled]', () => {
    expect(normalQuantile(0.25)).to.be.closeTo(-0.674_489_750_196_081_7, 1e-15);
    expect(normalQuantile(0.001)).to.be.closeTo(-3.090_232_306_167_813, 1e-14);
    expect(normalQuantile(1e-20)).to.be.closeTo(-9.262_340_089_798_41, 1e-13);
  });

  it('is zero in the middle, the same on both sides, and 1.96 at 97.5 %', () => {
    expect(normalQuantile(0.5)).to.equal(0);
    expect(normalQuantile(0.9)).to.be.closeTo(-normalQuantile(0.1), 1e-14);
    expect(z95).to.be.closeTo(1.959_963_984_540_054, 1e-14);
  });
});
