import type { AccountRole } from '../survey/role.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** Where somebody with an account begins: what they are, how far that reaches, and where it leads. */
export interface WorkPage {
  readonly title: string;
  readonly hello: string;
  readonly rolesTitle: string;
  readonly roles: readonly { readonly name: string; readonly scope: string }[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

interface HeldRole {
  readonly role: AccountRole;
  readonly scope: {
    readonly organization: string | null;
    readonly regions: readonly string[] | null;
    readonly roundIds: readonly string[] | null;
  };
  readonly until: Date | null;
}

/** How far a role reaches, without its dates. */
export const scopeInWords = ({ role, scope }: Pick<HeldRole, 'role' | 'scope'>, language: Language): string => {
  const { work: words } = wordsOf(language).page;
  const { organization, regions, roundIds } = scope;
  const limits = [
    ...(role === 'surveyor' ? [words.scopeAssigned] : []),
    ...(organization === null ? [] : [words.organization(organization)]),
    ...(regions === null ? [] : [words.regions(regions.join(', '))]),
    ...(roundIds === null ? [] : [words.rounds(roundIds.join(', '))]),
  ];
  return limits.length === 0 ? words.scopeAll : limits.join(', ');
};

const reachInWords = (held: HeldRole, words: Words['page']['work'], language: Language): string => {
  const reach = scopeInWords(held, language);
  return held.until === null ? reach : `${reach}, ${words.until(formatMoment(held.until, language))}`;
};

/** @param links the pages beyond one's own account that the roles lead to */
export const workPage = (
  who: { readonly name: string; readonly grants: readonly HeldRole[] },
  links: readonly { readonly page: keyof Words['page']['work']['pages']; readonly href: string }[],
  language: Language,
): WorkPage => {
  const { work: words, roles } = wordsOf(language).page;
  return {
    title: words.title,
    hello: words.hello(who.name),
    rolesTitle: words.rolesTitle,
    roles: who.grants.map((grant) => ({ name: roles[grant.role], scope: reachInWords(grant, words, language) })),
    links: [...links.map(({ page, href }) => ({ href, text: words.pages[page] })), { href: '/account', text: words.account }],
  };
};
