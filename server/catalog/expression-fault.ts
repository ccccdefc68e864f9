import { checkTypes, type Vocabulary } from '../expression/check-types.js';
import type { Expression } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import { inLine } from './schema-faults.js';

/** What is wrong with an expression, given what it may name; null where nothing is. */
export const expressionFault = (where: string, expression: Expression, wanted: Type | 'any', vocabulary: Vocabulary): string | null => {
  try {
    const found = checkTypes(expression, vocabulary);
    return wanted === 'any' || found === 'any' || found === wanted
      ? null
      : inLine(where, `comes to a ${found}, not to a ${wanted}`, `식의 결과가 ${wanted}이(가) 아니라 ${found}입니다`);
  } catch (error) {
    return inLine(where, (error as Error).message, '식이 올바르지 않습니다');
  }
};
