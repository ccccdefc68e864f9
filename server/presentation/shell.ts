import { type ContactView, contactView } from './contact-view.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, type Words, wordsOf } from './words/words.js';

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
    readonly account: string;
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
  /** The page of one's own account; null: whoever asks has none. */
  readonly account: string | null;
  /** How long the session lasts, for the script that warns before it ends; null: there is none. */
  readonly session: (SessionTimes & { readonly words: Words['page']['session'] }) | null;
  readonly establishment: EstablishmentName | null;
  /** Where to ask; null: the page is of no round. */
  readonly contact: ContactView | null;
  /** That what is typed can be read on the way, and that there is no tablet mode; null where the connection is safe. */
  readonly unsafe: string | null;
  /** Name of the page on one's own data. */
  readonly privacyLink: string;
  readonly helpLink: string;
  readonly styles: string;
  readonly icon: string;
  readonly scripts: readonly string[];
}

/** How long a session lasts from this page on: without another request, and at the longest. */
export interface SessionTimes {
  readonly idleSeconds: number;
  readonly lastSeconds: number;
}

/** Who sees a page. */
export type Viewer = 'public' | 'respondent' | 'delegate' | 'account' | 'entering';

/** Where each viewer's own pages begin. */
const homes: Readonly<Record<Viewer, string>> = {
  public: '/',
  respondent: '/responses',
  delegate: '/responses',
  account: '/work',
  entering: '/',
};

/** The frame of one page. */
export const shell = (page: {
  readonly language: Language;
  readonly title: string;
  /** Path and query the page was asked by: where a change of language leads back to. */
  readonly path: string;
  readonly viewer: Viewer;
  readonly session: SessionTimes | null;
  readonly establishment: EstablishmentName | null;
  /** Whether the browser counts the connection as safe. */
  readonly isSafe: boolean;
  readonly savesForm: string | null;
  readonly assets: { readonly styles: string; readonly icon: string; readonly scripts: readonly string[] };
}): Shell => {
  const { language, title, path, viewer, session, establishment, isSafe, savesForm, assets } = page;
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
    home: homes[viewer],
    signedIn: viewer !== 'public',
    account: viewer === 'account' ? '/account' : null,
    session: session === null ? null : { ...session, words: wordsOf(language).page.session },
    establishment,
    contact: establishment?.contact === undefined ? null : contactView(establishment.contact, language),
    privacyLink: wordsOf(language).page.privacy.link,
    helpLink: wordsOf(language).page.help.link,
    unsafe: isSafe ? null : words.unsafe,
    ...assets,
  };
};
