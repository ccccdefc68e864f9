import { exactSum } from '../domain/exact-sum.js';
import { check, listed, type Names, questions } from './check-words.js';
import type { ConditionOn } from './condition.js';
import type { Facts } from './facts.js';
import type { Check, Text } from './plan.js';

/** Equipment in operation. A kind that is not in the table is unknown, for the table holds main equipment; one entered as zero is not there. */
export const checkEquipment = (condition: ConditionOn<'equipment'>, facts: Facts, names: Names): Check => {
  const list = listed(names.measures.equipment.filter((kind) => condition.in.includes(kind.id)).map((kind) => kind.name));
  const { from = 1 } = condition;
  const label: Text =
    from === 1
      ? { ko: `가동 중인 설비: ${list.ko}`, en: `Equipment in operation: ${list.en}` }
      : { ko: `가동 중인 설비: ${list.ko} ${from}대 이상`, en: `Equipment in operation: ${list.en}, ${from} or more` };
  const pieces = exactSum(condition.in.map((kind) => facts.equipmentPieces[kind] ?? 0));
  if (pieces >= from) return check(label, 'yes', { ko: '주요 설비에 있습니다.', en: 'Named among the main equipment.' });
  if (condition.in.every((kind) => facts.equipmentNone.includes(kind))) {
    return check(label, 'no', {
      ko: '주요 설비에 용량이나 가동시간이 0으로 적혀 있습니다.',
      en: 'Entered among the main equipment with size or hours of zero.',
    });
  }
  const reason: Text =
    pieces === 0
      ? { ko: '주요 설비에 적혀 있지 않습니다.', en: 'Not named among the main equipment.' }
      : { ko: '주요 설비에서 대수를 알 수 없습니다.', en: 'The main equipment does not tell how many there are.' };
  return check(label, 'unknown', reason, questions.equipment);
};
