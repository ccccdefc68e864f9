import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a packed file as a test wants it, honest or not. */
export interface PackedPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** What the file says of the part's size; absent: the truth. */
  readonly declared?: number;
  readonly encrypted?: boolean;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** Packs parts as ZIP, with whatever names and sizes a test wants them to claim. */
export const packed = (parts: readonly PackedPart[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declared, encrypted = false } of parts) {
    const raw = Buffer.from(bytes as string);
    const deflated = deflateRawSync(raw);
    const path = Buffer.from(name);
    const common = [
      u16(20),
      u16(0x800 | (encrypted ? 1 : 0)),
      u16(8),
      u32(0),
      u32(crc32(raw)),
      u32(deflated.length),
      u32(declared ?? raw.length),
      u16(path.length),
      u16(0),
    ];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ...common, path, deflated]);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(offset), path]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    u16(0),
    u16(0),
    u16(parts.length),
    u16(parts.length),
    u32(directory.length),
    u32(offset),
    u16(0),
  ];
  return Buffer.concat([...locals, directory, ...end]);
};

const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const workbook = (prefix: string): string =>
  `${prefix}<workbook xmlns="${spreadsheetml}" xmlns:r="${relations}"><sheets><sheet name="전기" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const workbookRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

/** What a test writes into a small workbook; every text stands in the file as it is. */
export interface SmallBook {
  /** What stands between <sheetData> and its end. */
  readonly rows?: string;
  readonly strings?: string;
  /** Number formats by style, from style 1 on. */
  readonly formats?: readonly string[];
  /** Stands before the root of the sheet. */
  readonly prologue?: string;
  readonly more?: readonly PackedPart[];
}

/** A workbook of one sheet, 전기. */
export const smallBook = ({ rows = '', strings = '', formats = [], prologue = '', more = [] }: SmallBook): Buffer =>
  packed([
    { name: '[Content_Types].xml', bytes: types },
    { name: 'xl/workbook.xml', bytes: workbook('') },
    { name: 'xl/_rels/workbook.xml.rels', bytes: workbookRelations },
    { name: 'xl/sharedStrings.xml', bytes: `<sst xmlns="${spreadsheetml}">${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      bytes: `<styleSheet xmlns="${spreadsheetml}"><numFmts>${formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`).join('')}</numFmts><cellXfs><xf/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: `${prologue}<worksheet xmlns="${spreadsheetml}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...more,
  ]);
