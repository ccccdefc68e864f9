import { check, listed, type Names, questions, truth, unknownTo } from './check-words.js';
import type { ConditionOn } from './condition.js';
import type { Facts } from './facts.js';
import type { Check, Text, ThreeValued } from './plan.js';
import type { Region } from './planner-data.js';

const regionOutcome = (region: Region, condition: ConditionOn<'region'>): ThreeValued => {
  if (condition.in.includes(region.code)) return 'yes';
  const merged = region.replaces.filter((code) => condition.in.includes(code)).length;
  if (merged > 0) return merged === region.replaces.length ? 'yes' : 'unknown';
  return condition.listComplete === false ? 'unknown' : 'no';
};

/** Region; a merged one stands for all its parts. */
export const checkRegion = (condition: ConditionOn<'region'>, facts: Facts, names: Names): Check => {
  const list = listed(condition.in.map((code) => names.regions.find((region) => region.code === code) ?? { ko: code, en: code }));
  const label: Text = { ko: `지역: ${list.ko}`, en: `Region: ${list.en}` };
  if (facts.region === null) return check(label, 'unknown', unknownTo('시도', 'the region'), questions.region);
  const outcome = regionOutcome(facts.region, condition);
  const doubt: Text =
    outcome === 'unknown'
      ? { ko: '. 대상 지역의 전체 목록을 확인하지 못했습니다.', en: '. The full list of regions was not found.' }
      : { ko: '', en: '' };
  return check(label, outcome, { ko: `${facts.region.ko}${doubt.ko}`, en: `${facts.region.en}${doubt.en}` });
};

/** Inside or outside an industrial complex. */
export const checkComplex = (condition: ConditionOn<'complex'>, facts: Facts): Check => {
  const label: Text = condition.is
    ? { ko: '산업단지 입주', en: 'Inside an industrial complex' }
    : { ko: '산업단지 밖', en: 'Outside industrial complexes' };
  if (facts.inComplex === null)
    return check(label, 'unknown', unknownTo('산업단지 입주 여부', 'whether the site is in a complex'), questions.inComplex);
  const inside: Text =
    facts.complexName === null
      ? { ko: '산업단지에 입주해 있습니다.', en: 'The site is in a complex.' }
      : { ko: facts.complexName, en: facts.complexName };
  return check(
    label,
    truth(facts.inComplex === condition.is),
    facts.inComplex ? inside : { ko: '산업단지에 입주해 있지 않습니다.', en: 'The site is in no complex.' },
  );
};

/** A named industrial complex. */
export const checkComplexName = (condition: ConditionOn<'complexName'>, facts: Facts): Check => {
  const label: Text = { ko: `산업단지: ${condition.in.join('·')}`, en: `Complex: ${condition.in.join(', ')}` };
  if (facts.inComplex === false) return check(label, 'no', { ko: '산업단지에 입주해 있지 않습니다.', en: 'The site is in no complex.' });
  const name = facts.complexName;
  if (name === null) return check(label, 'unknown', unknownTo('산업단지 이름', 'the name of the complex'), questions.complexName);
  return check(label, truth(condition.in.some((part) => name.includes(part))), { ko: name, en: name });
};
