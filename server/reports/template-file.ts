import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Cell, type CellObject, type Feature, type Sheet } from 'write-excel-file/node';
import type { CellLook, TemplateBook, TemplateCell, TemplateSheet } from '../presentation/sheet/template-book.js';
import { columnLetters } from '../survey/workbook.js';
import { csvFile } from './csv-file.js';
import { spreadsheetCell } from './spreadsheet-cell.js';

type Style = Omit<CellObject, 'value' | 'type'>;

/** What the writer can put into a file besides texts; none of ours does. */
type Content = Buffer | Blob | Stream;

const line = { borderColor: '#B1B8BE', borderStyle: 'thin' } as const;
const styles: Readonly<Record<CellLook, Style>> = {
  plain: { wrap: true, alignVertical: 'top' },
  mark: { textColor: '#8A949E' },
  title: { fontWeight: 'bold', fontSize: 16 },
  head: { fontWeight: 'bold', backgroundColor: '#E7F0FD', wrap: true, alignVertical: 'center', ...line },
  question: { wrap: true, alignVertical: 'top', ...line },
  help: { wrap: true, alignVertical: 'top', textColor: '#58616A', ...line },
  input: { backgroundColor: '#FFFBE6', alignVertical: 'top', ...line },
  textInput: { backgroundColor: '#FFFBE6', alignVertical: 'top', format: '@', ...line },
  shut: { backgroundColor: '#F4F5F6', textColor: '#58616A', wrap: true, alignVertical: 'top', ...line },
};

const laid = ({ value, look }: TemplateCell): Cell => {
  const safe = spreadsheetCell(value);
  if (safe === null) return { type: String, ...styles[look] };
  return typeof safe === 'number'
    ? { value: safe, type: Number, ...styles[look], format: '#,##0.###############' }
    : { value: String(safe), type: String, ...styles[look] };
};

/** Lists of choices stand on a sheet of their own, a column each; equal lists share one. */
class Lists {
  readonly columns: (readonly string[])[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly sheetName: string) {}

  /** The range of a list, as a validation names it. */
  rangeOf(list: readonly string[]): string {
    const key = list.join('\n');
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.columns.push(list) - 1;
      this.places.set(key, place);
    }
    const letters = columnLetters(place + 2);
    return `'${this.sheetName}'!$${letters}$2:$${letters}$${list.length + 1}`;
  }

  rows(): Cell[][] {
    const longest = Math.max(0, ...this.columns.map((list) => list.length));
    const head: Cell[] = [{ value: '#', type: String, ...styles.mark }];
    const body = Array.from({ length: longest }, (_, at): Cell[] => [
      { value: '#', type: String, ...styles.mark },
      ...this.columns.map((list): Cell => (list[at] === undefined ? null : { value: String(spreadsheetCell(list[at])), type: String })),
    ]);
    return [head, ...body];
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The validations of a sheet: cells with the same list, side by side in a column, share one. */
const validationsOf = (sheet: TemplateSheet, lists: Lists): string => {
  const ranges = new Map<string, string[]>();
  sheet.rows.forEach(({ cells }, rowAt) => {
    cells.forEach(({ list }, columnAt) => {
      if (list === null) return;
      const range = lists.rangeOf(list);
      ranges.set(range, [...(ranges.get(range) ?? []), `${columnLetters(columnAt + 1)}${rowAt + 1}`]);
    });
  });
  if (ranges.size === 0) return '';
  // A text that is not in the list is let in: it is asked about when the file is read, with a sentence instead of a beep.
  const each = [...ranges].map(
    ([range, cells]) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells.join(' ')}"><formula1>${escaped(range)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
};

/** What the writer of files has no words for: choices beside cells, and rows and columns that nobody need see. */
const featureOf = (book: TemplateBook, validations: readonly string[]): Feature<Content> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) => {
          const sheet = book.sheets[sheetIndex];
          const hiddenRows = new Set((sheet?.rows ?? []).flatMap(({ isHidden }, at) => (isHidden ? [at + 1] : [])));
          const isLists = sheet === undefined;
          return content
            .replace(/<col min="(\d+)"/g, (whole, column: string) =>
              isLists
                ? column === '1'
                  ? `${whole} hidden="1"`
                  : whole
                : sheet.widths[Number(column) - 1] === 0
                  ? `${whole} hidden="1"`
                  : whole,
            )
            .replace(/<row r="(\d+)"/g, (whole, row: string) => (hiddenRows.has(Number(row)) ? `${whole} hidden="1"` : whole))
            .replace(/<\/sheetData>(<mergeCells.*?<\/mergeCells>)?/, (whole) => `${whole}${validations[sheetIndex] ?? ''}`);
        },
      },
    },
  },
});

/** Writes a template as XLSX: texts are texts whatever they begin with, numbers are numbers, and nothing in it runs. */
export const xlsxTemplate = async (book: TemplateBook): Promise<Uint8Array> => {
  const lists = new Lists(book.listsName);
  const validations = book.sheets.map((sheet) => validationsOf(sheet, lists));
  const sheets: Sheet<Content>[] = book.sheets.map(({ name, widths, rows, frozen }) => ({
    sheet: name,
    data: rows.map(({ cells }) => cells.map(laid)),
    columns: widths.map((width) => ({ width: width === 0 ? 10 : width })),
    ...(frozen === 0 ? {} : { stickyRowsCount: frozen }),
  }));
  const listSheet = { sheet: book.listsName, data: lists.rows(), columns: [{ width: 10 }, ...lists.columns.map(() => ({ width: 30 }))] };
  return writeExcelFile([...sheets, listSheet], {
    features: [featureOf(book, validations)],
  }).toBuffer();
};

/** The same as CSV: one sheet below the other, all rows and columns in sight. */
export const csvTemplate = (book: TemplateBook): Uint8Array => {
  const rows = book.sheets.flatMap(({ rows: ofSheet }) => ofSheet.map(({ cells }) => cells.map(({ value }) => value)));
  const [first = [], ...rest] = rows;
  return csvFile(
    first.map((value) => String(value ?? '')),
    rest,
  );
};
