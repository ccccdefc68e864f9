import { amount } from './amounts-in-words.js';
import type { Condition, ConditionOn, NumericFact } from './condition.js';
import type { Facts } from './facts.js';
import { within } from './industry-code.js';
import type { Check, Text, ThreeValued } from './plan.js';
import type { PlannerData, Region } from './planner-data.js';
import { sizeNames } from './size-class.js';
import { anyOf } from './three-valued.js';

/** Survey questions that settle a fact. */
const questions = {
  industry: 'industry-code',
  region: 'region',
  inComplex: 'in-complex',
  complexName: 'complex',
  averageSales: 'sales',
  workers: 'workers-regular',
  equipment: 'main-equipment',
} as const;

type Names = Pick<PlannerData, 'industries' | 'regions' | 'programs' | 'measures'>;

const check = (label: Text, outcome: ThreeValued, reason: Text, question?: string): Check =>
  question === undefined || outcome !== 'unknown' ? { label, outcome, reason } : { label, outcome, reason, question };

const truth = (value: boolean): ThreeValued => (value ? 'yes' : 'no');

const unknownTo = (ko: string, en: string): Text => ({
  ko: `${ko} 응답이 없어 판단할 수 없습니다.`,
  en: `Cannot tell: ${en} was not answered.`,
});

const listed = (texts: readonly Text[]): Text => ({
  ko: texts.map((text) => text.ko).join('·'),
  en: texts.map((text) => text.en).join(', '),
});

const industryName = (code: string, names: Names): Text => {
  const industry = names.industries.find((entry) => entry.code === code);
  return industry === undefined ? { ko: code, en: code } : { ko: `${industry.ko}(${code})`, en: `${industry.en ?? industry.ko} (${code})` };
};

const checkSize = (condition: ConditionOn<'size'>, facts: Facts): Check => {
  const inside = facts.size.possible.filter((size) => condition.in.includes(size)).length;
  const outcome: ThreeValued = inside === 0 ? 'no' : inside === facts.size.possible.length ? 'yes' : 'unknown';
  const label = listed(condition.in.map((size) => sizeNames[size]));
  const question = facts.industry === null ? questions.industry : questions.averageSales;
  const reason =
    outcome === 'yes' && inside === 5
      ? { ko: '모든 기업규모가 대상입니다.', en: 'Enterprises of every size are included.' }
      : facts.size.reason;
  return check({ ko: `기업규모: ${label.ko}`, en: `Size: ${label.en}` }, outcome, reason, question);
};

const checkIndustry = (condition: ConditionOn<'industry'>, facts: Facts, names: Names): Check => {
  const list = listed(condition.in.map((code) => industryName(code, names)));
  const label: Text = { ko: `업종: ${list.ko}`, en: `Industry: ${list.en}` };
  const code = facts.industry;
  if (code === null) return check(label, 'unknown', unknownTo('업종코드', 'the industry code'), questions.industry);
  const reason: Text = { ko: `업종코드 ${code}`, en: `Industry code ${code}` };
  if (within(code, condition.in)) return check(label, 'yes', reason);
  if (condition.in.some((entry) => entry.startsWith(code))) {
    return check(
      label,
      'unknown',
      {
        ko: `업종코드 ${code}는 너무 넓습니다. 더 자세한 코드가 필요합니다.`,
        en: `The code ${code} is too broad; a longer one is needed.`,
      },
      questions.industry,
    );
  }
  if (condition.listComplete === false) {
    return check(label, 'unknown', {
      ko: `대상 업종의 전체 목록을 확인하지 못했습니다(업종코드 ${code}). 공고를 확인해 주세요.`,
      en: `The full list of industries was not found (code ${code}). Check the call.`,
    });
  }
  return check(label, 'no', reason);
};

const checkRoot = (facts: Facts, names: Names): Check => {
  const label: Text = { ko: '뿌리기술(14개)을 쓰는 업종', en: 'One of the fourteen root technologies' };
  const code = facts.industry;
  if (code === null) return check(label, 'unknown', unknownTo('업종코드', 'the industry code'), questions.industry);
  const technology = names.programs.rootTechnologies.find((entry) => within(code, entry.industries));
  if (technology !== undefined) {
    return check(label, 'yes', {
      ko: `업종코드 ${code}의 이름이 뿌리기술 '${technology.name.ko}'에 해당합니다. 뿌리기업 확인서로 확정됩니다.`,
      en: `The industry ${code} bears the name of the root technology "${technology.name.en}". The root-industry certificate decides.`,
    });
  }
  const manufacturing = code.startsWith('C');
  return manufacturing
    ? check(label, 'unknown', {
        ko: `업종코드 ${code}만으로는 뿌리기술 사용 여부를 알 수 없습니다.`,
        en: `The code ${code} alone does not tell whether a root technology is used.`,
      })
    : check(label, 'no', {
        ko: `업종코드 ${code}는 뿌리기술 업종이 아닙니다.`,
        en: `The industry ${code} is not one of root technologies.`,
      });
};

const regionOutcome = (region: Region, condition: ConditionOn<'region'>): ThreeValued => {
  if (condition.in.includes(region.code)) return 'yes';
  const merged = region.replaces.filter((code) => condition.in.includes(code)).length;
  if (merged > 0) return merged === region.replaces.length ? 'yes' : 'unknown';
  return condition.listComplete === false ? 'unknown' : 'no';
};

const checkRegion = (condition: ConditionOn<'region'>, facts: Facts, names: Names): Check => {
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

const checkComplex = (condition: ConditionOn<'complex'>, facts: Facts): Check => {
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

const checkComplexName = (condition: ConditionOn<'complexName'>, facts: Facts): Check => {
  const label: Text = { ko: `산업단지: ${condition.in.join('·')}`, en: `Complex: ${condition.in.join(', ')}` };
  if (facts.inComplex === false) return check(label, 'no', { ko: '산업단지에 입주해 있지 않습니다.', en: 'The site is in no complex.' });
  const name = facts.complexName;
  if (name === null) return check(label, 'unknown', unknownTo('산업단지 이름', 'the name of the complex'), questions.complexName);
  return check(label, truth(condition.in.some((part) => name.includes(part))), { ko: name, en: name });
};

const checkEquipment = (condition: ConditionOn<'equipment'>, facts: Facts, names: Names): Check => {
  const list = listed(names.measures.equipment.filter((kind) => condition.in.includes(kind.id)).map((kind) => kind.name));
  const label: Text = { ko: `설비: ${list.ko}`, en: `Equipment: ${list.en}` };
  return condition.in.some((kind) => facts.equipmentKinds.includes(kind))
    ? check(label, 'yes', { ko: '주요 설비에 있습니다.', en: 'Named among the main equipment.' })
    : check(label, 'unknown', { ko: '주요 설비에 적혀 있지 않습니다.', en: 'Not named among the main equipment.' }, questions.equipment);
};

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

const checkNumber = (condition: ConditionOn<NumericFact>, facts: Facts): Check => {
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
      { ko: `${name.ko}을(를) 알 수 없어 판단할 수 없습니다.`, en: `Cannot tell: ${name.en.toLowerCase()} is not known.` },
      question,
    );
  const outcome = truth((from === undefined || value >= from) && (below === undefined || value < below));
  return check(label, outcome, { ko: `${name.ko} ${amount(value / per)}${unit.ko}`, en: `${name.en}: ${amount(value / per)}${unit.en}` });
};

/** Holds one condition against the facts. What is not known never comes out as yes or no. */
export const checkCondition = (condition: Condition, facts: Facts, names: Names): Check => {
  if ('anyOf' in condition) {
    const checks = condition.anyOf.map((part) => checkCondition(part, facts, names));
    const outcome = anyOf(checks.map((part) => part.outcome));
    const told = outcome === 'yes' ? checks.filter((part) => part.outcome === 'yes') : checks;
    const join = (pick: (part: Check) => Text, ko: string, en: string, from: readonly Check[]): Text => ({
      ko: from.map((part) => pick(part).ko).join(ko),
      en: from.map((part) => pick(part).en).join(en),
    });
    return check(
      join((part) => part.label, ' 또는 ', ' or ', checks),
      outcome,
      join((part) => part.reason, ' ', ' ', told),
      checks.find((part) => part.question)?.question,
    );
  }
  switch (condition.fact) {
    case 'size':
      return checkSize(condition, facts);
    case 'industry':
      return checkIndustry(condition, facts, names);
    case 'rootIndustry':
      return checkRoot(facts, names);
    case 'region':
      return checkRegion(condition, facts, names);
    case 'complex':
      return checkComplex(condition, facts);
    case 'complexName':
      return checkComplexName(condition, facts);
    case 'equipment':
      return checkEquipment(condition, facts, names);
    case 'notAsked':
      return check(condition.label, 'unknown', {
        ko: '조사에서 묻지 않는 항목입니다. 직접 확인해 주세요.',
        en: 'The survey does not ask this. Please confirm it.',
      });
    default:
      return checkNumber(condition, facts);
  }
};
