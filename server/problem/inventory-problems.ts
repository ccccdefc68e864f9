import { activityProblems } from './activity-problems.js';
import { emissionSourceProblems } from './emission-source-problems.js';
import type { ProblemKind, Sentence } from './problem.js';

/** What is to be written into the fields that take a number, by the key of the field: {noun} in the sentences below. */
export const numberNouns: Readonly<Record<string, Sentence>> = {
  reportingYear: { en: 'a calendar year like 2024', ko: '2024와 같은 연도를' },
  quantity: { en: 'the quantity of the bill', ko: '청구서의 사용량을' },
  value: { en: 'the value of the factor', ko: '배출계수 값을' },
  temperatureC: { en: 'the temperature of the gas in °C', ko: '가스의 온도(℃)를' },
  pressureKPa: { en: 'the absolute pressure of the gas in kPa', ko: '가스의 절대압력(kPa)을' },
  enthalpyMJPerKg: { en: 'the enthalpy in MJ/kg', ko: '엔탈피(MJ/kg)를' },
  sold: { en: 'the amount sold in the unit of the bill', ko: '판매한 양을 청구서의 단위로' },
  grossMJPerNm3: { en: 'the gross MJ/Nm3 printed on the bill', ko: '청구서에 적힌 총발열량(MJ/Nm3)을' },
};

/** The same for any other field. */
export const anyNumber: Sentence = { en: 'a number in ordinary digits', ko: '보통의 숫자를' };

/** What can be wrong with activity data, with the way out. */
export const inventoryProblems = {
  ...emissionSourceProblems,
  ...activityProblems,
  notJson: {
    status: 400,
    en: 'this is not JSON; the error is at line {line}, column {column}',
    ko: 'JSON 형식이 아닙니다. {line}행 {column}열을 확인하세요',
  },
  nestedTooDeep: {
    status: 400,
    en: 'lists and objects stand within each other more than {most} deep at line {line}, column {column}; a request needs 5 levels',
    ko: '{line}행 {column}열에서 배열과 객체가 {most}단계보다 깊이 겹쳐 있습니다. 요청에는 5단계면 충분합니다',
  },
  inputTooLarge: {
    status: 413,
    en: 'this is larger than {most} bytes; split the request, or write one request per line and use --ndjson',
    ko: '{most}바이트를 넘습니다. 요청을 나누거나 한 줄에 요청 하나씩 적어 --ndjson을 쓰세요',
  },
  tooManyActivities: {
    status: 413,
    en: 'a request takes at most {most} activities, and these are {given}; split the request, or write one request per line and use --ndjson',
    ko: '한 요청에는 활동을 {most}개까지 쓸 수 있는데 {given}개입니다. 요청을 나누거나 한 줄에 요청 하나씩 적어 --ndjson을 쓰세요',
  },
  notUtf8: {
    status: 400,
    en: 'this is not UTF-8 text; save the file as UTF-8',
    ko: 'UTF-8 텍스트가 아닙니다. 파일을 UTF-8로 저장하세요',
  },
  loneSurrogate: {
    status: 400,
    en: '"{given}" holds half of a character (a lone surrogate); write the whole character',
    ko: '"{given}"에 반쪽 문자(짝이 없는 서로게이트)가 있습니다. 온전한 문자로 쓰세요',
  },
  lineTooLong: {
    status: 413,
    en: 'this line is longer than {most} bytes; write one request per line',
    ko: '한 줄이 {most}바이트를 넘습니다. 한 줄에 요청 하나만 쓰세요',
  },
  blankLine: { status: 400, en: 'this line is blank; write one request per line', ko: '빈 줄입니다. 한 줄에 요청 하나를 쓰세요' },
  wrongType: {
    status: 400,
    en: 'this must be of the JSON type {expected}; leave an optional key out instead of writing null',
    ko: '{expectedKo} 형식이어야 합니다. 선택 항목은 null 대신 키를 빼세요',
  },
  unknownKey: {
    status: 400,
    en: 'the key "{key}" is not known here; known are {known}',
    ko: '"{key}" 키는 여기에 쓸 수 없습니다. 쓸 수 있는 키: {known}',
  },
  duplicateKey: { status: 400, en: 'the key "{key}" stands here twice; keep one', ko: '"{key}" 키가 두 번 있습니다. 하나만 남기세요' },
  missingKey: { status: 400, en: 'the key "{key}" is missing; add it', ko: '"{key}" 키가 없습니다. 추가하세요' },
  emptyText: { status: 400, en: 'this is blank; write a text', ko: '비어 있습니다. 내용을 적으세요' },
  textTooLong: { status: 400, en: 'this text is longer than {most} characters; shorten it', ko: '{most}자를 넘습니다. 줄여 쓰세요' },
  numberNotFinite: {
    status: 400,
    en: '{given} is not a finite number; write {noun}',
    ko: '{given}은(는) 유한한 수가 아닙니다. {noun} 적으세요',
  },
  numberTooLong: {
    status: 400,
    en: '{given} has more digits than can be kept: reading it would change it, or it is a whole number of more than 15 digits; write {noun} in 15 digits or fewer',
    ko: '{given}은(는) 자릿수가 너무 많습니다. 읽으면 값이 달라지거나 15자리를 넘는 정수입니다. {noun} 15자리 이하로 적으세요',
  },
  numberTooSmall: {
    status: 400,
    en: '{given} is too small to tell from zero; write {noun}',
    ko: '{given}은(는) 너무 작아 0과 구별되지 않습니다. {noun} 적으세요',
  },
  numberTooLarge: {
    status: 400,
    en: '{given} is larger than {most}; check the unit',
    ko: '{given}은(는) {most}보다 큽니다. 단위를 확인하세요',
  },
  negativeZero: {
    status: 400,
    en: '{given} is minus zero; write {noun} without the minus sign',
    ko: '{given}은(는) 음의 0입니다. 빼기 부호 없이 {noun} 적으세요',
  },
  negativeNumber: { status: 400, en: '{given} is negative; write zero or more', ko: '{given}은(는) 음수입니다. 0 이상으로 쓰세요' },
  notPositive: { status: 400, en: '{given} must be above zero', ko: '{given}은(는) 0보다 커야 합니다' },
  notAShare: {
    status: 400,
    en: '{given} is more than the whole; write a share between 0 and 1 (25 % is 0.25)',
    ko: '{given}은(는) 1보다 큽니다. 0과 1 사이의 비율로 쓰세요(25%는 0.25)',
  },
  noGwpOfGas: {
    status: 422,
    en: '{gwp} gives no global warming potential for {gas}; choose another report with "gwp"',
    ko: '{gwp}에는 {gas}의 지구온난화지수가 없습니다. "gwp"로 다른 보고서를 고르세요',
  },
  notAYear: { status: 400, en: '{given} is not a year; write four digits', ko: '{given}은(는) 연도가 아닙니다. 네 자리로 쓰세요' },
  yearInFuture: {
    status: 422,
    en: '{year} lies after the current year {currentYear}; give a year that has begun',
    ko: '{year}년은 올해({currentYear}년)보다 뒤입니다. 시작된 연도를 쓰세요',
  },
  yearBeforeSet: {
    status: 422,
    en: 'the factor set {set} begins with {first}, and {year} lies before it; use ipcc-2006 or a later year',
    ko: '배출계수 세트 {set}은(는) {first}년부터이며 {year}년 값이 없습니다. ipcc-2006을 쓰거나 이후 연도를 쓰세요',
  },
  yearAfterSet: {
    status: 422,
    en: 'the factor set {set} ends with {last}: the values for {year} have not been read yet; use kr-national',
    ko: '배출계수 세트 {set}은(는) {last}년까지이며 {year}년 값은 아직 확인하지 못했습니다. kr-national을 쓰세요',
  },
  unknownFactorSet: {
    status: 400,
    en: 'there is no factor set "{given}"; there are {known}',
    ko: '"{given}" 배출계수 세트는 없습니다. 쓸 수 있는 세트: {known}',
  },
  unknownGwp: {
    status: 400,
    en: 'there is no GWP set "{given}"; there are {known}',
    ko: '"{given}" 지구온난화지수 세트는 없습니다. 쓸 수 있는 값: {known}',
  },
  gwpNotInSet: {
    status: 422,
    en: 'the factor set {set} does not go with the GWPs of {given}; it allows {allowed}',
    ko: '배출계수 세트 {set}에는 {given} 지구온난화지수를 쓸 수 없습니다. 쓸 수 있는 값: {allowed}',
  },
  unknownSector: {
    status: 400,
    en: 'there is no sector "{given}"; there are {known}',
    ko: '"{given}" 부문은 없습니다. 쓸 수 있는 부문: {known}',
  },
  unknownCategory: {
    status: 400,
    en: 'there is no category "{given}"; there are {known}',
    ko: '"{given}" 배출 활동은 없습니다. 쓸 수 있는 활동: {known}',
  },
  unknownFuel: {
    status: 400,
    en: 'the fuel "{given}" is not known; calculate --list prints all fuels',
    ko: '"{given}" 연료는 목록에 없습니다. calculate --list로 연료 목록을 볼 수 있습니다',
  },
  unknownUnit: {
    status: 400,
    en: 'the unit "{given}" is not known; known are {known}',
    ko: '"{given}" 단위는 쓸 수 없습니다. 쓸 수 있는 단위: {known}',
  },
  unknownMode: {
    status: 400,
    en: 'there is no mode "{given}"; there are {known}',
    ko: '"{given}" 구분은 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownHeatKind: {
    status: 400,
    en: 'there is no kind of heat "{given}"; there are {known}',
    ko: '"{given}" 열 종류는 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownQuality: {
    status: 400,
    en: 'there is no data quality "{given}"; there are {known}, or leave it out',
    ko: '"{given}" 자료 품질은 없습니다. 쓸 수 있는 값: {known}. 모르면 빼세요',
  },
  unknownSupplier: {
    status: 400,
    en: 'the supplier "{given}" has no figure here; calculate --list prints all suppliers, or give `kind`',
    ko: '"{given}" 공급자의 배출계수가 없습니다. calculate --list로 목록을 보거나 kind를 쓰세요',
  },
  duplicateId: {
    status: 400,
    en: 'the id "{id}" is already that of {first}; give each activity its own',
    ko: '"{id}" id는 {first}에서 이미 썼습니다. 활동마다 다른 id를 쓰세요',
  },
  heatOriginMissing: {
    status: 400,
    en: 'purchased heat needs `supplier` or `kind` (boiler, chp, average), or a factor of its own in CO2eq',
    ko: '구매열에는 supplier 또는 kind(boiler, chp, average), 아니면 CO2eq 고유 배출계수가 필요합니다',
  },
  heatOriginTwice: {
    status: 400,
    en: 'give either `supplier` or `kind`, not both',
    ko: 'supplier와 kind 가운데 하나만 쓰세요',
  },
  badFactorUnit: {
    status: 400,
    en: '"{given}" is no unit of a factor: write kg or t, then CO2, CH4, N2O or CO2eq, then "/" and one of {known}, such as kgCO2/L',
    ko: '"{given}"은(는) 배출계수 단위가 아닙니다. kg 또는 t, 이어서 CO2·CH4·N2O·CO2eq, "/"와 {known} 가운데 하나를 쓰세요(예: kgCO2/L)',
  },
  grossValueNotOfFuel: {
    status: 422,
    en: 'grossMJPerNm3 belongs to city gas, not to {fuel}; leave it out',
    ko: 'grossMJPerNm3는 도시가스에만 씁니다({fuel} 아님). 빼 주세요',
  },
  heatContentInOtherUnit: {
    status: 422,
    en: '{given} is no heat content of {fuel} in MJ/Nm3 ({least} to {most}); it looks like {per}/Nm3, which is {inMJ} MJ/Nm3: write that, or leave it out',
    ko: '{given}은(는) {fuel}의 Nm3당 총발열량(MJ)으로 볼 수 없습니다({least}~{most}). {per}/Nm3 값이라면 {inMJ} MJ/Nm3이니 그 값을 쓰거나 빼 주세요',
  },
  heatContentImplausible: {
    status: 422,
    en: '{given} is no heat content of {fuel} in MJ/Nm3 ({least} to {most}, usually {usual}); write the gross MJ/Nm3 printed on the bill (kcal/Nm3 × 0.0041868), or leave it out',
    ko: '{given}은(는) {fuel}의 Nm3당 총발열량(MJ)으로 볼 수 없습니다({least}~{most}, 보통 {usual}). 청구서의 총발열량을 MJ/Nm3(kcal/Nm3 × 0.0041868)로 쓰거나 빼 주세요',
  },
  unitOfOtherDimension: {
    status: 422,
    en: '{unit} does not measure {what}; use a unit of its bill',
    ko: '{unit}은(는) {whatKo}의 사용량 단위가 아닙니다. 청구서의 단위를 쓰세요',
  },
  cubicMetersOfGas: {
    status: 422,
    en: 'm3 of {fuel} is not definite, because it depends on pressure and temperature; give Nm3 or MJ as on the bill, or add temperatureC and pressureKPa (absolute)',
    ko: '{fuel}의 m3는 압력과 온도에 따라 달라집니다. 청구서의 Nm3 또는 MJ로 쓰거나 temperatureC와 pressureKPa(절대압력)를 함께 쓰세요',
  },
  normalVolumeOfLiquid: {
    status: 422,
    en: 'Nm3 measures a gas, and {fuel} is a liquid; give L or kL',
    ko: 'Nm3는 기체 단위인데 {fuel}은(는) 액체입니다. L 또는 kL로 쓰세요',
  },
  noDensity: {
    status: 422,
    en: '{unit} of {fuel} cannot be turned into {per}: no plausible density with a source is known; give it in {per} or as energy, or add a factor of its own in CO2eq per {unit}',
    ko: '{fuel}의 {unit}을(를) {per}(으)로 바꿀 출처 있는 밀도가 없습니다. {per} 또는 열량 단위로 쓰거나 {unit}당 CO2eq 고유 배출계수를 함께 쓰세요',
  },
  noCalorificValue: {
    status: 422,
    en: 'no calorific value of {fuel} is known, so {unit} will not do; give its heat in MJ, GJ or TJ, or add a factor of its own in CO2eq per {unit}',
    ko: '{fuel}의 발열량을 알 수 없어 {unit}(으)로는 계산할 수 없습니다. MJ, GJ, TJ로 쓰거나 {unit}당 CO2eq 고유 배출계수를 함께 쓰세요',
  },
  noGrossValue: {
    status: 422,
    en: '{unit} of {fuel} is gross heat, and this factor set has no gross value for it; give its mass or volume, or net heat in MJ or GJ, or add a factor of its own in CO2eq per {unit}',
    ko: '{fuel}의 {unit}은(는) 총발열량 기준인데 이 배출계수 세트에 총발열량이 없습니다. 질량·부피 또는 순발열량 기준 MJ·GJ로 쓰거나 {unit}당 CO2eq 고유 배출계수를 함께 쓰세요',
  },
  toeOfElectricity: {
    status: 422,
    en: 'toe of electricity has two meanings (0.229 and 0.086 per MWh); give kWh or MWh',
    ko: '전기의 toe는 두 가지 뜻(MWh당 0.229 또는 0.086)이 있습니다. kWh 또는 MWh로 쓰세요',
  },
  noMobileRow: {
    status: 422,
    en: 'there is no CH4 and N2O factor for {fuel} in vehicles ({mode}); report it as stationaryCombustion if it is burnt in place, or give a factor in CO2eq',
    ko: '이동연소({mode})에 {fuel}의 CH4·N2O 배출계수가 없습니다. 고정 설비라면 stationaryCombustion으로, 아니면 CO2eq 배출계수를 함께 쓰세요',
  },
  electricityBeforeGrid: {
    status: 422,
    en: 'there is no grid factor for {year}: electricity can be computed from 2018; leave it out or use a later year',
    ko: '{year}년의 전력 배출계수가 없습니다. 전력은 2018년부터 계산할 수 있습니다. 전력을 빼거나 이후 연도를 쓰세요',
  },
  supplierFigureTooNew: {
    status: 422,
    en: '{supplier} publishes figures from {first} on, none for {year}; give `kind` instead',
    ko: '{supplier}의 배출계수는 {first}년부터이며 {year}년에 쓸 값이 없습니다. 대신 kind를 쓰세요',
  },
  gasFactorNeedsSplit: {
    status: 422,
    en: 'the grid value {grid} has no split by gas, so a factor of {gas} alone cannot replace part of it; give the factor in CO2eq',
    ko: '전력 배출계수 {grid}이(가) 가스별로 나뉘어 있지 않아 {gas}만 바꿀 수 없습니다. CO2eq 배출계수로 쓰세요',
  },
  factorUnitOtherDimension: {
    status: 422,
    en: 'a factor per {unit} cannot be applied to {fuel} given in {given}; give both in the same kind of unit',
    ko: '{given}(으)로 적은 {fuel}에 {unit}당 배출계수를 쓸 수 없습니다. 같은 종류의 단위로 쓰세요',
  },
} as const satisfies Record<string, ProblemKind>;
