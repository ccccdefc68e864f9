import type { Edition } from '../survey/edition.js';
import type { FormState } from '../survey/form-state.js';
import type { Response } from '../survey/response.js';
import { answerWords } from './answer-words.js';
import { type EvidenceFacts, evidenceLine, staffEvidencePath } from './evidence-view.js';
import { correctionLines, originLines } from './known-view.js';
import { inLanguage } from './number-format.js';
import { shownSections } from './page-order.js';
import { sectionName } from './section-name.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

/** The answers of an establishment, to be read by survey staff. */
export interface AnswersPage {
  readonly title: string;
  readonly about: string;
  readonly back: { readonly href: string; readonly text: string };
  /** Of a respondent's own page; absent: staff reads it. */
  readonly establishment?: EstablishmentName;
  /** Versions and their review, where something was submitted; null: nothing was, or they are where the page is reached from. */
  readonly more: readonly { readonly href: string; readonly text: string }[] | null;
  readonly sections: readonly {
    readonly heading: string;
    readonly notAsked: string | null;
    readonly answers: readonly {
      readonly title: string;
      readonly value: string;
      readonly isBlank: boolean;
      /** Where it came from, and what was corrected in it. */
      readonly known: readonly string[];
      /** Files attached to the answer. */
      readonly evidence: readonly { readonly href: string | null; readonly name: string; readonly about: string }[];
    }[];
  }[];
}

/** @param fileHref where a file is shown; null: it was taken off since, and only its name is told */
export const answersPage = (
  form: {
    readonly edition: Edition;
    readonly response: Response & { readonly version: number };
    readonly state: FormState;
    readonly establishment: { readonly id: string; readonly name: string };
    readonly round: { readonly reportingYear: number };
    readonly evidence: readonly EvidenceFacts[];
  },
  language: Language,
  fileHref: (file: EvidenceFacts) => string | null = staffEvidencePath,
): AnswersPage => {
  const words = wordsOf(language).page;
  const { edition, state, establishment, response, round } = form;
  return {
    title: establishment.name,
    about: `${inLanguage(edition.title, language)}, ${words.rounds.about(round.reportingYear)} (${words.rounds.states[response.status]})`,
    more:
      response.version === 0
        ? null
        : [
            { href: `/review/${response.id}`, text: words.review.title },
            { href: `/answers/${response.id}/history`, text: words.history.title },
          ],
    back: { href: `/establishments/${establishment.id}`, text: establishment.name },
    sections: shownSections(edition, state).map((section) => {
      const isAsked = state.sections.find(({ section: id }) => id === section.id)?.relevance !== 'no';
      const questions = section.questions.flatMap(({ id }) => state.questions[id] ?? []).filter(({ relevance }) => relevance !== 'no');
      return {
        heading: sectionName(section, language),
        notAsked: isAsked ? null : words.check.notAsked,
        answers: isAsked
          ? questions.map(({ question, answer, origin }) => ({
              known: [
                ...originLines({ answer, origin }, language),
                ...correctionLines(response.corrections, question.id, { edition, language }),
              ],
              title: `${question.code} ${inLanguage(question.text, language)}`,
              value: answerWords(question, answer, { edition, language }),
              isBlank: answer.state !== 'answered',
              evidence: form.evidence
                .filter((file) => file.question === question.id)
                .map((file) => ({ ...evidenceLine(file, round.reportingYear, language), href: fileHref(file) })),
            }))
          : [],
      };
    }),
  };
};
