import type { Respondent } from '../operations/respondent.js';

/** Who asks: nobody in particular, or a respondent. */
export type Principal = { readonly role: 'public' } | Respondent;

export const nobody: Principal = { role: 'public' };
