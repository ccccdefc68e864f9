import type { EstablishmentName } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

/** The frame around every page. */
export interface Shell {
  readonly language: Language;
  readonly documentTitle: string;
  readonly words: {
    readonly name: string;
    readonly subtitle: string;
    readonly skip: string;
    readonly toolsLabel: string;
    readonly signOut: string;
    readonly exampleBadge: string;
    readonly exampleNotice: string;
    readonly unsafe: string;
    readonly footerWhat: string;
    readonly footerPrivacy: string;
    readonly footerLinks: string;
    readonly factors: string;
    readonly sources: string;
  };
  readonly other: {
    readonly language: Language;
    readonly text: string;
    readonly hint: string;
    readonly href: string;
    /** The id of a form that is saved before the language changes, so that nothing typed is lost; null: a plain link. */
    readonly form: string | null;
  };
  readonly home: string;
  readonly signedIn: boolean;
  readonly establishment: EstablishmentName | null;
  /** That what is typed can be read on the way, and that there is no tablet mode; null where the connection is safe. */
  readonly unsafe: string | null;
  readonly styles: string;
  readonly icon: string;
  readonly script: string | null;
}

/** The frame of one page. */
export const shell = (page: {
  readonly language: Language;
  readonly title: string;
  /** Path and query the page was asked by: where a change of language leads back to. */
  readonly path: string;
  readonly signedIn: boolean;
  readonly establishment: EstablishmentName | null;
  /** Whether the browser counts the connection as safe. */
  readonly isSafe: boolean;
  readonly savesForm: string | null;
  readonly assets: { readonly styles: string; readonly icon: string; readonly script: string | null };
}): Shell => {
  const { language, title, path, signedIn, establishment, isSafe, savesForm, assets } = page;
  const words = wordsOf(language).page.shell;
  const other: Language = language === 'ko' ? 'en' : 'ko';
  return {
    language,
    documentTitle: `${title} | ${words.name}`,
    words,
    other: {
      language: other,
      text: words.otherLanguage,
      hint: words.otherLanguageHint,
      href: `/language?to=${other}&back=${encodeURIComponent(path)}`,
      form: savesForm,
    },
    home: signedIn ? '/responses' : '/',
    signedIn,
    establishment,
    unsafe: isSafe ? null : words.unsafe,
    ...assets,
  };
};
