import { type Answer, type Answers, blank } from './answer.js';
import { type Carried, carryAnswer, type NotCarriedCode } from './carry-answer.js';
import type { CarryForward } from './carry-links.js';
import type { Edition, Question, Text } from './edition.js';
import { fieldName } from './field-names.js';
import { answersFromForm, questionsOf } from './form-fields.js';
import { mergeAnswers } from './merge-answers.js';
import { lookThrough } from './relevance.js';

/** An earlier answer, or a part of it, that is not among the carried ones. */
export interface NotCarried {
  /** As the earlier edition names it. */
  readonly question: string;
  readonly code: NotCarriedCode;
  /** What the data say of it; null where the code says all. */
  readonly why: Text | null;
}

export interface CarriedForward {
  readonly answers: Answers;
  readonly notCarried: readonly NotCarried[];
}

const noLinks = (from: string): CarryForward => ({ from, renamed: [], dropped: [], split: [], merged: [], units: [], choices: [] });

/** Ticked choices that one part of a split question takes; every other answer goes to it whole. */
const partOf = (answer: Answer, choices: readonly string[] | null): Answer => {
  if (choices === null || answer.state !== 'answered') return answer;
  const { value } = answer;
  if (value.kind === 'choices') {
    const own = value.choices.filter((choice) => choices.includes(choice));
    return own.length === 0 ? blank : { ...answer, value: { kind: 'choices', choices: own } };
  }
  return value.kind === 'text' && !choices.includes(value.text) ? blank : answer;
};

const isNumeric = (answer: Answer): boolean => answer.state === 'answered' && ['number', 'quantity', 'monthly'].includes(answer.value.kind);

/**
 * The answers to an earlier edition as answers to a later one: renamed, split and merged questions, changed units and choices as the
 * later edition's `carryForward` says. They are read by the reader of forms, so that nothing is carried that could not have been typed.
 */
export const carryForward = (
  from: Pick<Edition, 'id' | 'sections'>,
  to: Pick<Edition, 'sections' | 'codeLists' | 'carryForward'>,
  answers: Answers,
): CarriedForward => {
  const links = to.carryForward.find((one) => one.from === from.id) ?? noLinks(from.id);
  const questions = new Map(questionsOf(to).map((question) => [question.id, question]));
  const notCarried: NotCarried[] = [];
  const sources = new Map<string, string>();
  const fields = new Map<string, readonly string[]>();

  const lose = (question: string, code: NotCarriedCode, why: Text | null = null): void => {
    if (!notCarried.some((one) => one.question === question && one.code === code)) notCarried.push({ question, code, why });
  };
  const put = (question: Question, earlierId: string, carried: Carried): void => {
    for (const code of carried.lost) lose(earlierId, code);
    for (const [part, text] of Object.entries(carried.typed)) if (text !== '') fields.set(fieldName(question.id, part), [text]);
    sources.set(question.id, earlierId);
  };
  const carryTo = (id: string, earlierId: string, answer: Answer, share = 1): void => {
    const question = questions.get(id);
    if (question === undefined) lose(earlierId, 'notAskedNow');
    else put(question, earlierId, carryAnswer(question, earlierId, answer, share, links));
  };

  // An answer to a question that was not asked counts for nothing; in a merged one it is known to be none.
  const looked = lookThrough(from, answers).questions;
  const answerTo = (id: string): Answer => {
    const asked = looked.get(id);
    return asked?.relevance === false ? { state: 'notApplicable', typed: {} } : (asked?.answer ?? blank);
  };
  const asked = questionsOf(from).filter(({ id }) => looked.get(id)?.relevance !== false && answerTo(id).state !== 'blank');
  const merged = new Set(links.merged.flatMap((one) => one.from));
  for (const { id } of asked) {
    const answer = answerTo(id);
    const dropped = links.dropped.find(({ question }) => question === id);
    const split = links.split.find((one) => one.from === id);
    if (dropped !== undefined) lose(id, 'dropped', dropped.why);
    else if (split !== undefined) {
      for (const { question, share, choices } of split.into) {
        if (isNumeric(answer) && share === null) lose(id, 'noShare');
        else carryTo(question, id, partOf(answer, choices), share ?? 1);
      }
    } else if (!merged.has(id)) carryTo(links.renamed.find((one) => one.from === id)?.to ?? id, id, answer);
  }
  for (const { from: parts, into } of links.merged) {
    if (!parts.some((part) => asked.some(({ id }) => id === part))) continue;
    const given = parts.map(answerTo);
    const whole = mergeAnswers(given);
    if (whole === null) for (const id of parts) lose(id, 'partMissing');
    else carryTo(into, parts[0] as string, whole);
  }

  const read = answersFromForm(to, fields, {});
  for (const { name } of read.rejected) lose(sources.get(name.split('.')[0] as string) ?? name, 'noLongerFits');
  const fitting = Object.entries(read.answers).filter(([id, answer]) => {
    const fits = answer.state !== 'unreadable';
    if (!fits) lose(sources.get(id) ?? id, 'noLongerFits');
    return fits;
  });
  return { answers: Object.fromEntries(fitting), notCarried };
};
