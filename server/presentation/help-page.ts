import { type Contact, type ContactView, contactView } from './contact-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** How to fill in, to come back, to correct; and where to ask. */
export interface HelpPage {
  readonly title: string;
  readonly parts: Words['page']['help']['parts'];
  readonly contactsTitle: string;
  readonly contacts: readonly ContactView[];
}

/** @param contacts of the rounds that whoever asks takes part in; null for one that is not set */
export const helpPage = (contacts: readonly (Contact | null)[], language: Language): HelpPage => {
  const words = wordsOf(language).page.help;
  const set = contacts.filter((contact) => contact !== null);
  return {
    title: words.title,
    parts: words.parts,
    contactsTitle: words.contacts,
    contacts: (set.length === 0 ? [null] : set).map((contact) => contactView(contact, language)),
  };
};
