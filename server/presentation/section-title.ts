import type { Edition, Section } from '../survey/edition.js';
import type { FormState } from '../survey/form-state.js';
import { inLanguage } from './number-format.js';
import type { Language } from './words/words.js';

/** What a section is called by: its letter, or of a module the letters that the codes of its questions begin with (MC of MC1). */
export const sectionMark = ({ id, isModule, questions }: Section): string =>
  isModule ? (/^[A-Z]+/.exec(questions[0]?.code ?? '')?.[0] ?? id) : id;

/** "C. Electricity", "MC. Casting". */
export const sectionTitle = (section: Section, language: Language): string =>
  `${sectionMark(section)}. ${inLanguage(section.title, language)}`;

/** The sections a list of all of them names: a module that does not concern the establishment is not even said to be left out. */
export const listedSections = (edition: Edition, state: FormState): readonly Section[] =>
  edition.sections.filter(({ id, isModule }) => !isModule || state.sections.find(({ section }) => section === id)?.relevance !== 'no');
