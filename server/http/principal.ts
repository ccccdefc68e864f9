import type { AccountHolder, Entering } from '../operations/account-holder.js';
import type { Delegate, Respondent } from '../operations/respondent.js';

/** Nobody in particular. */
export interface Public {
  readonly role: 'public';
}

/** Who asks: nobody in particular, a respondent, somebody whom one let fill in, the holder of an account, or one who is still signing in. */
export type Principal = Public | Respondent | Delegate | AccountHolder | Entering;

/** Where somebody who is still signing in goes on. */
export const nextStep = (who: Principal): string =>
  who.role === 'entering' ? (who.needs === 'code' ? '/sign-in/code' : '/sign-in/enrol') : '/work';

export const nobody: Public = { role: 'public' };
