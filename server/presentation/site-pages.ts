import type { Form } from '../survey/form.js';
import { type RoundDates, roundState } from '../survey/round-state.js';
import { type EntryFault, type EntryField, entryField, faultView, type TypedFault } from './entry-form.js';
import { type BothLanguages, inLanguage } from './number-format.js';
import type { EstablishmentName } from './section-page.js';
import type { Viewer } from './shell.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** The front page of everybody. */
export interface HomePage {
  readonly title: string;
  readonly words: Words['page']['home'];
  readonly rounds: readonly string[];
  readonly hasExamples: boolean;
  /** Where somebody who is signed in goes on; null: nobody is. */
  readonly goOn: { readonly href: string; readonly text: string } | null;
  /** Where accounts sign in; null: somebody is in already. */
  readonly signIn: string | null;
}

const goesOn: Readonly<Record<Viewer, { readonly href: string; readonly word: 'openSurvey' | 'openWork' } | null>> = {
  public: null,
  respondent: { href: '/responses', word: 'openSurvey' },
  delegate: { href: '/responses', word: 'openSurvey' },
  account: { href: '/work', word: 'openWork' },
  entering: { href: '/work', word: 'openWork' },
};

export const homePage = (
  front: {
    readonly hasExamples: boolean;
    readonly rounds: readonly {
      readonly title: BothLanguages;
      readonly reportingYear: number;
      readonly minutes: { readonly least: number; readonly most: number };
    }[];
  },
  viewer: Viewer,
  language: Language,
): HomePage => {
  const words = wordsOf(language).page.home;
  return {
    title: words.title,
    words,
    rounds: front.rounds.map(({ title, reportingYear, minutes: { least, most } }) =>
      words.round(inLanguage(title, language), reportingYear, least === most ? String(least) : `${least}–${most}`),
    ),
    hasExamples: front.hasExamples,
    goOn: goesOn[viewer] === null ? null : { href: goesOn[viewer].href, text: words[goesOn[viewer].word] },
    signIn: viewer === 'public' ? '/sign-in' : null,
  };
};

/** The button that begins a response, with the forms to choose from where it is not known which it is. */
interface BeginView {
  readonly roundId: string;
  readonly text: string;
  readonly choose: {
    readonly legend: string;
    readonly options: readonly { readonly id: string; readonly value: Form; readonly text: string; readonly help: string }[];
  } | null;
}

const beginning = (roundId: string, forms: readonly { readonly form: Form; readonly minutes: number }[], language: Language): BeginView => {
  const words = wordsOf(language).page.rounds;
  const options = forms.map(({ form, minutes }) => ({
    id: `form-${roundId}-${form}`,
    value: form,
    text: words.forms[form],
    help: words.minutes(minutes),
  }));
  return { roundId, text: words.begin, choose: options.length < 2 ? null : { legend: words.chooseForm, options } };
};

/** The surveys of a respondent. */
export interface RoundsPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly empty: string | null;
  readonly rounds: readonly {
    readonly title: string;
    readonly about: string;
    readonly state: string;
    readonly result: { readonly href: string; readonly text: string } | null;
    readonly goOn: { readonly href: string; readonly text: string } | null;
    /** A form that begins the response. */
    readonly begin: BeginView | null;
  }[];
}

export const roundsPage = (
  home: {
    readonly establishment: EstablishmentName;
    readonly rounds: readonly {
      readonly round: { readonly id: string; readonly reportingYear: number } & RoundDates;
      readonly title: BothLanguages;
      /** Forms to choose from, where nobody knows yet which it is. */
      readonly forms: readonly { readonly form: Form; readonly minutes: number }[];
      readonly response: { readonly id: string; readonly status: 'draft' | 'submitted'; readonly version: number } | null;
    }[];
  },
  language: Language,
): RoundsPage => {
  const words = wordsOf(language).page.rounds;
  return {
    title: words.title,
    establishment: home.establishment,
    empty: home.rounds.length === 0 ? words.empty : null,
    rounds: home.rounds.map(({ round, title, forms, response }) => {
      const open = roundState(round) === 'open';
      return {
        title: inLanguage(title, language),
        about: words.about(round.reportingYear),
        state: open ? words.states[response?.status ?? 'none'] : words.closed,
        result: response === null || response.version === 0 ? null : { href: `/responses/${response.id}/result`, text: words.result },
        goOn: response === null ? null : { href: `/responses/${response.id}`, text: words.goOn },
        begin: response === null && open ? beginning(round.id, forms, language) : null,
      };
    }),
  };
};

/** The page behind an invitation: the number that shows that a person has the letter, and one button. */
export interface InvitationView {
  readonly title: string;
  readonly lead: string;
  readonly words: Words['page']['invitation'];
  readonly path: string;
  readonly fault: EntryFault | null;
  readonly fields: readonly EntryField[];
}

/** @param asks what whoever has the link has to know besides */
export const invitationPage = (
  {
    path,
    asks,
    typed,
    fault,
  }: {
    readonly path: string;
    readonly asks: 'businessNumber' | 'code' | null;
    readonly typed: string;
    readonly fault: TypedFault | null;
  },
  language: Language,
): InvitationView => {
  const { invitation: words, delegation: told } = wordsOf(language).page;
  const number = { name: 'businessNumber', label: words.number, help: words.numberHelp, type: 'text', autocomplete: 'off' } as const;
  const code = { name: 'code', label: told.codeAsk, help: told.codeHelp, type: 'text', autocomplete: 'one-time-code' } as const;
  const fields = {
    businessNumber: [entryField({ ...number, numeric: true, value: typed }, fault)],
    code: [entryField({ ...code, value: typed }, fault)],
    none: [],
  }[asks ?? 'none'];
  const lead = { businessNumber: words.leadNumber, code: told.leadCode, none: words.lead }[asks ?? 'none'];
  return { title: words.title, lead, words, path, fields, fault: faultView(fault, fields, language) };
};

/** A link to come back with. */
export interface ReturnLinkView {
  readonly title: string;
  readonly words: Words['page']['returnLink'];
  readonly link: string;
  readonly expires: string;
}

export const returnLinkPage = (link: string, expiresAt: Date, language: Language): ReturnLinkView => {
  const words = wordsOf(language).page.returnLink;
  return { title: words.title, words, link, expires: words.expires(formatMoment(expiresAt, language)) };
};

/** What went wrong, and the way out. */
export interface ProblemView {
  readonly title: string;
  readonly sentence: string;
  readonly field: string | null;
  readonly hint: string | null;
  readonly requestId: string;
  readonly words: Words['page']['problem'];
  /** Where accounts sign in; null: signing in is not what is missing. */
  readonly signIn: string | null;
  /** Where whoever is in already goes on; null: nowhere but to the first page. */
  readonly survey: string | null;
  readonly again: {
    readonly path: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    /** Those that a person filled in, to be read. */
    readonly typed: readonly { readonly name: string; readonly value: string }[];
  } | null;
}

export const problemPage = (
  problem: {
    readonly status: number;
    readonly code: string;
    readonly sentence: BothLanguages;
    readonly field: string;
    readonly requestId: string;
    readonly again: { readonly path: string; readonly fields: readonly { readonly name: string; readonly value: string }[] } | null;
  },
  language: Language,
): ProblemView => {
  const words = wordsOf(language).page.problem;
  const { status, code, sentence, field, requestId, again } = problem;
  const isIn = code === 'linkUsedHere';
  const kinds: Readonly<Record<number, { readonly title: string; readonly hint: string | null }>> = {
    401: { title: words.titles.signIn, hint: words.signInHint },
    404: { title: words.titles.missing, hint: words.missingHint },
    409: { title: words.titles.conflict, hint: null },
    410: isIn ? { title: words.titles.alreadyIn, hint: null } : { title: words.titles.signIn, hint: words.signInHint },
    413: { title: words.titles.tooMuch, hint: null },
    503: { title: words.titles.unavailable, hint: null },
  };
  const kind =
    kinds[status] ?? (status >= 500 ? { title: words.titles.failed, hint: words.failedHint } : { title: words.titles.refused, hint: null });
  return {
    ...kind,
    sentence: inLanguage(sentence, language),
    field: field === '' || field.startsWith('_') ? null : field,
    requestId,
    words,
    signIn: status === 401 ? '/sign-in' : null,
    survey: isIn ? '/responses' : null,
    again:
      again === null ? null : { ...again, typed: again.fields.filter(({ name, value }) => !name.startsWith('_') && value.trim() !== '') },
  };
};
