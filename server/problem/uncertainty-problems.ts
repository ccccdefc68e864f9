import type { ProblemKind } from './problem.js';

/** What can be wrong with a statement of uncertainty, with the way out. */
export const uncertaintyProblems = {
  unknownDistribution: {
    status: 400,
    en: 'there is no distribution "{given}"; there are {known}',
    ko: '"{given}" 분포는 없습니다. 쓸 수 있는 값: {known}',
  },
  uncertaintyFormMixed: {
    status: 400,
    en: 'give either `percent` alone, or both `lower` and `upper`',
    ko: 'percent만 쓰거나 lower와 upper를 함께 쓰세요',
  },
  percentBelowZero: {
    status: 422,
    en: 'more than ±100 % of this distribution reaches below zero; use lognormal, or give `lower` and `upper`',
    ko: '이 분포로 ±100 %를 넘으면 0보다 작은 값이 나옵니다. lognormal을 쓰거나 lower와 upper를 쓰세요',
  },
  limitsBesideValue: {
    status: 422,
    en: 'the value {value} must lie between `lower` and `upper`, and the two must differ',
    ko: '값 {value}이(가) lower와 upper 사이에 있어야 하고 두 한계는 서로 달라야 합니다',
  },
  limitsOfZero: {
    status: 422,
    en: 'zero has no limits around it; leave `uncertainty` out, or give the quantity that is likely',
    ko: '0에는 상·하한을 쓸 수 없습니다. uncertainty를 빼거나 있을 법한 사용량을 쓰세요',
  },
  lognormalFromZero: {
    status: 422,
    en: 'a lognormal distribution has a lower limit above zero; give one, or use triangular',
    ko: 'lognormal 분포의 하한은 0보다 커야 합니다. 하한을 쓰거나 triangular를 쓰세요',
  },
  normalUneven: {
    status: 422,
    en: 'the limits of a normal distribution lie equally far from the value {value}; use lognormal or triangular',
    ko: 'normal 분포의 상·하한은 값 {value}에서 같은 거리여야 합니다. lognormal이나 triangular를 쓰세요',
  },
} as const satisfies Record<string, ProblemKind>;
