import { StoreUnavailable } from '../operations/store-state.js';
import { Problem } from '../problem/problem.js';
import { TooManyTries } from '../problem/sign-in-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { FormFields } from './form-fields.js';
import type { ProblemPage } from './problem-page.js';

/**
 * What went wrong, as something a person can act on. Anything unforeseen becomes `internal`: its cause is for the log, not for the page.
 * @param hasForm whether the request brought something typed
 */
export const problemOf = (error: unknown, hasForm: boolean): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable) return siteProblem(hasForm ? 'storeAway' : 'unreachable');
  // Express answers a broken escape in a path by an error with this status.
  if (error instanceof URIError || (error as { status?: unknown } | null)?.status === 400) return siteProblem('malformedAddress');
  return siteProblem('internal');
};

/** After these the same request may well succeed, so the page offers to repeat it with everything that was typed. */
const worthRepeating = new Set(['sessionEnded', 'storeAway', 'internal']);

/** The page that says what went wrong. */
export const problemPage = (
  problem: Problem,
  asked: { readonly requestId: string; readonly path: string; readonly method: string; readonly form: FormFields | null },
): ProblemPage => ({
  status: problem.status,
  code: problem.code,
  sentence: problem.sentence,
  field: problem.field,
  requestId: asked.requestId,
  again:
    asked.method === 'POST' && asked.form !== null && worthRepeating.has(problem.code)
      ? { path: asked.path, fields: [...asked.form].flatMap(([name, values]) => values.map((value) => ({ name, value }))) }
      : null,
});

/** When to come back, where that is the way out. */
export const waitHeaders = (problem: Problem): Readonly<Record<string, string>> => {
  if (problem instanceof TooManyTries) return { 'Retry-After': String(problem.seconds) };
  return problem.status === 503 ? { 'Retry-After': '5' } : {};
};
