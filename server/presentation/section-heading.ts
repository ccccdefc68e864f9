import type { Section } from '../survey/edition.js';
import { inLanguage } from './number-format.js';
import type { Language } from './words/words.js';

/** What a section is called: "C. 전기"; a module, whose id says nothing to a reader, by its title alone. */
export const sectionHeading = ({ id, isModule, title }: Pick<Section, 'id' | 'isModule' | 'title'>, language: Language): string =>
  isModule ? inLanguage(title, language) : `${id}. ${inLanguage(title, language)}`;
