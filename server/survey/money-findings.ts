import type { Edition, Question } from './edition.js';
import { fieldName } from './field-names.js';
import type { Finding } from './finding.js';
import { mappingFor } from './mapping/mapping-for.js';
import { type Money, moneyOfAnswer } from './mapping/money-of-answer.js';
import { activityIdOf, type Place } from './mapping/place.js';
import { questionScope, rowScope, type Scope } from './mapping/scope.js';
import { convertedAmount } from './money/converted-text.js';
import { moneyNotes, moneyRefusals } from './money/money-words.js';
import type { Looked } from './relevance.js';
import type { Text } from './text.js';

/** A cost beside an unknown quantity, before it is used: what it will count for, and whether it is enough. */
export interface MoneyFinding {
  readonly finding: Finding;
  readonly question: string;
  /** The quantity need not be answered: its cost stands in for it. */
  readonly isEnough: boolean;
}

const noteTexts = (money: Money): Pick<Finding, 'text' | 'wayOut'> => {
  if ('refused' in money) return moneyRefusals[money.refused];
  const { converted } = money;
  const amount = convertedAmount(converted);
  const why = converted.notes.map((note) => moneyNotes[note]);
  const said = (first: string, language: keyof Text): string => [first, ...why.map((note) => note[language])].join(' ');
  return {
    text: {
      ko: said(`금액 환산: 사용량이 없어 적어 주신 금액을 환산하여 씁니다. 환산량 ${amount.ko}.`, 'ko'),
      en: said(`Converted from money: there is no quantity; ${amount.en} will be used in its place.`, 'en'),
    },
    wayOut: {
      ko: '고지서에 적힌 사용량을 적으시면 그 값을 씁니다.',
      en: 'Enter the quantity of the bill, and that will be used.',
    },
  };
};

/** The rule such findings are found by. */
export const convertedRule = 'converted';

const findingOf = (money: Money, own: Place, question: Question, from: string): Finding => ({
  key: `converted:${activityIdOf(own)}`,
  rule: convertedRule,
  level: 'note',
  // It is said where the cost is written.
  questions: own.row === undefined ? [from, question.id] : [question.id],
  fields: [own.row === undefined ? from : fieldName(question.id, `${own.row}.${from}`)],
  ...noteTexts(money),
  needsReason: false,
  reason: null,
  reasonFault: null,
  suggestions: [],
});

const inScope = (question: Question, scope: Scope, edition: Edition): readonly MoneyFinding[] => {
  const mapping = mappingFor('mappings' in question ? (question.mappings ?? []) : [], scope);
  if (mapping?.kind !== 'activity' || mapping.money === null) return [];
  const money = moneyOfAnswer(mapping, scope, edition.prices, edition.referenceYear);
  if (money === null) return [];
  const isEnough = 'converted' in money && mapping.money.isEnough;
  return [{ finding: findingOf(money, scope.own, question, mapping.money.from), question: question.id, isEnough }];
};

/** What costs will count for, question by question, row by row. */
export const moneyFindings = (edition: Edition, looked: Looked): readonly MoneyFinding[] =>
  [...looked.questions.values()].flatMap((asked) => {
    const { question, answer, relevance } = asked;
    const mappings = 'mappings' in question ? (question.mappings ?? []) : [];
    if (relevance === false || !mappings.some((mapping) => mapping.kind === 'activity' && mapping.money !== null)) return [];
    if (question.type !== 'table') return inScope(question, questionScope(question.id, looked), edition);
    if (answer.state !== 'answered' || answer.value.kind !== 'table') return [];
    const table = { ...asked, question };
    return answer.value.rows.flatMap((row) => inScope(question, rowScope(table, row, looked), edition));
  });
