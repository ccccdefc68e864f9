import type { Edition, Section } from '../survey/edition.js';
import { type FormPage, formPages, pageOf, pagesOf } from '../survey/form-pages.js';
import type { FormState } from '../survey/form-state.js';
import { checkPath, pagePath } from './form-paths.js';
import { standingOf } from './question-view.js';

/** The page of a section with this id in its address. */
export const pageNamed = pageOf;

/** Whether a page has a question to answer: one that waits for an earlier answer has none yet. */
export const isPageAsked = ({ questions }: FormPage, state: FormState): boolean =>
  questions.some(({ id }) => {
    const asked = state.questions[id];
    return asked !== undefined && ['asked', 'open'].includes(standingOf(asked, state));
  });

/** The sections that are asked, in order. */
export const askedSections = (edition: Edition, state: FormState): readonly Section[] =>
  edition.sections.filter(({ id }) => state.sections.find(({ section }) => section === id)?.relevance !== 'no');

/** The sections a list of them names: modules of other sectors are out of sight. */
export const shownSections = (edition: Edition, state: FormState): readonly Section[] =>
  edition.sections.filter((section) => !section.isModule || askedPages(section, state).length > 0);

/** The pages of a section that have something to answer, in order. */
export const askedPages = (section: Section, state: FormState): readonly FormPage[] =>
  pagesOf(section).filter((page) => isPageAsked(page, state));

const isSame = (one: FormPage, other: FormPage): boolean => one.id === other.id && one.section.id === other.section.id;

/** The pages on both sides of one: those that have something to answer. */
const around = (edition: Edition, state: FormState, page: FormPage) => {
  const pages = formPages(edition);
  const at = pages.findIndex((one) => isSame(one, page));
  const isAsked = (one: FormPage): boolean => isPageAsked(one, state);
  return { before: pages.slice(0, at).findLast(isAsked), after: pages.slice(at + 1).find(isAsked) };
};

/** The page before one; null at the beginning of the form. */
export const pageBefore = (edition: Edition, state: FormState, page: FormPage): FormPage | null =>
  around(edition, state, page).before ?? null;

/** Where a saved page leads: to the next one with something to answer, or to the check of the answers. */
export const afterPage = (edition: Edition, state: FormState, responseId: string, page: FormPage): string => {
  const { after } = around(edition, state, page);
  return after === undefined ? checkPath(responseId) : pagePath(responseId, after);
};

const isUnsettled = ({ questions }: FormPage, state: FormState): boolean =>
  questions.some(({ id }) => {
    const asked = state.questions[id];
    return asked !== undefined && asked.relevance === 'yes' && (asked.answer.state === 'blank' || asked.findings.length > 0);
  });

/** Where somebody goes on in a section: at its first page while nothing in it is answered or all of it is, else at what is left. */
export const startOfSection = (section: Section, state: FormState): FormPage | null => {
  const pages = askedPages(section, state);
  const isBegun = section.questions.some(({ id }) => (state.questions[id]?.answer.state ?? 'blank') !== 'blank');
  return (isBegun ? pages.find((page) => isUnsettled(page, state)) : undefined) ?? pages[0] ?? pagesOf(section)[0] ?? null;
};
