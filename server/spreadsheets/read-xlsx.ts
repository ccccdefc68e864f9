import type { Workbook } from '../survey/workbook.js';
import { formatsIn, relationsIn, sheetsIn, stringsIn } from './book-parts.js';
import { sheetLimits } from './limits.js';
import { Refusal } from './refusal.js';
import { type Allowance, cellsIn } from './sheet-part.js';
import { xmlText } from './xml.js';
import { openParts, type Parts } from './zip.js';

const partText = async (parts: Parts, name: string): Promise<string | null> => {
  const bytes = await parts.unpack(name);
  return bytes === null ? null : xmlText(bytes);
};

/** Macros are told by what the file says it is and by the part that holds them; whoever hides one hides the other. */
const refuseOtherKinds = async (parts: Parts): Promise<void> => {
  const types = await partText(parts, '[Content_Types].xml');
  if (types === null || !parts.names.includes('xl/workbook.xml')) throw new Refusal('sheetOtherType');
  if (/macroEnabled|vbaProject/i.test(types) || parts.names.some((name) => /vbaProject|xl\/macrosheets\//i.test(name)))
    throw new Refusal('sheetMacros');
  if (/<!DOCTYPE|<!ENTITY/i.test(types)) throw new Refusal('sheetUnsafe', { what: 'DOCTYPE' });
};

/** Reads a workbook. Throws Refusal. */
export const readXlsx = async (bytes: Buffer): Promise<Workbook> => {
  const parts = await openParts(bytes);
  await refuseOtherKinds(parts);
  const relations = relationsIn((await partText(parts, 'xl/_rels/workbook.xml.rels')) ?? '<none/>');
  const { is1904, sheets } = sheetsIn((await partText(parts, 'xl/workbook.xml')) ?? '<none/>');
  if (sheets.length === 0) throw new Refusal('sheetDamaged');
  if (sheets.length > sheetLimits.sheets) throw new Refusal('sheetManyParts', { limit: sheetLimits.sheets });
  const byType = (type: string): string => [...relations.values()].find((relation) => relation.type === type)?.part ?? '';
  const strings = await partText(parts, byType('sharedStrings'));
  const styles = await partText(parts, byType('styles'));
  const book = { strings: strings === null ? [] : stringsIn(strings), formats: styles === null ? [] : formatsIn(styles), is1904 };
  const allowance: Allowance = { cells: sheetLimits.cells };
  const read: { name: string; cells: ReturnType<typeof cellsIn> }[] = [];
  for (const { name, relation } of sheets) {
    const part = relations.get(relation);
    if (part === undefined) throw new Refusal('sheetDamaged');
    // Charts on a sheet of their own have no cells.
    if (part.type !== 'worksheet') continue;
    const source = await partText(parts, part.part);
    if (source === null) throw new Refusal('sheetDamaged');
    read.push({ name, cells: cellsIn(source, name, book, allowance) });
  }
  return { format: 'xlsx', encoding: null, sheets: read };
};
