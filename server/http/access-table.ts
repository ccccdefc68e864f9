import { type AccountHolder, type AccountRole, accountRoles, type Entering, type Power } from '../operations/account-holder.js';
import type { Respondent } from '../operations/respondent.js';
import { type DataRule, open, own, ownResponse } from './data-rules.js';
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
const respondents = { respondent: own };
const respondentsResponse = { respondent: ownResponse };

/**
 * Who may, for every route of the site: route × role × data rule. A route that has no row here does not compile, and a row without a
 * route fails a test. Nothing else decides who may; handlers are given principals that have passed.
 */
export const accessTable = {
  'get /': row(null, everybody),
  'get /healthz': row(null, everybody),
  'get /readyz': row(null, everybody),
  'get /language': row(null, everybody),
  'get /enter/:secret': row(null, everybody),
  'post /enter/:secret': row(null, everybody),
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
  'get /responses/:responseId/check': row('answers', respondentsResponse),
  'post /responses/:responseId/submit': row('answers', respondentsResponse),
  'get /responses/:responseId/result': row('answers', respondentsResponse),
  'get /responses/:responseId/result/lines/:line': row('answers', respondentsResponse),
  'get /responses/:responseId/result/totals/:total': row('answers', respondentsResponse),
  'get /responses/:responseId/plan.pdf': row('answers', respondentsResponse),
} as const satisfies Readonly<Record<string, AccessRow>>;

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

/** Whom a row lets through. */
export type PrincipalOf<Row extends AccessRow> = PrincipalIn<keyof Row['who']>;
