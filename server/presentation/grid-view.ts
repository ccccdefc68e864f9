import type { MonthlyQuestion, TableQuestion } from '../survey/edition.js';
import type { MonthlyTotal } from '../survey/form-state.js';
import {
  cellControl,
  type FormContext,
  fixedUnit,
  formatSum,
  type ReadingView,
  readingView,
  type SimpleControl,
  type UnitView,
  unitView,
} from './control-view.js';
import { fieldId, rowAnchor } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { wordsOf } from './words/words.js';

interface MonthView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Belongs to the label where there is nothing to choose. */
  readonly labelUnit: string | null;
  readonly value: string;
  readonly invalid: boolean;
  readonly reading: ReadingView;
}

/** Twelve months, the year's total, and the sum so far. */
export interface MonthsControl {
  readonly partial: 'control-months';
  readonly question: string;
  readonly months: readonly MonthView[];
  readonly annual: MonthView;
  readonly unit: UnitView | null;
  readonly unitLabel: string;
  readonly unitText: string;
  readonly paste: string;
  readonly total: string;
}

/** One cell of a table: its control, and its label. */
interface CellView {
  readonly label: string;
  readonly labelUnit: string | null;
  /** The control the label belongs to; null for a group of check boxes. */
  readonly labelFor: string | null;
  readonly control: SimpleControl;
}

/** A table as one card for each row. */
export interface RowsControl {
  readonly partial: 'control-rows';
  readonly question: string;
  readonly hint: string;
  readonly clear: string;
  readonly rows: readonly { readonly id: string; readonly legend: string; readonly cells: readonly CellView[] }[];
  readonly add: { readonly value: string; readonly text: string } | null;
  readonly limit: string | null;
}

/** What the running total of a monthly question says. */
export const totalText = (total: MonthlyTotal | undefined, unitText: string, context: Pick<FormContext, 'language'>): string => {
  const words = wordsOf(context.language).page.question;
  return total === undefined || total.months === 0 ? words.totalNone : words.total(formatSum(total.sum), unitText, total.months);
};

/** The text of the unit of an answer, as the page prints it. */
export const unitTextOf = (units: MonthlyQuestion['units'], id: string | undefined, context: Pick<FormContext, 'language'>): string => {
  const unit = units.find((choice) => choice.id === id) ?? units[0];
  return unit === undefined ? '' : inLanguage(unit.text, context.language);
};

export const monthsControl = (question: MonthlyQuestion, total: MonthlyTotal | undefined, context: FormContext): MonthsControl => {
  const words = wordsOf(context.language).page.question;
  const unitText = unitTextOf(question.units, context.fields.get(`${question.id}.unit`), context);
  const labelUnit = question.units.length === 1 ? unitText : null;
  const month = (part: string, label: string): MonthView => {
    const name = `${question.id}.${part}`;
    const value = context.fields.get(name) ?? '';
    return { id: fieldId(name), name, label, labelUnit, value, invalid: context.invalid.has(name), reading: readingView('number', value) };
  };
  return {
    partial: 'control-months',
    question: question.id,
    months: words.monthNames.map((label, at) => month(`m${String(at + 1).padStart(2, '0')}`, label)),
    annual: month('annual', words.annual),
    unit: unitView(question.id, question.units, inLanguage(question.text, context.language), context),
    unitLabel: words.unit,
    unitText,
    paste: words.paste,
    total: totalText(total, unitText, context),
  };
};

/** Rows that are printed when nothing was entered yet, and empty ones below what was entered. */
const spareRows = 2;

/**
 * The rows that have something in them, and empty ones to go on with. Rows keep their numbers for ever.
 * @param wanted how many rows somebody asked to see; 0: as many as needed
 */
export const rowsControl = (question: TableQuestion, wanted: number, context: FormContext): RowsControl => {
  const words = wordsOf(context.language).page.question;
  const prefix = `${question.id}.`;
  const used = [...context.fields.entries()]
    .filter(([name, value]) => name.startsWith(prefix) && value.trim() !== '')
    .map(([name]) => Number(name.slice(prefix.length).split('.')[0]))
    .filter((row) => Number.isInteger(row));
  const last = Math.min(question.maxRows, Math.max(wanted, Math.max(0, ...used) + spareRows));
  const cell = (row: number, column: TableQuestion['columns'][number]): CellView => {
    const control = cellControl(column, `${question.id}.${row}.${column.id}`, context);
    return {
      label: inLanguage(column.text, context.language),
      labelUnit: fixedUnit(control),
      labelFor: control.partial === 'control-choices' ? null : control.id,
      control,
    };
  };
  return {
    partial: 'control-rows',
    question: question.id,
    hint: words.tableHint,
    clear: words.clearRow,
    rows: Array.from({ length: last }, (_, at) => ({
      id: rowAnchor(question.id, at + 1),
      legend: words.row(at + 1),
      cells: question.columns.map((column) => cell(at + 1, column)),
    })),
    add: last < question.maxRows ? { value: `addRow:${question.id}:${last + 1}`, text: words.addRow } : null,
    limit: last < question.maxRows ? null : words.rowLimit(question.maxRows),
  };
};
