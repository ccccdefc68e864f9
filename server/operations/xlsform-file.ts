import { xlsFormWords } from '../presentation/xlsform-words.js';
import { xlsxTables } from '../reports/tables-file.js';
import type { Edition } from '../survey/edition.js';
import { type ExportNote, exportForm } from '../survey/xlsform/export-form.js';
import { columnsOf, type XlsForm } from '../survey/xlsform/xlsform.js';

/** An edition as an XLSForm file, and what XLSForm cannot say of it. */
export const xlsFormFile = async (edition: Edition): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly ExportNote[] }> => {
  const { form, notes } = exportForm(edition, xlsFormWords());
  const sheets = (['survey', 'choices', 'settings'] as const satisfies readonly (keyof XlsForm)[]).map((name) => ({
    name,
    header: columnsOf[name],
    rows: form[name].map((row) => columnsOf[name].map((column) => row[column] ?? null)),
  }));
  return { bytes: await xlsxTables(sheets), notes };
};
