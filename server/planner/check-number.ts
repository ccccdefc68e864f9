import { amount } from './amounts-in-words.js';
import { check, questions, truth } from './check-words.js';
import type { ConditionOn, NumericFact } from './condition.js';
import type { Facts } from './facts.js';
import type { Check, Text } from './plan.js';

const numeric: Readonly<Record<NumericFact, { name: Text; unit: Text; per: number; question?: string }>> = {
  energyToe: { name: { ko: '연간 에너지 사용량', en: 'Yearly energy use' }, unit: { ko: ' toe', en: ' toe' }, per: 1 },
  siteEmissions: { name: { ko: '사업장 연간 배출량', en: 'Yearly emissions of the site' }, unit: { ko: ' tCO2eq', en: ' tCO2eq' }, per: 1 },
  electricityMWh: { name: { ko: '연간 구매전력', en: 'Yearly purchased electricity' }, unit: { ko: ' MWh', en: ' MWh' }, per: 1 },
  averageSales: {
    name: { ko: '3년 평균매출액', en: 'Mean sales of three years' },
    unit: { ko: '억원', en: ' x KRW 100 m' },
    per: 1e8,
    question: questions.averageSales,
  },
  workers: { name: { ko: '종사자 수', en: 'Workers' }, unit: { ko: '명', en: '' }, per: 1, question: questions.workers },
};

/** A number within its bounds: `from` included, `below` not. */
export const checkNumber = (condition: ConditionOn<NumericFact>, facts: Facts): Check => {
  const { name, unit, per, question } = numeric[condition.fact];
  const { from, below } = condition;
  const bound = (value: number, ko: string, en: string): Text => ({
    ko: `${amount(value / per)}${unit.ko} ${ko}`,
    en: `${en} ${amount(value / per)}${unit.en}`,
  });
  const bounds = [
    ...(from === undefined ? [] : [bound(from, '이상', 'at least')]),
    ...(below === undefined ? [] : [bound(below, '미만', 'below')]),
  ];
  const label: Text = {
    ko: `${name.ko} ${bounds.map((text) => text.ko).join(' ')}`,
    en: `${name.en} ${bounds.map((text) => text.en).join(' and ')}`,
  };
  const value = facts[condition.fact];
  if (value === null)
    return check(
      label,
      'unknown',
      { ko: `${name.ko} 값이 없어 판단할 수 없습니다.`, en: `Cannot tell: ${name.en.toLowerCase()} is not known.` },
      question,
    );
  const outcome = truth((from === undefined || value >= from) && (below === undefined || value < below));
  return check(label, outcome, { ko: `${name.ko} ${amount(value / per)}${unit.ko}`, en: `${name.en}: ${amount(value / per)}${unit.en}` });
};
