import type { Question } from '../edition.js';

/** What of a question XLSForm has no words for; the keys are those of a question in `survey-definitions`. */
export type OwnWords = Readonly<Record<string, unknown>>;

const common = ({ type, code, page, missing }: Question): OwnWords => ({ type, code, page, ...(missing.length === 0 ? {} : { missing }) });

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
        ...(question.mappings === null ? {} : { mappings: question.mappings }),
      };
    case 'table':
      return {
        ...base,
        maxRows: question.maxRows,
        required: question.required,
        ...(question.together.length === 0 ? {} : { together: question.together }),
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
