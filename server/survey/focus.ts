import type { Question } from './edition.js';

/** The part of a question's field names that takes the focus when the question as a whole is meant. */
export const focusPart = (question: Question): string => {
  switch (question.type) {
    case 'monthly':
      return 'm01';
    case 'choices':
      return question.choices[0]?.id ?? '';
    case 'table':
      return `1.${question.columns[0]?.id ?? ''}`;
    default:
      return '';
  }
};
