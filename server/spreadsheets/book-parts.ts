import { type NumberFormat, numberFormatOf } from './number-format.js';
import { readXml } from './xml.js';

type Attributes = Readonly<Record<string, string>>;

/** Calls `each` for every element of a name. */
const elements = (source: string, name: string, each: (attributes: Attributes) => void): void =>
  readXml(source, {
    open: (element, attributes) => {
      if (element === name) each(attributes);
    },
    close: () => undefined,
    text: () => undefined,
  });

/** Parts by the id of their relation, from the part that says which belongs where; those outside of the file are left out. */
export const relationsIn = (source: string): ReadonlyMap<string, { readonly type: string; readonly part: string }> => {
  const relations = new Map<string, { type: string; part: string }>();
  elements(source, 'Relationship', ({ Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
    if (mode === 'External') return;
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part });
  });
  return relations;
};

/** The sheets in their order, by name and relation, and from which year days are counted. */
export const sheetsIn = (
  source: string,
): { readonly is1904: boolean; readonly sheets: readonly { readonly name: string; readonly relation: string }[] } => {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  readXml(source, {
    open: (element, attributes) => {
      if (element === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes.id ?? '' });
      if (element === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { is1904, sheets };
};

/** The texts that cells point to, in their order. What is written above a text as its reading is not part of it. */
export const stringsIn = (source: string): readonly string[] => {
  const strings: string[] = [];
  let text = '';
  let takes = false;
  let reading = 0;
  readXml(source, {
    open: (element) => {
      if (element === 'si') text = '';
      if (element === 'rPh') reading += 1;
      takes = element === 't' && reading === 0;
    },
    text: (piece) => {
      if (takes) text += piece;
    },
    close: (element) => {
      if (element === 'rPh') reading -= 1;
      if (element === 't') takes = false;
      if (element === 'si') strings.push(text);
    },
  });
  return strings;
};

/** What the number format of each style makes of a number. */
export const formatsIn = (source: string): readonly NumberFormat[] => {
  const formats = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  readXml(source, {
    open: (element, attributes) => {
      if (element === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return ids.map((id) => numberFormatOf(id, formats.get(id)));
};
