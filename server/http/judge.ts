import type { AccessRow } from './access-table.js';
import type { Asked } from './data-rules.js';
import type { Principal } from './principal.js';

/** `missing`: answered exactly as if nothing were there. `signIn`: nobody is signed in. `unfinished`: the second factor is still to come. */
export type Verdict =
  | { readonly outcome: 'allowed'; readonly principal: Principal }
  | { readonly outcome: 'missing' | 'signIn' | 'unfinished' };

/**
 * What a row of the table says of a request. The holder of an account is let through by those of their roles whose data rule holds, and
 * acts by these alone: a role that may not use a route lends it no reach.
 */
export const judge = async ({ who }: AccessRow, principal: Principal, asked: Asked): Promise<Verdict> => {
  if (principal.role === 'account') {
    const through = [];
    for (const grant of principal.grants) if (await who[grant.role]?.holds({ ...principal, grants: [grant] }, asked)) through.push(grant);
    return through.length === 0 ? { outcome: 'missing' } : { outcome: 'allowed', principal: { ...principal, grants: through } };
  }
  const rule = who[principal.role];
  if (rule === undefined)
    return { outcome: principal.role === 'public' ? 'signIn' : principal.role === 'entering' ? 'unfinished' : 'missing' };
  return (await rule.holds(principal, asked)) ? { outcome: 'allowed', principal } : { outcome: 'missing' };
};
