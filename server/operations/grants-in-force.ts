import type { Grant } from '../persistence/grants.js';
import type { Repositories } from '../persistence/store.js';

/** The roles an account has at a moment. */
export const grantsInForce = async (within: Pick<Repositories, 'grants'>, accountId: string, now: Date): Promise<readonly Grant[]> =>
  (await within.grants.ofAccount(accountId)).filter(({ from, until }) => (from === null || from <= now) && (until === null || until > now));
