import { sheetProblem } from '../../problem/sheet-problems.js';
import type { Edition, MonthlyQuestion, Question, SimpleQuestion } from '../../survey/edition.js';
import { cellOf, fieldName, partsOf, splitName } from '../../survey/field-names.js';
import { questionsOf } from '../../survey/form-fields.js';
import { plainText } from '../../survey/plain-text.js';
import type { SheetEntry, SheetNote, SheetReading } from '../../survey/sheet-entry.js';
import { addressOf, type FileCell, type FileSheet, type Workbook } from '../../survey/workbook.js';
import { wordsOf } from '../words/words.js';
import { fieldTextOf } from './field-text.js';
import { unitIdOf } from './labels.js';
import { formOfMark, nothing, silentKeys, tableOfMark } from './marks.js';

type Questions = ReadonlyMap<string, Question>;

/** Where a cell belongs. `silent`: nothing is read there; `outside`: there is no such field. */
type Place =
  | {
      readonly kind: 'field';
      readonly question: string;
      readonly part: string;
      readonly target: SimpleQuestion | MonthlyQuestion;
      readonly own: string;
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'outside' };

const silent: Place = { kind: 'silent' };
const outside: Place = { kind: 'outside' };

/** Cells in which the template itself says something, such as the one unit there is. */
const isOurs = (question: Question, key: string, text: string): boolean => {
  const said = plainText(text);
  const words = [wordsOf('ko'), wordsOf('en')].map(({ page }) => page);
  if (key === 'unit') {
    if ('units' in question) return question.units.length === 1 && unitIdOf(question.units, said) !== null;
    if (question.type === 'money') return words.some((page) => page.question.won === said);
    return (
      question.type === 'number' && (said === plainText(question.unitText?.ko ?? '') || said === plainText(question.unitText?.en ?? ''))
    );
  }
  if (key !== 'answer') return false;
  if (question.type === 'choices') return words.some((page) => plainText(page.sheet.cells.choices) === said);
  return question.type === 'table' && words.some((page) => plainText(page.sheet.cells.table(question.maxRows)) === said);
};

/** In the row of a question or of one of its choices, under a column of the sheet. */
const placeInRow = (question: Question, choice: string, key: string, text: string): Place => {
  if (silentKeys.has(key) || isOurs(question, key, text)) return silent;
  // A column without a name is somebody's own.
  if (key === '') return outside;
  if (question.type === 'table') {
    // The reasons of a table are read like those of any question; the rest of its row holds nothing.
    const reasons: SimpleQuestion = { ...question, type: 'yesNo' };
    const hasReasons = key === 'missing' && question.missing.length > 0;
    return hasReasons ? { kind: 'field', question: question.id, part: 'missing', target: reasons, own: 'missing' } : outside;
  }
  const own = key === 'answer' ? (question.type === 'monthly' ? 'annual' : choice) : choice === '' ? key : '?';
  return partsOf(question).includes(own) ? { kind: 'field', question: question.id, part: own, target: question, own } : outside;
};

const placeInTable = (table: Question, rowName: string, key: string): Place => {
  if (table.type !== 'table' || key === '') return outside;
  const part = fieldName(rowName, key);
  const found = cellOf(table, part);
  return found === null ? outside : { kind: 'field', question: table.id, part, target: found.column, own: found.part };
};

const rowsOf = ({ cells }: FileSheet): ReadonlyMap<number, readonly FileCell[]> => {
  const rows = new Map<number, FileCell[]>();
  for (const cell of cells) {
    const there = rows.get(cell.row);
    if (there === undefined) rows.set(cell.row, [cell]);
    else there.push(cell);
  }
  return rows;
};

class FormReader {
  private readonly entries = new Map<string, SheetEntry>();
  private readonly notes: SheetNote[] = [];
  private readonly questions: Questions;
  private forms = 0;

  constructor(private readonly edition: Edition) {
    this.questions = new Map(questionsOf(edition).map((question) => [question.id, question]));
  }

  read(workbook: Workbook): SheetReading {
    for (const sheet of workbook.sheets) this.readSheet(sheet);
    if (this.forms === 0) throw sheetProblem('sheetNotTemplate');
    return { entries: [...this.entries.values()], notes: this.notes };
  }

  private note(address: string, code: SheetNote['code'], values: SheetNote['values']): void {
    this.notes.push({ address, code, values });
  }

  private readSheet(sheet: FileSheet): void {
    const rows = rowsOf(sheet);
    const markOf = (cells: readonly FileCell[]): string => cells.find(({ column }) => column === 1)?.text.trim() ?? '';
    const marks = new Set([...rows.values()].map(markOf));
    // Sheets of guidance and lists are marked as such; any other without a form is somebody's own.
    if (![...marks].some((mark) => mark.startsWith('#'))) {
      if (sheet.cells.length > 0) this.note(addressOf(sheet.name, { row: 1, column: 1 }), 'sheetUnread', { text: sheet.name });
      return;
    }
    let columns: ReadonlyMap<number, string> = new Map();
    // Rows may have been moved: each table keeps the columns its own header names.
    const tableColumns = new Map<string, ReadonlyMap<number, string>>();
    for (const cells of rows.values()) {
      const table = tableOfMark(markOf(cells));
      if (table !== null) tableColumns.set(table, new Map(cells.map(({ column, text }) => [column, text.trim()])));
    }
    for (const cells of rows.values()) {
      const mark = markOf(cells);
      const form = formOfMark(mark);
      const keys = (): ReadonlyMap<number, string> => new Map(cells.map(({ column, text }) => [column, text.trim()]));
      if (form !== null) {
        if (form !== this.edition.id) throw sheetProblem('sheetOtherForm', { found: form, wanted: this.edition.id });
        this.forms += 1;
        columns = keys();
      } else if (tableOfMark(mark) === null && mark !== nothing) {
        this.readRow(sheet, mark, cells, columns, tableColumns.get(splitName(mark).question) ?? new Map());
      }
    }
  }

  private readRow(
    sheet: FileSheet,
    mark: string,
    cells: readonly FileCell[],
    columns: ReadonlyMap<number, string>,
    tableColumns: ReadonlyMap<number, string>,
  ): void {
    const { question: id, part } = splitName(mark);
    const question = this.questions.get(id);
    const others = cells.filter(({ column }) => column !== 1);
    const [first] = others;
    if (first === undefined) return;
    const firstAddress = addressOf(sheet.name, first);
    if (question === undefined) {
      const isFilled = others.some(({ column }) => !silentKeys.has(columns.get(column) ?? ''));
      if (mark === '') this.note(firstAddress, 'rowWithoutMark', { text: first.text });
      else if (isFilled) this.note(firstAddress, 'noQuestion', { text: mark });
      return;
    }
    const isTableRow = question.type === 'table' && part !== '';
    if (isTableRow && Number(part) > question.maxRows) {
      if (others.some(({ column }) => tableColumns.has(column))) this.note(firstAddress, 'noRow', { max: question.maxRows });
      return;
    }
    for (const one of others) {
      const key = (isTableRow ? tableColumns.get(one.column) : columns.get(one.column)) ?? '';
      // Left of a table's columns stand its row numbers.
      const isSilent = isTableRow && key === '' && silentKeys.has(columns.get(one.column) ?? '');
      const place = isSilent ? silent : isTableRow ? placeInTable(question, part, key) : placeInRow(question, part, key, one.text);
      this.take(sheet, one, place);
    }
  }

  private take(sheet: FileSheet, one: FileCell, place: Place): void {
    const address = addressOf(sheet.name, one);
    if (place.kind === 'silent' || one.text.trim() === '') return;
    if (place.kind === 'outside') {
      this.note(address, 'cellOutside', { text: one.text });
      return;
    }
    const { text, fault } = fieldTextOf(place.target, place.own, one);
    const entry = {
      question: place.question,
      part: place.part,
      address,
      text,
      shown: one.text,
      isComputed: one.formula === 'computed',
      fault,
    };
    const name = fieldName(place.question, place.part);
    const before = this.entries.get(name);
    if (before === undefined) this.entries.set(name, entry);
    // A row of a table that was copied is a second machine, also when it says the same.
    else if (before.text !== text || /^\d/.test(place.part))
      this.entries.set(name, { ...entry, fault: { code: 'cellTwice', values: { other: before.address } } });
  }
}

/**
 * Reads a filled-in template back: which cell says what for which field. What belongs to no field is noted with its address.
 * Throws the Problems sheetNotTemplate, sheetOtherForm.
 */
export const readFormSheets = (edition: Edition, workbook: Workbook): SheetReading => new FormReader(edition).read(workbook);

/** The forms that a file says it is of, in the order it names them. */
export const formsInWorkbook = (workbook: Workbook): readonly string[] => [
  ...new Set(
    workbook.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ column, text }) => {
        const form = column === 1 ? formOfMark(text.trim()) : null;
        return form === null ? [] : [form];
      }),
    ),
  ),
];
