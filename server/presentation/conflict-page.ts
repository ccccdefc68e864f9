import type { Edition } from '../survey/edition.js';
import { splitName } from '../survey/field-names.js';
import { inLanguage } from './number-format.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

/** Both versions of the questions that two windows changed at the same time. */
export interface ConflictPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly lead: string;
  readonly words: { readonly question: string; readonly stored: string; readonly typed: string };
  readonly rows: readonly { readonly question: string; readonly stored: string; readonly typed: string }[];
  /** Sent again with the revision that is stored now, what was typed here replaces it. */
  readonly mine: {
    readonly action: string;
    readonly text: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
  readonly theirs: { readonly href: string; readonly text: string };
}

/** A field behind its question as people call it: "m03" is March. */
const partWords = (part: string, text: string, language: Language): string => {
  const words = wordsOf(language).page;
  const month = /^m(\d\d)$/.exec(part)?.[1];
  if (part === '') return text;
  if (month !== undefined) return `${words.question.monthNames[Number(month) - 1]}: ${text}`;
  if (part === 'unit') return `${words.question.unit}: ${text}`;
  if (part === 'annual') return words.check.yearTotal(text);
  if (part === 'missing' && (text === 'notApplicable' || text === 'unknown' || text === 'refused')) return words.states[text];
  return `${part}: ${text}`;
};

const textsOf = (fields: ReadonlyMap<string, string>, question: string, language: Language): string =>
  [...fields]
    .filter(([name, text]) => splitName(name).question === question && text !== '')
    .map(([name, text]) => partWords(splitName(name).part, text, language))
    .join('\n') || wordsOf(language).page.conflict.nothing;

export const conflictPage = (
  conflict: {
    readonly edition: Edition;
    readonly establishment: EstablishmentName;
    readonly response: { readonly revision: number };
    /** Of the page where the answers were typed. */
    readonly path: string;
    /** By field name, as stored and as typed here. */
    readonly stored: ReadonlyMap<string, string>;
    readonly typed: ReadonlyMap<string, string>;
    readonly questions: readonly string[];
    /** What was posted, to be posted again. */
    readonly posted: ReadonlyMap<string, readonly string[]>;
  },
  language: Language,
): ConflictPage => {
  const words = wordsOf(language).page.conflict;
  const { edition, establishment, response, path, stored, typed, questions, posted } = conflict;
  const again = [...posted].filter(([name]) => name !== '_revision').flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return {
    title: words.title,
    establishment,
    lead: words.lead,
    words: { question: words.question, stored: words.stored, typed: words.typed },
    rows: edition.sections
      .flatMap((one) => one.questions)
      .filter(({ id }) => questions.includes(id))
      .map(({ id, code, text }) => ({
        question: `${code} ${inLanguage(text, language)}`,
        stored: textsOf(stored, id, language),
        typed: textsOf(typed, id, language),
      })),
    mine: {
      action: path,
      text: words.keepMine,
      fields: [{ name: '_revision', value: String(response.revision) }, ...again],
    },
    // The page then gives up what was typed to these questions, which it may still hold.
    theirs: { href: `${path}?keep=${encodeURIComponent(questions.join(','))}`, text: words.keepStored },
  };
};
