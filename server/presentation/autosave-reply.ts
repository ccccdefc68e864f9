import type { Edition } from '../survey/edition.js';
import { splitName } from '../survey/field-names.js';
import type { RejectedField } from '../survey/form-fields.js';
import { inLanguage } from './number-format.js';
import { formatClock } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

/** What a page is told of answers that it saved while somebody was typing. */
export interface AutosaveReply {
  readonly outcome: 'saved' | 'unchanged' | 'conflict';
  /** The answers sent stand in this revision; in a conflict, those of somebody else do. */
  readonly revision: number;
  /** For the line that says how saving goes. */
  readonly said: string;
  /** Questions changed elsewhere, with what stands in their fields now. Nothing was saved. */
  readonly contested: readonly { readonly question: string; readonly fields: Readonly<Record<string, string>> }[];
  /** Questions that keep their earlier answer, because a field of theirs was refused. */
  readonly refused: readonly string[];
}

interface Saved {
  readonly outcome: AutosaveReply['outcome'];
  readonly form: {
    readonly edition: Edition;
    readonly response: { readonly revision: number; readonly updatedAt: Date };
    readonly fields: ReadonlyMap<string, string>;
  };
  readonly rejected: readonly RejectedField[];
  /** Of a conflict. */
  readonly questions?: readonly string[];
}

const fieldsOf = (fields: ReadonlyMap<string, string>, question: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...fields].filter(([name]) => splitName(name).question === question));

export const autosaveReply = ({ outcome, form, rejected, questions = [] }: Saved, language: Language): AutosaveReply => {
  const words = wordsOf(language).page.flow;
  const { edition, response, fields } = form;
  const codes = edition.sections.flatMap((section) => section.questions.filter(({ id }) => questions.includes(id)).map(({ code }) => code));
  const [fault] = rejected;
  const said =
    outcome === 'conflict'
      ? words.contested(codes.join(', '))
      : fault === undefined
        ? words.saved(formatClock(response.updatedAt))
        : inLanguage(fault.sentence, language);
  return {
    outcome,
    revision: response.revision,
    said,
    contested: questions.map((question) => ({ question, fields: fieldsOf(fields, question) })),
    refused: [...new Set(rejected.map(({ name, texts }) => (name === '_asked' ? (texts[0] ?? '') : splitName(name).question)))],
  };
};
