import { formTemplate } from '../presentation/sheet/form-template.js';
import { formsInWorkbook, readFormSheets } from '../presentation/sheet/read-form.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import { sheetProblem } from '../problem/sheet-problems.js';
import { fileName } from '../reports/file-name.js';
import { csvTemplate, xlsxTemplate } from '../reports/template-file.js';
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.js';
import type { Edition } from '../survey/edition.js';
import { type AnswerImport, importAnswers } from '../survey/import-answers.js';
import type { SheetReading } from '../survey/sheet-entry.js';
import type { Workbook } from '../survey/workbook.js';
import type { ReportFile } from './render-report.js';

/** The kinds of files a form can be filled in as. */
export type FormFileKind = 'xlsx' | 'csv';

/**
 * A form as a file to fill in.
 * @param fields what is filled in already, by field name
 * @param owner  who it is for, to begin the name of the file with; null: nobody in particular
 * @param leftOut sections that are known not to be asked; nothing of them stands in the file
 */
export const formFile = async (
  edition: Edition,
  {
    fields,
    kind,
    language,
    owner,
    leftOut = new Set(),
  }: {
    readonly fields: ReadonlyMap<string, string>;
    readonly kind: FormFileKind;
    readonly language: Language;
    readonly owner: string | null;
    readonly leftOut?: ReadonlySet<string>;
  },
): Promise<ReportFile> => {
  const book = formTemplate({ edition, fields, language, leftOut });
  const name = fileName([...(owner === null ? [] : [owner]), wordsOf(language).page.sheet.fileStem, edition.id], kind);
  if (kind === 'csv') return { bytes: csvTemplate(book), fileName: name, type: 'text/csv; charset=utf-8' };
  return { bytes: await xlsxTemplate(book), fileName: name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
};

/** What a filled-in file says about a form, and what that would do to the answers of somebody who has none. */
export interface ReadFormFile {
  readonly edition: Edition;
  readonly workbook: Workbook;
  readonly reading: SheetReading;
  readonly answers: AnswerImport;
}

/**
 * Reads a filled-in file that says itself which form it is of. Opens no store and saves nothing.
 * Throws the Problems of `sheet-problems`.
 */
export const readFormFile = async (editions: Readonly<Record<string, Edition>>, bytes: Uint8Array): Promise<ReadFormFile> => {
  const workbook = await readSpreadsheet(bytes);
  const [form] = formsInWorkbook(workbook);
  if (form === undefined) throw sheetProblem('sheetNotTemplate');
  const edition = Object.hasOwn(editions, form) ? editions[form] : undefined;
  if (edition === undefined) throw sheetProblem('sheetOtherForm', { found: form, wanted: Object.keys(editions).join(', ') });
  const reading = readFormSheets(edition, workbook);
  return { edition, workbook, reading, answers: importAnswers(edition, {}, reading.entries) };
};
