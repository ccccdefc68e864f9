import { AlreadyThere } from '../persistence/store.js';
import { letterText } from '../presentation/letter-text.js';
import { lettersView } from '../presentation/letters-view.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { createInvitation } from './create-invitation.js';
import { type LettersToPrint, lettersOrder } from './do-field-work.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';

/** More would keep whoever pressed the button waiting for too long. */
export const sentAtMost = 100;

export interface SentLetters {
  readonly sent: number;
  readonly failed: number;
  /** Without an email address in the register. */
  readonly unreachable: number;
  /** This very order reached them before. */
  readonly before: number;
}

/**
 * Sends the letters of chosen establishments by mail, each with a new one-time link. An order that arrives twice sends once.
 * @param order names the order, as the page did
 * Throws what `printInvitations` throws, and mailAbsent, orderUnknown, tooManyChosen.
 */
export const sendInvitations = async (site: Site, who: AccountHolder, toSend: LettersToPrint, order: string): Promise<SentLetters> => {
  const { mail } = site;
  if (mail === undefined) throw adminProblem('mailAbsent');
  if (!/^[0-9a-f-]{36}$/.test(order)) throw adminProblem('orderUnknown');
  const { work, chosen, sender, contact } = await lettersOrder(site, who, toSend);
  if (chosen.length > sentAtMost) throw adminProblem('tooManyChosen', { limit: sentAtMost }, 'establishment');
  const counts = { sent: 0, failed: 0, unreachable: 0, before: 0 };
  for (const { establishment } of chosen) {
    const { id: establishmentId, email, name, postcode, address, businessNumber } = establishment;
    if (email === null) {
      counts.unreachable += 1;
      continue;
    }
    const id = secretHash(`${order} ${establishmentId}`);
    try {
      await site.store.mailings.add({ id, roundId: work.round.id, establishmentId, state: 'sending', at: site.clock.now() });
    } catch (error) {
      if (!(error instanceof AlreadyThere)) throw error;
      counts.before += 1;
      continue;
    }
    const { secret, expiresAt } = await createInvitation(site, establishmentId, 'letter', null, holderActor(who));
    const link = `${toSend.baseUrl}/enter/${secret}`;
    const about = { survey: work.bank.title.ko, year: work.round.reportingYear, sender, contact };
    const { letters } = lettersView([{ name, postcode, address, asksNumber: businessNumber !== null, link, expiresAt }], about);
    const subject = { kind: 'establishment', id: establishmentId } as const;
    await site.store.auditEntries.add(securityEntry(site, holderActor(who), { action: 'letters.send', establishmentId, subject }));
    let state: 'sent' | 'failed' = 'sent';
    for (const letter of letters)
      try {
        await mail.send({ to: email, ...letterText(letter) });
      } catch (error) {
        state = 'failed';
        // The server's own words may hold the address: only their kind is logged.
        site.log.warn({ code: (error as { readonly code?: string }).code ?? 'unknown' }, 'a letter could not be sent');
      }
    await site.store.mailings.settle(id, state);
    counts[state] += 1;
  }
  return counts;
};
