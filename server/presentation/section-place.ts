import type { Edition, Section } from '../survey/edition.js';
import type { FormPage } from '../survey/form-pages.js';
import type { FormState } from '../survey/form-state.js';
import { checkPath, pagePath, responsePath, sectionPath } from './form-paths.js';
import { inLanguage } from './number-format.js';
import { afterPage, askedPages, askedSections, isPageAsked, pageBefore, startOfSection } from './page-order.js';
import { sectionMark, sectionName } from './section-name.js';
import { type Language, wordsOf } from './words/words.js';

/** How far the whole form is. */
export interface ProgressView {
  readonly text: string;
  readonly done: number;
  readonly all: number;
}

export interface LinkView {
  readonly href: string;
  readonly text: string;
}

/** Where in a form a page of questions stands. */
export interface PlaceInput {
  readonly edition: Edition;
  readonly response: { readonly id: string };
  readonly state: FormState;
  readonly section: Section;
  /** Null: all questions of the section on one page. */
  readonly page: FormPage | null;
  /** The reader came from the check of the answers, and goes back there. */
  readonly fromCheck: boolean;
  readonly language: Language;
}

/** Where saving a section leads: the next one asked, or the check of the answers. */
export const afterSection = (edition: Edition, state: FormState, responseId: string, section: string): string => {
  const order = edition.sections.map(({ id }) => id);
  const next = askedSections(edition, state).find(({ id }) => order.indexOf(id) > order.indexOf(section));
  return next === undefined ? checkPath(responseId) : sectionPath(responseId, next.id);
};

export const progressOf = ({ sections }: FormState, language: Language): ProgressView => {
  const asked = sections.filter(({ relevance }) => relevance !== 'no');
  const done = asked.reduce((sum, { answered }) => sum + answered, 0);
  const all = asked.reduce((sum, section) => sum + section.asked, 0);
  return { text: wordsOf(language).page.flow.whole(done, all), done, all: Math.max(1, all) };
};

/** What differs between a page of one thing and the whole section on one page. */
export const placeOf = (input: PlaceInput) => {
  const { edition, state, section, page, language, response, fromCheck } = input;
  const words = wordsOf(language).page;
  const check = { href: checkPath(response.id), text: words.flow.toCheck };
  const all = { href: responsePath(response.id), text: words.flow.allSections };
  if (page === null) {
    const asked = askedSections(edition, state);
    const at = asked.findIndex(({ id }) => id === section.id);
    const start = startOfSection(section, state);
    return {
      title: sectionName(section, language),
      heading: inLanguage(section.title, language),
      position: at === -1 ? sectionMark(section) : words.section.position(sectionMark(section), at + 1, asked.length),
      notAsked: at === -1 ? words.section.notAsked : null,
      back: fromCheck ? check : { href: responsePath(response.id), text: words.section.back },
      ways: start === null ? [] : [{ href: pagePath(response.id, start), text: words.flow.onePerPage }],
      action: sectionPath(response.id, section.id),
      next: { href: afterSection(edition, state, response.id, section.id), text: words.section.skipOn },
    };
  }
  const pages = askedPages(section, state);
  const at = pages.findIndex(({ id }) => id === page.id);
  const before = pageBefore(edition, state, page);
  const [first] = page.questions;
  const name = sectionName(section, language);
  return {
    title: first === undefined ? name : `${first.code} ${inLanguage(first.text, language)}`,
    heading: at === -1 ? name : words.flow.step(name, at + 1, pages.length),
    position: null,
    notAsked: isPageAsked(page, state) ? null : words.flow.notAsked,
    back: fromCheck
      ? check
      : { href: before === null ? responsePath(response.id) : pagePath(response.id, before), text: words.flow.before },
    ways: [all, { href: sectionPath(response.id, section.id), text: words.flow.wholeSection }],
    action: pagePath(response.id, page),
    next: { href: fromCheck ? check.href : afterPage(edition, state, response.id, page), text: words.flow.skipOn },
  };
};
