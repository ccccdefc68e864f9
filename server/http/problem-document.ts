import { STATUS_CODES } from 'node:http';
import type { Problem } from '../problem/problem.js';

/** One fault of what was sent, with the path of its field. */
export interface ErrorEntry {
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly ko: string;
}

/** The body of an error of a data route: RFC 9457, with the code, both sentences and every fault. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  /** The same for the first fault alone, for programs that show one. */
  readonly code: string;
  readonly field: string;
  readonly en: string;
  readonly ko: string;
  readonly errors: readonly ErrorEntry[];
}

export const problemMediaType = 'application/problem+json';

/**
 * A problem as a document.
 * @param errors  every fault found; by default the problem alone
 */
export const problemDocument = (problem: Problem, requestId: string, errors: readonly ErrorEntry[] = []): ProblemDocument => {
  const { code, status, sentence, field } = problem;
  const own = { field: field === '' ? 'input' : field, code, ...sentence };
  return {
    type: `urn:onsil:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: `${sentence.en} | ${sentence.ko}`,
    instance: `urn:uuid:${requestId}`,
    ...own,
    errors: errors.length > 0 ? errors : [own],
  };
};
