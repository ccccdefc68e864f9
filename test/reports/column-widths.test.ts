import { expect } from 'chai';
import fc from 'fast-check';
import { columnWidths } from '../../server/reports/column-widths.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('widths of columns', () => {
  it('follow the weights where there is room', () => {
    expect(columnWidths(400, [3, 1], [10, 10])).to.deep.equal([300, 100]);
  });

  it('give a narrow column what it needs, from those that have more than they need', () => {
    expect(columnWidths(400, [3, 1], [10, 160])).to.deep.equal([240, 160]);
  });

  it('share the lack when even the least is too much', () => {
    expect(columnWidths(100, [1, 1], [150, 50])).to.deep.equal([75, 25]);
  });

  it('always fill the width, and give what is needed when that is possible', () => {
    const column = fc.record({ weight: fc.integer({ min: 1, max: 50 }), need: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const needs = columns.map(({ need }) => need);
        const widths = columnWidths(
          483,
          columns.map(({ weight }) => weight),
          needs,
        );
        expect(sum(widths)).to.be.closeTo(483, 1e-6);
        if (sum(needs) < 483) for (const [at, width] of widths.entries()) expect(width).to.be.at.least((needs[at] ?? 0) - 1e-6);
      }),
    );
  });
});
