import { readFormSheets } from '../presentation/sheet/read-form.js';
import { sheetProblem } from '../problem/sheet-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { sheetLimits } from '../spreadsheets/limits.js';
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.js';
import { answersFromForm, askedField } from '../survey/form-fields.js';
import { type AnswerImport, importAnswers, postedChanges } from '../survey/import-answers.js';
import type { Origin } from '../survey/origin.js';
import { roundState } from '../survey/round-state.js';
import type { SheetNote } from '../survey/sheet-entry.js';
import type { Workbook } from '../survey/workbook.js';
import type { OnBehalf } from './respondent.js';
import { type ResponseForm, readForm } from './response-form.js';
import { saveAnswers } from './save-answers.js';

/** What a filled-in file would do to a response. */
export interface CheckedForm {
  readonly form: ResponseForm;
  readonly encoding: Workbook['encoding'];
  readonly answers: AnswerImport;
  readonly notes: readonly SheetNote[];
  /** What to hand to `saveImport` when the respondent agrees. */
  readonly toSave: string;
}

/** The largest file that is read. */
export const mostKib = sheetLimits.bytes / 1024;

/** More fields than any form has. */
const mostFields = 20_000;

/**
 * Says what a filled-in file would change. Saves nothing.
 * Throws notFound, roundClosed and the Problems of `sheet-problems`.
 */
export const checkFormFile = async (site: Site, who: OnBehalf, responseId: string, bytes: Uint8Array | null): Promise<CheckedForm> => {
  const form = await readForm(site, who, responseId);
  if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
  const workbook = await readSpreadsheet(bytes);
  const { entries, notes } = readFormSheets(form.edition, workbook);
  const answers = importAnswers(form.edition, form.response.answers, entries);
  return { form, encoding: workbook.encoding, answers, notes, toSave: textOf(postedChanges(answers.changes)) };
};

type Posted = ReadonlyMap<string, readonly string[]>;

/** Fields as they go through the page and come back. */
const textOf = (posted: Posted): string => JSON.stringify([...posted]);

const postedIn = (text: string): Posted => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw sheetProblem('sheetLost');
  }
  const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
  const isField = (value: unknown): value is readonly [string, readonly string[]] =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isTexts(value[1]);
  if (!Array.isArray(read) || read.length === 0 || read.length > mostFields || !read.every(isField)) throw sheetProblem('sheetLost');
  return new Map(read);
};

/**
 * Saves what a file would change, as if it had been typed, all of it or nothing. Doing it twice is the same as once.
 * @param revision the revision the file was held against
 * @param source   what kind of file it was; kept beside each answer
 * @returns how many answers it changed
 * Throws notFound, roundClosed, sheetLost, sheetOutdated.
 */
export const saveImport = async (
  site: Site,
  who: OnBehalf,
  {
    responseId,
    revision,
    toSave,
    source,
  }: { readonly responseId: string; readonly revision: number; readonly toSave: string; readonly source: 'import' | 'energyReport' },
): Promise<number> => {
  const fields = postedIn(toSave);
  const { edition, response } = await readForm(site, who, responseId);
  // A field that the form does not have would be left out of what is saved: then nothing is.
  if (answersFromForm(edition, fields, response.answers).rejected.length > 0) throw sheetProblem('sheetLost');
  // The form as a file is the respondent's own word; a report to somebody else waits to be confirmed.
  const origin: Origin = { source, roundId: null, confirmed: source === 'import' };
  const origins = Object.fromEntries((fields.get(askedField) ?? []).map((id) => [id, origin]));
  const saved = await saveAnswers(site, who, { responseId, revision, fields, origins });
  if (saved.outcome === 'conflict') throw sheetProblem('sheetOutdated');
  return saved.outcome === 'saved' ? (fields.get(askedField)?.length ?? 0) : 0;
};
