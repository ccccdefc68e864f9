import type { ProblemKind } from './problem.js';

/** What can be wrong with the establishment of a plan, with the way out. */
export const plannerProblems = {
  establishmentMissing: {
    status: 400,
    en: 'the establishment is missing; add "establishment": { "name": "…" }',
    ko: '사업장 정보가 없습니다. "establishment": { "name": "…" }을 추가하세요',
  },
  establishmentNotObject: {
    status: 400,
    en: 'this must be an object with the keys {known}',
    ko: '{known} 키를 가진 객체여야 합니다',
  },
  establishmentUnknownKey: {
    status: 400,
    en: 'the key "{key}" is not known here; known are {known}',
    ko: '"{key}" 키는 여기에 쓸 수 없습니다. 쓸 수 있는 키: {known}',
  },
  establishmentName: {
    status: 400,
    en: 'the name must be a text of 1 to {most} characters on one line',
    ko: '사업장 이름은 한 줄로 1~{most}자의 글이어야 합니다',
  },
  notAText: {
    status: 400,
    en: 'this must be a text of at most {most} characters, or null when it is not known',
    ko: '{most}자 이내의 글이어야 합니다. 모르면 null로 두세요',
  },
  unknownIndustryCode: {
    status: 422,
    en: '"{given}" is not a code of the Korean Standard Industrial Classification; give two to five digits, such as C24 or 24311',
    ko: '"{given}"은(는) 한국표준산업분류 코드가 아닙니다. C24, 24311처럼 두 자리에서 다섯 자리로 적으세요',
  },
  unknownRegion: {
    status: 422,
    en: '"{given}" is not a region; give a name or a code of {known}',
    ko: '"{given}"은(는) 시도가 아닙니다. 이름이나 코드로 적으세요: {known}',
  },
  notAWholeNumber: {
    status: 400,
    en: 'this must be a whole number from {least} to {most}, or null when it is not known',
    ko: '{least}에서 {most} 사이의 정수여야 합니다. 모르면 null로 두세요',
  },
  notANumber: {
    status: 400,
    en: 'this must be a number from {least} to {most}, or null when it is not known',
    ko: '{least}에서 {most} 사이의 수여야 합니다. 모르면 null로 두세요',
  },
  notAComplex: {
    status: 400,
    en: 'this must be the name of an industrial complex, true (in one), false (in none) or null (not known)',
    ko: '산업단지 이름, true(입주), false(미입주), null(모름) 가운데 하나여야 합니다',
  },
  equipmentNotAList: {
    status: 400,
    en: 'this must be a list of at most {most} rows, each with kind, size, sizeUnit and hoursPerYear',
    ko: 'kind, size, sizeUnit, hoursPerYear를 가진 행 {most}개 이내의 목록이어야 합니다',
  },
  unknownEquipmentKind: {
    status: 422,
    en: '"{given}" is not a kind of equipment; known are {known}',
    ko: '"{given}"은(는) 알 수 없는 설비입니다. 쓸 수 있는 값: {known}',
  },
  unknownSizeUnit: {
    status: 422,
    en: '"{given}" is not a size unit of {kind}; known are {known}',
    ko: '"{given}"은(는) {kind}의 용량 단위가 아닙니다. 쓸 수 있는 값: {known}',
  },
} satisfies Record<string, ProblemKind>;
