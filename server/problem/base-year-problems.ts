import type { ProblemKind } from './problem.js';

/** What can be wrong with a base year and the changes since, with the way out. */
export const baseYearProblems = {
  unknownTrigger: {
    status: 400,
    en: 'there is no trigger "{given}"; there are {known}',
    ko: '"{given}" 재산정 사유는 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownSalesUnit: {
    status: 400,
    en: 'there is no unit of sales "{given}"; there are {known}',
    ko: '"{given}" 매출 단위는 없습니다. 쓸 수 있는 값: {known}',
  },
  baseYearNotReported: {
    status: 422,
    en: 'the base year {baseYear} is not among the years; add it',
    ko: '기준연도 {baseYear}년이 years에 없습니다. 추가하세요',
  },
  yearTwice: {
    status: 422,
    en: 'the year {id} already stands at {first}; keep one',
    ko: '{id}년이 {first}에 이미 있습니다. 하나만 남기세요',
  },
  yearNotReported: {
    status: 422,
    en: 'the year {year} is not among the years; add it there, or leave its effect out',
    ko: '{year}년이 years에 없습니다. 추가하거나 이 영향을 빼세요',
  },
  yearBeforeBaseYear: {
    status: 422,
    en: 'the year {year} lies before the base year {baseYear}; leave its effect out',
    ko: '{year}년은 기준연도({baseYear}년)보다 앞입니다. 이 영향을 빼세요',
  },
  changeBeforeBaseYear: {
    status: 422,
    en: 'a change of {year} is in the base year {baseYear} already; leave it out, or give the first year after it',
    ko: '{year}년의 변경은 기준연도({baseYear}년)에 이미 들어 있습니다. 빼거나 그 뒤 첫 연도를 쓰세요',
  },
  baseYearEffectMissing: {
    status: 422,
    en: 'what {id} does to the base year {baseYear} is missing; add it, with zeros if the operations did not exist then',
    ko: '{id}이(가) 기준연도({baseYear}년)에 미치는 영향이 없습니다. 그때 없던 시설이면 0으로 추가하세요',
  },
  effectAfterChange: {
    status: 422,
    en: 'the figure of {year} was reported with the change of {changeYear} in it; leave its effect out',
    ko: '{year}년 배출량에는 {changeYear}년의 변경이 이미 들어 있습니다. 이 영향을 빼세요',
  },
  effectAgainstTrigger: {
    status: 422,
    en: 'this goes the other way than {trigger} does; exchange `before` and `after`, or correct the trigger',
    ko: '{trigger}와(과) 반대 방향입니다. before와 after를 바꾸거나 사유를 고치세요',
  },
  growthHasNoEffects: {
    status: 422,
    en: 'organic growth changes no earlier year; leave the effects empty',
    ko: '조업 증가는 과거 연도를 바꾸지 않습니다. effects를 비우세요',
  },
} as const satisfies Record<string, ProblemKind>;
