import { exactSum } from '../domain/exact-sum.js';
import type { CellProblemCode } from '../problem/cell-problems.js';
import type { Answers } from './answer.js';
import type { Edition, Question } from './edition.js';
import type { EnergyReportRules, ReportedSource } from './energy-report-rules.js';
import { fieldName, splitName } from './field-names.js';
import { questionsOf } from './form-fields.js';
import { numberText, readNumber } from './numbers.js';
import type { SheetEntry, SheetNote, SheetReading } from './sheet-entry.js';
import { addressOf, type FileCell, type FileSheet, type Workbook } from './workbook.js';
import { converted } from './year-quantity.js';

/** The columns of the report: what is reported, its unit, four quarters and the year. Names without spaces, in small letters. */
const columns = {
  source: ['에너지원', '연료', '구분', 'source', 'energysource'],
  unit: ['단위', 'unit'],
  q1: ['1분기', 'q1'],
  q2: ['2분기', 'q2'],
  q3: ['3분기', 'q3'],
  q4: ['4분기', 'q4'],
  year: ['연간', '연간합계', '합계', '계', 'year', 'total'],
} as const;
type Column = keyof typeof columns;
const quarters = ['q1', 'q2', 'q3', 'q4'] as const;

/** The header of an empty report, and its rows: each source with the unit it usually has. */
export const energyReportTemplate = (
  { sources }: EnergyReportRules,
  language: 'ko' | 'en',
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const header = {
    ko: ['에너지원', '단위', '1분기', '2분기', '3분기', '4분기', '연간'],
    en: ['Source', 'Unit', 'Q1', 'Q2', 'Q3', 'Q4', 'Year'],
  }[language];
  return { header, rows: sources.map(({ text, units }) => [text[language], Object.keys(units)[0] ?? '', '', '', '', '', '']) };
};

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

type Row = ReadonlyMap<number, FileCell>;

const rowsOf = ({ cells }: FileSheet): readonly Row[] => {
  const rows = new Map<number, Map<number, FileCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, FileCell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return [...rows].sort(([left], [right]) => left - right).map(([, row]) => row);
};

/** Where each column stands, if a row is the header: it names the source, the unit and an amount. */
const headerIn = (row: Row): ReadonlyMap<Column, number> | null => {
  const places = new Map<Column, number>();
  for (const [at, { text }] of row) {
    const found = (Object.keys(columns) as Column[]).find((column) => columns[column].some((name) => name === tidy(text)));
    if (found !== undefined && !places.has(found)) places.set(found, at);
  }
  const amounts = [...quarters, 'year' as const].filter((column) => places.has(column));
  return places.has('source') && places.has('unit') && amounts.length > 0 ? places : null;
};

const sourceNamed = ({ sources }: EnergyReportRules, text: string): ReportedSource | undefined =>
  sources.find(({ text: own, names }) => [own.ko, own.en, ...names].some((name) => tidy(name) === tidy(text)));

/** A difference between the quarters and the year that rounding does not explain. */
const differs = (sum: number, year: number): boolean => Math.abs(sum - year) > Math.max(1, 0.01 * year);

interface Line {
  readonly sheet: string;
  readonly row: Row;
  readonly places: ReadonlyMap<Column, number>;
}

class Refused extends Error {
  constructor(
    readonly cell: FileCell,
    readonly code: CellProblemCode,
    readonly values: SheetNote['values'],
  ) {
    super(code);
  }
}

const cellAt = ({ row, places }: Line, column: Column): FileCell | undefined => {
  const at = places.get(column);
  const cell = at === undefined ? undefined : row.get(at);
  return cell === undefined || cell.text.trim() === '' ? undefined : cell;
};

const amountIn = (cell: FileCell): number => {
  const read = readNumber(cell.text);
  if (!read.ok || read.value < 0) throw new Refused(cell, 'reportNumber', { text: cell.text.slice(0, 60) });
  return read.value;
};

/** The year's amount of a line and the cell it stands in: the year where it is given, else the sum of four quarters. Null: nothing is given. */
const yearIn = (line: Line): { readonly amount: number; readonly cell: FileCell } | null => {
  const year = cellAt(line, 'year');
  const given = quarters.flatMap((column) => cellAt(line, column) ?? []);
  const sum = exactSum(given.map(amountIn));
  if (year === undefined) {
    const [first] = given;
    if (first === undefined) return null;
    if (given.length < quarters.length) throw new Refused(first, 'reportQuarters', { count: given.length });
    return { amount: sum, cell: first };
  }
  const amount = amountIn(year);
  if (given.length === quarters.length && differs(sum, amount))
    throw new Refused(year, 'reportYearDiffers', { sum: numberText(sum), year: numberText(amount) });
  return { amount, cell: year };
};

const isExclusiveTicked = (question: Question | undefined, answers: Answers): readonly string[] => {
  const answer = question === undefined ? undefined : answers[question.id];
  if (question?.type !== 'choices' || answer?.state !== 'answered' || answer.value.kind !== 'choices') return [];
  const { choices } = answer.value;
  return question.choices.filter(({ id, exclusive }) => exclusive && choices.includes(id)).map(({ id }) => id);
};

/** The fields of the form that one line fills in. */
const entriesOf = (source: ReportedSource, line: Line, asked: ReadonlyMap<string, Question>, answers: Answers): readonly SheetEntry[] => {
  const year = yearIn(line);
  // A source that was not used is left for the form to ask about.
  if (year === null || year.amount === 0) return [];
  const unitCell = cellAt(line, 'unit');
  const unit = unitCell === undefined ? undefined : Object.entries(source.units).find(([name]) => tidy(name) === tidy(unitCell.text))?.[1];
  if (unit === undefined)
    throw new Refused(unitCell ?? year.cell, 'reportUnit', { text: unitCell?.text ?? '', units: Object.keys(source.units).join(', ') });
  const target = asked.get(source.question);
  if (target?.type !== 'quantity' && target?.type !== 'monthly') return [];
  const offered = target.units.find(({ id }) => id === unit.unit) ?? target.units.find(({ id }) => converted(1, unit.unit, id) !== null);
  const amount = converted(year.amount * unit.times, unit.unit, offered?.id ?? '');
  if (offered === undefined || amount === null) return [];
  const entry = (question: string, part: string, text: string, cell: FileCell): SheetEntry => ({
    question,
    part,
    address: addressOf(line.sheet, cell),
    text,
    shown: cell.text,
    isComputed: cell.formula === 'computed',
    fault: null,
  });
  const screens = Object.entries(source.sets).flatMap(([name, text]) => {
    const { question, part } = splitName(name);
    const cleared = isExclusiveTicked(asked.get(question), answers).filter((choice) => choice !== part);
    return [entry(question, part, text, year.cell), ...cleared.map((choice) => entry(question, choice, '', year.cell))];
  });
  const number = numberText(Number(amount.toPrecision(12)));
  return [
    ...screens,
    entry(target.id, target.type === 'monthly' ? 'annual' : '', number, year.cell),
    entry(target.id, 'unit', offered.id, unitCell ?? year.cell),
  ];
};

/**
 * Reads the yearly energy use report of a large user (에너지사용량 신고): one line for each source, with its unit and quarters or the year.
 * A line that cannot be used is named with its cell, and the others are read.
 */
export const readEnergyReport = (edition: Edition, { sheets }: Workbook, answers: Answers): SheetReading => {
  const rules = edition.energyReport ?? { sources: [] };
  const asked = new Map(questionsOf(edition).map((question) => [question.id, question]));
  const entries = new Map<string, SheetEntry>();
  const notes: SheetNote[] = [];
  const seen = new Map<string, string>();
  let found = false;
  for (const sheet of sheets) {
    let places: ReadonlyMap<Column, number> | null = null;
    for (const row of rowsOf(sheet)) {
      const header: ReadonlyMap<Column, number> | null = places === null ? headerIn(row) : null;
      if (places === null) {
        places = header;
        found ||= header !== null;
        continue;
      }
      const line: Line = { sheet: sheet.name, row, places };
      const name = cellAt(line, 'source');
      if (name === undefined) continue;
      const address = addressOf(sheet.name, name);
      const source = sourceNamed(rules, name.text);
      const before = source === undefined ? undefined : seen.get(source.id);
      try {
        if (source === undefined) throw new Refused(name, 'reportSource', { text: name.text.slice(0, 60) });
        if (before !== undefined) throw new Refused(name, 'reportSourceTwice', { text: name.text.slice(0, 60), other: before });
        seen.set(source.id, address);
        for (const one of entriesOf(source, line, asked, answers)) entries.set(fieldName(one.question, one.part), one);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        notes.push({ address: addressOf(sheet.name, error.cell), code: error.code, values: error.values });
      }
    }
  }
  if (!found) notes.push({ address: addressOf(sheets[0]?.name ?? '', { row: 1, column: 1 }), code: 'reportHeader', values: {} });
  return { entries: [...entries.values()], notes };
};
