import type { Correction } from '../survey/correction.js';
import type { Edition } from '../survey/edition.js';
import type { QuestionState } from '../survey/form-state.js';
import type { Origin } from '../survey/origin.js';
import { yearOf } from '../survey/year-quantity.js';
import { answerWords } from './answer-words.js';
import { plainId } from './finding-view.js';
import { formatExact, inLanguage } from './number-format.js';
import { formatMoment } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

interface Speaking {
  readonly edition: Edition;
  readonly language: Language;
}

/** What is known of a question beside its answer. */
export interface KnownView {
  readonly id: string;
  /** Where the answer came from, when nobody typed it. */
  readonly origin: { readonly text: string; readonly hint: string | null } | null;
  /** What was answered in an earlier year. */
  readonly earlier: string | null;
}

/** An earlier answer in a few words: twelve months as their year, a table as its number of rows. */
export const earlierWords = ({ question, earlier }: Pick<QuestionState, 'question' | 'earlier'>, speaking: Speaking): string | null => {
  if (earlier === null) return null;
  const { answer, referenceYear } = earlier;
  const words = wordsOf(speaking.language).page.known;
  const value = answer.state === 'answered' ? answer.value : null;
  const year = value?.kind === 'monthly' ? yearOf(value) : null;
  if (value?.kind === 'monthly' && question.type === 'monthly' && year !== null) {
    const unit = question.units.find(({ id }) => id === value.unit);
    return words.earlier(
      referenceYear,
      `${formatExact(year)} ${unit === undefined ? value.unit : inLanguage(unit.text, speaking.language)}`,
    );
  }
  if (value?.kind === 'table') return words.earlier(referenceYear, words.rows(value.rows.length));
  return words.earlier(referenceYear, answerWords(question, answer, speaking));
};

const originView = (origin: Origin | undefined, language: Language): KnownView['origin'] => {
  if (origin === undefined) return null;
  const words = wordsOf(language).page.known;
  const text = words.origins[origin.source];
  return origin.confirmed ? { text: `${text} · ${words.confirmed}`, hint: null } : { text, hint: words.unconfirmed };
};

/** Null where nothing is known. */
export const knownView = (asked: QuestionState, speaking: Speaking): KnownView | null => {
  const origin = asked.answer.state === 'blank' ? null : originView(asked.origin ?? undefined, speaking.language);
  // What was carried is last year's answer: it stands in the field.
  const earlier = origin !== null && asked.origin?.source === 'carried' ? null : earlierWords(asked, speaking);
  return origin === null && earlier === null ? null : { id: `known-${plainId(asked.question.id)}`, origin, earlier };
};

/** Where an answer came from, in a line; none for what was typed. */
export const originLines = ({ answer, origin }: Pick<QuestionState, 'answer' | 'origin'>, language: Language): readonly string[] => {
  const view = answer.state === 'blank' ? null : originView(origin ?? undefined, language);
  return view === null ? [] : [view.text];
};

/** What was corrected in a question, in the order it was accepted: as typed, as suggested where that differs, as accepted, by whom and when. */
export const correctionLines = (
  corrections: readonly Correction[],
  question: string,
  { edition, language }: Speaking,
): readonly string[] => {
  const words = wordsOf(language).page.known;
  const asked = edition.sections.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  const said = (name: string, text: string): string => {
    if (text === '') return words.empty;
    const unit = asked !== undefined && 'units' in asked && name.endsWith('.unit') ? asked.units.find(({ id }) => id === text) : undefined;
    return unit === undefined ? text : inLanguage(unit.text, language);
  };
  return corrections
    .filter((one) => one.question === question)
    .map(({ fields, by, at }) => {
      const all = (pick: (field: (typeof fields)[number]) => string | null): string =>
        fields.map((field) => said(field.name, pick(field) ?? '')).join(', ');
      const [raw, accepted] = [all((field) => field.raw), all((field) => field.accepted)];
      const offered = fields.every(({ suggested }) => suggested !== null) ? all((field) => field.suggested) : accepted;
      const line = words.correction(raw, accepted, by.accountId === null ? words.bySelf : words.byStaff, formatMoment(at, language));
      return offered === accepted ? line : `${line} · ${words.suggested(offered)}`;
    });
};
