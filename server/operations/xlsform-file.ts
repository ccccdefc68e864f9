import { sectionFaults, sectionYaml } from '../catalog/section-yaml.js';
import { xlsFormWords } from '../presentation/xlsform-words.js';
import { xlsxTables } from '../reports/tables-file.js';
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.js';
import type { Edition } from '../survey/edition.js';
import { type ExportNote, exportForm } from '../survey/xlsform/export-form.js';
import { type ImportedForm, importForm } from '../survey/xlsform/import-form.js';
import type { XlsFinding } from '../survey/xlsform/read-rows.js';
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

/** Section files that an XLSForm came to, what of it was not taken over, and what the schema of such files says against them. */
export interface ReadXlsForm {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly XlsFinding[];
  readonly faults: readonly string[];
}

const pathOf = ({ isModule, record }: ImportedForm['sections'][number]): string => {
  if (isModule) return `modules/${record.id}.yaml`;
  const words = record.title.en
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return `${[record.id.toLowerCase(), ...words.slice(0, 3)].join('-')}.yaml`;
};

/** Reads an XLSForm into the files of sections. Writes nothing. Throws the Problems of `sheet-problems`. */
export const readXlsForm = async (bytes: Uint8Array): Promise<ReadXlsForm> => {
  const { sections, findings } = importForm(await readSpreadsheet(bytes));
  const files = sections.map((section) => ({ path: pathOf(section), text: sectionYaml(section.record) }));
  const faults = sections.flatMap((section) =>
    sectionFaults(section.record, section.isModule).map((fault) => `${pathOf(section)}: ${fault}`),
  );
  return { files, findings, faults };
};
