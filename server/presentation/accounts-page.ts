import { type AccountRole, accountRoles } from '../survey/role.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { type BothLanguages, inLanguage } from './number-format.js';
import { formatDay, formatMoment } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';
import { scopeInWords } from './work-page.js';

interface ShownGrant {
  readonly id: string;
  readonly role: AccountRole;
  readonly scope: {
    readonly organization: string | null;
    readonly regions: readonly string[] | null;
    readonly roundIds: readonly string[] | null;
  };
  readonly from: Date | null;
  readonly until: Date | null;
}

interface ShownAccount {
  readonly account: {
    readonly id: string;
    readonly loginName: string;
    readonly name: string;
    readonly email: string | null;
    readonly disabledAt: Date | null;
    readonly hasPassword: boolean;
    readonly hasSecondFactor: boolean;
  };
  readonly grants: readonly ShownGrant[];
}

/** What a role can be limited to. */
export interface Limits {
  readonly regions: readonly { readonly code: string; readonly text: BothLanguages }[];
  readonly rounds: readonly { readonly id: string }[];
}

export interface TypedGrant {
  readonly role: string;
  readonly organization: string;
  readonly region: string;
  readonly roundId: string;
  readonly from: string;
  readonly until: string;
}
export type TypedAccount = TypedGrant & { readonly loginName: string; readonly name: string; readonly email: string };

export const emptyGrant: TypedGrant = { role: 'surveyor', organization: '', region: '', roundId: '', from: '', until: '' };
export const accountPath = (id: string): string => `/admin/accounts/${id}`;
const list = '/admin/accounts';

const stateOf = ({ account }: ShownAccount, language: Language): string => {
  const { accounts: words } = wordsOf(language).page.admin;
  if (account.disabledAt !== null) return words.disabled;
  return account.hasPassword ? words.active : words.noPassword;
};

/** Every account. */
export const accountsPage = (accounts: readonly ShownAccount[], language: Language): AdminPage => {
  const { admin, roles } = wordsOf(language).page;
  const words = admin.accounts;
  const rows = accounts.map((shown) => ({
    cells: [
      adminCell(shown.account.loginName, { isHead: true, href: accountPath(shown.account.id) }),
      adminCell(shown.account.name),
      adminCell(shown.grants.map(({ role }) => roles[role]).join(', ') || '-'),
      adminCell(stateOf(shown, language), { isWarning: shown.account.disabledAt !== null }),
    ],
  }));
  return adminPage(words.title, {
    blocks: [
      adminBlock('accounts', {
        table: { label: words.title, head: [words.loginName, words.name, words.roles, words.state], rows },
        links: [{ href: '/admin/new-account', text: words.create }],
      }),
    ],
  });
};

const grantFields = (typed: TypedGrant, { regions, rounds }: Limits, fault: TypedFault | null, language: Language) => {
  const { admin, roles } = wordsOf(language).page;
  const words = admin.accounts;
  const all = { value: '', text: words.noLimit };
  const places = regions.map(({ code, text }) => ({ value: code, text: inLanguage(text, language) }));
  return [
    adminField(
      {
        name: 'role',
        label: words.role,
        kind: 'select',
        options: accountRoles.map((role) => ({ value: role, text: roles[role] })),
        value: typed.role,
        help: words.roleHelp,
      },
      fault,
    ),
    adminField(
      { name: 'organization', label: words.organization, help: words.organizationHelp, value: typed.organization, optional: true },
      fault,
    ),
    adminField({ name: 'region', label: words.region, kind: 'select', options: [all, ...places], value: typed.region }, fault),
    adminField(
      {
        name: 'roundId',
        label: words.round,
        kind: 'select',
        options: [all, ...rounds.map(({ id }) => ({ value: id, text: id }))],
        value: typed.roundId,
      },
      fault,
    ),
    adminField({ name: 'from', label: words.from, kind: 'date', value: typed.from, optional: true, help: words.fromHelp }, fault),
    adminField({ name: 'until', label: words.until, kind: 'date', value: typed.until, optional: true, help: words.untilHelp }, fault),
  ];
};

export const newAccountPage = (typed: TypedAccount, limits: Limits, fault: TypedFault | null, language: Language): AdminPage => {
  const { accounts: words } = wordsOf(language).page.admin;
  const fields = [
    adminField({ name: 'loginName', label: words.loginName, value: typed.loginName }, fault),
    adminField({ name: 'name', label: words.name, value: typed.name }, fault),
    adminField({ name: 'email', label: words.email, kind: 'email', value: typed.email, optional: true }, fault),
    ...grantFields(typed, limits, fault, language),
  ];
  return adminPage(words.create, {
    lead: words.createLead,
    fault: faultView(fault, fields, language),
    blocks: [adminBlock('form', { form: adminForm(list, words.create, fields) })],
    links: [{ href: list, text: words.title }],
  });
};

/** One account with its roles and what can be done to it. */
export const accountAdminPage = (
  read: ShownAccount & { readonly assigned: number },
  { typed, fault, done }: { readonly typed: TypedGrant; readonly fault: TypedFault | null; readonly done: boolean },
  limits: Limits,
  language: Language,
): AdminPage => {
  const { admin, roles } = wordsOf(language).page;
  const words = admin.accounts;
  const { account, grants } = read;
  const here = accountPath(account.id);
  const fields = grantFields(typed, limits, fault, language);
  const rows = grants.map((grant) => ({
    cells: [
      adminCell(roles[grant.role], { isHead: true }),
      adminCell(scopeInWords(grant, language)),
      adminCell(grant.from === null ? '-' : formatDay(grant.from)),
      adminCell(grant.until === null ? '-' : formatMoment(grant.until, language)),
      adminCell('', { button: { action: `${here}/roles/${grant.id}/end`, text: words.end, label: words.endLabel(roles[grant.role]) } }),
    ],
  }));
  const step = (path: string, button: string) =>
    adminForm(`${here}/${path}`, button, [], { buttons: [{ text: button, isPrimary: false, formAction: null }] });
  return adminPage(account.name, {
    notice: done ? words.done : null,
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('facts', {
        facts: [
          { label: words.loginName, text: account.loginName },
          { label: words.email, text: account.email ?? '-' },
          { label: words.state, text: stateOf(read, language) },
          { label: words.secondFactor, text: account.hasSecondFactor ? words.on : words.off },
          { label: words.assigned, text: String(read.assigned) },
        ],
      }),
      adminBlock('link', {
        heading: account.hasPassword ? words.resetTitle : words.linkTitle,
        lead: words.linkLead,
        form: step('link', account.hasPassword ? words.resetButton : words.linkButton),
      }),
      adminBlock('switch', {
        heading: words.switchTitle,
        lead: account.disabledAt === null ? words.disableLead : words.enableLead,
        form: account.disabledAt === null ? step('disable', words.disable) : step('enable', words.enable),
      }),
      adminBlock('roles', {
        heading: words.roles,
        table:
          rows.length === 0 ? null : { label: words.roles, head: [words.role, words.scope, words.from, words.until, words.action], rows },
      }),
      adminBlock('give', {
        heading: words.giveTitle,
        lead: words.giveLead,
        form: adminForm(`${here}/roles`, words.give, fields),
      }),
    ],
    links: [{ href: list, text: words.title }],
  });
};

/** A link to hand over, shown once. */
export const accountLinkPage = (
  { name, id, link, expiresAt }: { readonly name: string; readonly id: string; readonly link: string; readonly expiresAt: Date },
  language: Language,
): AdminPage => {
  const { accounts: words } = wordsOf(language).page.admin;
  return adminPage(words.linkFor(name), {
    lead: words.linkShown,
    blocks: [
      adminBlock('link', {
        facts: [
          { label: words.link, text: link },
          { label: words.linkUntil, text: formatMoment(expiresAt, language) },
        ],
      }),
    ],
    links: [{ href: accountPath(id), text: words.back }],
  });
};
