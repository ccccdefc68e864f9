import type { Answer, AnswerValue } from '../survey/answer.js';
import { codeListText } from '../survey/code-list.js';
import type { Edition, MonthlyQuestion, QuantityQuestion, Question, TableQuestion } from '../survey/edition.js';
import { formatExact, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

interface Speaking {
  readonly edition: Edition;
  readonly language: Language;
}

const unitText = (question: QuantityQuestion | MonthlyQuestion, unit: string, language: Language): string => {
  const choice = question.units.find(({ id }) => id === unit);
  return choice === undefined ? unit : inLanguage(choice.text, language);
};

const textWords = (question: Question, text: string, { edition, language }: Speaking): string => {
  if (question.type === 'choice') {
    const choice = question.choices.find(({ id }) => id === text);
    return choice === undefined ? text : inLanguage(choice.text, language);
  }
  if (question.type === 'codeList') {
    const entry = edition.codeLists[question.list]?.entries.find(({ code }) => code === text);
    // Codes that people look up by are printed; those of a short list mean nothing to them.
    if (entry !== undefined) return question.appearance === 'search' ? codeListText(entry, language) : inLanguage(entry.text, language);
    return text;
  }
  if (question.type === 'businessNumber') return text.replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3');
  return text;
};

const numberWords = (question: Question, number: number, language: Language): string => {
  const words = wordsOf(language).page.question;
  if (question.type === 'money') return `${formatExact(number)} ${words.won}`;
  if (question.type === 'number' && question.unitText !== null) return `${formatExact(number)} ${inLanguage(question.unitText, language)}`;
  return formatExact(number);
};

const monthlyWords = (question: MonthlyQuestion, value: Extract<AnswerValue, { kind: 'monthly' }>, language: Language): string => {
  const words = wordsOf(language).page;
  const unit = unitText(question, value.unit, language);
  const months = value.months.flatMap((month, at) =>
    month === null ? [] : [`${words.question.monthNames[at] ?? ''} ${formatExact(month)}`],
  );
  const annual = value.annual === null ? [] : [words.check.yearTotal(`${formatExact(value.annual)} ${unit}`)];
  return [...(months.length === 0 ? [] : [`${months.join(', ')} (${unit})`]), ...annual].join('\n');
};

const tableWords = (question: TableQuestion, value: Extract<AnswerValue, { kind: 'table' }>, speaking: Speaking): string =>
  value.rows
    .map(({ row, cells }) => {
      const said = question.columns.flatMap((column) => {
        const cell = cells[column.id];
        return cell === undefined || cell.state === 'blank'
          ? []
          : [`${inLanguage(column.text, speaking.language)} ${answerWords(column, cell, speaking)}`];
      });
      return wordsOf(speaking.language).page.check.rowOf(row, said.join(', '));
    })
    .join('\n');

const valueWords = (question: Question, value: AnswerValue, speaking: Speaking): string => {
  const { language } = speaking;
  switch (value.kind) {
    case 'text':
      return textWords(question, value.text, speaking);
    case 'truth':
      return value.truth ? wordsOf(language).page.condition.yes : wordsOf(language).page.condition.no;
    case 'choices':
      return value.choices
        .map((id) => (question.type === 'choices' ? textWords({ ...question, type: 'choice' }, id, speaking) : id))
        .join(', ');
    case 'number':
      return numberWords(question, value.number, language);
    case 'quantity':
      return `${formatExact(value.number)} ${question.type === 'quantity' || question.type === 'monthly' ? unitText(question, value.unit, language) : value.unit}`;
    case 'monthly':
      return question.type === 'monthly' ? monthlyWords(question, value, language) : '';
    case 'table':
      return question.type === 'table' ? tableWords(question, value, speaking) : '';
  }
};

/** An answer as a person reads it. Lines are separated by "\n"; what was not understood is shown as it was typed. */
export const answerWords = (question: Question, answer: Answer, speaking: Speaking): string => {
  const words = wordsOf(speaking.language).page.states;
  if (answer.state === 'answered') return valueWords(question, answer.value, speaking);
  if (answer.state === 'unreadable') return `${words.unreadable}: ${Object.values(answer.typed).join(' ')}`;
  return words[answer.state];
};
