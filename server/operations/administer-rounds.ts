import type { Bank } from '../catalog/survey-bank.js';
import type { Round } from '../persistence/rounds.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Site } from '../site.js';
import { type RoundStep, roundState, roundSteps } from '../survey/round-state.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { bankOf } from './edition-of.js';
import { wholeReason } from './record-look.js';
import { securityEntry } from './security-entry.js';

/** Whether the grants that led here reach a round. */
const reaches = ({ grants }: AccountHolder, roundId: string): boolean =>
  grants.some(({ scope }) => scope.roundIds === null || scope.roundIds.includes(roundId));

/** The rounds within reach and the item banks there are. */
export const listRounds = async (site: Site, who: AccountHolder) => ({
  rounds: (await site.store.rounds.all()).filter(({ id }) => reaches(who, id)),
  banks: listBanks(site),
});

/** The item banks a round can be made of. */
export const listBanks = (site: Site): readonly Bank[] => Object.values(site.catalog.surveys.banks);

/** Throws notFound for a round out of reach, exactly as for one that does not exist. */
export const readRound = async (
  site: Site,
  who: AccountHolder,
  roundId: string,
): Promise<{ readonly round: Round; readonly bank: Bank }> => {
  const round = await site.store.rounds.byId(roundId);
  if (round === null || !reaches(who, roundId)) throw accessProblem('notFound');
  return { round, bank: bankOf(site, round) };
};

/**
 * Prepares a round of real establishments; nobody sees it until it is opened.
 * Throws roundCode, editionUnknown, roundThere; notFound for whoever administers certain rounds only.
 */
export const addRound = async (
  site: Site,
  who: AccountHolder,
  { code, bank: bankId }: { readonly code: string; readonly bank: string },
): Promise<Round> => {
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(code)) throw adminProblem('roundCode', {}, 'code');
  const bank = listBanks(site).find(({ id }) => id === bankId);
  if (bank === undefined) throw adminProblem('editionUnknown', {}, 'bank');
  if (!reaches(who, code)) throw accessProblem('notFound');
  const round: Round = {
    id: code,
    bank: bank.id,
    reportingYear: bank.referenceYear,
    isExample: false,
    openedAt: null,
    closedAt: null,
    archivedAt: null,
    contact: null,
  };
  const entry = securityEntry(site, holderActor(who), {
    action: 'round.add',
    subject: { kind: 'round', id: code },
    facts: { bank: bank.id },
  });
  try {
    await site.store.transaction(async (within) => {
      await within.rounds.add(round);
      await within.auditEntries.add(entry);
    });
  } catch (error) {
    if (error instanceof AlreadyThere) throw adminProblem('roundThere', { code }, 'code');
    throw error;
  }
  return round;
};

const after = (round: Round, step: RoundStep, now: Date): Round => {
  if (step === 'open') return { ...round, openedAt: round.openedAt ?? now, closedAt: null };
  return step === 'close' ? { ...round, closedAt: now } : { ...round, archivedAt: now };
};

/**
 * Opens, closes or archives a round. Of two who do it at once one does.
 * Throws notFound, roundStep when its state does not allow it, notConfirmed, reasonNeeded.
 */
export const stepRound = async (
  site: Site,
  who: AccountHolder,
  { roundId, step, reason, sure }: { readonly roundId: string; readonly step: RoundStep; readonly reason: string; readonly sure: boolean },
): Promise<void> => {
  const { round } = await readRound(site, who, roundId);
  const state = roundState(round);
  if (!roundSteps[state].includes(step)) throw adminProblem('roundStep', { state });
  const why = wholeReason(reason);
  if (!sure) throw adminProblem('notConfirmed', {}, 'sure');
  const entry = {
    ...securityEntry(site, holderActor(who), { action: `round.${step}`, subject: { kind: 'round', id: roundId } }),
    reason: why,
  };
  const next = after(round, step, site.clock.now());
  await site.store.transaction(async (within) => {
    if (!(await within.rounds.replace(next, round))) throw adminProblem('roundStep', { state });
    await within.auditEntries.add(entry);
  });
};
