import { expect } from 'chai';
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.js';
import { addressOf, columnLetters, columnNumber, withoutGuard } from '../../server/survey/workbook.js';
import { smallBook } from '../support/xlsx-file.js';

const cellsOf = async (book: Parameters<typeof smallBook>[0]) => {
  const [sheet] = (await readSpreadsheet(smallBook(book))).sheets;
  return Object.fromEntries(
    (sheet?.cells ?? []).map(({ row, column, text, kind, formula }) => [`${columnLetters(column)}${row}`, `${text} ${kind} ${formula}`]),
  );
};

describe('the cells of a workbook', () => {
  it('come as they would be typed: 15 digits of a number, a date, a share, a truth', async () => {
    const rows = `<row r="1"><c r="A1"><v>1320.0000000000002</v></c><c r="B1"><v>1.2345678901234568E+16</v></c><c r="C1"><v>0.30000000000000004</v></c>
      <c r="D1"><v>1.5E-7</v></c><c r="E1"><v>-3</v></c><c r="F1"><v>1E3</v></c></row>
      <row r="3"><c r="A3" s="1"><v>45717</v></c><c r="B3" s="2"><v>0.85</v></c><c r="C3" s="3"><v>1320</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" s="1"><v>45717.5</v></c></row>`;
    expect(await cellsOf({ rows, formats: ['yyyy-mm-dd', '0%', '#,##0&quot;원&quot;'] })).to.deep.equal({
      A1: '1320 number none',
      B1: '12345678901234568 number none',
      C1: '0.3 number none',
      D1: '0.00000015 number none',
      E1: '-3 number none',
      F1: '1000 number none',
      A3: '2025-03-01 date none',
      B3: '85% percent none',
      C3: '1320 number none',
      D3: 'TRUE truth none',
      E3: '2025-03-01 12:00 date none',
    });
  });

  it('keep texts as they are: shared, in the cell, in several runs, without the reading written above them', async () => {
    const strings = `<si><t xml:space="preserve"> 1,234.5 </t></si><si><r><t>12</t></r><r><t>kWh</t></r><rPh sb="0" eb="1"><t>와트</t></rPh></si><si><t>a_x000D_&amp;&#xAC00;</t></si>`;
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>경</t></r><r><t>유</t></r><rPh sb="0" eb="1"><t>kyong</t></rPh></is></c></row>`;
    expect(await cellsOf({ rows, strings })).to.deep.equal({
      A1: ' 1,234.5  text none',
      B1: '12kWh text none',
      C1: 'a\r&가 text none',
      D1: '경유 text none',
    });
  });

  it('say what a formula made, that its value was not saved, and that it asks something outside', async () => {
    const rows = `<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>12</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><f>A9</f><v>#REF!</v></c>
      <c r="D1" t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c><c r="E1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><f>1+2</f><v/></c></row>`;
    expect(await cellsOf({ rows })).to.deep.equal({
      A1: '12 number computed',
      B1: '=1+1 error notComputed',
      C1: '#REF! error computed',
      D1: 'x text reachesOut',
      E1: '7 number reachesOut',
      G1: '=1+2 error notComputed',
    });
  });

  it('of a CSV file are texts, in UTF-8 with and without its mark, in CP949 and in UTF-16', async () => {
    const text = '문항,응답\r\n경유,"1,320"\r\n';
    // 문항 경유 응답 in CP949.
    const cp949 = Buffer.from('b9aec7d72cc0c0b4e40d0ab0e6c0af2c22312c333230220d0a', 'hex');
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8', Buffer.from(`\ufeff${text}`)],
      ['CP949', cp949],
      ['UTF-16', Buffer.from(`\ufeff${text.replaceAll(',응답', '\t응답').replace('유,"', '유\t"')}`, 'utf16le')],
    ];
    for (const [encoding, bytes] of files) {
      const read = await readSpreadsheet(bytes);
      expect(read.encoding).to.equal(encoding);
      expect(read.sheets[0]?.cells.map((cell) => cell.text)).to.deep.equal(['문항', '응답', '경유', '1,320']);
    }
  });

  it('of a CSV file stand between commas, semicolons or tabs, whatever is written above them', async () => {
    const files = ['예시\n1,2\n"3;",4\n', '예시\n1;2\n3,5;4\n', '# 예시, 지어낸 것\n1\t1,234\n2\t2,345\n'];
    const read = await Promise.all(
      files.map(async (text) => (await readSpreadsheet(Buffer.from(text))).sheets[0]?.cells.map((cell) => cell.text)),
    );
    expect(read).to.deep.equal([
      ['예시', '1', '2', '3;', '4'],
      ['예시', '1', '2', '3,5', '4'],
      ['# 예시, 지어낸 것', '1', '1,234', '2', '2,345'],
    ]);
  });

  it('have the address that spreadsheet programs show', () => {
    expect([1, 26, 27, 16_384].map(columnLetters)).to.deep.equal(['A', 'Z', 'AA', 'XFD']);
    expect(columnNumber('XFD')).to.equal(16_384);
    expect(addressOf('전기', { row: 14, column: 4 })).to.equal('전기!D14');
    expect(addressOf('주요 설비', { row: 2, column: 1 })).to.equal("'주요 설비'!A2");
    expect(addressOf('', { row: 2, column: 1 })).to.equal('A2');
  });

  it('lose the apostrophe that kept a text from being a formula, and no other', () => {
    expect(["'=1+1", "''=1", "'-", "'82", "a'=1"].map(withoutGuard)).to.deep.equal(['=1+1', "'=1", '-', "'82", "a'=1"]);
  });
});
