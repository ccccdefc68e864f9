import { type BillProblemCode, billSentence } from '../problem/bill-problems.js';
import { billVats } from '../survey/bills/bill-plan.js';
import { type BillTable, billRoles } from '../survey/bills/bill-table.js';
import type { UnderstoodBills } from '../survey/bills/understood-bills.js';
import type { Edition, MonthlyQuestion } from '../survey/edition.js';
import { roundState } from '../survey/round-state.js';
import { type AdminBlock, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { importBlocks, linesCell, tableBlock } from './import-preview.js';
import { inLanguage } from './number-format.js';
import { type EstablishmentName, responsePath } from './section-page.js';
import type { RespondentPage } from './sheet-page.js';
import { type Language, wordsOf } from './words/words.js';

interface OfResponse {
  readonly response: { readonly id: string; readonly revision: number };
  readonly establishment: EstablishmentName;
  readonly round: Parameters<typeof roundState>[0];
}

export const billsPath = (responseId: string): string => `${responsePath(responseId)}/bills`;

const questionOptions = (questions: readonly MonthlyQuestion[], language: Language) =>
  questions.map(({ id, code, text }) => ({ value: id, text: `${code} ${inLanguage(text, language)}` }));

/** The page where a file of bills is chosen. */
export const billsPage = (
  { response, establishment, round }: OfResponse,
  {
    questions,
    kib,
    saved,
    fault,
  }: {
    readonly questions: readonly MonthlyQuestion[];
    readonly kib: number;
    readonly saved: number | null;
    readonly fault: TypedFault | null;
  },
  language: Language,
): RespondentPage => {
  const { bills: words, sheet } = wordsOf(language).page;
  const isOpen = roundState(round) === 'open';
  const options = [{ value: '', text: words.guessed }, ...questionOptions(questions, language)];
  const fields = [
    adminField({ name: 'question', label: words.question, kind: 'select', options, optional: true }, fault),
    adminField({ name: 'file', label: words.file, help: words.fileHelp(kib), kind: 'file' }, fault),
  ];
  const page = adminPage(words.title, {
    lead: words.lead,
    notice: saved === null ? null : words.saved(saved),
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('file', {
        heading: words.fileTitle,
        lead: isOpen ? null : sheet.page.closed,
        form: isOpen ? adminForm(billsPath(response.id), words.read, fields, { takesFile: true }) : null,
      }),
      adminBlock('rules', { heading: words.rulesTitle, items: words.rules }),
    ],
    links: [{ href: responsePath(response.id), text: words.back }],
  });
  return { ...page, establishment };
};

type Understood = UnderstoodBills & { readonly edition: Edition };

/** Rows that may be the titles: the first ones with more than one text. */
const headerRows = ({ cells }: BillTable, chosen: number): readonly { readonly row: number; readonly titles: string }[] => {
  const rows = [...new Set(cells.map(({ row }) => row))].slice(0, 40);
  return rows
    .map((row) => ({ row, texts: cells.filter((cell) => cell.row === row).map(({ text }) => text) }))
    .filter(({ row, texts }) => row === chosen || texts.length > 1)
    .map(({ row, texts }) => ({ row, titles: texts.join(' · ').slice(0, 80) }));
};

const fieldsOf = (file: Understood, language: Language) => {
  const { bills: words } = wordsOf(language).page;
  const select = (name: string, label: string, value: string, options: readonly { readonly value: string; readonly text: string }[]) =>
    adminField({ name, label, kind: 'select', value, options, optional: true }, null);
  const columns = [{ value: '', text: words.noColumn }, ...file.header.titles.map(({ column, text }) => ({ value: String(column), text }))];
  const customers = file.read.customers.filter((customer) => customer !== '');
  const whiches = [
    { value: '', text: words.whichNone },
    ...customers.map((customer) => ({ value: customer, text: customer })),
    { value: '*', text: words.whichAll },
  ];
  return [
    select('question', words.question, file.question.id, questionOptions(file.questions, language)),
    select(
      'header',
      words.header,
      String(file.header.row),
      headerRows(file.table, file.header.row).map(({ row, titles }) => ({ value: String(row), text: words.row(row, titles) })),
    ),
    ...billRoles.map((role) => select(role, words.roles[role], String(file.columns[role] ?? ''), columns)),
    select(
      'unit',
      words.unit,
      file.unit,
      file.question.units.map(({ id, choose }) => ({ value: id, text: inLanguage(choose, language) })),
    ),
    select(
      'tax',
      words.tax,
      file.vat,
      billVats.map((vat) => ({ value: vat, text: words.taxes[vat] })),
    ),
    ...(customers.length > 1 ? [select('which', words.which, file.which, whiches)] : []),
  ];
};

/** How the file is understood, as the fields of the form say it: what is saved is what was shown. */
const asShown = (file: UnderstoodBills) => [
  { name: 'question', value: file.question.id },
  { name: 'header', value: String(file.header.row) },
  ...billRoles.map((role) => ({ name: role, value: String(file.columns[role] ?? '') })),
  { name: 'unit', value: file.unit },
  { name: 'tax', value: file.vat },
  { name: 'which', value: file.which },
];

const sentenceOf = (code: BillProblemCode, values: Readonly<Record<string, string | number>>, language: Language): string =>
  inLanguage(billSentence(code, values), language);

/** What a file of bills would put into the form; nothing of it is stored yet. */
export const billsPreviewPage = ({ response, establishment }: OfResponse, file: Understood, language: Language): RespondentPage => {
  const { bills: words, sheet } = wordsOf(language).page;
  const path = billsPath(response.id);
  const table = { name: 'table', value: file.tableText };
  const count = file.answers.changes.length;
  const notes = file.notes.map(({ code, values }) => sentenceOf(code, values, language));
  const faults = file.read.faults.map(({ address, code, text, other }) => ({
    cells: [adminCell(address, { isHead: true }), linesCell(sentenceOf(code, { text, other }, language))],
  }));
  const hidden = [{ name: 'revision', value: String(response.revision) }, table, ...asShown(file)];
  const save: readonly AdminBlock[] =
    count === 0 ? [] : [adminBlock('save', { form: adminForm(`${path}/save`, words.save(count), [], { hidden }) })];
  const page = adminPage(words.checkTitle, {
    lead: count === 0 ? words.nothing : words.checkLead,
    blocks: [
      ...(notes.length === 0 ? [] : [adminBlock('notes', { heading: words.notesTitle, items: notes })]),
      ...tableBlock(
        { id: 'faults', heading: words.faultsTitle, lead: null, head: [sheet.preview.cell, words.what], rows: faults },
        language,
      ),
      ...importBlocks(file.answers, { edition: file.edition, language }),
      ...save,
      adminBlock('columns', {
        heading: words.columnsTitle,
        lead: file.isRemembered ? words.remembered : null,
        form: adminForm(`${path}/look`, words.look, fieldsOf(file, language), {
          hidden: [table],
          buttons: [{ text: words.look, isPrimary: count === 0, formAction: null }],
        }),
      }),
    ],
    links: [
      { href: path, text: words.again },
      { href: responsePath(response.id), text: words.back },
    ],
  });
  return { ...page, establishment };
};
