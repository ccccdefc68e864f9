import type { Expression } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import { ruleVocabulary } from '../survey/context-functions.js';
import type { Edition, EditRule, Question } from '../survey/edition.js';
import { partsOf } from '../survey/field-names.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { expressionFault } from './expression-fault.js';
import { inLine } from './schema-faults.js';

type Checked = Pick<Edition, 'cells' | 'editRules' | 'slips'>;

const isPart = (question: Question | undefined, part: string): boolean =>
  question !== undefined && question.type !== 'table' && partsOf(question).includes(part);

/** What is wrong with the edit rules of an edition and with the measures they look at. */
export const ruleFaults = (edition: Checked, questions: ReadonlyMap<string, Question>): readonly string[] => {
  const vocabulary = ruleVocabulary((id) => questions.get(id), edition.cells);
  const check = (expression: Expression | null, wanted: Type | 'any', where: string): readonly string[] => {
    const fault = expression === null ? null : expressionFault(where, expression, wanted, vocabulary);
    return fault === null ? [] : [fault];
  };
  // A measure is looked at from rules, but must not look at measures itself.
  const ofMeasures = (edition.cells?.measures ?? []).flatMap(({ id, value }) => {
    const fault = expressionFault(
      `cell-statistics ${id}.value`,
      value,
      'number',
      vocabularyOf((name) => questions.get(name)),
    );
    return fault === null ? [] : [fault];
  });
  const before = new Set<string>();
  const ofRules = edition.editRules.flatMap((rule) => {
    const named = [...`${rule.text.ko}${rule.text.en}${rule.wayOut.ko}${rule.wayOut.en}`.matchAll(/\{(\w+)\}/g)].map(
      (match) => match[1] as string,
    );
    const wrongYield = rule.yieldsTo.filter((other) => rule.level === 'error' || other === rule.rule || !before.has(other));
    before.add(rule.rule);
    return [
      ...check(rule.holds, 'truth', `${rule.key}.holds`),
      ...check(rule.when, 'truth', `${rule.key}.when`),
      ...Object.entries(rule.values).flatMap(([name, value]) => check(value, 'any', `${rule.key}.values.${name}`)),
      ...named
        .filter((name) => !Object.hasOwn(rule.values, name))
        .map((name) => inLine(`${rule.key}.text`, `{${name}} has no value`, `{${name}}에 넣을 값이 없습니다`)),
      ...wrongYield.map((other) =>
        inLine(
          `${rule.key}.yieldsTo`,
          `${other} is no rule before it, or this one is an error`,
          `${other}은(는) 앞에 있는 규칙이 아니거나 이 규칙이 오류 등급입니다`,
        ),
      ),
      ...suggestionFaults(rule, edition, questions, check),
    ];
  });
  return [...ofMeasures, ...ofRules];
};

const suggestionFaults = (
  { key, suggestion }: EditRule,
  edition: Checked,
  questions: ReadonlyMap<string, Question>,
  check: (expression: Expression | null, wanted: Type, where: string) => readonly string[],
): readonly string[] => {
  switch (suggestion?.kind) {
    case 'put': {
      const { question, part } = suggestion;
      return [
        ...check(suggestion.value, 'number', `${key}.suggestion.value`),
        ...(isPart(questions.get(question), part)
          ? []
          : [inLine(`${key}.suggestion`, `${question} has no part ${part}`, `${question}에 ${part} 칸이 없습니다`)]),
      ];
    }
    case 'slips':
      return [
        ...check(suggestion.ratio, 'number', `${key}.suggestion.ratio`),
        ...check(suggestion.tolerance, 'number', `${key}.suggestion.tolerance`),
        ...suggestion.slips
          .filter((id) => !edition.slips.some((slip) => slip.id === id))
          .map((id) => inLine(key, `there is no slip ${id}`, `착오 유형 ${id}이(가) 없습니다`)),
      ];
    default:
      return [];
  }
};
