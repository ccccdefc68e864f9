import { cellSentence } from '../problem/cell-problems.js';
import type { Answer } from '../survey/answer.js';
import type { Edition, Question } from '../survey/edition.js';
import { fieldName } from '../survey/field-names.js';
import type { AnswerImport, ImportChange, ImportRefusal } from '../survey/import-answers.js';
import { roundState } from '../survey/round-state.js';
import type { SheetEntry, SheetNote } from '../survey/sheet-entry.js';
import { type AdminBlock, type AdminCell, type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { answerWords } from './answer-words.js';
import { faultView, type TypedFault } from './entry-form.js';
import { inLanguage } from './number-format.js';
import { type EstablishmentName, responsePath } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

/** A page of parts that belongs to one establishment. */
export type RespondentPage = AdminPage & { readonly establishment: EstablishmentName };

interface OfResponse {
  readonly edition: Pick<Edition, 'energyReport'>;
  readonly response: { readonly id: string; readonly revision: number };
  readonly establishment: EstablishmentName;
  readonly round: Parameters<typeof roundState>[0];
}

export const sheetPath = (responseId: string): string => `${responsePath(responseId)}/sheet`;

const backLinks = (responseId: string, language: Language) => [
  { href: responsePath(responseId), text: wordsOf(language).page.sheet.page.back },
];

/** The page where a form is downloaded as a file and the filled-in file is chosen. */
export const sheetPage = (
  { edition, response, establishment, round }: OfResponse,
  { kib, saved, fault }: { readonly kib: number; readonly saved: number | null; readonly fault: TypedFault | null },
  language: Language,
): RespondentPage => {
  const words = wordsOf(language).page.sheet;
  const path = responsePath(response.id);
  const isOpen = roundState(round) === 'open';
  const fields = [adminField({ name: 'file', label: words.page.file, help: words.page.fileHelp(kib), kind: 'file' }, fault)];
  const done: readonly AdminBlock[] =
    saved === null
      ? []
      : [
          adminBlock('saved', {
            links: [
              { href: `${path}/check`, text: words.preview.toCheck },
              { href: path, text: words.preview.toTasks },
            ],
          }),
        ];
  const page = adminPage(words.page.title, {
    lead: words.page.lead,
    notice: saved === null ? null : saved === 0 ? words.preview.unchanged : words.preview.saved(saved),
    fault: faultView(fault, fields, language),
    blocks: [
      ...done,
      adminBlock('template', {
        heading: words.page.templateTitle,
        lead: words.page.templateLead,
        links: [
          { href: `${path}/form.xlsx`, text: words.page.xlsx },
          { href: `${path}/form.csv`, text: words.page.csv },
        ],
      }),
      adminBlock('file', {
        heading: words.page.fileTitle,
        lead: isOpen ? null : words.page.closed,
        form: isOpen ? adminForm(sheetPath(response.id), words.page.check, fields, { takesFile: true }) : null,
      }),
      adminBlock('rules', { heading: words.page.rulesTitle, items: words.page.rules }),
      ...(edition.energyReport === null
        ? []
        : [adminBlock('report', { links: [{ href: `${path}/energy-report`, text: wordsOf(language).page.known.report.link }] })]),
    ],
    links: backLinks(response.id, language),
  });
  return { ...page, establishment };
};

interface Speaking {
  readonly edition: Edition;
  readonly language: Language;
}

/** How many lines of a list are shown; the counts tell of all. */
const shown = 200;
const longest = 600;

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const titleOf = ({ code, text }: Question, language: Language): string => `${code} ${inLanguage(text, language)}`;
const addresses = (cells: readonly SheetEntry[]): string => {
  const all = cells.map(({ address }) => address);
  return all.length > 6 ? `${all.slice(0, 3).join(', ')} … ${all.at(-1)}` : all.join(', ');
};

const wordsOfAnswer = (question: Question, answer: Answer, { edition, language }: Speaking): string =>
  shortened(answerWords(question, answer, { edition, language }));

const lines = (text: string, more: Partial<AdminCell> = {}): AdminCell => adminCell(text, { isLines: true, ...more });

/** Where in the file a finding lies, before what it says. */
const located = (fields: readonly string[], cells: readonly SheetEntry[], sentence: string): string => {
  const found = cells.filter(({ question, part }) => fields.includes(fieldName(question, part))).map(({ address }) => address);
  return found.length === 0 ? sentence : `${found.join(', ')}: ${sentence}`;
};

const changeRow = ({ question, before, after, cells, findings, isNotAsked }: ImportChange, speaking: Speaking) => {
  const { language } = speaking;
  const words = wordsOf(language).page.sheet.preview;
  const computed = cells.filter(({ isComputed }) => isComputed);
  const look = [
    ...findings.map(({ fields, text, wayOut }) =>
      words.asked(located(fields, cells, `${inLanguage(text, language)} ${inLanguage(wayOut, language)}`)),
    ),
    ...(computed.length === 0 ? [] : [words.formula(addresses(computed))]),
    ...(isNotAsked ? [words.notAsked] : []),
  ];
  return {
    cells: [
      adminCell(addresses(cells), { isHead: true }),
      adminCell(titleOf(question, language)),
      lines(wordsOfAnswer(question, before, speaking)),
      lines(wordsOfAnswer(question, after, speaking)),
      lines(look.join('\n')),
    ],
  };
};

const refusalRows = ({ question, faults, findings, rejected, cells }: ImportRefusal, language: Language) => {
  const row = (address: string, written: string, sentence: string) => ({
    cells: [adminCell(address, { isHead: true }), adminCell(titleOf(question, language)), lines(shortened(written)), lines(sentence)],
  });
  const writtenIn = (fields: readonly string[]): readonly SheetEntry[] =>
    cells.filter(({ question: id, part }) => fields.includes(fieldName(id, part)));
  return [
    ...faults.map(({ entry, code, values }) => row(entry.address, entry.shown, inLanguage(cellSentence(code, values), language))),
    ...findings.map(({ fields, text, wayOut }) => {
      const at = writtenIn(fields);
      const sentence = `${inLanguage(text, language)} ${inLanguage(wayOut, language)}`;
      return row(addresses(at.length === 0 ? cells : at), at.map((cell) => cell.shown).join('\n'), sentence);
    }),
    ...rejected.map(({ name, sentence }) => {
      const at = writtenIn([name]);
      return row(addresses(at), at.map((cell) => cell.shown).join('\n'), inLanguage(sentence, language));
    }),
  ];
};

/** What a file would change; nothing of it is stored yet. */
export const sheetPreviewPage = (
  { response, establishment }: OfResponse,
  checked: {
    readonly edition: Edition;
    readonly answers: AnswerImport;
    readonly notes: readonly SheetNote[];
    readonly encoding: string | null;
    readonly toSave: string;
    /** Where the file was chosen; left out: on the page of the form as a file. */
    readonly path?: string;
  },
  language: Language,
): RespondentPage => {
  const words = wordsOf(language).page.sheet.preview;
  const path = checked.path ?? sheetPath(response.id);
  const { changes, refusals, same, untouched } = checked.answers;
  const speaking = { edition: checked.edition, language };
  const block = (
    id: string,
    heading: string,
    lead: string | null,
    head: readonly string[],
    rows: readonly { readonly cells: readonly AdminCell[] }[],
  ) => {
    if (rows.length === 0) return [];
    const rest = rows.length > shown ? [words.more(rows.length - shown)] : [];
    return [adminBlock(id, { heading, lead, table: { label: heading, head, rows: rows.slice(0, shown) }, items: rest })];
  };
  const noteRows = checked.notes.map(({ address, code, values }) => ({
    cells: [adminCell(address, { isHead: true }), lines(inLanguage(cellSentence(code, values), language))],
  }));
  const facts = [
    { label: words.counts.changes, text: String(changes.length) },
    { label: words.counts.refusals, text: String(refusals.length) },
    { label: words.counts.same, text: String(same) },
    { label: words.counts.untouched, text: String(untouched) },
    ...(checked.encoding === null ? [] : [{ label: words.encoding, text: checked.encoding }]),
  ];
  const hidden = [
    { name: 'revision', value: String(response.revision) },
    { name: 'fields', value: checked.toSave },
  ];
  const page = adminPage(words.title, {
    lead: changes.length === 0 ? words.nothing : words.lead,
    blocks: [
      adminBlock('counts', { facts }),
      ...block(
        'refusals',
        words.refusalsTitle,
        words.refusalsLead,
        [words.cell, words.question, words.written, words.what],
        refusals.flatMap((one) => refusalRows(one, language)),
      ),
      ...block(
        'changes',
        words.changesTitle,
        null,
        [words.cell, words.question, words.before, words.after, words.look],
        changes.map((one) => changeRow(one, speaking)),
      ),
      ...block('notes', words.notesTitle, words.notesLead, [words.cell, words.what], noteRows),
      ...(changes.length === 0
        ? []
        : [adminBlock('save', { form: adminForm(`${path}/save`, words.save(changes.length), [], { hidden }) })]),
    ],
    links: [{ href: path, text: words.again }, ...backLinks(response.id, language)],
  });
  return { ...page, establishment };
};
