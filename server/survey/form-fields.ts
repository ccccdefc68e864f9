import type { Sentence } from '../problem/problem.js';
import { type SurveyProblemCode, wholeSentence } from '../problem/survey-problems.js';
import type { Answer, Answers, Typed } from './answer.js';
import type { Edition, Question, TableQuestion } from './edition.js';
import { cellOf, fieldName, partsOf, splitName } from './field-names.js';
import { completed, partsTyped, withoutCell } from './page-post.js';
import { readAnswer } from './read-answer.js';
import { readTable } from './read-table.js';

/** A field of a post that was not stored, what it said, and why. The page shows it again. */
export interface RejectedField {
  readonly name: string;
  readonly texts: readonly string[];
  readonly code: SurveyProblemCode;
  readonly sentence: Sentence;
}

/** Characters of one field; far beyond what any question keeps. */
export const maxFieldLength = 5000;

/** The page posts this field once for every question it printed, with the question's id as its text. */
export const askedField = '_asked';

const rejected = (
  name: string,
  texts: readonly string[],
  code: SurveyProblemCode,
  values: Record<string, string | number> = {},
): RejectedField => ({
  name,
  texts,
  code,
  sentence: wholeSentence(code, { field: name, ...values }),
});

/** Every question of an edition, in order. */
export const questionsOf = (edition: Pick<Edition, 'sections'>): readonly Question[] =>
  edition.sections.flatMap((section) => section.questions);

const refusalOf = (question: Question | undefined, name: string, part: string, texts: readonly string[]): RejectedField | null => {
  if (question === undefined) return rejected(name, texts, 'unknownField');
  if (question.type === 'table' && part !== 'missing') {
    const cell = cellOf(question, part);
    if (cell === null) return rejected(name, texts, 'unknownField');
    if (cell.row > question.maxRows) return rejected(name, texts, 'tooManyRows', { row: cell.row, max: question.maxRows });
  } else if (question.type === 'table' ? question.missing.length === 0 : !partsOf(question).includes(part)) {
    return rejected(name, texts, 'unknownField');
  }
  if (texts.length !== 1) return rejected(name, texts, 'fieldGivenTwice');
  const { length } = texts[0] as string;
  return length <= maxFieldLength ? null : rejected(name, texts, 'fieldTooLong', { length, max: maxFieldLength });
};

/**
 * The field whose absence shows that a post was cut off: browsers send text fields and selects even when they are empty, but neither
 * unticked boxes nor disabled fields.
 */
const isCutOff = (question: Question, typed: Typed): boolean => {
  switch (question.type) {
    case 'yesNo':
    case 'choice':
    case 'choices':
    case 'consent':
    case 'table':
      return false;
    default:
      return Object.keys(typed).length === 0;
  }
};

/**
 * Reads a posted page of an edition's form.
 * @param fields by name; names that begin with "_" belong to the page and are left to it, except `askedField`
 * @param previous the answers so far; questions that were not on the page keep theirs
 * @param sent `page`: by a browser, which sends every field it shows; what is not there of a table or of twelve months stays as it was
 * @returns the answers, and every field that was not stored, with the reason. A question with such a field keeps its earlier answer; of a
 * table on a page, its cell does.
 */
export const answersFromForm = (
  edition: Pick<Edition, 'sections' | 'codeLists'>,
  fields: ReadonlyMap<string, readonly string[]>,
  previous: Answers,
  sent: 'whole' | 'page' = 'whole',
): { readonly answers: Answers; readonly rejected: readonly RejectedField[] } => {
  const questions = new Map(questionsOf(edition).map((question) => [question.id, question]));
  const typed = new Map<string, Record<string, string>>();
  const refusals: RejectedField[] = [];
  const spoiled = new Set<string>();
  const broken: [TableQuestion, string][] = [];
  for (const [name, texts] of fields) {
    if (name.startsWith('_')) continue;
    const { question: id, part } = splitName(name);
    const refusal = refusalOf(questions.get(id), name, part, texts);
    if (refusal === null) {
      const ofQuestion = typed.get(id) ?? {};
      ofQuestion[part] = texts[0] as string;
      typed.set(id, ofQuestion);
    } else {
      refusals.push(refusal);
      const question = questions.get(id);
      if (sent === 'page' && question?.type === 'table') broken.push([question, part]);
      else spoiled.add(id);
    }
  }
  for (const [table, part] of broken) {
    const left = withoutCell(table, typed.get(table.id) ?? {}, part);
    typed.set(table.id, left);
    // Nothing else of it came.
    if (Object.keys(left).length === 0) spoiled.add(table.id);
  }
  const asked = fields.get(askedField) ?? [];
  for (const id of asked) {
    const question = questions.get(id);
    if (question === undefined) refusals.push(rejected(askedField, [id], 'unknownField', { field: id }));
    else if (!spoiled.has(id) && isCutOff(question, typed.get(id) ?? {})) {
      refusals.push(rejected(id, [], 'fieldCutOff'));
      spoiled.add(id);
    }
  }
  const onPage = [...questions.values()].filter(({ id }) => !spoiled.has(id) && (typed.has(id) || asked.includes(id)));
  const read = onPage.map((question): [string, Answer] => {
    const own = typed.get(question.id) ?? {};
    const texts = withoutEmpty(sent === 'page' ? completed(question, own, previous[question.id]) : own);
    return [
      question.id,
      question.type === 'table' ? readTable(question, texts, edition.codeLists) : readAnswer(question, texts, edition.codeLists),
    ];
  });
  return { answers: { ...previous, ...Object.fromEntries(read) }, rejected: refusals };
};

const withoutEmpty = (texts: Readonly<Record<string, string>>): Typed =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** The texts to print into the fields of the form: the inverse of `answersFromForm`. A field without a text is not in it. */
export const fieldsFromAnswers = (edition: Pick<Edition, 'sections'>, answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    questionsOf(edition).flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined ? [] : partsTyped(answer).map(([part, text]): [string, string] => [fieldName(id, part), text]);
    }),
  );
