import { type EntryFormPage, entryField, faultView, type TypedFault } from './entry-form.js';
import type { HandOverPage } from './hand-over-page.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface LetIn {
  readonly device: string;
  readonly since: Date;
}

/** That the survey is open elsewhere, too, one sentence for each browser. */
export const letInWords = (devices: readonly LetIn[], language: Language): readonly string[] =>
  devices.map(({ device, since }) => wordsOf(language).page.devices.letIn(device, formatMoment(since, language)));

/** The ways to go on: at once elsewhere by a code, another day by a link. */
export interface ContinuePage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly words: Words['page']['devices'];
  readonly notices: readonly string[];
  /** Whether a code can be made: by the establishment itself. */
  readonly hasCode: boolean;
}

export const continuePage = (
  read: {
    readonly establishment: EstablishmentName;
    readonly letIn: readonly LetIn[];
    readonly cameByCode: boolean;
    readonly hasCode: boolean;
  },
  language: Language,
): ContinuePage => {
  const words = wordsOf(language).page.devices;
  const notices = [...(read.cameByCode ? [words.cameByCode] : []), ...letInWords(read.letIn, language)];
  return { title: words.title, establishment: read.establishment, words, notices, hasCode: read.hasCode };
};

/** A code for another device, with its picture. */
export const deviceCodePage = (
  made: {
    readonly establishment: EstablishmentName;
    readonly code: string;
    readonly address: string;
    readonly picture: string;
    readonly expiresAt: Date;
  },
  language: Language,
): HandOverPage => {
  const words = wordsOf(language).page.devices;
  return {
    title: words.madeTitle,
    establishment: made.establishment,
    lead: words.madeLead,
    shown: [
      { id: 'address', label: words.address, value: made.address },
      { id: 'code', label: words.code, value: made.code },
    ],
    picture: { address: made.picture, alt: words.picture },
    expires: words.expires(formatMoment(made.expiresAt, language)),
    warning: words.warning,
    back: { href: '/continue', text: words.back },
  };
};

/** Where a code is typed on the other device. */
export const resumePage = (
  typed: { readonly code: string; readonly businessNumber: string },
  fault: TypedFault | null,
  language: Language,
): EntryFormPage => {
  const words = wordsOf(language).page.devices;
  const code = { name: 'code', label: words.code, help: words.resumeCodeHelp, type: 'text', autocomplete: 'one-time-code' } as const;
  const number = {
    name: 'businessNumber',
    label: words.resumeNumber,
    help: words.resumeNumberHelp,
    type: 'text',
    autocomplete: 'off',
  } as const;
  const fields = [
    entryField({ ...code, value: typed.code }, fault),
    entryField({ ...number, numeric: true, value: typed.businessNumber, optional: true }, fault),
  ];
  return {
    title: words.resumeTitle,
    lead: words.resumeLead,
    fault: faultView(fault, fields, language),
    action: '/resume',
    fields,
    button: words.resumeButton,
    notes: [],
    links: [],
  };
};
