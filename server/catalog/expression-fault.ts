import { checkTypes } from '../expression/check-types.js';
import type { Expression } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import type { Question } from '../survey/edition.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { inLine } from './schema-faults.js';

/** What is wrong with an expression, given the questions it may look at; null where nothing is. */
export const expressionFault = (
  where: string,
  expression: Expression,
  wanted: Type | 'any',
  find: (id: string) => Question | undefined,
): string | null => {
  try {
    const found = checkTypes(expression, vocabularyOf(find));
    return wanted === 'any' || found === 'any' || found === wanted
      ? null
      : inLine(where, `comes to a ${found}, not to a ${wanted}`, `식의 결과가 ${wanted}이(가) 아니라 ${found}입니다`);
  } catch (error) {
    return inLine(where, (error as Error).message, '식이 올바르지 않습니다');
  }
};
