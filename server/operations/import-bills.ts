import { createHash } from 'node:crypto';
import { billProblem } from '../problem/bill-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.js';
import { type BillPlan, type BillVat, billPlan, billQuestions, billVats } from '../survey/bills/bill-plan.js';
import {
  type BillCell,
  type BillColumns,
  type BillHeader,
  type BillTable,
  billRoles,
  findBills,
  headerAt,
} from '../survey/bills/bill-table.js';
import { readBills } from '../survey/bills/read-bills.js';
import type { UnderstoodBills } from '../survey/bills/understood-bills.js';
import type { MonthlyQuestion } from '../survey/edition.js';
import { importAnswers, postedChanges } from '../survey/import-answers.js';
import { roundState } from '../survey/round-state.js';
import { saveImport } from './import-form.js';
import type { OnBehalf } from './respondent.js';
import { type ResponseForm, readForm } from './response-form.js';

/** What the respondent says of a file of bills, as typed; what is left out is guessed. */
export interface BillChoices {
  readonly question: string;
  readonly header?: string | undefined;
  readonly columns?: Readonly<Partial<Record<string, string>>>;
  readonly unit?: string | undefined;
  readonly vat?: string | undefined;
  /** A customer number, or `*` for all of them added up. */
  readonly which?: string | undefined;
}

/** A file of bills, how it is understood, and what it would change. */
export interface CheckedBills extends UnderstoodBills {
  readonly form: ResponseForm;
  /** What to hand to `saveBills`. */
  readonly toSave: string;
}

/** More than the bills of one year of ten customer numbers have. */
const mostCells = 6000;

const tableText = ({ sheet, cells }: BillTable): string =>
  JSON.stringify({ sheet, cells: cells.map(({ row, column, text, kind }) => [row, column, text, kind]) });

/** A table as the page hands it back. Throws billsLost. */
export const billTableIn = (text: string): BillTable => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw billProblem('billsLost');
  }
  const isNumber = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
  const isCell = (value: unknown): value is [number, number, string, BillCell['kind']] =>
    Array.isArray(value) &&
    value.length === 4 &&
    isNumber(value[0]) &&
    isNumber(value[1]) &&
    typeof value[2] === 'string' &&
    typeof value[3] === 'string';
  const { sheet, cells } = (typeof read === 'object' && read !== null ? read : {}) as { sheet?: unknown; cells?: unknown };
  if (typeof sheet !== 'string' || !Array.isArray(cells) || cells.length === 0 || cells.length > mostCells || !cells.every(isCell))
    throw billProblem('billsLost');
  return { sheet, cells: cells.map(([row, column, cell, kind]) => ({ row, column, text: cell, kind })) };
};

const mappingId = (establishmentId: string, { signature }: BillHeader): string =>
  createHash('sha256').update(`${establishmentId}\n${signature}`).digest('hex');

/** What was chosen the last time for these titles, as far as the file and the form still have it. */
const remembered = async (
  site: Site,
  who: OnBehalf,
  header: BillHeader,
  questions: readonly MonthlyQuestion[],
): Promise<(BillChoices & { isRemembered: true }) | null> => {
  const kept = await site.store.billMappings.byId(mappingId(who.establishmentId, header));
  if (kept === null || kept.establishmentId !== who.establishmentId || !questions.some(({ id }) => id === kept.question)) return null;
  const columns = Object.fromEntries(billRoles.map((role) => [role, String(kept.columns[role] ?? '')]));
  return { question: kept.question, columns, unit: kept.unit, vat: kept.vat, isRemembered: true };
};

const columnsOf = (header: BillHeader, given: BillChoices['columns']): BillColumns => {
  const known = new Set(header.titles.map(({ column }) => column));
  return Object.fromEntries(
    billRoles.map((role) => {
      const text = given?.[role];
      if (text === undefined) return [role, header.guess[role]];
      const column = Number(text);
      return [role, known.has(column) ? column : null];
    }),
  ) as BillColumns;
};

/** A file of gas is asked about in gas units: the question whose units the titles name comes first. */
const guessQuestion = (questions: readonly MonthlyQuestion[], header: BillHeader): MonthlyQuestion | undefined =>
  questions.find(({ units }) => header.unit !== null && units.some(({ id }) => id === header.unit)) ?? questions[0];

/** What the titles say of value added tax; where they say nothing, nothing is assumed. */
const guessVat = ({ vat }: BillHeader, columns: BillColumns): BillVat =>
  vat === 'with' && columns.vat !== null ? 'separate' : (vat ?? 'unknown');

const check = async (
  site: Site,
  who: OnBehalf,
  form: ResponseForm,
  table: BillTable,
  header: BillHeader,
  given: BillChoices,
): Promise<CheckedBills> => {
  const questions = billQuestions(form.edition);
  const before = given.columns === undefined ? await remembered(site, who, header, questions) : null;
  const choices = before === null ? given : { ...before, question: given.question === '' ? before.question : given.question };
  const question = choices.question === '' ? guessQuestion(questions, header) : questions.find(({ id }) => id === choices.question);
  if (question === undefined) throw billProblem('billQuestion', {}, 'question');
  const columns = columnsOf(header, choices.columns);
  const offered = (id: string | null | undefined): boolean => question.units.some((unit) => unit.id === id);
  const unit = [choices.unit, header.unit, question.units[0]?.id].find(offered) ?? '';
  const vat = billVats.find((one) => one === choices.vat) ?? guessVat(header, columns);
  const read = readBills(
    table,
    header.row,
    columns,
    question.units.find(({ id }) => id === unit),
  );
  const wanted = choices.which ?? '';
  const which = wanted === '*' || (wanted !== '' && read.customers.includes(wanted)) ? wanted : '';
  const mustChoose = read.customers.length > 1 && which === '';
  const wish = { question, unit, vat, customer: which === '' || which === '*' ? null : which, year: form.edition.referenceYear };
  const plan: BillPlan = mustChoose
    ? { entries: [], notes: [{ code: 'chooseCustomer', values: { customers: read.customers.join(', ') } }] }
    : billPlan(read, wish);
  const answers = importAnswers(form.edition, form.response.answers, plan.entries);
  return {
    form,
    question,
    questions,
    table,
    header,
    columns,
    unit,
    vat,
    which,
    isRemembered: before !== null,
    read,
    notes: plan.notes,
    answers,
    toSave: JSON.stringify([...postedChanges(answers.changes)]),
    tableText: tableText(table),
  };
};

/** The questions of a form that bills can fill. */
export const billQuestionsOf = ({ edition }: Pick<ResponseForm, 'edition'>): readonly MonthlyQuestion[] => billQuestions(edition);

const openForm = async (site: Site, who: OnBehalf, responseId: string): Promise<ResponseForm> => {
  const form = await readForm(site, who, responseId);
  if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
  return form;
};

/**
 * Reads a file of bills and guesses what its columns hold, or takes what was chosen the last time for such a file. Saves nothing.
 * Throws notFound, roundClosed, billsAbsent, billsMany, billQuestion and the Problems of `sheet-problems`.
 */
export const readBillFile = async (
  site: Site,
  who: OnBehalf,
  responseId: string,
  file: Uint8Array | null,
  question: string,
): Promise<CheckedBills> => {
  const form = await openForm(site, who, responseId);
  const found = findBills(await readSpreadsheet(file));
  if (found === null) throw billProblem('billsAbsent');
  if (found.table.cells.length > mostCells) throw billProblem('billsMany', { limit: mostCells });
  return check(site, who, form, found.table, found.header, { question });
};

/** The same file, understood as the respondent says. Saves nothing. Throws as `readBillFile`, and billsLost. */
export const lookAtBills = async (
  site: Site,
  who: OnBehalf,
  responseId: string,
  table: string,
  choices: BillChoices,
): Promise<CheckedBills> => {
  const form = await openForm(site, who, responseId);
  const read = billTableIn(table);
  const row = Number(choices.header);
  const there = read.cells.some((cell) => cell.row === row);
  if (!there) throw billProblem('billsLost');
  return check(site, who, form, read, headerAt(read, row), choices);
};

/**
 * Saves what the bills put into the form, and remembers how their columns were meant.
 * @returns how many answers were changed
 * Throws as `lookAtBills`, and sheetLost, sheetOutdated.
 */
export const saveBills = async (
  site: Site,
  who: OnBehalf,
  {
    responseId,
    revision,
    table,
    choices,
  }: { readonly responseId: string; readonly revision: number; readonly table: string; readonly choices: BillChoices },
): Promise<number> => {
  const checked = await lookAtBills(site, who, responseId, table, choices);
  const { answers, header, columns, unit, vat, question } = checked;
  const saved =
    answers.changes.length === 0 ? 0 : await saveImport(site, who, { responseId, revision, toSave: checked.toSave, source: 'import' });
  await site.store.billMappings.keep({
    id: mappingId(who.establishmentId, header),
    establishmentId: who.establishmentId,
    question: question.id,
    columns: { ...columns },
    unit,
    vat,
    savedAt: site.clock.now(),
  });
  return saved;
};
