import { sizeBands } from '../survey/size-band.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import type { BothLanguages } from './number-format.js';
import type { TypedRegisterEntry } from './register-page.js';
import { type Language, wordsOf } from './words/words.js';

type Column = keyof TypedRegisterEntry;

/** How the columns of the register are called in both languages. */
export const registerColumnNames = (): Readonly<Record<Column, readonly string[]>> => {
  const { columns: ko } = wordsOf('ko').page.admin.register;
  const { columns: en } = wordsOf('en').page.admin.register;
  const pairs = (Object.keys(ko) as Column[]).map((column): [Column, readonly string[]] => [column, [ko[column], en[column]]]);
  return Object.fromEntries(pairs) as Record<Column, readonly string[]>;
};

/** The first line of a file to import, in the words of one language. */
export const registerHeader = (language: Language): readonly string[] => Object.values(wordsOf(language).page.admin.register.columns);

/** The page where a file is chosen. */
export const importPage = (
  limits: { readonly bytes: number; readonly rows: number },
  fault: TypedFault | null,
  language: Language,
): AdminPage => {
  const { register: words } = wordsOf(language).page.admin;
  const fields = [adminField({ name: 'file', label: words.import.file, help: words.import.fileHelp, kind: 'file' }, fault)];
  return adminPage(words.import.title, {
    lead: words.import.lead,
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('rules', {
        heading: words.import.rulesTitle,
        items: words.import.rules(limits.rows, limits.bytes / 1024, sizeBands.join(', ')),
        links: [{ href: '/admin/import/template.csv', text: words.import.template }],
      }),
      adminBlock('file', {
        heading: words.import.fileTitle,
        form: adminForm('/admin/import', words.import.check, fields, { takesFile: true }),
      }),
    ],
    links: [{ href: '/admin/establishments', text: words.title }],
  });
};

interface Report {
  readonly rows: readonly {
    readonly line: number;
    readonly typed: TypedRegisterEntry;
    readonly outcome: 'new' | 'there' | 'wrong';
    readonly faults: readonly { readonly field: string; readonly sentence: BothLanguages }[];
  }[];
  readonly counts: Readonly<Record<'new' | 'there' | 'wrong', number>>;
}

/** How many lines of each kind the report shows; the counts tell of all. */
const shown = 200;

/** What would become of a file: nothing of it is stored yet. @param text the rows, as they come back when it is confirmed */
export const importReportPage = (
  report: Report,
  { encoding, text }: { readonly encoding: string; readonly text: string },
  language: Language,
): AdminPage => {
  const { register: words } = wordsOf(language).page.admin;
  const { counts } = report;
  const wrong = report.rows.filter(({ outcome }) => outcome === 'wrong').slice(0, shown);
  const rest = report.rows.filter(({ outcome }) => outcome !== 'wrong').slice(0, shown);
  const columnOf = (field: string): string => (field in words.columns ? words.columns[field as Column] : words.import.wholeRow);
  const faultRows = wrong.flatMap(({ line, faults }) =>
    faults.map(({ field, sentence }) => ({
      cells: [
        adminCell(String(line), { isHead: true }),
        adminCell(columnOf(field)),
        adminCell(sentence[language]),
        adminCell(sentence[language === 'ko' ? 'en' : 'ko']),
      ],
    })),
  );
  const rows = rest.map(({ line, typed, outcome }) => ({
    cells: [
      adminCell(String(line), { isHead: true }),
      adminCell(words.import.outcomes[outcome], { isWarning: outcome === 'there' }),
      ...(['name', 'businessNumber', 'region', 'sizeBand', 'form', 'postcode', 'address', 'email'] as const).map((column) =>
        adminCell(typed[column]),
      ),
    ],
  }));
  const canStore = counts.wrong === 0 && counts.new > 0;
  return adminPage(words.import.reportTitle, {
    lead: words.import.reportLead,
    blocks: [
      adminBlock('counts', {
        facts: [
          { label: words.import.outcomes.new, text: String(counts.new) },
          { label: words.import.outcomes.there, text: String(counts.there) },
          { label: words.import.outcomes.wrong, text: String(counts.wrong) },
          { label: words.import.encoding, text: encoding },
        ],
      }),
      ...(faultRows.length === 0
        ? []
        : [
            adminBlock('wrong', {
              heading: words.import.wrongTitle,
              lead: words.import.wrongLead,
              table: {
                label: words.import.wrongTitle,
                head: [words.import.line, words.import.column, words.import.what, words.import.inOther],
                rows: faultRows,
              },
            }),
          ]),
      ...(rows.length === 0
        ? []
        : [
            adminBlock('rows', {
              heading: words.import.rowsTitle,
              lead: words.import.rowsLead,
              table: { label: words.import.rowsTitle, head: [words.import.line, words.import.outcome, ...registerHeader(language)], rows },
            }),
          ]),
      ...(canStore
        ? [
            adminBlock('store', {
              form: adminForm('/admin/import/confirm', words.import.store(counts.new), [], { hidden: [{ name: 'rows', value: text }] }),
            }),
          ]
        : []),
    ],
    links: [{ href: '/admin/import', text: words.import.again }],
  });
};

/** That a file was imported. */
export const importedPage = (counts: Report['counts'], language: Language): AdminPage => {
  const { register: words } = wordsOf(language).page.admin;
  return adminPage(words.import.title, {
    notice: words.import.stored(counts.new, counts.there),
    links: [
      { href: '/admin/establishments', text: words.title },
      { href: '/admin/import', text: words.import.again },
    ],
  });
};
