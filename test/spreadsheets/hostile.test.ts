import { expect } from 'chai';
import { Problem } from '../../server/problem/problem.js';
import { sheetLimits } from '../../server/spreadsheets/limits.js';
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.js';
import { packed, smallBook } from '../support/xlsx-file.js';

const refusalOf = async (bytes: Uint8Array | null): Promise<string> => {
  try {
    await readSpreadsheet(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.status, error.code).to.be.within(400, 499);
    return error.code;
  }
};

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
const entity = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
const zeros = Buffer.alloc(8 * 1024 * 1024, 0x20);
const part = (name: string, bytes: Uint8Array | string = '<x/>') => ({ name, bytes });

/** What is handed in, and why it is not read. */
const hostile: Readonly<Record<string, readonly [Uint8Array | null, string]>> = {
  'no file': [null, 'sheetMissing'],
  'an empty file': [new Uint8Array(0), 'sheetMissing'],
  'a file that is too large': [Buffer.alloc(sheetLimits.bytes + 1, 0x41), 'sheetTooLarge'],
  'an old workbook or one with a password': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheetOldFormat'],
  'a PDF': [Buffer.from('%PDF-1.7 …'), 'sheetOtherType'],
  'a picture': [Buffer.from('89504e470d0a1a0a', 'hex'), 'sheetOtherType'],
  'a web page saved as .xls': [Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'sheetWebPage'],
  'a packed file that is no workbook': [packed([part('a.txt')]), 'sheetOtherType'],
  'a packed file cut off': [smallBook({}).subarray(0, 400), 'sheetDamaged'],
  'noise behind the first bytes of a packed file': [Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 0x7f)]), 'sheetDamaged'],
  macros: [smallBook({ more: [part('xl/vbaProject.bin')] }), 'sheetMacros'],
  'a name that leaves the file': [smallBook({ more: [part('../x.xml')] }), 'sheetUnsafe'],
  'an absolute name': [smallBook({ more: [part('/etc/passwd')] }), 'sheetUnsafe'],
  'a name given twice': [smallBook({ more: [part('xl/workbook.xml')] }), 'sheetDamaged'],
  'an encrypted part': [smallBook({ more: [{ ...part('x.xml'), encrypted: true }] }), 'sheetOldFormat'],
  'too many parts': [smallBook({ more: Array.from({ length: 200 }, (_, at) => part(`x${at}.xml`)) }), 'sheetManyParts'],
  'a part packed beyond belief': [smallBook({ more: [part('xl/media/a.xml', zeros)] }), 'sheetUnpacks'],
  'a declared size of 4 GB': [smallBook({ more: [{ ...part('x.xml'), declared: 0xfffffff0 }] }), 'sheetUnpacks'],
  'a part that unpacks to more than it declares': [
    packed([{ name: '[Content_Types].xml', bytes: zeros, declared: 100 }, part('xl/workbook.xml')]),
    'sheetUnpacks',
  ],
  'entities that multiply': [smallBook({ prologue: laughs, rows: '<row><c t="str"><v>&b;</v></c></row>' }), 'sheetUnsafe'],
  'an entity of another file': [smallBook({ prologue: entity, rows: '<row><c t="str"><v>&f;</v></c></row>' }), 'sheetUnsafe'],
  'an entity that nobody declared': [smallBook({ rows: '<row><c t="str"><v>&f;</v></c></row>' }), 'sheetDamaged'],
  'elements that do not close': [smallBook({ rows: '<row><c><v>1</c></row>' }), 'sheetDamaged'],
  'elements within elements without end': [smallBook({ rows: '<a>'.repeat(5000) }), 'sheetUnsafe'],
  'the last cell there can be': [smallBook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }), 'sheetFarCell'],
  'one cell twice': [smallBook({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }), 'sheetDamaged'],
  'an address that is none': [smallBook({ rows: '<row r="1"><c r="A0x"><v>1</v></c></row>' }), 'sheetDamaged'],
  'a quotation mark that is not closed': [Buffer.from('a,"b\n1,2\n'), 'sheetNotCsv'],
  'letters that no encoding reads': [Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'sheetEncoding'],
};

describe('a hostile spreadsheet', () => {
  for (const [what, [bytes, code]] of Object.entries(hostile))
    it(`is refused with a sentence: ${what}`, async () => {
      expect(await refusalOf(bytes)).to.equal(code);
    });

  it('with more filled cells than any form has is refused', async () => {
    const row = (at: number): string => `<row r="${at + 1}">${'<c><v>1</v></c>'.repeat(250)}</row>`;
    const rows = Array.from({ length: 850 }, (_, at) => row(at)).join('');
    expect(rows.length).to.be.below(sheetLimits.unpackedBytes);
    // Packed this well it is refused by its density, so the sheet is made less regular.
    const noise = Array.from({ length: 60_000 }, (_, at) => `<i n="${(at * 2654435761) % 4294967296}"/>`).join('');
    expect(await refusalOf(smallBook({ rows: `${rows}${noise}` }))).to.equal('sheetManyCells');
  });

  it('leaves the reader as it was: the next file is read', async () => {
    const read = await readSpreadsheet(smallBook({ rows: '<row><c><v>1</v></c></row>' }));
    expect(read.sheets[0]?.cells[0]?.text).to.equal('1');
  });

  it('with styled cells as far as a sheet goes, but nothing in them, is read', async () => {
    const read = await readSpreadsheet(smallBook({ rows: '<row><c><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>' }));
    expect(read.sheets[0]?.cells).to.have.length(1);
  });
});
