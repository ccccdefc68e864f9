import { lettersView } from '../presentation/letters-view.js';
import { accessProblem } from '../problem/access-problems.js';
import { adminProblem } from '../problem/admin-problems.js';
import { fileName } from '../reports/file-name.js';
import { printLetters } from '../reports/print-plan.js';
import type { Site } from '../site.js';
import { roundState } from '../survey/round-state.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { assignEstablishment } from './assign-establishment.js';
import { createInvitation } from './create-invitation.js';
import type { ReportFile } from './render-report.js';
import { revokeInvitations } from './revoke-invitations.js';
import { type RoundEntry, type RoundWork, readRoundWork } from './round-work.js';
import { securityEntry } from './security-entry.js';

/** How many establishments one order may name. */
export const chosenAtMost = 500;

/** The chosen ones, each within reach. Throws nothingChosen, tooManyChosen, notFound. */
const chosenOf = ({ entries }: RoundWork, ids: readonly string[]): readonly RoundEntry[] => {
  const wanted = new Set(ids);
  if (wanted.size === 0) throw adminProblem('nothingChosen', {}, 'establishment');
  if (wanted.size > chosenAtMost) throw adminProblem('tooManyChosen', { limit: chosenAtMost }, 'establishment');
  const chosen = entries.filter(({ establishment }) => wanted.has(establishment.id));
  if (chosen.length !== wanted.size) throw accessProblem('notFound');
  return chosen;
};

const tidy = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

export interface LettersToPrint {
  readonly roundId: string;
  readonly establishmentIds: readonly string[];
  readonly sender: string;
  readonly contact: string;
  /** How browsers reach the site. */
  readonly baseUrl: string;
}

/** Checks an order of letters. Throws notFound, roundNotOpen, senderForm, contactForm, nothingChosen, tooManyChosen. */
export const lettersOrder = async (site: Site, who: AccountHolder, ordered: LettersToPrint) => {
  const work = await readRoundWork(site, who, ordered.roundId);
  if (roundState(work.round) !== 'open') throw adminProblem('roundNotOpen');
  const sender = tidy(ordered.sender);
  if (sender.length < 2 || sender.length > 50) throw adminProblem('senderForm', {}, 'sender');
  const contact = tidy(ordered.contact);
  if (contact.length < 5 || contact.length > 100) throw adminProblem('contactForm', {}, 'contact');
  return { work, sender, contact, chosen: chosenOf(work, ordered.establishmentIds) };
};

/**
 * Makes a new one-time link for each chosen establishment and prints the letters. A letter printed earlier and not used stops working.
 * Throws notFound, roundNotOpen, senderForm, contactForm, nothingChosen, tooManyChosen.
 */
export const printInvitations = async (site: Site, who: AccountHolder, toPrint: LettersToPrint): Promise<ReportFile> => {
  const { work, sender, contact, chosen } = await lettersOrder(site, who, toPrint);
  const subject = { kind: 'round', id: work.round.id } as const;
  await site.store.auditEntries.add(
    securityEntry(site, holderActor(who), { action: 'letters.print', subject, facts: { count: chosen.length } }),
  );
  const addressed = [];
  for (const { establishment } of chosen) {
    const { secret, expiresAt } = await createInvitation(site, establishment.id, 'letter', null, holderActor(who));
    const { name, postcode, address, businessNumber } = establishment;
    const link = `${toPrint.baseUrl}/enter/${secret}`;
    addressed.push({ name, postcode, address, asksNumber: businessNumber !== null, link, expiresAt });
  }
  const view = lettersView(addressed, { survey: work.bank.title.ko, year: work.round.reportingYear, sender, contact });
  const bytes = await printLetters(view, site.clock.now());
  return { bytes, fileName: fileName([view.title, work.round.id], 'pdf'), type: 'application/pdf' };
};

/**
 * Gives the chosen establishments to a surveyor for this round, or to nobody any more.
 * Throws notFound, surveyorUnknown, nothingChosen, tooManyChosen.
 */
export const assignChosen = async (
  site: Site,
  who: AccountHolder,
  given: { readonly roundId: string; readonly establishmentIds: readonly string[]; readonly surveyor: string },
): Promise<number> => {
  const work = await readRoundWork(site, who, given.roundId);
  const accountId = given.surveyor === '' ? null : given.surveyor;
  if (accountId !== null && !work.surveyors.some(({ id }) => id === accountId)) throw adminProblem('surveyorUnknown', {}, 'surveyor');
  const chosen = chosenOf(work, given.establishmentIds);
  for (const { establishment } of chosen)
    await assignEstablishment(
      site,
      { establishmentId: establishment.id, roundId: given.roundId, organization: null, accountId },
      holderActor(who),
    );
  return chosen.length;
};

/** Takes every way in of the chosen establishments back, their sessions too. Throws notFound, nothingChosen, tooManyChosen. */
export const revokeChosen = async (
  site: Site,
  who: AccountHolder,
  { roundId, establishmentIds }: { readonly roundId: string; readonly establishmentIds: readonly string[] },
): Promise<number> => {
  const chosen = chosenOf(await readRoundWork(site, who, roundId), establishmentIds);
  for (const { establishment } of chosen) await revokeInvitations(site, establishment.id, holderActor(who));
  return chosen.length;
};
