import type { RoundContact } from '../persistence/rounds.js';
import { accessProblem } from '../problem/access-problems.js';
import { reviewProblem } from '../problem/review-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { readRound } from './administer-rounds.js';
import { securityEntry } from './security-entry.js';

const longest = 60;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const tidy = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Sets where respondents of a round ask; all empty takes it away. The day it was set is kept and shown with it.
 * Throws notFound, contactDesk, contactWay, emailForm.
 */
export const setContact = async (site: Site, who: AccountHolder, roundId: string, typed: Omit<RoundContact, 'setAt'>): Promise<void> => {
  const { round } = await readRound(site, who, roundId);
  const [desk = '', phone = '', email = '', hours = ''] = [typed.desk, typed.phone, typed.email, typed.hours].map(tidy);
  const isEmpty = [desk, phone, email, hours].every((text) => text === '');
  if (!isEmpty) {
    if (desk.length < 2 || desk.length > longest) throw reviewProblem('contactDesk', {}, 'desk');
    if ((phone === '' && email === '') || [phone, email, hours].some((text) => text.length > longest))
      throw reviewProblem('contactWay', { max: longest }, 'phone');
    if (email !== '' && !mail.test(email)) throw accessProblem('emailForm', {}, 'email');
  }
  const contact = isEmpty ? null : { desk, phone, email, hours, setAt: site.clock.now() };
  const subject = { kind: 'round', id: round.id } as const;
  const entry = securityEntry(site, holderActor(who), { action: 'round.contact', subject, facts: { set: isEmpty ? 'no' : 'yes' } });
  await site.store.transaction(async (within) => {
    await within.rounds.setContact(round.id, contact);
    await within.auditEntries.add(entry);
  });
};
