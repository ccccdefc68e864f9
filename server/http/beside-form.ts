import { readComments } from '../operations/comment-on-answers.js';
import { devicesLetIn } from '../operations/continue-elsewhere.js';
import { readOwnReview } from '../operations/read-own-review.js';
import type { Delegate, Respondent } from '../operations/respondent.js';
import type { ResponseForm } from '../operations/response-form.js';
import { type PageComments, pageComments } from '../presentation/comments-page.js';
import { type MoreLinks, moreLinks } from '../presentation/more-links.js';
import type { Site } from '../site.js';
import type { Language } from './route.js';

/** Who fills in a form: the respondent, or whoever it let. */
export type Filler = Respondent | Delegate;

/** What stands beside the list of sections: the state of the check, who else is in, the ways on. */
export const moreOf = async (site: Site, who: Filler, { response }: ResponseForm, language: Language): Promise<MoreLinks> => {
  const { state } = await readOwnReview(site, who, response.id);
  const letIn = await devicesLetIn(site, who);
  return moreLinks({ responseId: response.id, state, letIn, delegate: who.role === 'delegate' ? who.limits.name : null }, language);
};

/** What the survey office said about the questions of one page; null: nothing. */
export const commentsOn = async (
  site: Site,
  who: Filler,
  { edition, response }: ResponseForm,
  questions: readonly string[],
  language: Language,
): Promise<PageComments | null> => {
  const comments = await readComments(site, who, response.id);
  return pageComments(response.id, edition, questions, comments, who.role === 'respondent', language);
};
