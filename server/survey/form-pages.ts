import type { Edition, Question, Section } from './edition.js';

/** The questions of a section that are asked on one page: one thing, and what hangs on it. */
export interface FormPage {
  /** Unique within its section. */
  readonly id: string;
  readonly section: Section;
  readonly questions: readonly Question[];
}

/** The pages of a section, in order: neighbors of one page together. They have every question once. */
export const pagesOf = (section: Section): readonly FormPage[] => {
  const groups: Question[][] = [];
  for (const question of section.questions) {
    const group = groups.at(-1);
    if (group?.[0]?.page === question.page) group.push(question);
    else groups.push([question]);
  }
  return groups.map((questions) => ({ id: questions[0]?.page ?? '', section, questions }));
};

/** A page by its id, or by that of a question on it: links outlive a regrouping of pages. */
export const pageOf = (section: Section, id: string): FormPage | undefined => {
  const pages = pagesOf(section);
  return pages.find((page) => page.id === id) ?? pages.find(({ questions }) => questions.some((question) => question.id === id));
};

/** All pages of a form, in order. */
export const formPages = (edition: Pick<Edition, 'sections'>): readonly FormPage[] => edition.sections.flatMap(pagesOf);

/** The page a question stands on. */
export const pageOfQuestion = (edition: Pick<Edition, 'sections'>, questionId: string): FormPage | undefined =>
  formPages(edition).find(({ questions }) => questions.some(({ id }) => id === questionId));
