import type { Establishment } from '../persistence/establishments.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { plainText } from '../survey/plain-text.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { factsReader, type TypedEstablishment } from './establishment-facts.js';
import { reachedEstablishment, reachedEstablishments } from './reach.js';
import { securityEntry } from './security-entry.js';

/** More than anybody reads in one page. */
const shownAtMost = 200;
/** More than a register has. */
const searchedAtMost = 100_000;

const holds = ({ name, businessNumber, address }: Establishment, words: readonly string[]): boolean => {
  const text = `${name} ${businessNumber ?? ''} ${address ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word) || (/^[\d-]+$/.test(word) && text.includes(word.replaceAll('-', ''))));
};

/** Establishments within reach that every word of a search stands in: in name, number or address. That it was searched is written down. */
export const searchEstablishments = async (
  site: Site,
  who: AccountHolder,
  search: string,
): Promise<{ readonly found: readonly Establishment[]; readonly total: number }> => {
  const words = plainText(search).toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  const found = (await reachedEstablishments(site, who, searchedAtMost)).filter((one) => holds(one, words));
  const subject = { kind: 'account', id: who.accountId } as const;
  await site.store.auditEntries.add(
    securityEntry(site, holderActor(who), { action: 'register.read', subject, facts: { count: found.length } }),
  );
  return { found: found.slice(0, shownAtMost), total: found.length };
};

/** One establishment of the register. Throws notFound. */
export const readRegisterEntry = async (site: Site, who: AccountHolder, id: string): Promise<Establishment> => {
  const establishment = await reachedEstablishment(site, who, id);
  if (establishment === null) throw accessProblem('notFound');
  const event = { action: 'register.read', establishmentId: id, subject: { kind: 'establishment', id } } as const;
  await site.store.auditEntries.add(securityEntry(site, holderActor(who), event));
  return establishment;
};

const orThere = async <T>(work: () => Promise<T>, site: Site, businessNumber: string | null): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AlreadyThere) || businessNumber === null) throw error;
    const there = await site.store.establishments.byBusinessNumber(businessNumber);
    if (there === null) throw error;
    throw accessProblem('establishmentThere', { number: businessNumber, id: there.name }, 'businessNumber');
  }
};

/** Adds an establishment to the register. Throws the first fault of what was typed, establishmentThere. */
export const registerEstablishment = async (site: Site, who: AccountHolder, typed: TypedEstablishment): Promise<Establishment> => {
  const { facts, faults } = factsReader(site, who)(typed);
  if (faults[0] !== undefined) throw faults[0];
  const establishment: Establishment = { id: site.random.uuid(), ...facts, example: null, createdAt: site.clock.now() };
  const { id } = establishment;
  const event = { action: 'register.add', establishmentId: id, subject: { kind: 'establishment', id } } as const;
  const entry = securityEntry(site, holderActor(who), event);
  const add = () =>
    site.store.transaction(async (within) => {
      if ((await within.establishments.byId(id)) !== null) return;
      await within.establishments.add(establishment);
      await within.auditEntries.add(entry);
    });
  await orThere(add, site, facts.businessNumber);
  return establishment;
};

/** Changes what the register says. Throws notFound, the first fault of what was typed, establishmentThere. */
export const changeEstablishment = async (site: Site, who: AccountHolder, id: string, typed: TypedEstablishment): Promise<void> => {
  const before = await reachedEstablishment(site, who, id);
  if (before === null) throw accessProblem('notFound');
  const { facts, faults } = factsReader(site, who)(typed);
  if (faults[0] !== undefined) throw faults[0];
  const changed = Object.entries(facts).filter(([column, value]) => before[column as keyof typeof facts] !== value);
  if (changed.length === 0) return;
  const entry = securityEntry(site, holderActor(who), {
    action: 'register.change',
    establishmentId: id,
    subject: { kind: 'establishment', id },
    facts: { columns: changed.map(([column]) => column).join(' ') },
  });
  const change = () =>
    site.store.transaction(async (within) => {
      await within.establishments.replace({ ...before, ...facts });
      await within.auditEntries.add(entry);
    });
  await orThere(change, site, facts.businessNumber);
};
