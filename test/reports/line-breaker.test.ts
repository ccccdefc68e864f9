import { expect } from 'chai';
import fc from 'fast-check';
import { breakLines } from '../../server/reports/line-breaker.js';

const nothing = (): void => {};
const linesOf = (text: string, limit: number): string[] =>
  breakLines(text, limit, 'regular', nothing).map((line) => line.runs.map((run) => run.actual ?? run.text).join(''));

describe('breaking lines', () => {
  it('breaks Korean at spaces alone, never inside a word', () => {
    const text = '보고된 에너지 사용에 맞는 감축수단을 감축량이 큰 순서로 적었습니다.';
    const lines = linesOf(text, 10);
    expect(lines.length).to.be.greaterThan(2);
    expect(lines.join(' ')).to.equal(text);
  });

  it('keeps a number with its unit where a non-breaking space joins them', () => {
    const lines = linesOf('총량은 1,234.567\u00a0tCO2eq 입니다', 9);
    expect(lines).to.deep.equal(['총량은', '1,234.567 tCO2eq', '입니다']);
  });

  it('cuts a word that is wider than the line, after a seam where there is one', () => {
    expect(
      linesOf('https://example.org/measures/2024', 8)
        .slice(0, -1)
        .every((line) => /[-/.]$/.test(line)),
    ).to.equal(true);
    expect(linesOf('가'.repeat(25), 10).join('')).to.equal('가'.repeat(25));
  });

  it('keeps the line ends of the text, and an empty text has one empty line', () => {
    expect(linesOf('가\r\n나\n\n다', 10)).to.deep.equal(['가', '나', '', '다']);
    expect(linesOf('', 10)).to.deep.equal(['']);
  });

  it('loses no character and passes no limit, whatever the text', () => {
    const character = fc.constantFrom(...Array.from('가나다라 마바사 abc WMi,-/.·()漢字₂℃ 123'));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 80 }), fc.double({ min: 3, max: 30, noNaN: true }), (characters, limit) => {
        const text = characters.join('');
        const lines = breakLines(text, limit, 'regular', nothing);
        expect(linesOf(text, limit).join('').replace(/ /g, '')).to.equal(text.replace(/ /g, ''));
        for (const line of lines) expect(line.width).to.be.at.most(limit + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
