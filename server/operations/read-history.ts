import type { Delegation } from '../persistence/delegations.js';
import type { Evidence } from '../persistence/evidence.js';
import type { KeptDraft } from '../persistence/kept-drafts.js';
import type { ResponseVersion } from '../persistence/response-versions.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Review } from '../persistence/reviews.js';
import { accessProblem } from '../problem/access-problems.js';
import { reviewProblem } from '../problem/review-problems.js';
import type { Site } from '../site.js';
import { type AnswerChange, answerChanges } from '../survey/answer-changes.js';
import { accountOf } from '../survey/author.js';
import type { Edition } from '../survey/edition.js';
import { type FormState, formState } from '../survey/form-state.js';
import type { ReviewState } from '../survey/review-state.js';
import { roundState } from '../survey/round-state.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { editionOf, editionToAnswer } from './edition-of.js';
import { ownEstablishment } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import { reachedResponse } from './reach.js';
import { recordLook } from './record-look.js';
import type { OnBehalf } from './respondent.js';

/** A submitted version and what it changed. */
export interface PastVersion {
  readonly version: ResponseVersion;
  readonly edition: Edition;
  readonly state: ReviewState;
  readonly review: Review | null;
  /** Against the version before; of the first one null: everything is new. */
  readonly changes: readonly AnswerChange[] | null;
}

/** Everything that was ever submitted of a response, and what is typed since. */
export interface History {
  readonly establishment: Awaited<ReturnType<typeof ownEstablishment>>;
  readonly round: NonNullable<Awaited<ReturnType<Site['store']['rounds']['byId']>>>;
  readonly edition: Edition;
  readonly response: StoredResponse;
  /** Newest first. */
  readonly versions: readonly PastVersion[];
  /** What differs from the newest version and is not submitted; null: nothing is being changed. */
  readonly open: readonly AnswerChange[] | null;
  /** Answers can still be changed. */
  readonly isOpen: boolean;
  readonly keptDrafts: readonly (KeptDraft & { readonly changes: readonly AnswerChange[] })[];
  readonly delegations: readonly Delegation[];
  /** Every file that was ever attached and is still kept. */
  readonly evidence: readonly Evidence[];
  /** Names of the accounts that reviewed or typed, by id. */
  readonly accounts: ReadonlyMap<string, string>;
}

const accountsIn = async (site: Site, versions: readonly ResponseVersion[], reviews: readonly Review[]): Promise<History['accounts']> => {
  const authors = versions.flatMap(({ authors, submittedBy }) => [...Object.values(authors), submittedBy]);
  const ids = new Set([
    ...authors.flatMap((author) => accountOf(author) ?? []),
    ...reviews.flatMap(({ acts }) => acts.map((act) => act.accountId)),
  ]);
  const names = new Map<string, string>();
  for (const id of ids) {
    const account = await site.store.accounts.byId(id);
    if (account !== null) names.set(id, account.name);
  }
  return names;
};

const historyOf = async (site: Site, who: OnBehalf, response: StoredResponse): Promise<History> => {
  const { store } = site;
  const round = await store.rounds.byId(response.roundId);
  if (round === null) throw accessProblem('notFound');
  const edition = await editionToAnswer(site, response);
  const versions = await store.responseVersions.ofResponse(response.id);
  const reviews = await store.reviews.ofResponse(response.id);
  const editions = await Promise.all(versions.map((version) => editionOf(site, version)));
  const past = versions.map((version, at): PastVersion => {
    const before = versions[at + 1];
    const own = editions[at] ?? edition;
    const review = reviews.find((one) => one.version === version.version) ?? null;
    const changes =
      before === undefined
        ? null
        : answerChanges([own, editions[at + 1] ?? edition], before.answers, version.answers, [...version.erased, ...before.erased]);
    return { version, edition: own, state: review?.state ?? 'submitted', review, changes };
  });
  const newest = versions[0];
  const since = (answers: StoredResponse['answers']): readonly AnswerChange[] =>
    answerChanges([edition, ...editions.slice(0, 1)], newest?.answers ?? {}, answers, newest?.erased ?? []);
  return {
    establishment: await ownEstablishment(site, who),
    round,
    edition,
    response,
    versions: past,
    open: response.status === 'draft' ? since(response.answers) : null,
    isOpen: roundState(round) === 'open',
    keptDrafts: (await store.keptDrafts.ofResponse(response.id)).map((draft) => ({ ...draft, changes: since(draft.answers) })),
    delegations: await store.delegations.ofResponse(response.id),
    evidence: await store.evidence.ofResponse(response.id),
    accounts: await accountsIn(site, versions, reviews),
  };
};

/** A respondent's own history. Throws notFound. */
export const readHistory = async (site: Site, who: OnBehalf, responseId: string): Promise<History> =>
  historyOf(site, who, await ownResponse(site.store, who, responseId));

/** The history to somebody whose roles reach it. That it was read is written down first. Throws notFound. */
export const readReachedHistory = async (site: Site, who: AccountHolder, responseId: string): Promise<History> => {
  const response = await reachedResponse(site, who, responseId);
  if (response === null) throw accessProblem('notFound');
  const { establishmentId, version } = response;
  const by = holderActor(who);
  const subject = { kind: 'response', id: responseId } as const;
  await recordLook(site, by, { action: 'response.read', establishmentId, subject, facts: { history: version } });
  return historyOf(site, { establishmentId, sessionId: who.sessionId, by }, response);
};

/** A version as the form it was given to shows it. Throws versionUnknown. */
export const versionForm = (
  history: History,
  number: number,
): Pick<History, 'establishment' | 'round' | 'edition' | 'response' | 'evidence'> & { readonly state: FormState } => {
  const { version, edition } = versionIn(history, number);
  const { answers, reasons, origins, corrections } = version;
  const response = { ...history.response, answers, reasons, origins, corrections, status: 'submitted' as const };
  const attached = new Set(version.evidence.map(({ id }) => id));
  const evidence = history.evidence.filter(({ id }) => attached.has(id));
  return { establishment: history.establishment, round: history.round, edition, response, evidence, state: formState(edition, response) };
};

/** One version of a history. Throws versionUnknown. */
export const versionIn = (history: History, number: number): PastVersion => {
  const found = history.versions.find(({ version }) => version.version === number);
  if (found === undefined) throw reviewProblem('versionUnknown');
  return found;
};
