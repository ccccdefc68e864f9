import { formatBusinessNumber } from '../survey/business-number.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** The establishments somebody's roles reach. */
export interface EstablishmentsPage {
  readonly title: string;
  readonly words: Words['page']['establishments'];
  readonly count: string;
  readonly establishments: readonly {
    readonly name: string;
    /** Null: the role reaches the register alone. */
    readonly href: string | null;
    readonly businessNumber: string;
    readonly region: string;
    readonly isExample: boolean;
  }[];
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly businessNumber: string | null;
  readonly region: string | null;
  readonly example: string | null;
}

const none = '-';

/** @param opens whether the role may open what one of them answered */
export const establishmentsPage = (
  { establishments: found, isCut }: { readonly establishments: readonly Listed[]; readonly isCut: boolean },
  opens: boolean,
  language: Language,
): EstablishmentsPage => {
  const words = wordsOf(language).page.establishments;
  return {
    title: words.title,
    words,
    count: isCut ? words.countCut(found.length) : words.count(found.length),
    establishments: found.map(({ id, name, businessNumber, region, example }) => ({
      name,
      href: opens ? `/establishments/${id}` : null,
      businessNumber: businessNumber === null ? none : formatBusinessNumber(businessNumber),
      region: region ?? none,
      isExample: example !== null,
    })),
  };
};

/** One establishment: how far its answers are in each round. */
export interface EstablishmentPage {
  readonly title: string;
  readonly words: Words['page']['establishments'];
  readonly businessNumber: string;
  readonly region: string;
  readonly rounds: readonly {
    readonly title: string;
    readonly state: string;
    /** The answers; null: nothing was begun. */
    readonly answers: { readonly href: string; readonly text: string } | null;
  }[];
}

export const establishmentPage = (
  read: {
    readonly establishment: Listed;
    readonly rounds: readonly {
      readonly round: { readonly reportingYear: number };
      readonly title: { readonly ko: string; readonly en: string };
      readonly response: { readonly id: string; readonly status: 'draft' | 'submitted' } | null;
    }[];
  },
  language: Language,
): EstablishmentPage => {
  const { establishments: words, rounds } = wordsOf(language).page;
  const { name, businessNumber, region } = read.establishment;
  return {
    title: name,
    words,
    businessNumber: businessNumber === null ? none : formatBusinessNumber(businessNumber),
    region: region ?? none,
    rounds: read.rounds.map(({ round, title, response }) => ({
      title: `${title[language]}, ${rounds.about(round.reportingYear)}`,
      state: rounds.states[response?.status ?? 'none'],
      answers: response === null ? null : { href: `/answers/${response.id}`, text: words.readAnswers },
    })),
  };
};
