import type { Site } from '../site.js';
import type { OnBehalf } from './respondent.js';
import { type SaveOutcome, saveAnswers } from './save-answers.js';

/**
 * Lets answers stand that nobody typed: carried from last year, from the register or from a report.
 * Throws notFound, roundClosed, fieldMissing.
 */
export const confirmAnswers = async (
  site: Site,
  who: OnBehalf,
  { responseId, revision, questions }: { readonly responseId: string; readonly revision: number; readonly questions: readonly string[] },
): Promise<SaveOutcome> => saveAnswers(site, who, { responseId, revision, fields: new Map(), confirms: questions });
