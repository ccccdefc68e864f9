import type { ProblemKind } from './problem.js';

/** What can be wrong with a group that is to be consolidated, with the way out. */
export const consolidationProblems = {
  tooManyEntries: {
    status: 413,
    en: 'this list takes at most {most} entries, and these are {given}; add up those of the same kind, or split the group',
    ko: '이 목록에는 {most}개까지 쓸 수 있는데 {given}개입니다. 같은 종류끼리 합치거나 그룹을 나누세요',
  },
  sharedNotDivisible: {
    status: 422,
    en: 'a bill of {category} is not its quantity times a factor, so it cannot be divided by a rule; give each site its own part',
    ko: '{category} 활동은 사용량에 계수를 곱한 것이 아니어서 기준에 따라 나눌 수 없습니다. 사업장마다 몫을 따로 쓰세요',
  },
  notADay: {
    status: 400,
    en: '"{given}" is no day of the calendar; write it like 2024-07-01',
    ko: '"{given}"은(는) 날짜가 아닙니다. 2024-07-01과 같이 쓰세요',
  },
  notAPercentage: {
    status: 400,
    en: '{given} is more than 100 percent; write 0 to 100',
    ko: '{given}은(는) 100 %를 넘습니다. 0~100으로 쓰세요',
  },
  unknownApproach: {
    status: 400,
    en: 'there is no approach "{given}"; there are {known}',
    ko: '"{given}" 연결 기준은 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownFinancialControl: {
    status: 400,
    en: 'there is no financial control "{given}"; there are {known}',
    ko: '"{given}" 재무통제 구분은 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownAllocationRule: {
    status: 400,
    en: 'there is no rule "{given}" to divide a bill by; there are {known}',
    ko: '"{given}" 배분 기준은 없습니다. 쓸 수 있는 값: {known}',
  },
  listEmpty: { status: 400, en: 'this list is empty; add at least one entry', ko: '목록이 비어 있습니다. 하나 이상 넣으세요' },
  idTwice: {
    status: 400,
    en: 'the id "{id}" is already that of {first}; give each its own',
    ko: '"{id}" id는 {first}에서 이미 썼습니다. 서로 다른 id를 쓰세요',
  },
  notOneReportingOrganization: {
    status: 422,
    en: 'exactly one organization has no parent, the one that reports; here {count} have none',
    ko: 'parent가 없는 조직은 보고하는 조직 하나뿐이어야 하는데 {count}개입니다',
  },
  organizationUnknown: {
    status: 422,
    en: 'there is no organization "{given}" in the list; add it or correct the id',
    ko: '"{given}" 조직이 목록에 없습니다. 추가하거나 id를 고치세요',
  },
  establishmentUnlisted: {
    status: 422,
    en: 'there is no establishment "{given}" in the list; add it or correct the id',
    ko: '"{given}" 사업장이 목록에 없습니다. 추가하거나 id를 고치세요',
  },
  circleOfParents: {
    status: 422,
    en: '"{id}" stands above itself; correct the parent',
    ko: '"{id}"이(가) 자기 자신의 상위로 이어집니다. parent를 고치세요',
  },
  parentUnknown: {
    status: 422,
    en: 'there is no activity and no meter "{given}" in this establishment; correct the parent',
    ko: '이 사업장에 "{given}" 활동이나 계량기가 없습니다. parent를 고치세요',
  },
  activityUnlisted: {
    status: 422,
    en: 'the establishment {establishment} has no activity "{given}"; correct the id',
    ko: '{establishment} 사업장에 "{given}" 활동이 없습니다. id를 고치세요',
  },
  periodBackward: {
    status: 422,
    en: 'this ends on {to}, before it begins on {from}; correct the days',
    ko: '시작일({from})보다 종료일({to})이 앞섭니다. 날짜를 고치세요',
  },
  outsideParentPeriod: {
    status: 422,
    en: 'the meter runs on days on which the meter "{parent}" above it does not; correct the days',
    ko: '상위 계량기 "{parent}"이(가) 쓰이지 않은 기간이 들어 있습니다. 날짜를 고치세요',
  },
  unitBesideParent: {
    status: 422,
    en: '{unit} cannot be compared with the {parentUnit} of "{parent}"; use a unit of the same kind',
    ko: '{unit}은(는) "{parent}"의 {parentUnit}와(과) 비교할 수 없습니다. 같은 종류의 단위를 쓰세요',
  },
  transferToItself: {
    status: 422,
    en: 'seller and buyer are the same establishment; leave the transfer out',
    ko: '판매자와 구매자가 같은 사업장입니다. 거래를 빼세요',
  },
  transferOfOtherActivity: {
    status: 422,
    en: '"{given}" is {category}; only purchased electricity and purchased heat can be netted',
    ko: '"{given}"은(는) {category}입니다. 구매전력과 구매열만 상계할 수 있습니다',
  },
  establishmentNamedTwice: {
    status: 422,
    en: 'the establishment "{given}" stands here twice; add the values up',
    ko: '"{given}" 사업장이 두 번 있습니다. 값을 합치세요',
  },
  sharesOfNothing: {
    status: 422,
    en: 'all values are zero, so the bill cannot be divided; give at least one above zero',
    ko: '값이 모두 0이어서 나눌 수 없습니다. 0보다 큰 값을 하나 이상 쓰세요',
  },
} as const satisfies Record<string, ProblemKind>;
