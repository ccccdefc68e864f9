import type { Answer, Answers } from './answer.js';
import { checkAnswer } from './check-answer.js';
import type { Edition, Question } from './edition.js';
import { cellOf, fieldName, splitName } from './field-names.js';
import type { Finding } from './finding.js';
import { answersFromForm, askedField, fieldsFromAnswers, questionsOf, type RejectedField } from './form-fields.js';
import { readMoney } from './numbers.js';
import { monthParts } from './read-answer.js';
import { lookThrough } from './relevance.js';
import { sameAnswer } from './same-answer.js';
import type { CellFault, SheetEntry } from './sheet-entry.js';

type Fields = ReadonlyMap<string, string>;

/** A question whose answer the file would change. */
export interface ImportChange {
  readonly question: Question;
  readonly before: Answer;
  readonly after: Answer;
  /** Every field of the question as it would be posted; what the file says nothing of stays as it was. */
  readonly fields: Fields;
  /** The cells that say something new. */
  readonly cells: readonly SheetEntry[];
  /** What the form will ask about, as it asks about whatever is typed into it. */
  readonly findings: readonly Finding[];
  /** By earlier answers, the file's included, the question is not asked: the answer is kept and counts for nothing. */
  readonly isNotAsked: boolean;
}

/** A question that stays as it is although the file says something about it: none of its cells is taken. */
export interface ImportRefusal {
  readonly question: Question;
  readonly faults: readonly (CellFault & { readonly entry: SheetEntry })[];
  /** What cannot be read would replace what can. */
  readonly findings: readonly Finding[];
  readonly rejected: readonly RejectedField[];
  readonly cells: readonly SheetEntry[];
}

/** What a file would do to the answers so far. */
export interface AnswerImport {
  readonly changes: readonly ImportChange[];
  readonly refusals: readonly ImportRefusal[];
  /** Questions of which the file says what is there already, and questions of which it says nothing. */
  readonly same: number;
  readonly untouched: number;
}

const numeric: readonly Question['type'][] = ['number', 'money', 'quantity', 'monthly'];

const isNumber = (question: Question, part: string): boolean =>
  numeric.includes((question.type === 'table' ? (cellOf(question, part)?.column ?? question) : question).type);

/** Of one number written in two ways the first is kept: 1,320 does not become 1320. */
const sameText = (question: Question, { part, text }: SheetEntry, before: string): boolean => {
  if (before === text || !isNumber(question, part)) return before === text;
  const [one, other] = [readMoney(before), readMoney(text)];
  return one.ok && other.ok && one.value === other.value;
};

const isMissing = (part: string): boolean => part === 'missing';
const fillsIn = ({ part, text }: SheetEntry): boolean => !isMissing(part) && part !== 'unit' && text !== '';

/** The fields of a question with the cells put in. A value takes the place of a reason for having none, and the other way round. */
const merged = (question: Question, before: Fields, entries: readonly SheetEntry[]): Fields => {
  const name = (part: string): string => fieldName(question.id, part);
  const fields = new Map([...before].filter(([field]) => splitName(field).question === question.id));
  const hasValue = entries.some(fillsIn);
  const hasReason = entries.some(({ part }) => isMissing(part));
  if (hasValue && !hasReason) fields.delete(name('missing'));
  if (hasReason && !hasValue) fields.clear();
  for (const entry of entries) {
    const field = name(entry.part);
    if (sameText(question, entry, fields.get(field) ?? '')) continue;
    if (entry.text === '') fields.delete(field);
    else fields.set(field, entry.text);
  }
  return fields;
};

/** Months that keep their numbers while their unit changes would mean something else without a word. */
const unitFaults = (question: Question, before: Fields, entries: readonly SheetEntry[]): readonly (CellFault & { entry: SheetEntry })[] => {
  const unit = entries.find(({ part }) => part === 'unit');
  const was = before.get(fieldName(question.id, 'unit'));
  if (question.type !== 'monthly' || unit === undefined || was === undefined || was === unit.text) return [];
  const stays = [...monthParts, 'annual'].some(
    (part) => before.has(fieldName(question.id, part)) && !entries.some((entry) => entry.part === part),
  );
  return stays ? [{ code: 'unitChanges', values: {}, entry: unit }] : [];
};

const unreadableCells = (answer: Answer): number =>
  answer.state === 'answered' && answer.value.kind === 'table'
    ? answer.value.rows.flatMap(({ cells }) => Object.values(cells)).filter(({ state }) => state === 'unreadable').length
    : 0;

/** What could be read would be replaced by what cannot. */
const losesSense = (before: Answer, after: Answer): boolean =>
  before.state === 'answered' && (after.state === 'unreadable' || unreadableCells(after) > unreadableCells(before));

/** The changed questions as their page would post them: a question all of whose boxes were unticked is named, too. */
export const postedChanges = (changes: readonly Pick<ImportChange, 'question' | 'fields'>[]): ReadonlyMap<string, readonly string[]> =>
  new Map([
    [askedField, changes.map(({ question }) => question.id)],
    ...changes.flatMap(({ fields }) => [...fields].map(([field, text]): [string, readonly string[]] => [field, [text]])),
  ]);

/**
 * What the cells of a file would do to the answers so far. A cell that is empty changes nothing; a question of which one cell cannot be taken
 * is left as it is, whole; what can be typed but not read goes in to be asked about, unless it would replace what can be read.
 */
export const importAnswers = (edition: Edition, answers: Answers, entries: readonly SheetEntry[]): AnswerImport => {
  const stored = fieldsFromAnswers(edition, answers);
  const changes: ImportChange[] = [];
  const refusals: ImportRefusal[] = [];
  let same = 0;
  let untouched = 0;
  for (const question of questionsOf(edition)) {
    const cells = entries.filter((entry) => entry.question === question.id);
    const faults = [
      ...cells.flatMap((entry) => (entry.fault === null ? [] : [{ ...entry.fault, entry }])),
      ...unitFaults(question, stored, cells),
    ];
    const refuse = (refusal: Partial<ImportRefusal>): void =>
      void refusals.push({ question, faults, findings: [], rejected: [], cells, ...refusal });
    if (cells.length === 0) untouched += 1;
    else if (faults.length > 0) refuse({});
    else {
      const before: Answer = answers[question.id] ?? { state: 'blank', typed: {} };
      const fields = merged(question, stored, cells);
      const read = answersFromForm(edition, postedChanges([{ question, fields }]), answers);
      const after = read.answers[question.id] ?? before;
      const findings = checkAnswer(question, after).filter(({ level, rule }) => level === 'error' && rule !== 'unanswered');
      if (read.rejected.length > 0) refuse({ rejected: read.rejected });
      else if (sameAnswer(before, after)) same += 1;
      else if (losesSense(before, after)) refuse({ findings });
      else {
        const news = cells.filter((entry) => !sameText(question, entry, stored.get(fieldName(question.id, entry.part)) ?? ''));
        changes.push({ question, before, after, fields, cells: news, findings, isNotAsked: false });
      }
    }
  }
  const looked = lookThrough(edition, answersFromForm(edition, postedChanges(changes), answers).answers).questions;
  return {
    changes: changes.map((change) => ({ ...change, isNotAsked: looked.get(change.question.id)?.relevance === false })),
    refusals,
    same,
    untouched,
  };
};
