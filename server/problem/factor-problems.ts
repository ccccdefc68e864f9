import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** What can be wrong when other emission factors than today's are asked for, or their effect. */
export const factorProblems = {
  asOfUnknown: {
    status: 404,
    en: 'no emission factors "{given}" are known; --as-of list shows those that are, --site adds those a site recorded',
    ko: '"{given}" 배출계수를 찾을 수 없습니다. --as-of list로 목록을 볼 수 있고, --site를 붙이면 사이트에 기록된 배출계수도 찾습니다',
  },
  asOfTooShort: {
    status: 400,
    en: '"{given}" is no version (YYYY-MM-DD) and too short for a hash; give 8 of its characters or more',
    ko: '"{given}"은(는) 버전(YYYY-MM-DD)도 아니고 해시로 보기에는 짧습니다. 해시를 8자 이상 쓰십시오',
  },
  asOfAmbiguous: {
    status: 400,
    en: '"{given}" means more than one: {known}; give more of the hash',
    ko: '"{given}"에 해당하는 배출계수가 여럿입니다: {known}. 해시를 더 길게 쓰십시오',
  },
  otherCalculation: {
    status: 409,
    en: 'the emission factors {given} were used with version {before} of the calculation, and this program has version {today}, which can come to other values; use the program of that time',
    ko: '{given} 배출계수는 계산식 버전 {before}에서 쓰던 것인데 이 프로그램은 버전 {today}이라 값이 달라질 수 있습니다. 당시의 프로그램을 쓰십시오',
  },
  releaseThere: {
    status: 409,
    en: 'the version {version} has been released and never changes; set a later day in `released` of factor-sets.yaml',
    ko: '{version} 버전은 이미 공개되어 바꿀 수 없습니다. factor-sets.yaml의 released에 더 뒤의 날짜를 적으십시오',
  },
  againstUnknown: {
    status: 404,
    en: '"{given}" is neither a release nor a folder with an emission-factors package',
    ko: '"{given}"은(는) 공개된 버전도, 배출계수 자료가 있는 폴더도 아닙니다',
  },
  noRelease: {
    status: 404,
    en: 'there is no release to compare with; name a folder with --against DIR',
    ko: '비교할 공개 버전이 없습니다. --against 폴더를 쓰십시오',
  },
} as const satisfies Record<string, ProblemKind>;

export const factorProblem = (
  code: keyof typeof factorProblems,
  values: Readonly<Record<string, string | number>> = {},
  field = '',
): Problem => new Problem(code, factorProblems[code].status, sentenceOf(factorProblems[code], values), field);
