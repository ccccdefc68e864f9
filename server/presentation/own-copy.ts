import type { Inventory, InventoryLine } from '../domain/inventory.js';
import { type ActivityNote, isAssumption } from '../survey/activity-notes.js';
import type { Answer } from '../survey/answer.js';
import { type AnswerCell, cellsOf } from '../survey/answer-cells.js';
import type { Edition, Question } from '../survey/edition.js';
import type { FormState } from '../survey/form-state.js';
import type { Reason } from '../survey/response.js';
import { answerPlace } from './answer-place.js';
import { answerWords } from './answer-words.js';
import { sourceNames } from './emission-sources.js';
import { emissionTotals, totalOf } from './inventory-totals.js';
import { inLanguage } from './number-format.js';
import { partWords } from './place-words.js';
import { formatMoment } from './time-format.js';
import { gasName } from './trace-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** A value of a copy: a number stays one, so that a spreadsheet can add it up; null is an empty cell. */
export type CopyValue = string | number | null;

/** Rows below a head, of one sheet of a spreadsheet. */
export interface CopySheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CopyValue[])[];
}

/** What a copy of one's own answers is made from: one submitted version under the edition it was given to. */
export interface CopyInput {
  readonly establishment: { readonly name: string };
  readonly reportingYear: number;
  readonly edition: Edition;
  readonly state: FormState;
  readonly version: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
    readonly erased: readonly string[];
    readonly submittedAt: Date;
    readonly reasons: Readonly<Record<string, Reason>>;
  };
  /** Null: a result of its own was not agreed to. */
  readonly inventory: Inventory | null;
  /** What was left out of the inventory, assumed in it or converted from money; none where it is withheld. */
  readonly notes: readonly ActivityNote[];
  readonly madeAt: Date;
}

/** A question with what became of it: asked or not, erased or not. */
export interface CopiedQuestion {
  readonly section: string;
  readonly question: Question;
  readonly answer: Answer;
  readonly standing: 'asked' | 'notAsked' | 'erased';
}

/** Every question of the edition in its order: what was not asked is said, too. */
export const copiedQuestions = ({ edition, state, version }: Pick<CopyInput, 'edition' | 'state' | 'version'>): readonly CopiedQuestion[] =>
  edition.sections.flatMap((section) =>
    section.questions.map((question): CopiedQuestion => {
      const found = state.questions[question.id];
      const standing = version.erased.includes(question.id)
        ? 'erased'
        : found === undefined || found.relevance === 'no'
          ? 'notAsked'
          : 'asked';
      return { section: section.id, question, answer: found?.answer ?? { state: 'blank', typed: {} }, standing };
    }),
  );

const unitOf = ({ asks }: AnswerCell, unit: string, language: Language): string => {
  const choice = 'units' in asks ? asks.units.find(({ id }) => id === unit) : undefined;
  return choice === undefined ? unit : inLanguage(choice.text, language);
};

/** The value of a cell and its unit: numbers as numbers, zero as zero; anything else in words. */
const shownValue = (cell: AnswerCell, edition: Edition, language: Language): readonly [CopyValue, string | null] => {
  const { answer, asks } = cell;
  if (answer.state !== 'answered') return [null, null];
  if (answer.value.kind === 'quantity') return [answer.value.number, unitOf(cell, answer.value.unit, language)];
  if (answer.value.kind !== 'number') return [answerWords(asks, answer, { edition, language }), null];
  if (asks.type === 'money') return [answer.value.number, wordsOf(language).page.question.won];
  return [answer.value.number, asks.type === 'number' && asks.unitText !== null ? inLanguage(asks.unitText, language) : null];
};

const typedOf = ({ answer }: AnswerCell): string => Object.values(answer.typed).join(' ');

const answerRows = (input: CopyInput, language: Language): readonly (readonly CopyValue[])[] => {
  const { states } = wordsOf(language).page.copy;
  return copiedQuestions(input).flatMap(({ section, question, answer, standing }) => {
    const head = [section, question.code, inLanguage(question.text, language)];
    if (standing !== 'asked') return [[...head, null, states[standing], null, null, null]];
    return cellsOf(question, answer).map((cell) => [
      ...head,
      partWords(question, cell.part, language),
      states[cell.answer.state],
      ...shownValue(cell, input.edition, language),
      typedOf(cell),
    ]);
  });
};

const scopeName = ({ scope, method }: InventoryLine, words: Words['page']['copy']): string => {
  const name = words.scopes[scope === null ? 'none' : (String(scope) as '1' | '2')];
  return method === null ? name : `${name}, ${words.methods[method]}`;
};

/** What a copy says about itself: whose, which version, under which questionnaire, how it can be checked. */
export const copyFacts = (input: CopyInput, language: Language): readonly { readonly label: string; readonly value: string | number }[] => {
  const words = wordsOf(language).page.copy;
  const { establishment, edition, version, reportingYear, madeAt } = input;
  return [
    { label: words.establishment, value: establishment.name },
    { label: words.year, value: reportingYear },
    { label: words.edition, value: inLanguage(edition.title, language) },
    { label: words.editionId, value: edition.id },
    { label: words.editionHash, value: edition.hash },
    { label: words.version, value: version.version },
    { label: words.receipt, value: version.id },
    { label: words.hash, value: version.hash },
    { label: words.submittedAt, value: formatMoment(version.submittedAt, language) },
    { label: words.madeAt, value: formatMoment(madeAt, language) },
    ...(version.erased.length === 0 ? [] : [{ label: words.erased, value: version.erased.length }]),
  ];
};

/** Lines of an inventory: source, scope, gas, tonnes, tCO2eq. */
export const copyLines = (inventory: Inventory, edition: Edition, language: Language): readonly (readonly CopyValue[])[] => {
  const words = wordsOf(language).page.copy;
  const names = sourceNames(inventory, edition, language);
  return inventory.lines.map((line) => [
    names.get(line.activityDataId) ?? line.activityDataId,
    scopeName(line, words),
    gasName(line.gas),
    line.tonnes,
    line.co2eq,
  ]);
};

export const copyTotals = (inventory: Inventory, language: Language): readonly (readonly [string, number])[] => {
  const { titles } = wordsOf(language).page.total;
  return emissionTotals.map((total) => [titles[total], totalOf(inventory, total)]);
};

/** What became of answers that did not enter as they stand: where they stand, and what is said of them. */
const noteRows = ({ notes, edition }: CopyInput, language: Language): readonly (readonly CopyValue[])[] => {
  const { noteKinds } = wordsOf(language).page.copy;
  return notes.map((note) => [
    answerPlace(note, edition, language)?.code ?? note.question,
    note.code === 'converted' ? noteKinds.converted : isAssumption(note) ? noteKinds.assumed : noteKinds.leftOut,
    inLanguage(note.text, language),
  ]);
};

/** The sheets of a copy as a spreadsheet. */
export const copySheets = (input: CopyInput, language: Language): readonly CopySheet[] => {
  const words = wordsOf(language).page.copy;
  const { edition, version, inventory } = input;
  const reasonText = (code: string): string => {
    const known = edition.reasonCodes.find(({ id }) => id === code);
    return known === undefined ? code : inLanguage(known.text, language);
  };
  const result: readonly CopySheet[] =
    inventory === null
      ? [{ name: words.inventory, header: [words.inventory], rows: [[words.withheld]] }]
      : [
          { name: words.totals, header: words.totalHead, rows: copyTotals(inventory, language) },
          { name: words.inventory, header: words.lineHead, rows: copyLines(inventory, edition, language) },
          { name: words.notes, header: words.noteHead, rows: noteRows(input, language) },
        ];
  return [
    { name: words.about, header: words.aboutHead, rows: copyFacts(input, language).map(({ label, value }) => [label, value]) },
    { name: words.answers, header: words.answerHead, rows: answerRows(input, language) },
    {
      name: words.reasons,
      header: words.reasonHead,
      rows: Object.entries(version.reasons).map(([key, { code, text }]) => [key, reasonText(code), text]),
    },
    ...result,
  ];
};
