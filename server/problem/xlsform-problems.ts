import type { ProblemKind, Sentence } from './problem.js';
import { sentenceOf } from './problem.js';

/** What of an XLSForm is not taken over, or not as it stands there. {text} is what stands in the cell. */
export const xlsFormProblems = {
  sheetAbsent: { status: 422, en: 'There is no sheet "{text}" with a header.', ko: '제목 행이 있는 "{text}" 시트가 없습니다.' },
  sheetOutside: { status: 422, en: 'The sheet "{text}" is not read.', ko: '"{text}" 시트는 읽지 않습니다.' },
  columnOutside: {
    status: 422,
    en: 'The column "{column}" is not read; here it says "{text}".',
    ko: '"{column}" 열은 읽지 않습니다. 이 칸의 내용: "{text}"',
  },
  typeOutside: { status: 422, en: 'The type "{text}" is not taken over.', ko: '"{text}" 유형은 가져올 수 없습니다.' },
  appearanceOutside: { status: 422, en: 'The appearance "{text}" is not taken over.', ko: '표시 방식 "{text}"은(는) 가져올 수 없습니다.' },
  nameAbsent: { status: 422, en: 'The row has no name.', ko: '이름이 없는 행입니다.' },
  nameTwice: { status: 422, en: 'The name "{text}" stands twice.', ko: '이름 "{text}"이(가) 두 번 있습니다.' },
  labelAbsent: { status: 422, en: 'There is no label.', ko: '레이블이 없습니다.' },
  listAbsent: {
    status: 422,
    en: 'The sheet choices has no list "{text}" with two choices or more.',
    ko: 'choices 시트에 보기가 둘 이상인 "{text}" 목록이 없습니다.',
  },
  relevanceOutside: {
    status: 422,
    en: 'The condition is not taken over: {reason}. It says "{text}".',
    ko: '조건 "{text}"을(를) 옮길 수 없습니다({reason}).',
  },
  constraintOutside: { status: 422, en: 'The constraint "{text}" is not taken over.', ko: '제약 "{text}"은(는) 가져올 수 없습니다.' },
  requiredOutside: {
    status: 422,
    en: 'Required is yes or nothing; "{text}" is not taken over.',
    ko: 'required는 yes이거나 비어 있어야 합니다. "{text}"은(는) 가져올 수 없습니다.',
  },
  ownWordsDamaged: {
    status: 422,
    en: 'The column onsil does not hold JSON of ours: "{text}".',
    ko: 'onsil 열의 내용을 읽을 수 없습니다: "{text}"',
  },
  groupOpen: { status: 422, en: 'The group or repeat "{text}" has no end.', ko: '"{text}" 그룹이 닫히지 않았습니다.' },
  groupClosed: { status: 422, en: 'There is no group or repeat to end here.', ko: '닫을 그룹이 없습니다.' },
  inRepeat: {
    status: 422,
    en: '"{text}" cannot stand in a repeat: columns have no conditions and no groups of their own.',
    ko: '반복 그룹 안에는 "{text}"을(를) 둘 수 없습니다. 열에는 조건이나 그룹을 둘 수 없습니다.',
  },
  partDiffers: {
    status: 422,
    en: '"{text}" differs from what the column onsil of its question says; change it there.',
    ko: '"{text}"이(가) 문항의 onsil 열과 다릅니다. onsil 열을 고쳐 주십시오.',
  },
  renamed: { status: 422, en: '"{text}" is called {name} here.', ko: '"{text}"의 이름을 {name}(으)로 바꾸었습니다.' },
  oneLanguage: {
    status: 422,
    en: 'The text is in one language; it stands for both until it is translated: "{text}".',
    ko: '한 언어로만 적혀 있어 번역할 때까지 두 언어에 같이 씁니다: "{text}"',
  },
  lengthAssumed: {
    status: 422,
    en: 'No greatest length is given; {length} characters are taken.',
    ko: '최대 길이가 없어 {length}자로 정했습니다.',
  },
  flattened: {
    status: 422,
    en: 'The group "{text}" is taken apart: its condition goes to each of its questions.',
    ko: '"{text}" 그룹을 풀고 조건을 문항마다 옮겼습니다.',
  },
} satisfies Record<string, ProblemKind>;

export type XlsFormProblemCode = keyof typeof xlsFormProblems;

const shown = (value: string | number): string | number =>
  typeof value === 'string' && value.length > 120 ? `${Array.from(value).slice(0, 120).join('')}…` : value;

export const xlsFormSentence = (code: XlsFormProblemCode, values: Readonly<Record<string, string | number>>): Sentence =>
  sentenceOf(xlsFormProblems[code], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])));
