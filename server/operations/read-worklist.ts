import type { Establishment } from '../persistence/establishments.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import { type ReviewState, reviewStates } from '../survey/review-state.js';
import { roundState } from '../survey/round-state.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { listRounds } from './administer-rounds.js';
import { takesPart } from './own-establishment.js';
import { reachedInRound } from './reach.js';
import { securityEntry } from './security-entry.js';

/** More than anybody reads in one page. */
const atMost = 500;

/** One submitted response to check. */
export interface WorklistEntry {
  readonly responseId: string;
  readonly establishment: Establishment;
  readonly version: number;
  readonly submittedAt: Date;
  readonly state: ReviewState;
  /** The respondent is changing answers again. */
  readonly isChanging: boolean;
}

/** Which of them are wanted. */
export interface WorklistFilter {
  /** Null: the newest round. */
  readonly roundId: string | null;
  /** Null: every state. */
  readonly state: ReviewState | null;
  /** A part of the name, or of the registration number; empty: all. */
  readonly text: string;
}

export interface Worklist {
  readonly rounds: readonly Round[];
  readonly round: Round | null;
  readonly filter: WorklistFilter;
  /** Oldest submission first: who waits longest is checked first. */
  readonly entries: readonly WorklistEntry[];
  /** How many there are of each state, whatever state is wanted. */
  readonly counts: Readonly<Record<ReviewState, number>>;
  readonly isCut: boolean;
}

const fits = ({ name, businessNumber }: Establishment, text: string): boolean => {
  const wanted = text.normalize('NFC').trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  return name.toLowerCase().includes(wanted) || (digits.length >= 3 && (businessNumber ?? '').includes(digits));
};

const entriesOf = async (site: Site, who: AccountHolder, round: Round): Promise<readonly WorklistEntry[]> => {
  const [establishments, progress, submissions, states] = await Promise.all([
    reachedInRound(site, who, round.id),
    site.store.responses.progressOf(round.id),
    site.store.responseVersions.submissionsOf(round.id),
    site.store.reviews.statesOf(round.id),
  ]);
  const reached = new Map(establishments.filter((one) => takesPart(one, round)).map((one) => [one.id, one]));
  const submittedAt = new Map(submissions.map(({ responseId, version, submittedAt: at }) => [`${responseId} ${version}`, at]));
  const stateOf = new Map(states.map(({ responseId, version, state }) => [`${responseId} ${version}`, state]));
  const entries = progress.flatMap(({ responseId, establishmentId, version, status }): WorklistEntry[] => {
    const establishment = reached.get(establishmentId);
    const at = submittedAt.get(`${responseId} ${version}`);
    if (establishment === undefined || at === undefined) return [];
    const state = stateOf.get(`${responseId} ${version}`) ?? 'submitted';
    return [{ responseId, establishment, version, submittedAt: at, state, isChanging: status === 'draft' }];
  });
  return entries.sort((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime());
};

/** The submitted responses of a round within reach. That the register was read is written down. */
export const readWorklist = async (site: Site, who: AccountHolder, filter: WorklistFilter): Promise<Worklist> => {
  const rounds = (await listRounds(site, who)).rounds.filter((round) => roundState(round) !== 'planned');
  const round = rounds.find(({ id }) => id === filter.roundId) ?? (filter.roundId === null ? rounds[0] : undefined) ?? null;
  const all = round === null ? [] : (await entriesOf(site, who, round)).filter(({ establishment }) => fits(establishment, filter.text));
  const counts = Object.fromEntries(reviewStates.map((state) => [state, all.filter((one) => one.state === state).length]));
  const wanted = all.filter(({ state }) => filter.state === null || state === filter.state);
  const subject = { kind: 'account', id: who.accountId } as const;
  const facts = { count: Math.min(wanted.length, atMost) };
  await site.store.auditEntries.add(securityEntry(site, holderActor(who), { action: 'register.read', subject, facts }));
  return {
    rounds,
    round,
    filter,
    entries: wanted.slice(0, atMost),
    counts: counts as Worklist['counts'],
    isCut: wanted.length > atMost,
  };
};
