import { TooOften } from '../identity/attempts.js';
import type { LimiterPlace } from '../identity/limiter.js';
import { Busy } from '../identity/turnstile.js';
import { signInProblem, TooManyTries } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';

/** Where a site's limits are counted. */
export const limiterPlace = ({ store, clock }: Site): LimiterPlace => ({ limits: store.limits, now: () => clock.now() });

/** Runs work that is limited; being too often or too many becomes something a person can act on. Throws tooOften, busy. */
export const limited = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooOften) throw new TooManyTries(Math.max(1, Math.ceil(error.waitMs / 1000)));
    if (error instanceof Busy) throw signInProblem('busy');
    throw error;
  }
};
