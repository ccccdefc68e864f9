import type { ProblemKind, Sentence } from './problem.js';
import { sentenceOf } from './problem.js';

/** Why a cell of a form that was handed in as a file is not taken. {text} is what stands in it. */
export const cellProblems = {
  cellError: {
    status: 422,
    en: 'The cell holds the error {text}. Write the value itself.',
    ko: '칸에 오류 값 {text}이(가) 들어 있습니다. 값을 직접 적어 주십시오.',
  },
  formulaNotComputed: {
    status: 422,
    en: 'The formula {text} has no value saved with it. Open the file in the spreadsheet program and save it, or write the value itself.',
    ko: '수식 {text}의 계산된 값이 파일에 없습니다. 표 계산 프로그램에서 열어 저장하거나 값을 직접 적어 주십시오.',
  },
  formulaReachesOut: {
    status: 422,
    en: 'The formula of this cell asks another file, address or program, which is not followed. Write the value itself.',
    ko: '다른 파일·주소·프로그램을 부르는 수식은 따라가지 않습니다. 값을 직접 적어 주십시오.',
  },
  phoneNumeric: {
    status: 422,
    en: '"{text}" is a number here, and a spreadsheet takes the zero in front of a number away. Write it as a text with hyphens, as 031-234-5678.',
    ko: '"{text}"이(가) 숫자로 들어 있어 앞의 0이 지워졌을 수 있습니다. 031-234-5678처럼 붙임표를 넣어 적어 주십시오.',
  },
  cellTwice: {
    status: 422,
    en: 'The same field stands in {other} with another value. Keep one of the two.',
    ko: '같은 항목이 {other} 칸에도 다른 값으로 있습니다. 둘 중 하나만 남겨 주십시오.',
  },
  yesOrNo: {
    status: 422,
    en: '"{text}" is neither yes nor no. Choose one from the list.',
    ko: '"{text}"은(는) 예·아니요가 아닙니다. 목록에서 골라 주십시오.',
  },
  unitChanges: {
    status: 422,
    en: 'The unit is another one than that of the months that are there already. Fill in all of those months, or keep the unit.',
    ko: '이미 적혀 있는 달과 단위가 다릅니다. 그 달을 모두 새 단위로 적거나 단위를 그대로 두십시오.',
  },
  reportHeader: {
    status: 422,
    en: 'No line names the columns of the report: energy source, unit, quarters or year. Begin from the template.',
    ko: '에너지원, 단위, 분기나 연간이 적힌 제목 행이 없습니다. 서식 파일에 적어 주십시오.',
  },
  reportSource: {
    status: 422,
    en: 'The form does not ask about "{text}" by this name, so its line was not read. Answer it on the page of fuels.',
    ko: '"{text}"(이)라는 에너지원은 이 조사표에 없어 이 행을 읽지 않았습니다. 연료 화면에서 직접 답해 주십시오.',
  },
  reportSourceTwice: {
    status: 422,
    en: '"{text}" stands in {other} already. Add the lines up into one.',
    ko: '"{text}"은(는) {other}에 이미 있습니다. 한 행으로 합쳐 적어 주십시오.',
  },
  reportUnit: {
    status: 422,
    en: '"{text}" is no unit of this source. Write one of these: {units}.',
    ko: '"{text}"은(는) 이 에너지원의 단위가 아닙니다. 다음 중 하나로 적어 주십시오: {units}.',
  },
  reportNumber: {
    status: 422,
    en: '"{text}" is no amount. Write a number such as 1,234.5.',
    ko: '"{text}"은(는) 사용량으로 읽을 수 없습니다. 1,234.5처럼 숫자로 적어 주십시오.',
  },
  reportQuarters: {
    status: 422,
    en: 'Only {count} of four quarters are given and there is no total of the year. Write 0 for a quarter without use.',
    ko: '네 분기 가운데 {count}개만 있고 연간 합계가 없습니다. 쓰지 않은 분기에는 0을 적어 주십시오.',
  },
  reportYearDiffers: {
    status: 422,
    en: 'The quarters add up to {sum}, but the year says {year}: more than 1 % apart. Correct one of them.',
    ko: '분기의 합({sum})과 연간({year})이 1% 넘게 다릅니다. 어느 한쪽을 고쳐 주십시오.',
  },
  noQuestion: {
    status: 422,
    en: 'This form has no question "{text}", so its row was not read.',
    ko: '이 조사표에 없는 문항("{text}")이어서 이 행은 읽지 않았습니다.',
  },
  noRow: {
    status: 422,
    en: 'The table has {max} rows, so this row was not read. Put several machines of one kind into one row.',
    ko: '표는 {max}행까지여서 이 행은 읽지 않았습니다. 같은 종류는 한 행에 모아 적어 주십시오.',
  },
  rowWithoutMark: {
    status: 422,
    en: '"{text}" stands in a row whose first (hidden) column does not say which question it belongs to, so it was not read.',
    ko: '첫 열(숨김)에 문항 표시가 없는 행이어서 "{text}"을(를) 읽지 않았습니다.',
  },
  cellOutside: {
    status: 422,
    en: '"{text}" stands where this question has no field, so it was not read.',
    ko: '이 문항에 없는 칸이어서 "{text}"을(를) 읽지 않았습니다.',
  },
  sheetUnread: {
    status: 422,
    en: 'The sheet "{text}" is no part of the form and was not read.',
    ko: '"{text}" 시트는 조사표의 일부가 아니어서 읽지 않았습니다.',
  },
} satisfies Record<string, ProblemKind>;

export type CellProblemCode = keyof typeof cellProblems;

const shown = (value: string | number): string | number =>
  typeof value === 'string' && value.length > 60 ? `${Array.from(value).slice(0, 60).join('')}…` : value;

export const cellSentence = (code: CellProblemCode, values: Readonly<Record<string, string | number>>): Sentence =>
  sentenceOf(cellProblems[code], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])));
