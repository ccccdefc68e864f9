import { type AccountHolder, type AccountRole, accountRoles, type Entering, type Power } from '../operations/account-holder.js';
import type { Delegate, Respondent } from '../operations/respondent.js';
import {
  type DataRule,
  delegatedEvidence,
  delegatedResponse,
  delegatedSection,
  delegatedSubmission,
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

/**
 * Columns of the table: nobody in particular, the ten roles, whoever a respondent let fill in, and whoever is between password and second
 * factor.
 */
export type Column = 'public' | 'respondent' | 'delegate' | 'entering' | AccountRole;

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

const everybody = { public: open, respondent: open, delegate: open, entering: open, ...forEachAccount(open) };
const accounts = forEachAccount(own);
const administrators = { administrator: own };
const respondents = { respondent: own };
const respondentsResponse = { respondent: ownResponse };
const respondentsEvidence = { respondent: ownEvidence, delegate: delegatedEvidence };
const staffsEvidence = { surveyor: evidenceInReach, fieldSupervisor: evidenceInReach, editor: evidenceInReach };
const staffResponse = { surveyor: responseInReach, fieldSupervisor: responseInReach, editor: responseInReach };
const reviewersResponse = { fieldSupervisor: responseInReach, editor: responseInReach };

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
  'get /resume': row(null, everybody),
  'post /resume': row(null, everybody),
  'get /help': row(null, everybody),
  'post /session': row(null, { respondent: own, delegate: own, ...accounts }),

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
  'get /answers/:responseId': row('answers', staffResponse),
  'get /answers/:responseId/evidence/:evidenceId': row('answers', staffsEvidence),
  'get /answers/:responseId/evidence/:evidenceId/file': row('answers', staffsEvidence),
  'get /answers/:responseId/history': row('answers', staffResponse),
  'get /answers/:responseId/versions/:version': row('answers', staffResponse),

  'get /review': row('answers', { surveyor: withinReach, fieldSupervisor: withinReach, editor: withinReach }),
  'get /review/:responseId': row('answers', staffResponse),
  'post /review/:responseId/comments': row('answers', staffResponse),
  'post /review/:responseId/begin': row('answers', reviewersResponse),
  'post /review/:responseId/return': row('answers', reviewersResponse),
  'post /review/:responseId/accept': row('answers', reviewersResponse),
  'post /review/:responseId/reopen': row('answers', reviewersResponse),

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
  'get /admin/rounds/:roundId/contact': row('administration', administrators),
  'post /admin/rounds/:roundId/contact': row('administration', administrators),

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
  'post /sign-out': row(null, { respondent: own, delegate: own, entering: own, ...accounts }),

  'get /continue': row('answers', { respondent: own, delegate: own }),
  'post /return-link': row('answers', { respondent: own, delegate: own }),
  'post /device-code': row('answers', respondents),
  'get /responses': row('answers', { respondent: own, delegate: own }),
  'post /responses': row('answers', respondents),
  'get /editions/:hash': row('answers', { respondent: own, delegate: own }),
  'get /responses/:responseId': row('answers', { respondent: ownResponse, delegate: delegatedResponse }),
  'get /responses/:responseId/sections/:section': row('answers', { respondent: ownResponse, delegate: delegatedSection }),
  'post /responses/:responseId/sections/:section': row('answers', { respondent: ownResponse, delegate: delegatedSection }),
  'get /responses/:responseId/sections/:section/:page': row('answers', { respondent: ownResponse, delegate: delegatedSection }),
  'post /responses/:responseId/sections/:section/:page': row('answers', { respondent: ownResponse, delegate: delegatedSection }),
  'get /responses/:responseId/check': row('answers', { respondent: ownResponse, delegate: delegatedResponse }),
  'post /responses/:responseId/withdraw': row('answers', respondentsResponse),
  'post /responses/:responseId/submit': row('answers', { respondent: ownResponse, delegate: delegatedSubmission }),
  'get /responses/:responseId/form.xlsx': row('answers', respondentsResponse),
  'get /responses/:responseId/form.csv': row('answers', respondentsResponse),
  'get /responses/:responseId/bills': row('answers', respondentsResponse),
  'post /responses/:responseId/bills': row('answers', respondentsResponse),
  'post /responses/:responseId/bills/look': row('answers', respondentsResponse),
  'post /responses/:responseId/bills/save': row('answers', respondentsResponse),
  'get /responses/:responseId/sheet': row('answers', respondentsResponse),
  'post /responses/:responseId/sheet': row('answers', respondentsResponse),
  'post /responses/:responseId/sheet/save': row('answers', respondentsResponse),
  'get /responses/:responseId/questions/:question/evidence': row('answers', { respondent: ownResponse, delegate: delegatedResponse }),
  'post /responses/:responseId/questions/:question/evidence': row('answers', { respondent: ownResponse, delegate: delegatedResponse }),
  'get /responses/:responseId/evidence/:evidenceId': row('answers', respondentsEvidence),
  'get /responses/:responseId/evidence/:evidenceId/file': row('answers', respondentsEvidence),
  'get /responses/:responseId/evidence/:evidenceId/thumbnail': row('answers', respondentsEvidence),
  'post /responses/:responseId/evidence/:evidenceId/remove': row('answers', respondentsEvidence),
  'post /responses/:responseId/evidence/:evidenceId/forget-place': row('answers', respondentsEvidence),
  'get /responses/:responseId/thanks': row('answers', respondentsResponse),
  'post /responses/:responseId/confirm': row('answers', respondentsResponse),
  'get /responses/:responseId/energy-report': row('answers', respondentsResponse),
  'get /responses/:responseId/energy-report/template.csv': row('answers', respondentsResponse),
  'post /responses/:responseId/energy-report': row('answers', respondentsResponse),
  'post /responses/:responseId/energy-report/save': row('answers', respondentsResponse),
  'get /responses/:responseId/result': row('answers', respondentsResponse),
  'get /responses/:responseId/k-esg': row('answers', respondentsResponse),
  'get /responses/:responseId/k-esg.xlsx': row('answers', respondentsResponse),
  'get /responses/:responseId/result/lines/:line': row('answers', respondentsResponse),
  'get /responses/:responseId/result/totals/:total': row('answers', respondentsResponse),
  'get /responses/:responseId/plan.pdf': row('answers', respondentsResponse),
  'get /responses/:responseId/history': row('answers', respondentsResponse),
  'get /responses/:responseId/versions/:version': row('answers', respondentsResponse),
  'get /responses/:responseId/versions/:version/answers.xlsx': row('answers', respondentsResponse),
  'get /responses/:responseId/versions/:version/answers.json': row('answers', respondentsResponse),
  'get /responses/:responseId/versions/:version/answers.pdf': row('answers', respondentsResponse),
  'post /responses/:responseId/restore': row('answers', respondentsResponse),
  'get /responses/:responseId/comments': row('answers', respondentsResponse),
  'post /responses/:responseId/comments': row('answers', respondentsResponse),
  'get /responses/:responseId/delegations': row('answers', respondentsResponse),
  'post /responses/:responseId/delegations': row('answers', respondentsResponse),
  'post /responses/:responseId/delegations/:delegationId/revoke': row('answers', respondentsResponse),

  // To Express an unescaped colon begins a parameter. Nobody's data: what is computed is what was sent, and nothing of it is kept.
  'post /api/v1/inventories\\:calculate': row(null, everybody),
  'get /api/v1/openapi.json': row(null, everybody),
} as const satisfies Readonly<Record<string, AccessRow>>;

/** Pages that the roles lead to from `/work`. */
const workPages = {
  establishments: '/establishments',
  review: '/review',
  register: '/admin/establishments',
  rounds: '/admin/rounds',
  accounts: '/admin/accounts',
} as const;

export type AccessTable = Readonly<Record<string, AccessRow>>;

type PrincipalIn<C> = C extends 'public'
  ? Public
  : C extends 'respondent'
    ? Respondent
    : C extends 'delegate'
      ? Delegate
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
