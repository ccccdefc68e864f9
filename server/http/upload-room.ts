import { evidenceProblem } from '../problem/evidence-problems.js';
import type { Principal } from './principal.js';

/** Forms with a file that are held in memory at once, by everybody and by one of them: together they bound what uploads can take. */
const together = 8;
const ofOne = 2;

const inside = new Map<string, number>();

const count = (): number => [...inside.values()].reduce((sum, held) => sum + held, 0);

/** Whose share it is: an establishment's, an account's, that of everybody who is not known. */
const holderOf = (principal: Principal): string => {
  if ('establishmentId' in principal) return principal.establishmentId;
  return 'accountId' in principal ? principal.accountId : '';
};

/**
 * Does work that holds a form with a file in memory, from its first byte until it is answered.
 * Throws tooManyUploads.
 */
export const inUploadRoom = async <T>(principal: Principal, work: () => Promise<T>): Promise<T> => {
  const whose = holderOf(principal);
  const held = inside.get(whose) ?? 0;
  if (held >= ofOne || count() >= together) throw evidenceProblem('tooManyUploads', {}, '');
  inside.set(whose, held + 1);
  try {
    return await work();
  } finally {
    const left = (inside.get(whose) ?? 1) - 1;
    if (left === 0) inside.delete(whose);
    else inside.set(whose, left);
  }
};
