import { type AdminPage, adminBlock, adminField, adminForm, adminPage } from './admin-page.js';
import { type Contact, contactView } from './contact-view.js';
import { faultView, type TypedFault } from './entry-form.js';
import { roundPath } from './rounds-admin-page.js';
import { type Language, wordsOf } from './words/words.js';

/** What was typed of a contact. */
export type TypedContact = Omit<Contact, 'setAt'>;

/** Where respondents of a round ask, to be set. */
export const roundContactPage = (
  round: { readonly id: string; readonly contact: Contact | null },
  { typed, fault, saved }: { readonly typed: TypedContact; readonly fault: TypedFault | null; readonly saved: boolean },
  language: Language,
): AdminPage => {
  const { contact: words, admin } = wordsOf(language).page;
  const fields = [
    adminField({ name: 'desk', label: words.desk, value: typed.desk, optional: true }, fault),
    adminField({ name: 'phone', label: words.phone, value: typed.phone, optional: true }, fault),
    adminField({ name: 'email', label: words.email, value: typed.email, optional: true }, fault),
    adminField({ name: 'hours', label: words.hours, help: words.hoursHelp, value: typed.hours, optional: true }, fault),
  ];
  const { desk, ways, asOf } = contactView(round.contact, language);
  return adminPage(`${words.title}: ${round.id}`, {
    lead: words.lead,
    notice: saved ? words.saved : null,
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('now', {
        heading: words.now,
        items: round.contact === null ? [words.empty] : [],
        facts:
          round.contact === null
            ? []
            : [{ label: words.desk, text: `${desk} (${asOf})` }, ...ways.map(({ label, text }) => ({ label, text }))],
      }),
      adminBlock('set', { lead: words.clear, form: adminForm(`${roundPath(round.id)}/contact`, words.save, fields) }),
    ],
    links: [{ href: roundPath(round.id), text: admin.rounds.back }],
  });
};
