import type { Edition, Question, Section } from '../survey/edition.js';
import { type Place, placeOf } from '../survey/mapping/place.js';
import { questionAnchor, rowAnchor } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** An answer on its form, as people find it there. */
export interface AnswerPlace {
  readonly section: Section;
  readonly question: Question;
  /** "D3", "G2 row 3", "G2 row 3 “Gas”". */
  readonly code: string;
  /** The id of its place on the page. */
  readonly anchor: string;
}

/** Where an answer stands on the form; null where the edition does not ask it. */
export const answerPlace = ({ question: id, row, column: columnId }: Place, edition: Edition, language: Language): AnswerPlace | null => {
  const words = wordsOf(language).page.result;
  for (const section of edition.sections) {
    const question = section.questions.find((one) => one.id === id);
    if (question === undefined) continue;
    const column = question.type === 'table' ? question.columns.find((one) => one.id === columnId) : undefined;
    const inRow = row === undefined ? question.code : words.rowOf(question.code, row);
    const anchor = row === undefined ? questionAnchor(id) : rowAnchor(id, row);
    return { section, question, anchor, code: column === undefined ? inRow : words.cellOf(inRow, inLanguage(column.text, language)) };
  }
  return null;
};

/** Where the answer stands that an activity comes from. */
export const activityPlace = (activityId: string, edition: Edition, language: Language): AnswerPlace | null =>
  answerPlace(placeOf(activityId), edition, language);
