import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { exactSum } from '../server/domain/exact-sum.js';
import { printed, roundedTo } from '../server/domain/rounding.js';
import { repositoryRoot } from '../server/root.js';
import { sourceFiles } from './support/imports.js';

/** The rooms emissions and energy pass through on their way to a page. */
const rooms = ['domain', 'planner', 'presentation', 'survey'];
const files = rooms.flatMap((room) => sourceFiles(`server/${room}`));

const linesWith = (pattern: RegExp): string[] =>
  files.filter((file) =>
    readFileSync(join(repositoryRoot, file), 'utf8')
      .split('\n')
      .some((line) => pattern.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line)),
  );

/** Where a number is cut to digits though not in rounding.ts, each looked at by a person: none of them rounds a result that is summed later. */
const reviewedRounding: Readonly<Record<string, string>> = {
  'server/domain/rounding.ts': 'the one rule',
  'server/domain/trace.ts': 'the ten digits a trace shows; the line keeps all',
  'server/domain/bill-heat-content.ts': 'four digits of a suggestion within a refusal',
  'server/domain/consolidation/net-transfers.ts': 'three digits of a percentage within a finding',
  'server/planner/amounts-in-words.ts': 'amounts within a sentence; the figure beside it keeps its digits',
  'server/presentation/control-view.ts': 'the running sum beside a form field, without the noise of binary',
  'server/presentation/conversion-view.ts': 'a price in won, to a hundredth',
  'server/presentation/evidence-item-page.ts': 'degrees of a place, to a meter',
  'server/presentation/evidence-view.ts': 'the size of a file in KB',
  'server/presentation/factor-comparison.ts': 'a percentage of difference',
  'server/presentation/number-format.ts': 'prints what rounding.ts rounded; inputs by their digits',
  'server/presentation/plan-numbers.ts': 'prints what rounding.ts rounded',
  'server/survey/apply-edit-rules.ts': 'a number within the sentence of a finding',
  'server/survey/carry-answer.ts': 'an answer of last year in another unit, without the noise of binary',
  'server/survey/count-cells.ts': 'bounds of a cell, outward to two digits: they are nobody’s answer',
  'server/survey/mapping/bind.ts': 'the whole number that a factor such as 0.01 divides by',
  'server/survey/money/converted-text.ts': 'amounts within a sentence; the inventory keeps all digits',
  'server/survey/numbers.ts': 'an answer as a person types it',
  'server/survey/read-energy-report.ts': 'an amount of a report in the unit of the question, without the noise of binary',
  'server/survey/suggestions.ts': 'a suggested answer',
};

/** Additions in a loop that are no sum of measured numbers. */
const reviewedSums: Readonly<Record<string, string>> = {
  'server/domain/normal-quantile.ts': 'a polynomial, term by term',
  'server/domain/uncertainty/simulate.ts': 'mean and variance of random draws, whose noise is far above rounding',
  'server/presentation/section-place.ts': 'questions: whole numbers',
  'server/survey/business-number.ts': 'check digits: whole numbers',
  'server/survey/workbook.ts': 'letters of a column: whole numbers',
};

describe('exactness', () => {
  it('numbers are rounded in one file; whatever else cuts digits was looked at', () => {
    const found = linesWith(/\.toFixed\(|\.toPrecision\(|Math\.round\(|FractionDigits/);
    expect(found.filter((file) => reviewedRounding[file] === undefined)).to.deep.equal([]);
    expect(Object.keys(reviewedRounding).filter((file) => !found.includes(file))).to.deep.equal([]);
  });

  it('lists of numbers are summed by exactSum or a running sum; whatever else adds in a loop was looked at', () => {
    const found = linesWith(/\.reduce(<[^>]*>)?\(\s*\(?\w*,?[^)]*\)?\s*=>[^;]*\s\+\s/);
    expect(found.filter((file) => reviewedSums[file] === undefined)).to.deep.equal([]);
    expect(Object.keys(reviewedSums).filter((file) => !found.includes(file))).to.deep.equal([]);
  });

  it('a printed total is the rounded exact total: three parts of 0.0004 t are printed 0, 0, 0 and their total 0.001', () => {
    const parts = [0.0004, 0.0004, 0.0004];
    expect(parts.map((part) => printed(part, 'establishment'))).to.deep.equal([0, 0, 0]);
    expect(printed(exactSum(parts), 'establishment')).to.equal(0.001);
  });

  it('the sum of printed parts differs from the printed total by half a unit of the last digit for each of them at the most', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 30 }), (parts) => {
        const total = printed(exactSum(parts), 'establishment');
        const ofPrinted = exactSum(parts.map((part) => printed(part, 'establishment')));
        expect(Math.abs(roundedTo(ofPrinted - total, 6))).to.be.at.most(0.0005 * (parts.length + 1) + 1e-9);
      }),
    );
  });
});
