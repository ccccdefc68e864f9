import { cellSentence } from '../problem/cell-problems.js';
import type { Answer } from '../survey/answer.js';
import type { Edition, Question } from '../survey/edition.js';
import { fieldName } from '../survey/field-names.js';
import type { AnswerImport, ImportChange, ImportRefusal } from '../survey/import-answers.js';
import type { SheetEntry } from '../survey/sheet-entry.js';
import { type AdminBlock, type AdminCell, adminBlock, adminCell } from './admin-page.js';
import { answerWords } from './answer-words.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** What answers are worded with. */
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

/** A cell whose lines stay apart. */
export const linesCell = (text: string): AdminCell => adminCell(text, { isLines: true });

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
      linesCell(wordsOfAnswer(question, before, speaking)),
      linesCell(wordsOfAnswer(question, after, speaking)),
      linesCell(look.join('\n')),
    ],
  };
};

const refusalRows = ({ question, faults, findings, rejected, cells }: ImportRefusal, language: Language) => {
  const row = (address: string, written: string, sentence: string) => ({
    cells: [
      adminCell(address, { isHead: true }),
      adminCell(titleOf(question, language)),
      linesCell(shortened(written)),
      linesCell(sentence),
    ],
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

interface TableToShow {
  readonly id: string;
  readonly heading: string;
  readonly lead: string | null;
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly AdminCell[] }[];
}

/** A table of a page as far as it is not too long; none without rows. */
export const tableBlock = ({ id, heading, lead, head, rows }: TableToShow, language: Language): readonly AdminBlock[] => {
  if (rows.length === 0) return [];
  const rest = rows.length > shown ? [wordsOf(language).page.sheet.preview.more(rows.length - shown)] : [];
  return [adminBlock(id, { heading, lead, table: { label: heading, head, rows: rows.slice(0, shown) }, items: rest })];
};

/** What cells of a file would do to the answers: those that are not taken, and those that change something. */
export const importBlocks = ({ changes, refusals }: AnswerImport, speaking: Speaking): readonly AdminBlock[] => {
  const words = wordsOf(speaking.language).page.sheet.preview;
  const refused = {
    id: 'refusals',
    heading: words.refusalsTitle,
    lead: words.refusalsLead,
    head: [words.cell, words.question, words.written, words.what],
    rows: refusals.flatMap((one) => refusalRows(one, speaking.language)),
  };
  const changed = {
    id: 'changes',
    heading: words.changesTitle,
    lead: null,
    head: [words.cell, words.question, words.before, words.after, words.look],
    rows: changes.map((one) => changeRow(one, speaking)),
  };
  return [...tableBlock(refused, speaking.language), ...tableBlock(changed, speaking.language)];
};
