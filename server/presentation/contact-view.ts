import { formatDay } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

/** Where respondents of a round ask, as it was set on a day. */
export interface Contact {
  readonly desk: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
  readonly setAt: Date;
}

/** Where to ask, in the frame of every page of the form. */
export interface ContactView {
  readonly title: string;
  /** Said where nothing is set; null: something is. */
  readonly ask: string | null;
  readonly desk: string;
  readonly ways: readonly { readonly label: string; readonly text: string; readonly href: string | null }[];
  readonly asOf: string;
  readonly help: { readonly href: string; readonly text: string };
}

export const contactView = (contact: Contact | null, language: Language): ContactView => {
  const words = wordsOf(language).page.help;
  const shown = { title: words.strip, help: { href: '/help', text: words.link } };
  if (contact === null) return { ...shown, ask: words.ask, desk: '', ways: [], asOf: '' };
  const { desk, phone, email, hours, setAt } = contact;
  const ways = [
    { label: words.phone, text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` },
    { label: words.email, text: email, href: `mailto:${email}` },
    { label: words.hours, text: hours, href: null },
  ];
  return { ...shown, ask: null, desk, ways: ways.filter(({ text }) => text !== ''), asOf: words.asOf(formatDay(setAt)) };
};
