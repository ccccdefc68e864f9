import { codeListText, findCode } from '../../survey/code-list.js';
import type { Edition, MonthlyQuestion, SimpleQuestion } from '../../survey/edition.js';
import { readMoney, readNumber } from '../../survey/numbers.js';
import type { Language } from '../words/words.js';
import { choiceLabel, missingLabel, unitLabel, yesNoLabels } from './labels.js';

type Asked = SimpleQuestion | MonthlyQuestion;

const numberOf = (question: Asked, typed: string): string | number => {
  const read = question.type === 'money' ? readMoney(typed) : readNumber(typed);
  return read.ok ? read.value : typed;
};

/**
 * What a cell says for the text of a field: a number where it is one, the name of what was chosen, and what cannot be read as it was typed.
 * @param part of the field's name: "", "unit", "missing", "m01" …, or a choice
 */
export const cellOfField = (
  question: Asked,
  part: string,
  typed: string,
  edition: Pick<Edition, 'codeLists'>,
  language: Language,
): string | number => {
  if (part === 'missing')
    return typed === 'notApplicable' || typed === 'unknown' || typed === 'refused' ? missingLabel(typed, language) : typed;
  if (part === 'unit') {
    const unit = 'units' in question ? question.units.find(({ id }) => id === typed) : undefined;
    return unit === undefined ? typed : unitLabel(unit, language);
  }
  const [yes, no] = yesNoLabels(language);
  switch (question.type) {
    case 'yesNo':
    case 'consent':
    case 'choices':
      return typed === 'yes' ? yes : typed === 'no' ? no : typed;
    case 'choice': {
      const choice = question.choices.find(({ id }) => id === typed);
      return choice === undefined ? typed : choiceLabel(choice, language);
    }
    case 'codeList': {
      const list = edition.codeLists[question.list];
      const [code, ...others] = list === undefined ? [] : findCode(list, typed);
      const entry = others.length === 0 ? list?.entries.find((one) => one.code === code) : undefined;
      return entry === undefined ? typed : codeListText(entry, language);
    }
    case 'number':
    case 'money':
    case 'quantity':
    case 'monthly':
      return numberOf(question, typed);
    default:
      return typed;
  }
};
