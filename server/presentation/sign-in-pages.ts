import { type EntryFormPage, entryField, faultView, type TypedFault } from './entry-form.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** The page where accounts sign in. */
export const signInPage = (
  typed: { readonly loginName: string; readonly hasIdentityProvider: boolean },
  fault: TypedFault | null,
  language: Language,
): EntryFormPage => {
  const words = wordsOf(language).page.signIn;
  const fields = [
    entryField({ name: 'loginName', label: words.loginName, type: 'text', autocomplete: 'username', value: typed.loginName }, fault),
    entryField({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' }, fault),
  ];
  return {
    title: words.title,
    lead: words.lead,
    fault: faultView(fault, fields, language),
    action: '/sign-in',
    fields,
    button: words.button,
    notes: [words.forgotten],
    links: typed.hasIdentityProvider ? [{ href: '/sign-in/identity', text: words.identity }] : [],
  };
};

const codeField = (words: Words['page']['code'], help: string, fault: TypedFault | null) =>
  entryField({ name: 'code', label: words.label, help, type: 'text', autocomplete: 'one-time-code' }, fault);

/** The page between password and being in. */
export const codePage = (fault: TypedFault | null, language: Language): EntryFormPage => {
  const words = wordsOf(language).page.code;
  const fields = [codeField(words, words.help, fault)];
  return {
    title: words.title,
    lead: words.lead,
    fault: faultView(fault, fields, language),
    action: '/sign-in/code',
    fields,
    button: words.button,
    notes: [words.lost],
    links: [],
  };
};

/** Setting an authenticator app up. */
export interface EnrolPage extends EntryFormPage {
  readonly steps: readonly string[];
  readonly picture: { readonly address: string; readonly alt: string };
  readonly key: { readonly label: string; readonly text: string };
}

/** @param needed whether the roles need it; else it is its owner's choice */
export const enrolPage = (
  enrolment: { readonly secret: string; readonly picture: string; readonly needed: boolean },
  fault: TypedFault | null,
  language: Language,
): EnrolPage => {
  const { enrol, code } = wordsOf(language).page;
  const field = entryField({ name: 'code', label: code.label, type: 'text', autocomplete: 'one-time-code', numeric: true }, fault);
  return {
    title: enrol.title,
    lead: enrolment.needed ? enrol.lead : enrol.leadFree,
    fault: faultView(fault, [field], language),
    steps: enrol.steps,
    picture: { address: enrolment.picture, alt: enrol.pictureAlt },
    key: { label: enrol.key, text: enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ') },
    action: '/sign-in/enrol',
    fields: [field],
    button: enrol.button,
    notes: [],
    links: [],
  };
};

/** Recovery codes, shown once. */
export interface RecoveryPage {
  readonly title: string;
  readonly words: Words['page']['recovery'];
  readonly codes: readonly string[];
  readonly next: string;
}

export const recoveryPage = (codes: readonly string[], language: Language): RecoveryPage => {
  const words = wordsOf(language).page.recovery;
  return { title: words.title, words, codes, next: '/work' };
};

/** Choosing a password by a link. */
export const choosePasswordPage = (
  whose: { readonly name: string; readonly loginName: string; readonly path: string },
  fault: TypedFault | null,
  language: Language,
): EntryFormPage => {
  const words = wordsOf(language).page.password;
  const fields = newPasswordFields(words, fault);
  return {
    title: words.chooseTitle,
    lead: words.chooseLead(whose.name, whose.loginName),
    fault: faultView(fault, fields, language),
    action: whose.path,
    fields,
    button: words.button,
    notes: [],
    links: [],
  };
};

const newPasswordFields = (words: Words['page']['password'], fault: TypedFault | null) => [
  entryField({ name: 'password', label: words.next, help: words.rule, type: 'password', autocomplete: 'new-password' }, fault),
  entryField({ name: 'again', label: words.again, type: 'password', autocomplete: 'new-password' }, fault),
];

/** Changing one's own password. */
export const changePasswordPage = (fault: TypedFault | null, language: Language): EntryFormPage => {
  const { password: words, account } = wordsOf(language).page;
  const fields = [
    entryField({ name: 'present', label: words.present, type: 'password', autocomplete: 'current-password' }, fault),
    ...newPasswordFields(words, fault),
  ];
  return {
    title: words.changeTitle,
    lead: words.changeLead,
    fault: faultView(fault, fields, language),
    action: '/account/password',
    fields,
    button: words.button,
    notes: [],
    links: [{ href: '/account', text: account.title }],
  };
};

/** That the password is set, with the way on. */
export interface DonePage {
  readonly title: string;
  readonly lead: string;
  readonly next: { readonly href: string; readonly text: string };
}

export const passwordSetPage = (language: Language): DonePage => {
  const words = wordsOf(language).page.password;
  return { title: words.doneTitle, lead: words.doneLead, next: { href: '/sign-in', text: words.toSignIn } };
};
