import { type AccountHolder, type AccountRole, accountRoles, type Entering, type Power } from '../operations/account-holder.js';
import type { Respondent } from '../operations/respondent.js';
import {
  type DataRule,
  establishmentInReach,
  evidenceInReach,
  open,
  own,
  ownEvidence,
  ownResponse,
  ownSession,
  responseInReach,
  withinReach,
} from './data-rules.js';
import type { Public } from './principal.js';

/** Columns of the table: nobody in particular, the ten roles, and whoever is between password and second factor. */
export type Column = 'public' | 'respondent' | 'entering' | AccountRole;

/** One route: the power it takes to be let see what it shows (null: none), and for each role that may, whose data. Who is not named may not. */
export interface AccessRow {
  readonly power: Power | null;
  readonly who: Readonly<Partial<Record<Column, DataRule>>>;
}

const row = <const Who extends AccessRow['who']>(power: Power | null, who: Who): { readonly power: Power | null; readonly who: Who } => ({
  power,
  who,
});

const forEachAccount = (rule: DataRule): Readonly<Record<AccountRole, DataRule>> =>
  Object.fromEntries(accountRoles.map((role) => [role, rule])) as Record<AccountRole, DataRule>;

const everybody = { public: open, respondent: open, entering: open, ...forEachAccount(open) };
const accounts = forEachAccount(own);
const administrators = { administrator: own };
const respondents = { respondent: own };
const respondentsResponse = { respondent: ownResponse };
const respondentsEvidence = { respondent: ownEvidence };
const staffsEvidence = { surveyor: evidenceInReach, fieldSupervisor: evidenceInReach, editor: evidenceInReach };

/**
 * Who may, for every route of the site: route × role × data rule. A route that has no row here does not compile, and a row without a
 * route fails a test. Nothing else decides who may; handlers are given principals that have passed.
 */
export const accessTable = {
  'get /': row(null, everybody),
  'get /healthz': row(null, everybody),
  'get /readyz': row(null, everybody),
  'get /language': row(null, everybody),
  'get /privacy': row(null, everybody),
  'get /enter/:secret': row(null, everybody),
  'post /enter/:secret': row(null, everybody),
  'get /sign-in': row(null, everybody),
  'post /sign-in': row(null, everybody),
  'get /sign-in/identity': row(null, everybody),
  'get /sign-in/identity/back': row(null, everybody),
  'get /choose-password/:secret': row(null, everybody),
  'post /choose-password/:secret': row(null, everybody),
  'get /sign-in/code': row(null, { entering: own }),
  'post /sign-in/code': row(null, { entering: own }),
  'get /sign-in/enrol': row(null, { entering: own, ...accounts }),
  'post /sign-in/enrol': row(null, { entering: own, ...accounts }),
  'post /session': row(null, { respondent: own, ...accounts }),

  'get /work': row(null, accounts),
  'get /account': row(null, accounts),
  'get /account/password': row(null, accounts),
  'post /account/password': row(null, accounts),
  'post /account/sessions/:sessionRef/end': row(null, forEachAccount(ownSession)),
  'post /account/sign-out-everywhere': row(null, accounts),
  'post /account/recovery-codes': row(null, accounts),

  'get /establishments': row('register', {
    surveyor: withinReach,
    fieldSupervisor: withinReach,
    editor: withinReach,
    administrator: withinReach,
  }),
  'get /establishments/:establishmentId': row('register', {
    surveyor: establishmentInReach,
    fieldSupervisor: establishmentInReach,
    editor: establishmentInReach,
  }),
  'get /answers/:responseId': row('answers', {
    surveyor: responseInReach,
    fieldSupervisor: responseInReach,
    editor: responseInReach,
  }),
  'get /answers/:responseId/evidence/:evidenceId': row('answers', staffsEvidence),
  'get /answers/:responseId/evidence/:evidenceId/file': row('answers', staffsEvidence),

  'get /admin/rounds': row('administration', administrators),
  'get /admin/new-round': row('administration', administrators),
  'post /admin/rounds': row('administration', administrators),
  'get /admin/rounds/:roundId': row('administration', administrators),
  'get /admin/rounds/:roundId/open': row('administration', administrators),
  'post /admin/rounds/:roundId/open': row('administration', administrators),
  'get /admin/rounds/:roundId/close': row('administration', administrators),
  'post /admin/rounds/:roundId/close': row('administration', administrators),
  'get /admin/rounds/:roundId/archive': row('administration', administrators),
  'post /admin/rounds/:roundId/archive': row('administration', administrators),

  'get /admin/rounds/:roundId/progress': row('administration', administrators),
  'get /admin/rounds/:roundId/field-work': row('administration', administrators),
  'post /admin/rounds/:roundId/letters.pdf': row('administration', administrators),
  'post /admin/rounds/:roundId/send': row('administration', administrators),
  'post /admin/rounds/:roundId/assign': row('administration', administrators),
  'post /admin/rounds/:roundId/revoke': row('administration', administrators),

  'get /admin/establishments': row('administration', { administrator: withinReach }),
  'get /admin/new-establishment': row('administration', administrators),
  'post /admin/establishments': row('administration', administrators),
  'get /admin/establishments/:establishmentId': row('administration', { administrator: establishmentInReach }),
  'post /admin/establishments/:establishmentId': row('administration', { administrator: establishmentInReach }),
  'get /admin/import': row('administration', administrators),
  'get /admin/import/template.csv': row('administration', administrators),
  'post /admin/import': row('administration', administrators),
  'post /admin/import/confirm': row('administration', administrators),

  'get /admin/accounts': row('administration', administrators),
  'get /admin/new-account': row('administration', administrators),
  'post /admin/accounts': row('administration', administrators),
  'get /admin/accounts/:accountId': row('administration', administrators),
  'post /admin/accounts/:accountId/link': row('administration', administrators),
  'post /admin/accounts/:accountId/disable': row('administration', administrators),
  'post /admin/accounts/:accountId/enable': row('administration', administrators),
  'post /admin/accounts/:accountId/roles': row('administration', administrators),
  'post /admin/accounts/:accountId/roles/:grantId/end': row('administration', administrators),

  'get /factors': row(null, everybody),
  'get /factors/:id': row(null, everybody),
  'get /sources': row(null, everybody),
  'get /sources/:id': row(null, everybody),
  'post /sign-out': row(null, { respondent: own, entering: own, ...accounts }),

  'post /return-link': row('answers', respondents),
  'get /responses': row('answers', respondents),
  'post /responses': row('answers', respondents),
  'get /editions/:hash': row('answers', respondents),
  'get /responses/:responseId': row('answers', respondentsResponse),
  'get /responses/:responseId/sections/:section': row('answers', respondentsResponse),
  'post /responses/:responseId/sections/:section': row('answers', respondentsResponse),
  'get /responses/:responseId/sections/:section/:page': row('answers', respondentsResponse),
  'post /responses/:responseId/sections/:section/:page': row('answers', respondentsResponse),
  'get /responses/:responseId/form.xlsx': row('answers', respondentsResponse),
  'get /responses/:responseId/form.csv': row('answers', respondentsResponse),
  'get /responses/:responseId/sheet': row('answers', respondentsResponse),
  'post /responses/:responseId/sheet': row('answers', respondentsResponse),
  'post /responses/:responseId/sheet/save': row('answers', respondentsResponse),
  'get /responses/:responseId/questions/:question/evidence': row('answers', respondentsResponse),
  'post /responses/:responseId/questions/:question/evidence': row('answers', respondentsResponse),
  'get /responses/:responseId/evidence/:evidenceId': row('answers', respondentsEvidence),
  'get /responses/:responseId/evidence/:evidenceId/file': row('answers', respondentsEvidence),
  'get /responses/:responseId/evidence/:evidenceId/thumbnail': row('answers', respondentsEvidence),
  'post /responses/:responseId/evidence/:evidenceId/remove': row('answers', respondentsEvidence),
  'post /responses/:responseId/evidence/:evidenceId/forget-place': row('answers', respondentsEvidence),
  'get /responses/:responseId/check': row('answers', respondentsResponse),
  'post /responses/:responseId/withdraw': row('answers', respondentsResponse),
  'post /responses/:responseId/submit': row('answers', respondentsResponse),
  'get /responses/:responseId/thanks': row('answers', respondentsResponse),
  'get /responses/:responseId/result': row('answers', respondentsResponse),
  'get /responses/:responseId/result/lines/:line': row('answers', respondentsResponse),
  'get /responses/:responseId/result/totals/:total': row('answers', respondentsResponse),
  'get /responses/:responseId/plan.pdf': row('answers', respondentsResponse),

  // To Express an unescaped colon begins a parameter. Nobody's data: what is computed is what was sent, and nothing of it is kept.
  'post /api/v1/inventories\\:calculate': row(null, everybody),
  'get /api/v1/openapi.json': row(null, everybody),
} as const satisfies Readonly<Record<string, AccessRow>>;

/** Pages that the roles lead to from `/work`. */
const workPages = {
  establishments: '/establishments',
  register: '/admin/establishments',
  rounds: '/admin/rounds',
  accounts: '/admin/accounts',
} as const;

export type AccessTable = Readonly<Record<string, AccessRow>>;

type PrincipalIn<C> = C extends 'public'
  ? Public
  : C extends 'respondent'
    ? Respondent
    : C extends 'entering'
      ? Entering
      : C extends AccountRole
        ? AccountHolder
        : never;

/** The pages beyond one's own account that somebody's roles lead to. */
export const workLinks = ({
  grants,
}: Pick<AccountHolder, 'grants'>): readonly { readonly page: keyof typeof workPages; readonly href: string }[] =>
  (Object.keys(workPages) as (keyof typeof workPages)[])
    .map((page) => ({ page, href: workPages[page] }))
    .filter(({ href }) => grants.some(({ role }) => role in accessTable[`get ${href}`].who));

/** Whom a row lets through. */
export type PrincipalOf<Row extends AccessRow> = PrincipalIn<keyof Row['who']>;
