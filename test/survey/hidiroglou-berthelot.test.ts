import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { repositoryRoot } from '../../server/root.js';
import { changeCell, changeHolds, changeScore, type YearPair } from '../../server/survey/hidiroglou-berthelot.js';
import { quantile } from '../../server/survey/quantile.js';

const numbers = z.array(z.number());
const known = readYaml(
  join(repositoryRoot, 'test/survey/hidiroglou-berthelot.yaml'),
  z.strictObject({
    u: z.number(),
    a: z.number(),
    c: z.number(),
    before: numbers,
    now: numbers,
    medianRatio: z.number(),
    quartiles: numbers,
    bounds: numbers,
    flagged: z.record(z.string(), z.number()),
    flaggedAtC20: numbers,
  }),
);
const pairs = known.before.map((before, at): YearPair => ({ before, now: known.now[at] as number }));

const cellAt = (c: number) => {
  const cell = changeCell(pairs, { u: known.u, a: known.a, c });
  if (cell === null) throw new Error('The case has pairs.');
  return cell;
};
const flaggedIn = (c: number): readonly number[] => pairs.flatMap((pair, at) => (changeHolds(pair, cellAt(c)) === false ? [at + 1] : []));

const near = (found: number, wanted: number) => expect(found).to.be.closeTo(wanted, Math.abs(wanted) * 1e-6 + 1e-12);

describe('the edit of Hidiroglou and Berthelot', () => {
  it('gives the known median, quartiles, bounds and scores', () => {
    const cell = cellAt(known.c);
    near(cell.medianRatio, known.medianRatio);
    known.quartiles.forEach((wanted, at) => {
      near(cell.quartiles[at] as number, wanted);
    });
    near(cell.low, known.bounds[0] as number);
    near(cell.high, known.bounds[1] as number);
    for (const [place, wanted] of Object.entries(known.flagged)) near(changeScore(pairs[Number(place) - 1] as YearPair, cell), wanted);
  });

  it('flags the known establishments, and fewer of them with wider bounds', () => {
    expect(flaggedIn(known.c)).to.deep.equal(Object.keys(known.flagged).map(Number));
    expect(flaggedIn(20)).to.deep.equal(known.flaggedAtC20);
  });

  it('leaves pairs without a ratio to other rules', () => {
    expect(changeCell([{ before: 0, now: 5 }], known)).to.equal(null);
    expect(changeHolds({ before: 5, now: 0 }, cellAt(4))).to.equal(null);
    expect(cellAt(4).n).to.equal(changeCell([...pairs, { before: 0, now: 9 }], known)?.n);
  });

  const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true });
  const somePairs = fc.array(fc.record({ before: amount, now: amount }), { minLength: 3, maxLength: 40 });

  it('does not depend on the order of the establishments', () => {
    fc.assert(
      fc.property(somePairs, (some) => {
        expect(changeCell([...some].reverse(), known)).to.deep.equal(changeCell(some, known));
      }),
    );
  });

  it('rises with this year’s amount, so that a bound of the score is a bound of the answer', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 0.1, max: 10, noNaN: true }), amount, amount, (before, medianRatio, one, other) => {
        const score = (now: number): number => changeScore({ before, now }, { medianRatio, u: 0.5 });
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(score(less)).to.be.at.most(score(more) + Math.abs(score(more)) * 1e-12);
      }),
    );
  });

  it('rests on quantiles of type 7', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8], share))).to.deep.equal([1, 1.75, 3, 5, 8]);
  });
});
