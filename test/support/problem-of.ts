import { Problem } from '../../server/problem/problem.js';

/** The code of the Problem that work fails with; "done" when it does not fail. */
export const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};
