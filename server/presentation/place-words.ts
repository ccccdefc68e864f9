import type { Question } from '../survey/edition.js';
import { cellOf } from '../survey/field-names.js';
import { monthParts } from '../survey/read-answer.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** What a cell of an answer is called beside its question: "3월", "2번째 용량"; null: it is the whole answer. */
export const partWords = (question: Question, part: string, language: Language): string | null => {
  const words = wordsOf(language).page.question;
  if (part === '') return null;
  if (question.type === 'monthly') {
    const at = monthParts.indexOf(part);
    return at < 0 ? words.annual : (words.monthNames[at] ?? part);
  }
  const cell = question.type === 'table' ? cellOf(question, part) : null;
  return cell === null ? part : `${words.row(cell.row)} ${inLanguage(cell.column.text, language)}`;
};

/** What a place in the answers is called: the question with its code, and the cell. */
export const placeTitle = (question: Question, part: string, language: Language): string => {
  const cell = partWords(question, part, language);
  const title = `${question.code} ${inLanguage(question.text, language)}`;
  return cell === null ? title : `${title}, ${cell}`;
};
