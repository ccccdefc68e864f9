import type { Edition } from '../survey/edition.js';
import { type FormPage, pageOfQuestion } from '../survey/form-pages.js';

export const responsePath = (responseId: string): string => `/responses/${encodeURIComponent(responseId)}`;
export const sectionPath = (responseId: string, section: string): string =>
  `${responsePath(responseId)}/sections/${encodeURIComponent(section)}`;
export const checkPath = (responseId: string): string => `${responsePath(responseId)}/check`;

/** One page of questions. */
export const pagePath = (responseId: string, page: FormPage): string =>
  `${sectionPath(responseId, page.section.id)}/${encodeURIComponent(page.id)}`;

/** The page a question stands on; the check of the answers for one the form no longer has. */
export const questionPath = (edition: Edition, responseId: string, questionId: string): string => {
  const page = pageOfQuestion(edition, questionId);
  return page === undefined ? checkPath(responseId) : pagePath(responseId, page);
};
