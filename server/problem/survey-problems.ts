import { dayProblems } from './day-problems.js';
import { type Sentence, sentenceOf } from './problem.js';
import type { SurveyProblemKind } from './survey-problem.js';

/** What can be wrong with what was typed or posted into a survey form. {text} is what was typed, {field} the name of the field. */
export const surveyProblems = {
  ...dayProblems,
  notNumber: {
    status: 422,
    en: '"{text}" is not a number.',
    ko: '"{text}"을(를) 숫자로 읽을 수 없습니다.',
    wayOut: { en: 'Write digits only, for example 1,234.5.', ko: '1,234.5처럼 숫자만 적어 주십시오.' },
  },
  exponent: {
    status: 422,
    en: '"{text}" is written with an exponent.',
    ko: '"{text}"은(는) 지수로 적혀 있습니다.',
    wayOut: { en: 'Write out all digits, for example 1,000.', ko: '1,000처럼 자릿수를 모두 적어 주십시오.' },
  },
  hexadecimal: {
    status: 422,
    en: '"{text}" is not a decimal number.',
    ko: '"{text}"은(는) 십진수가 아닙니다.',
    wayOut: { en: 'Write digits 0 to 9 only.', ko: '0부터 9까지의 숫자로 적어 주십시오.' },
  },
  unitInNumber: {
    status: 422,
    en: '"{text}" has a unit in it.',
    ko: '"{text}"에 단위가 들어 있습니다.',
    wayOut: { en: 'Write the number only and choose the unit beside it.', ko: '숫자만 적고 단위는 옆에서 골라 주십시오.' },
  },
  unitInFixedNumber: {
    status: 422,
    en: '"{text}" has a unit in it.',
    ko: '"{text}"에 단위가 들어 있습니다.',
    wayOut: { en: 'Write the number only: it is meant in {unit}.', ko: '숫자만 적어 주십시오. 이 칸의 단위는 ‘{unit}’입니다.' },
  },
  unitInPlainNumber: {
    status: 422,
    en: '"{text}" has more in it than a number.',
    ko: '"{text}"에 숫자가 아닌 것이 들어 있습니다.',
    wayOut: { en: 'Write the number only.', ko: '숫자만 적어 주십시오.' },
  },
  unitInMoney: {
    status: 422,
    en: '"{text}" is not an amount in won.',
    ko: '"{text}"을(를) 원 단위 금액으로 읽을 수 없습니다.',
    wayOut: { en: 'Write the amount in won, as 12,000,000 or 1,200만.', ko: '원 단위로 12,000,000 또는 1,200만처럼 적어 주십시오.' },
  },
  fraction: {
    status: 422,
    en: '"{text}" is written as a fraction.',
    ko: '"{text}"은(는) 분수로 적혀 있습니다.',
    wayOut: { en: 'Write it with decimals: 0.5 instead of 1/2.', ko: '분수는 소수로 적어 주십시오. 1/2은 0.5로 적습니다.' },
  },
  ambiguousSeparators: {
    status: 422,
    en: 'It is not clear where the decimals of "{text}" begin.',
    ko: '"{text}"은(는) 소수점의 위치가 분명하지 않습니다.',
    wayOut: {
      en: 'Write 1,234.5: commas between thousands, a point before decimals.',
      ko: '천 단위는 쉼표, 소수는 마침표로 1,234.5처럼 적어 주십시오.',
    },
  },
  negativeZero: {
    status: 422,
    en: '"{text}" is minus zero.',
    ko: '"{text}"은(는) 마이너스 0입니다.',
    wayOut: { en: 'Write 0 if nothing was used.', ko: '사용하지 않았으면 0을 적어 주십시오.' },
  },
  tooManyDigits: {
    status: 422,
    en: '"{text}" has more than 15 digits.',
    ko: '"{text}"은(는) 15자리를 넘습니다.',
    wayOut: { en: 'Check the number, or choose a larger unit.', ko: '숫자를 확인하시거나 더 큰 단위를 골라 주십시오.' },
  },
  koreanUnitOutsideMoney: {
    status: 422,
    en: '"{text}" uses 만 or 억, which are read for amounts of money only.',
    ko: '"{text}"에 만·억이 들어 있습니다.',
    wayOut: { en: 'Write out all digits.', ko: '만·억은 금액에만 쓸 수 있으니 숫자를 모두 적어 주십시오.' },
  },
  koreanMoneyOrder: {
    status: 422,
    en: 'The amount "{text}" is not clear.',
    ko: '금액 "{text}"을(를) 분명하게 읽을 수 없습니다.',
    wayOut: { en: 'Write it as 1억 2,000만 or with all digits, 120,000,000.', ko: '1억 2,000만 또는 120,000,000처럼 적어 주십시오.' },
  },
  unitMissing: {
    status: 422,
    en: '"{text}" has no unit.',
    ko: '"{text}"의 단위가 없습니다.',
    wayOut: { en: 'Choose the unit beside it.', ko: '옆에서 단위를 골라 주십시오.' },
  },
  unitNotOffered: {
    status: 422,
    en: 'The unit "{text}" is not offered here.',
    ko: '"{text}"은(는) 고를 수 없는 단위입니다.',
    wayOut: { en: 'Choose one from the list.', ko: '목록에서 골라 주십시오.' },
  },
  missingAndValue: {
    status: 422,
    en: 'There is both an answer and a reason for having none.',
    ko: '응답과 무응답 사유가 함께 적혀 있습니다.',
    wayOut: { en: 'Remove one of them.', ko: '둘 중 하나를 지워 주십시오.' },
  },
  missingNotOffered: {
    status: 422,
    en: '"{text}" is not offered here as a reason for having no answer.',
    ko: '"{text}"은(는) 여기에서 고를 수 없는 무응답 사유입니다.',
    wayOut: { en: 'Choose one from the list.', ko: '목록에서 골라 주십시오.' },
  },
  choiceNotOffered: {
    status: 422,
    en: '"{text}" is not one of the choices.',
    ko: '"{text}"은(는) 보기에 없습니다.',
    wayOut: { en: 'Choose one from the list.', ko: '목록에서 골라 주십시오.' },
  },
  codeNotInList: {
    status: 422,
    en: '"{text}" is not in the list.',
    ko: '"{text}"은(는) 목록에 없습니다.',
    wayOut: { en: 'Choose an entry from the list, or type its code.', ko: '목록에서 고르시거나 코드를 적어 주십시오.' },
  },
  codeAmbiguous: {
    status: 422,
    en: '"{text}" stands in the list more than once ({codes}).',
    ko: '"{text}"은(는) 목록에 여러 번 있습니다({codes}).',
    wayOut: { en: 'Type the code.', ko: '코드를 적어 주십시오.' },
  },
  textTooLong: {
    status: 422,
    en: 'The text has {length} characters; at most {max} can be kept.',
    ko: '{length}자를 적으셨습니다.',
    wayOut: { en: 'Shorten it.', ko: '{max}자 이내로 줄여 주십시오.' },
  },
  controlCharacter: {
    status: 422,
    en: 'The text holds a character that cannot be printed.',
    ko: '인쇄할 수 없는 문자가 들어 있습니다.',
    wayOut: { en: 'Type it again by hand.', ko: '직접 다시 적어 주십시오.' },
  },
  notBusinessNumber: {
    status: 422,
    en: '"{text}" is not a business registration number.',
    ko: '"{text}"은(는) 사업자등록번호가 아닙니다.',
    wayOut: { en: 'It has ten digits, as in 123-45-67891.', ko: '123-45-67891처럼 숫자 10자리를 적어 주십시오.' },
  },
  notPhone: {
    status: 422,
    en: '"{text}" is not a telephone number.',
    ko: '"{text}"은(는) 전화번호가 아닙니다.',
    wayOut: { en: 'Write it as 02-1234-5678.', ko: '02-1234-5678처럼 적어 주십시오.' },
  },
  notEmail: {
    status: 422,
    en: '"{text}" is not an e-mail address.',
    ko: '"{text}"은(는) 전자우편 주소가 아닙니다.',
    wayOut: { en: 'Write it as name@example.com.', ko: 'name@example.com처럼 적어 주십시오.' },
  },
  belowMinimum: {
    status: 422,
    en: '{number} is below the least value, {min}.',
    ko: '{number}은(는) 최솟값 {min}보다 작습니다.',
    wayOut: { en: 'Check the number.', ko: '숫자를 확인해 주십시오.' },
  },
  aboveMaximum: {
    status: 422,
    en: '{number} is above the greatest value, {max}.',
    ko: '{number}은(는) 최댓값 {max}보다 큽니다.',
    wayOut: { en: 'Check the number and its unit.', ko: '숫자와 단위를 확인해 주십시오.' },
  },
  notWholeNumber: {
    status: 422,
    en: '{number} is not a whole number.',
    ko: '{number}은(는) 정수가 아닙니다.',
    wayOut: { en: 'Write it without decimals.', ko: '소수 없이 적어 주십시오.' },
  },
  exclusiveChoice: {
    status: 422,
    en: '"{choice}" cannot stand beside another choice.',
    ko: '"{choice}"은(는) 다른 보기와 함께 고를 수 없습니다.',
    wayOut: { en: 'Keep either it or the others.', ko: '한쪽만 남겨 주십시오.' },
  },
  unanswered: {
    status: 422,
    en: 'This question has no answer yet.',
    ko: '아직 응답하지 않은 문항입니다.',
    wayOut: { en: 'Answer it.', ko: '응답해 주십시오.' },
  },
  unansweredMayBeMissing: {
    status: 422,
    en: 'This question has no answer yet.',
    ko: '아직 응답하지 않은 문항입니다.',
    wayOut: { en: 'Answer it, or choose why it has no answer.', ko: '응답해 주시거나 응답할 수 없는 사유를 골라 주십시오.' },
  },
  unansweredNumber: {
    status: 422,
    en: 'There is no number here yet. Blank is not taken as zero.',
    ko: '아직 숫자를 적지 않은 문항입니다. 빈칸은 0으로 보지 않습니다.',
    wayOut: { en: 'Enter the number; enter 0 if there was none.', ko: '숫자를 적어 주십시오. 없으면 0을 적어 주십시오.' },
  },
  unansweredNumberMayBeMissing: {
    status: 422,
    en: 'There is no number here yet. Blank is not taken as zero.',
    ko: '아직 숫자를 적지 않은 문항입니다. 빈칸은 0으로 보지 않습니다.',
    wayOut: {
      en: 'Enter the number (0 if there was none), or choose why it cannot be given.',
      ko: '숫자를 적거나(없으면 0) 적을 수 없는 사유를 골라 주십시오.',
    },
  },
  inCell: {
    status: 422,
    en: 'Row {row}, {column}: {what}',
    ko: '{row}번째 줄, {column}: {what}',
    wayOut: { en: 'Correct the cell.', ko: '그 칸을 고쳐 주십시오.' },
  },
  cellBelongsTogether: {
    status: 422,
    en: 'Row {row} has “{given}” but not “{lacking}”.',
    ko: '{row}번째 줄에 ‘{given}’은(는) 있고 ‘{lacking}’은(는) 비어 있습니다.',
    wayOut: {
      en: 'Together they tell how much energy the equipment uses. Leave it blank if you do not know.',
      ko: '둘 다 있어야 설비의 에너지 사용량을 어림할 수 있습니다. 모르시면 비워 두셔도 됩니다.',
    },
  },
  consentNeeded: {
    status: 422,
    en: 'This must be ticked before the response can be submitted.',
    ko: '이 항목에 표시하셔야 조사표를 제출할 수 있습니다.',
    wayOut: { en: 'Tick it if you agree.', ko: '동의하시면 표시해 주십시오.' },
  },
  reasonNotOffered: {
    status: 422,
    en: '"{text}" is not one of the reasons.',
    ko: '"{text}"은(는) 보기에 없는 사유입니다.',
    wayOut: { en: 'Choose one from the list.', ko: '목록에서 골라 주십시오.' },
  },
  reasonNeedsText: {
    status: 422,
    en: 'This reason has to be written out.',
    ko: '이 사유는 내용을 적어야 합니다.',
    wayOut: { en: 'Write it into the field beside it.', ko: '옆 칸에 적어 주십시오.' },
  },
  unknownField: {
    status: 422,
    en: 'The form has no field "{field}".',
    ko: '조사표에 "{field}" 항목이 없어 저장하지 않았습니다.',
    wayOut: { en: 'Nothing of it was stored; load the page again.', ko: '화면을 새로 고쳐 주십시오.' },
  },
  fieldGivenTwice: {
    status: 422,
    en: 'The field "{field}" arrived more than once.',
    ko: '"{field}" 항목이 두 번 이상 전송되어 이전 응답을 그대로 두었습니다.',
    wayOut: { en: 'Its question keeps its earlier answer; enter it again.', ko: '다시 입력해 주십시오.' },
  },
  fieldTooLong: {
    status: 422,
    en: 'The field "{field}" has {length} characters; at most {max} can be stored. Its question keeps its earlier answer.',
    ko: '"{field}" 항목에 {length}자가 적혀 있어 저장하지 않고 이전 응답을 그대로 두었습니다. {max}자까지 저장할 수 있습니다.',
    wayOut: { en: 'Shorten it.', ko: '줄여 주십시오.' },
  },
  fieldCutOff: {
    status: 422,
    en: 'The field "{field}" did not arrive.',
    ko: '"{field}" 항목이 전송되지 않아 이전 응답을 그대로 두었습니다.',
    wayOut: { en: 'Its question keeps its earlier answer; send the page again.', ko: '다시 전송해 주십시오.' },
  },
  tooManyRows: {
    status: 422,
    en: 'The table has {max} rows; row {row} was not stored.',
    ko: '표는 {max}행까지 적을 수 있어 {row}행을 저장하지 않았습니다.',
    wayOut: { en: 'Put several machines of one kind into one row.', ko: '같은 종류의 설비는 한 행에 모아 적어 주십시오.' },
  },
} as const satisfies Record<string, SurveyProblemKind>;

export type SurveyProblemCode = keyof typeof surveyProblems;

/** What is wrong and the way out, with the values put in, as one text. */
export const wholeSentence = (code: SurveyProblemCode, values: Readonly<Record<string, string | number>>): Sentence => {
  const kind = surveyProblems[code];
  const [what, wayOut] = [sentenceOf(kind, values), sentenceOf({ status: kind.status, ...kind.wayOut }, values)];
  return { en: `${what.en} ${wayOut.en}`, ko: `${what.ko} ${wayOut.ko}` };
};
