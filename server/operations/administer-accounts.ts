import type { Account } from '../persistence/accounts.js';
import type { Grant, Scope } from '../persistence/grants.js';
import type { Round } from '../persistence/rounds.js';
import { accessProblem } from '../problem/access-problems.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Site } from '../site.js';
import type { CodeList } from '../survey/code-list.js';
import { type AccountRole, accountRoles } from '../survey/role.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { addAccount } from './add-account.js';
import { createAccountLink } from './create-account-link.js';
import { setAccountDisabled } from './disable-account.js';
import { regionsInForce } from './establishment-facts.js';
import { assertTimes, giveRole } from './give-role.js';

/** An account as administrators see it: no password, no key. */
export interface ListedAccount {
  readonly account: Pick<Account, 'id' | 'loginName' | 'name' | 'email' | 'disabledAt'> & {
    readonly hasPassword: boolean;
    readonly hasSecondFactor: boolean;
  };
  /** Not ended; some begin later or have run out. */
  readonly grants: readonly Grant[];
}

const listed = (account: Account, grants: readonly Grant[]): ListedAccount => {
  const { id, loginName, name, email, disabledAt, passwordHash, totpSecret } = account;
  return {
    account: { id, loginName, name, email, disabledAt, hasPassword: passwordHash !== null, hasSecondFactor: totpSecret !== null },
    grants,
  };
};

/** Every account with its roles, by login name. Accounts belong to no establishment: whoever administers sees them all. */
export const listAccounts = async (site: Site): Promise<readonly ListedAccount[]> => {
  const [accounts, grants] = await Promise.all([site.store.accounts.all(), site.store.grants.all()]);
  return accounts.map((account) =>
    listed(
      account,
      grants.filter(({ accountId }) => accountId === account.id),
    ),
  );
};

/** One account; notFound. */
export const readAccount = async (site: Site, accountId: string): Promise<ListedAccount & { readonly assigned: number }> => {
  const account = await site.store.accounts.byId(accountId);
  if (account === null) throw accessProblem('notFound');
  const [grants, assignments] = await Promise.all([site.store.grants.ofAccount(accountId), site.store.assignments.inForce({ accountId })]);
  return { ...listed(account, grants), assigned: assignments.length };
};

/** What a role can be limited to. */
export const listLimits = async (site: Site): Promise<{ readonly regions: CodeList['entries']; readonly rounds: readonly Round[] }> => ({
  regions: regionsInForce(site),
  rounds: await site.store.rounds.all(),
});

/** As typed: days as YYYY-MM-DD, limits as codes; empty where there is none. */
export interface TypedRole {
  readonly role: string;
  readonly organization: string;
  readonly region: string;
  readonly roundId: string;
  readonly from: string;
  readonly until: string;
}

/** The beginning of a day in Korea, so many days later. */
const dayIn = (typed: string, field: string, plusDays: number): Date | null => {
  const text = typed.trim();
  if (text === '') return null;
  const at = new Date(`${text}T00:00:00+09:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(at.getTime())) throw adminProblem('dayForm', { typed: text }, field);
  return new Date(at.getTime() + plusDays * 24 * 60 * 60 * 1000);
};

interface ReadRole {
  readonly role: AccountRole;
  readonly scope: Scope;
  readonly from: Date | null;
  readonly until: Date | null;
}

const readRole = async (site: Site, typed: TypedRole): Promise<ReadRole> => {
  const role = accountRoles.find((one) => one === typed.role);
  if (role === undefined) throw accessProblem('roleUnknown', { role: typed.role }, 'role');
  const { regions, rounds } = await listLimits(site);
  if (typed.region !== '' && !regions.some(({ code }) => code === typed.region))
    throw adminProblem('regionUnknown', { typed: typed.region }, 'region');
  if (typed.roundId !== '' && !rounds.some(({ id }) => id === typed.roundId))
    throw adminProblem('roundUnknown', { typed: typed.roundId }, 'roundId');
  const organization = typed.organization.normalize('NFC').trim();
  if (organization.length > 100 || /\p{Cc}/u.test(organization)) throw adminProblem('organizationForm', {}, 'organization');
  const from = dayIn(typed.from, 'from', 0);
  // The day named is the last one on which the role holds.
  const until = dayIn(typed.until, 'until', 1);
  assertTimes(site.clock.now(), from, until);
  return {
    role,
    from,
    until,
    scope: {
      organization: organization === '' ? null : organization,
      regions: typed.region === '' ? null : [typed.region],
      roundIds: typed.roundId === '' ? null : [typed.roundId],
    },
  };
};

/** Gives an account a role as typed. Throws what `giveRole` throws, and regionUnknown, roundUnknown, organizationForm, dayForm. */
export const giveTypedRole = async (site: Site, who: AccountHolder, accountId: string, typed: TypedRole): Promise<void> => {
  await giveRole(site, { accountId, ...(await readRole(site, typed)) }, holderActor(who));
};

/**
 * Makes an account with its first role. What is wrong with the role is said before there is an account.
 * Throws what `addAccount` and `giveTypedRole` throw.
 */
export const makeAccount = async (
  site: Site,
  who: AccountHolder,
  typed: { readonly loginName: string; readonly name: string; readonly email: string } & TypedRole,
): Promise<Account> => {
  const role = await readRole(site, typed);
  const account = await addAccount(site, typed, holderActor(who));
  await giveRole(site, { accountId: account.id, ...role }, holderActor(who));
  return account;
};

/** A one-time link by which the owner of an account chooses a password: the first, or another. Throws notFound. */
export const linkForAccount = async (site: Site, who: AccountHolder, accountId: string) => {
  const { account } = await readAccount(site, accountId);
  return { account, ...(await createAccountLink(site, accountId, holderActor(who))) };
};

/** Disables an account or enables it again. Throws notFound, lastAdministrator. */
export const switchAccount = async (site: Site, who: AccountHolder, accountId: string, disabled: boolean): Promise<void> => {
  await readAccount(site, accountId);
  await setAccountDisabled(site, accountId, disabled, holderActor(who));
};
