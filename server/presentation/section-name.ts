import type { Section } from '../survey/edition.js';
import { inLanguage } from './number-format.js';
import type { Language } from './words/words.js';

/** What the codes of a section's questions begin with: "C"; of a module "MC". */
export const sectionMark = ({ id, isModule, questions }: Pick<Section, 'id' | 'isModule' | 'questions'>): string =>
  isModule ? (/^[A-Z]+/.exec(questions[0]?.code ?? '')?.[0] ?? id) : id;

/** "C. Electricity". */
export const sectionName = (section: Section, language: Language): string =>
  `${sectionMark(section)}. ${inLanguage(section.title, language)}`;
