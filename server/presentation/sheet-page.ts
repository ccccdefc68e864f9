import { cellSentence } from '../problem/cell-problems.js';
import type { Edition } from '../survey/edition.js';
import type { AnswerImport } from '../survey/import-answers.js';
import { roundState } from '../survey/round-state.js';
import type { SheetNote } from '../survey/sheet-entry.js';
import { type AdminBlock, type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { importBlocks, linesCell, tableBlock } from './import-preview.js';
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
      adminBlock('bills', { links: [{ href: `${path}/bills`, text: words.page.bills }] }),
      ...(edition.energyReport === null
        ? []
        : [adminBlock('report', { links: [{ href: `${path}/energy-report`, text: wordsOf(language).page.known.report.link }] })]),
    ],
    links: backLinks(response.id, language),
  });
  return { ...page, establishment };
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
  const noteRows = checked.notes.map(({ address, code, values }) => ({
    cells: [adminCell(address, { isHead: true }), linesCell(inLanguage(cellSentence(code, values), language))],
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
      ...importBlocks(checked.answers, { edition: checked.edition, language }),
      ...tableBlock(
        { id: 'notes', heading: words.notesTitle, lead: words.notesLead, head: [words.cell, words.what], rows: noteRows },
        language,
      ),
      ...(changes.length === 0
        ? []
        : [adminBlock('save', { form: adminForm(`${path}/save`, words.save(changes.length), [], { hidden }) })]),
    ],
    links: [{ href: path, text: words.again }, ...backLinks(response.id, language)],
  });
  return { ...page, establishment };
};
