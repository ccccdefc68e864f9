import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvFile, csvRows } from '../../server/reports/csv-file.js';
import { spreadsheetCell } from '../../server/reports/spreadsheet-cell.js';

/** As Excel shows a cell that it was given as text. */
const shown = (cell: unknown): unknown => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell);
const begins = /^[\s\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

describe('a cell of a spreadsheet', () => {
  it('runs nothing, however its text begins', () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      '\u3000=1',
      '\u202e=1',
      '\u0001=1',
      '=cmd|"/c calc"!A1',
      '-2+3+cmd|"/c calc"!A1',
    ];
    for (const text of texts) {
      const cell = spreadsheetCell(text);
      expect(String(cell), JSON.stringify(text)).to.match(/^['\ufffd]/);
      expect(String(cell)).not.to.match(begins);
    }
  });

  it('is never a formula, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !begins.test(String(spreadsheetCell(text)))));
  });

  it('keeps numbers numbers, also negative ones and zero', () => {
    for (const number of [0, -0, -12.5, 1e-9, 123_456_789_012_345]) expect(spreadsheetCell(number)).to.equal(number);
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => spreadsheetCell(none)).to.throw('no number');
  });

  it('keeps other texts as they are: Korean, units, leading zeros, lines', () => {
    for (const text of ['한빛주물', '12,000 ㎥', '00123', '첫 줄\n둘째 줄', '', 'a=b', 'x-1', '010-0000-0000'])
      expect(spreadsheetCell(text)).to.equal(text);
    expect(spreadsheetCell(null)).to.equal(null);
    expect(spreadsheetCell(true)).to.equal(true);
    expect(String(spreadsheetCell('x'.repeat(40_000)))).to.have.length(32_767);
  });
});

describe('a CSV file', () => {
  it('is UTF-8 with the mark that Korean Excel looks for, and lines as it ends them', () => {
    const bytes = csvFile(['사업장', '전력'], [['한빛주물', -12.5]]);
    expect(Array.from(bytes.subarray(0, 3))).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).to.equal('"사업장","전력"\r\n"한빛주물",-12.5\r\n');
  });

  it('gives back what was put in, but for marks that nobody sees', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const read = parse(csvRows(given), { relaxColumnCount: true, skipEmptyLines: false }) as string[][];
        expect(read.map((row) => row.map(shown))).to.deep.equal(
          given.map((row) => row.map((value) => shown(String(spreadsheetCell(value))))),
        );
      }),
    );
  });
});
