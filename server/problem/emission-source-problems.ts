import type { ProblemKind } from './problem.js';

/** What can be wrong with processes, leaks, furnaces and waste water, with the way out. */
export const emissionSourceProblems = {
  unknownProcess: {
    status: 400,
    en: 'the process "{given}" is not known; calculate --list prints all processes',
    ko: '"{given}" 공정은 목록에 없습니다. calculate --list로 공정 목록을 볼 수 있습니다',
  },
  unitNotOfQuantity: {
    status: 422,
    en: '{unit} does not measure {what}; use one of {known}',
    ko: '{unit}은(는) {whatKo}의 단위가 아닙니다. {known} 가운데 하나를 쓰세요',
  },
  modifierNotOfProcess: {
    status: 422,
    en: '{key} does not belong to the process {process}, which knows {known}; leave it out',
    ko: '{key}은(는) {process} 공정에 쓰지 않습니다(쓸 수 있는 항목: {known}). 빼 주세요',
  },
  modifierMissing: {
    status: 422,
    en: '{process} needs {key} ({what}): no single default is printed for it, only {low} to {high}; add the value of the plant',
    ko: '{process}에는 {key}({whatKo})이(가) 필요합니다. 단일 기본값 없이 {low}~{high} 범위만 공표되어 있으니 사업장의 값을 쓰세요',
  },
  modifierOutOfBounds: {
    status: 422,
    en: '{given} is no {key}: it lies between {least} and {most}; check the unit',
    ko: '{given}은(는) {key} 값이 될 수 없습니다. {least}에서 {most} 사이로 쓰세요',
  },
  abatementNeedsBoth: {
    status: 422,
    en: 'abatement needs both destructionEfficiency and treatedShare; add the missing one',
    ko: '저감을 반영하려면 destructionEfficiency와 treatedShare가 모두 필요합니다. 빠진 것을 쓰세요',
  },
  factorRangeOnly: {
    status: 422,
    en: 'for {process} only a range is printed ({range}); add a factor of its own within it, with its source',
    ko: '{process}에는 범위({range})만 공표되어 있습니다. 그 안의 고유 배출계수를 출처와 함께 쓰세요',
  },
  factorOutsideRange: {
    status: 422,
    en: '{given} {unit} lies outside the printed range {range}; check the factor',
    ko: '{given} {unit}은(는) 공표된 범위({range})를 벗어납니다. 배출계수를 확인하세요',
  },
  factorGasNotOfProcess: {
    status: 422,
    en: '{process} emits no {gas}; give a factor of one of {known}',
    ko: '{process}에서는 {gas}이(가) 나오지 않습니다. {known} 가운데 하나의 배출계수를 쓰세요',
  },
  recoveredMoreThanMade: {
    status: 422,
    en: '{recovered} is recovered, but only {made} is made; check both quantities',
    ko: '회수량({recovered})이 발생량({made})보다 많습니다. 두 값을 확인하세요',
  },
  unknownMaterial: {
    status: 400,
    en: 'the material "{given}" is not known; calculate --list prints all materials, or use "other" with its carbonContent',
    ko: '"{given}" 물질은 목록에 없습니다. calculate --list로 목록을 보거나 "other"와 carbonContent를 쓰세요',
  },
  carbonContentMissing: {
    status: 422,
    en: '{material} has no default carbon content, because it varies too much; add carbonContent in kg C per kg (3.4 % is 0.034)',
    ko: '{materialKo}은(는) 탄소 함량이 제각각이어서 기본값이 없습니다. carbonContent(kgC/kg, 3.4%는 0.034)를 쓰세요',
  },
  carbonBalanceNegative: {
    status: 422,
    en: 'more carbon leaves ({left} t) than enters ({entered} t); check the quantities and the carbon contents',
    ko: '나온 탄소({left} t)가 들어간 탄소({entered} t)보다 많습니다. 물량과 탄소 함량을 확인하세요',
  },
  unknownFugitiveSource: {
    status: 400,
    en: 'there is no fugitive source "{given}"; there are {known}',
    ko: '"{given}" 탈루 배출원은 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownGas: {
    status: 400,
    en: 'the gas "{given}" is not known; calculate --list prints all gases and blends (hydrocarbons, ammonia and HFOs are not counted: leave them out)',
    ko: '"{given}" 가스는 목록에 없습니다. calculate --list로 가스와 혼합냉매 목록을 볼 수 있습니다(탄화수소, 암모니아, HFO는 산정 대상이 아니니 빼 주세요)',
  },
  gasNotOfSource: {
    status: 422,
    en: '{gas} does not go with {source}; choose another source, or otherRelease',
    ko: '{gas}은(는) {source}에 쓰지 않는 가스입니다. 다른 배출원이나 otherRelease를 쓰세요',
  },
  unknownMethod: {
    status: 400,
    en: 'there is no method "{given}"; there are {known}',
    ko: '"{given}" 산정 방법은 없습니다. 쓸 수 있는 방법: {known}',
  },
  methodNotOfSource: {
    status: 422,
    en: '{source} cannot be told by {method}; use {known}',
    ko: '{source}에는 {method} 방법을 쓸 수 없습니다. 쓸 수 있는 방법: {known}',
  },
  keyNotOfMethod: {
    status: 422,
    en: '{key} does not belong to the method {method}, which takes {known}; leave it out or choose another method',
    ko: '{key}은(는) {method} 방법에 쓰지 않습니다(쓸 수 있는 항목: {known}). 빼거나 다른 방법을 고르세요',
  },
  keyNotOfGas: {
    status: 422,
    en: '{key} belongs to argon with CO2 alone, not to {gas}; leave it out',
    ko: '{key}은(는) 아르곤·CO2 혼합가스에만 씁니다({gas} 아님). 빼 주세요',
  },
  unknownEquipment: {
    status: 400,
    en: 'there is no kind of equipment "{given}"; calculate --list prints all of them, or give annualRate',
    ko: '"{given}" 설비 종류는 없습니다. calculate --list로 목록을 보거나 annualRate를 쓰세요',
  },
  equipmentNotOfSource: {
    status: 422,
    en: '{equipment} does not belong to {source}; use one of {known}, or give annualRate',
    ko: '{equipment}은(는) {source}의 설비가 아닙니다. {known} 가운데 하나를 쓰거나 annualRate를 쓰세요',
  },
  rateOrEquipmentMissing: {
    status: 422,
    en: 'leakRate needs to know how much leaks in a year; add equipment (calculate --list prints all kinds) or annualRate as a share between 0 and 1',
    ko: 'leakRate에는 연간 누출률이 필요합니다. equipment(calculate --list로 목록 확인)를 쓰거나 annualRate를 0과 1 사이의 비율로 쓰세요',
  },
  rateMissing: {
    status: 422,
    en: 'no {key} is known for the equipment ({equipment}); add {key} as a share between 0 and 1, or choose a kind of equipment that has one',
    ko: '이 설비({equipment})의 {key} 값이 없습니다. {key}을(를) 0과 1 사이의 비율로 쓰거나 값이 있는 설비 종류를 고르세요',
  },
  recoveredMoreThanBought: {
    status: 422,
    en: '{recovered} {unit} is recovered of {quantity} {unit}; check both, or use massBalance',
    ko: '회수량({recovered} {unit})이 보충량({quantity} {unit})보다 많습니다. 두 값을 확인하거나 massBalance를 쓰세요',
  },
  massBalanceNegative: {
    status: 422,
    en: 'the balance comes to {result} {unit}: more gas is there than came in; check stocks, purchases, sales and capacities',
    ko: '물질수지가 {result} {unit}(으)로 음수입니다. 재고·구입·판매·충전 용량을 확인하세요',
  },
  unknownMeasure: {
    status: 400,
    en: 'there is no measure "{given}"; there are {known}',
    ko: '"{given}" 지표는 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownTreatment: {
    status: 400,
    en: 'there is no treatment "{given}"; there are {known}',
    ko: '"{given}" 처리 방식은 없습니다. 쓸 수 있는 값: {known}',
  },
  concentrationOfMass: {
    status: 422,
    en: 'the quantity is a mass ({unit}) already, so a concentration does not belong to it; leave one out',
    ko: '사용량이 이미 질량({unit})이어서 농도를 함께 쓸 수 없습니다. 하나만 쓰세요',
  },
  sludgeMoreThanLoad: {
    status: 422,
    en: '{sludge} kg of load leaves as sludge, but only {load} kg came in; check both',
    ko: '슬러지로 제거된 부하({sludge} kg)가 유입 부하({load} kg)보다 많습니다. 두 값을 확인하세요',
  },
  limitsWithoutQuantity: {
    status: 422,
    en: 'a balance has no single quantity that limits could be of; give percent, which is then that of its result',
    ko: '물질수지·탄소수지에는 상한과 하한을 둘 사용량이 하나로 정해지지 않습니다. 결과에 대한 percent로 쓰세요',
  },
  unknownGwpAlternative: {
    status: 400,
    en: 'there is no alternative "{given}"; there are {known}',
    ko: '"{given}" 대체 지구온난화지수는 없습니다. 쓸 수 있는 값: {known}',
  },
  gwpAlternativeOfOtherReport: {
    status: 422,
    en: '{id} belongs to {set}, and the request uses {gwp}; leave it out or choose {set}',
    ko: '{id}은(는) {set}의 값인데 이 요청은 {gwp}을(를) 씁니다. 빼거나 {set}을(를) 고르세요',
  },
  gwpAlternativeTwice: {
    status: 422,
    en: '{gas} has an alternative already at {first}; keep one',
    ko: '{gas}의 대체 값이 {first}에 이미 있습니다. 하나만 남기세요',
  },
} as const satisfies Record<string, ProblemKind>;
