import type { Question } from '../edition.js';
import { mappingWords } from './mapping-record.js';

/** What of a question XLSForm has no words for; the keys are those of a question in `survey-definitions`. */
export type OwnWords = Readonly<Record<string, unknown>>;

const common = ({ type, code, page, missing, carry }: Question): OwnWords => ({
  type,
  code,
  page,
  ...(missing.length === 0 ? {} : { missing }),
  ...(carry ? { carry } : {}),
});

export const ownWordsOf = (question: Question): OwnWords => {
  const base = common(question);
  switch (question.type) {
    case 'consent':
      return { ...base, mustBeGiven: question.mustBeGiven, required: question.required };
    case 'codeList':
      return { ...base, list: question.list, appearance: question.appearance };
    case 'number':
      return { ...base, wholeNumber: question.wholeNumber, ...(question.unitText === null ? {} : { unitText: question.unitText }) };
    case 'quantity':
    case 'monthly':
      return {
        ...base,
        units: question.units.map(({ id }) => id),
        required: question.required,
        ...mappingWords(question.mappings),
      };
    case 'table':
      return {
        ...base,
        maxRows: question.maxRows,
        required: question.required,
        ...(question.together.length === 0 ? {} : { together: question.together }),
        ...mappingWords(question.mappings),
      };
    case 'yesNo':
    case 'choice':
    case 'choices':
    case 'money':
    case 'date':
      return base;
    default:
      return { ...base, maxLength: question.maxLength };
  }
};
