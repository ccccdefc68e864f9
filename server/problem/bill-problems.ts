import { Problem, type ProblemKind, type Sentence, sentenceOf } from './problem.js';

/** Why a file of bills is not read, what of it is not, and what there is to know of what it puts into the form. */
export const billProblems = {
  billsAbsent: {
    status: 422,
    en: 'The file has no row of titles with a month and a quantity or an amount. Choose the file of bills that the supplier offers for download.',
    ko: '월과 사용량(또는 금액)을 나타내는 제목 행이 없습니다. 공급자 누리집에서 내려받은 고지서 내역 파일을 골라 주십시오.',
  },
  billsLost: {
    status: 422,
    en: 'What the file said arrived damaged, so nothing was saved. Choose the file again.',
    ko: '파일의 내용이 온전하게 도착하지 않아 아무것도 저장하지 않았습니다. 파일을 다시 골라 주십시오.',
  },
  billsMany: {
    status: 422,
    en: 'The file has more than {limit} filled cells. Download the bills of one year.',
    ko: '내용이 든 칸이 {limit}개를 넘습니다. 한 해의 고지서만 내려받아 주십시오.',
  },
  billQuestion: {
    status: 422,
    en: 'Choose what the bills are for.',
    ko: '어느 문항의 고지서인지 골라 주십시오.',
  },
  monthYear: {
    status: 422,
    en: '"{text}" does not say which year it is. Write 2025-01.',
    ko: '"{text}"은(는) 어느 해인지 알 수 없습니다. 2025-01처럼 적어 주십시오.',
  },
  monthDay: {
    status: 422,
    en: '"{text}" is a day; a month is needed, as 2025-01.',
    ko: '"{text}"은(는) 날짜입니다. 2025-01처럼 연월이 필요합니다.',
  },
  monthPeriod: {
    status: 422,
    en: '"{text}" is a period; which month it counts for cannot be told. Write 2025-01.',
    ko: '"{text}"은(는) 기간이어서 어느 달로 볼지 알 수 없습니다. 2025-01처럼 적어 주십시오.',
  },
  notMonth: { status: 422, en: '"{text}" stands in a row without a month.', ko: '월이 없는 행입니다("{text}").' },
  billNumber: {
    status: 422,
    en: '"{text}" is not read as a number; its bill is left out.',
    ko: '"{text}"을(를) 숫자로 읽을 수 없어 이 고지서를 뺐습니다.',
  },
  billTotal: { status: 422, en: 'The row "{text}" adds up others and is left out.', ko: '"{text}" 행은 다른 행의 합이므로 넣지 않습니다.' },
  billSame: {
    status: 422,
    en: '{text} stands in {other} already with the same values; it counts once.',
    ko: '{text}이(가) {other}에 같은 값으로 있어 한 번만 셉니다.',
  },
  billDiffers: {
    status: 422,
    en: '{text} stands in {other} already with other values; neither is taken.',
    ko: '{text}이(가) {other}에 다른 값으로도 있어 둘 다 넣지 않습니다.',
  },
  otherYears: {
    status: 422,
    en: 'Bills of other years than {year} are not put in: {months}.',
    ko: '{year}년이 아닌 고지서는 넣지 않습니다: {months}.',
  },
  missingMonths: { status: 422, en: 'There is no bill for these months: {months}.', ko: '고지서가 없는 달: {months}월.' },
  missingOfCustomer: {
    status: 422,
    en: 'Month {month} is left out: there is no bill of {customers} for it.',
    ko: '{month}월은 {customers}의 고지서가 없어 넣지 않습니다.',
  },
  chooseCustomer: {
    status: 422,
    en: 'The file holds several customer numbers ({customers}). Choose one of them, or say that they are added up.',
    ko: '고객번호가 여럿입니다({customers}). 하나를 고르거나 모두 더한다고 정해 주십시오.',
  },
  costPartly: {
    status: 422,
    en: 'The cost of the year is not put in: only {months} of twelve months have an amount that is asked for.',
    ko: '열두 달 가운데 {months}개월만 금액을 알 수 있어 연간 요금은 넣지 않습니다.',
  },
  costVat: {
    status: 422,
    en: 'The cost of the year is not put in: the form asks for it without value added tax, and the amounts here have it or may have it. Nothing is taken off by a rule of thumb.',
    ko: '연간 요금은 부가가치세를 뺀 금액을 묻는데 여기 금액은 부가가치세를 포함하거나 포함하는지 알 수 없어 넣지 않습니다. 어림으로 빼지 않습니다.',
  },
  costAbsent: {
    status: 422,
    en: 'There is no column of amounts, so the cost of the year stays as it is.',
    ko: '금액 열이 없어 연간 요금은 그대로 둡니다.',
  },
} satisfies Record<string, ProblemKind>;

export type BillProblemCode = keyof typeof billProblems;

export const billSentence = (code: BillProblemCode, values: Readonly<Record<string, string | number>>): Sentence =>
  sentenceOf(billProblems[code], values);

export const billProblem = (
  code: 'billsAbsent' | 'billsLost' | 'billsMany' | 'billQuestion',
  values: Readonly<Record<string, string | number>> = {},
  field = 'file',
): Problem => new Problem(code, billProblems[code].status, billSentence(code, values), field);
