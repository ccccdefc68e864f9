import { type Field, largestQuantity } from '../domain/field.js';
import { unitOf } from '../domain/units.js';
import type { Question } from '../survey/edition.js';
import { type Level, noQuestion } from './mapping-level.js';
import { inLine } from './schema-faults.js';

/** What can be wrong with numbers and amounts that a field is bound to. */

export const amountTypes: readonly Question['type'][] = ['quantity', 'monthly'];
export const numberKinds: readonly Field['kind'][] = ['quantity', 'positive', 'share', 'percentage', 'number'];

/** Whether a field is in the unit of its activity. */
const sharesUnit = ({ kind, unit }: Field): boolean => (kind === 'quantity' || kind === 'positive') && unit === undefined;

const amountFaults = (question: Extract<Question, { type: 'quantity' | 'monthly' }>, field: Field, at: string): readonly string[] => {
  const target = field.unit === undefined ? null : unitOf(field.unit);
  if (!sharesUnit(field) && target === null) {
    return [
      inLine(
        at,
        `${field.key} takes no amount with a unit; ask a number`,
        `${field.key}에는 단위를 쓰지 않으므로 number 문항으로 물어야 합니다`,
      ),
    ];
  }
  return question.units.flatMap(({ id }) => {
    const unit = unitOf(id);
    if (unit === null)
      return [inLine(question.id, `the calculation does not know the unit ${id}`, `산정에서 쓸 수 없는 단위입니다(${id})`)];
    return target === null || target.dimension === unit.dimension
      ? []
      : [
          inLine(
            at,
            `${id} of ${question.id} cannot be turned into ${target.symbol}`,
            `${question.id}의 단위 ${id}을(를) ${target.symbol}(으)로 바꿀 수 없습니다`,
          ),
        ];
  });
};

/** A number without a unit stands for an amount only where there is no doubt in which unit. */
export const unitlessFaults = (field: Field, what: string, at: string, { hasOneUnit }: Pick<Level, 'hasOneUnit'>): readonly string[] =>
  sharesUnit(field) && !hasOneUnit
    ? [
        inLine(
          at,
          `${what} has no unit, and that of the activity may be one of several`,
          `${what}에 단위가 없는데 활동의 단위가 하나로 정해져 있지 않습니다`,
        ),
      ]
    : [];

const boundsFaults = (question: Extract<Question, { type: 'number' }>, times: number, field: Field, at: string): readonly string[] => {
  if (field.kind !== 'share' && field.kind !== 'percentage') return [];
  const most = field.kind === 'share' ? 1 : 100;
  const { max } = question.bounds;
  const known = max === null ? largestQuantity : max * times;
  return known <= most * (1 + 1e-9)
    ? []
    : [
        inLine(
          at,
          `${question.id} may be more than ${most} here; bound it, or give times`,
          `${question.id}의 값이 ${most}을(를) 넘을 수 있습니다. bounds나 times를 정하세요`,
        ),
      ];
};

/** A question bound to a field that takes a number. */
export const numberFaults = (question: Question, times: number, field: Field, at: string, level: Level): readonly string[] => {
  if (question.type === 'quantity' || question.type === 'monthly') return amountFaults(question, field, at);
  if (question.type === 'number') return [...boundsFaults(question, times, field, at), ...unitlessFaults(field, question.id, at, level)];
  return [
    inLine(at, `${field.key} is a number, and ${question.id} is none`, `${field.key}은(는) 수인데 ${question.id}은(는) 수를 묻지 않습니다`),
  ];
};

/** Questions that are added up in a field. */
export const sumFaults = (ids: readonly string[], field: Field, at: string, level: Level): readonly string[] =>
  ids.flatMap((id) => {
    const question = level.find(id);
    return question === undefined ? [noQuestion(at, id)] : numberFaults(question, 1, field, at, level);
  });
