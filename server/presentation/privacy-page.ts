import type { RetentionRule } from '../survey/retention-rules.js';
import { type Use, type Uses, uses, withdrawable } from '../survey/uses.js';
import { type BothLanguages, inLanguage } from './number-format.js';
import { responsePath, sectionPath } from './section-page.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** What is kept of whoever asks, what it may be used for, and how to say otherwise. */
export interface PrivacyPage {
  readonly title: string;
  readonly words: Words['page']['privacy'];
  readonly done: string | null;
  /** Null: whoever asks does not answer a survey. */
  readonly responses: readonly {
    readonly title: string;
    readonly form: string;
    readonly path: string;
    readonly uses: readonly {
      readonly use: Use;
      readonly title: string;
      readonly what: string;
      readonly state: string;
      readonly allowed: boolean;
      readonly withdrawn: string;
      readonly mayWithdraw: boolean;
      /** Whether a button takes it back. */
      readonly button: boolean;
    }[];
  }[];
  readonly none: string | null;
  readonly kept: readonly { readonly holds: string; readonly months: string; readonly onRequest: string; readonly basis: string }[];
}

const mayWithdraw = (use: Use): boolean => (withdrawable as readonly Use[]).includes(use);

export const privacyPage = (
  shown: {
    /** Null: whoever asks is no respondent. */
    readonly responses:
      | readonly {
          readonly response: { readonly id: string; readonly uses: Uses };
          readonly edition: {
            readonly title: BothLanguages;
            readonly sections: readonly { readonly id: string }[];
            readonly profile: { readonly consents: Readonly<Record<Use, string | null>> };
          };
        }[]
      | null;
    readonly rules: readonly RetentionRule[];
    readonly done: boolean;
  },
  language: Language,
): PrivacyPage => {
  const words = wordsOf(language).page.privacy;
  const responses = shown.responses ?? [];
  return {
    title: words.title,
    words,
    done: shown.done ? words.done : null,
    none: shown.responses !== null && responses.length === 0 ? words.noResponses : null,
    responses: responses.map(({ response, edition }) => ({
      title: inLanguage(edition.title, language),
      form: sectionPath(response.id, edition.sections[0]?.id ?? ''),
      path: `${responsePath(response.id)}/withdraw`,
      uses: uses
        .filter((use) => edition.profile.consents[use] !== null)
        .map((use) => ({
          use,
          mayWithdraw: mayWithdraw(use),
          ...words.uses[use],
          allowed: response.uses[use],
          state: response.uses[use] ? words.allowed : words.notAllowed,
          button: response.uses[use] && mayWithdraw(use),
        })),
    })),
    kept: shown.rules.map(({ holds, months, from, onRequest, basis, confidence }) => ({
      holds: inLanguage(holds, language),
      months: words.months(months, from),
      onRequest: words.onRequest[onRequest],
      basis: confidence === 'recalled' ? `${inLanguage(basis, language)} ${words.recalled}` : inLanguage(basis, language),
    })),
  };
};
