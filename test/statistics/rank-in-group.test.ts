import { expect } from 'chai';
import fc from 'fast-check';
import { type GroupCounts, leastGroup, rankInGroup } from '../../server/statistics/rank-in-group.js';

/** What the store would count for the member at a place of a list. */
const countsOf = (values: readonly number[], at: number): GroupCounts => ({
  size: values.length,
  lower: values.filter((value) => value < (values[at] as number)).length,
  equal: values.filter((value) => value === values[at]).length,
});

describe('a rank in a group', () => {
  const upTo = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at + 1);

  it('is not told among 9, and is among 10 and 11', () => {
    expect(rankInGroup(countsOf(upTo(9), 0))).to.equal(null);
    expect(rankInGroup(countsOf(upTo(10), 2))).to.deep.equal({ rank: 3, of: 10, withinPercent: 30 });
    expect(rankInGroup(countsOf(upTo(11), 10))).to.deep.equal({ rank: 11, of: 11, withinPercent: 100 });
  });

  it('is rounded to the worse side as a percentage: 3 of 11 are within the lowest 28 %', () => {
    expect(rankInGroup(countsOf(upTo(11), 2))?.withinPercent).to.equal(28);
  });

  it('is shared by those of one value, and the percentage holds all of them', () => {
    const tied = [1, 2, 2, 2, 5, 6, 7, 8, 9, 10];
    for (const at of [1, 2, 3]) expect(rankInGroup(countsOf(tied, at))).to.deep.equal({ rank: 2, of: 10, withinPercent: 40 });
    expect(rankInGroup(countsOf(tied, 4))).to.deep.equal({ rank: 5, of: 10, withinPercent: 50 });
    expect(
      rankInGroup(
        countsOf(
          Array.from({ length: 12 }, () => 7),
          3,
        ),
      ),
    ).to.deep.equal({ rank: 1, of: 12, withinPercent: 100 });
  });

  it('is told of no group below the least size, whatever stands in it, and of every other lies between 1 and its size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }), (values) => {
        const ranks = values.map((_, at) => rankInGroup(countsOf(values, at)));
        if (values.length < leastGroup) expect(ranks.every((rank) => rank === null)).to.equal(true);
        else for (const rank of ranks) expect(rank?.rank).to.be.within(1, values.length);
      }),
    );
  });
});
