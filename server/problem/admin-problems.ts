import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures of administering a survey. */
export const adminProblems = {
  regionUnknown: {
    status: 422,
    en: '"{typed}" is no region in force. Give a code such as 11 or a name as in the list of regions.',
    ko: '"{typed}"은(는) 현행 시·도가 아닙니다. 11 같은 코드나 목록에 있는 이름을 적어 주십시오.',
  },
  regionNotYours: {
    status: 422,
    en: 'The region {typed} is outside of what your role reaches. Ask an administrator of that region.',
    ko: '{typed} 지역은 맡으신 범위가 아닙니다. 그 지역의 관리자에게 요청하십시오.',
  },
  formUnknown: {
    status: 422,
    en: '"{typed}" is no form. Use one of {forms}, or leave it empty and the size decides.',
    ko: '‘{typed}’은(는) 조사표 종류가 아닙니다. {forms} 가운데 하나로 적거나, 비워 두면 종사자 규모로 정해집니다.',
  },
  sizeBandUnknown: {
    status: 422,
    en: '"{typed}" is no size band. Use one of {bands}, or leave it empty.',
    ko: '"{typed}"은(는) 종사자 규모가 아닙니다. {bands} 중 하나를 적거나 비워 두십시오.',
  },
  postcodeForm: {
    status: 422,
    en: '"{typed}" is no postal code: five digits. Spreadsheets drop a zero in front; format the column as text.',
    ko: '"{typed}"은(는) 우편번호가 아닙니다. 다섯 자리 숫자입니다. 표 계산 프로그램이 앞의 0을 지웠다면 열을 텍스트로 바꾸십시오.',
  },
  addressForm: {
    status: 422,
    en: 'The address has 200 characters at the most and no line ends.',
    ko: '주소는 줄바꿈 없이 200자까지입니다.',
  },
  businessNumberNeeded: {
    status: 422,
    en: 'The business registration number is missing; without it the same establishment cannot be told from another.',
    ko: '사업자등록번호가 없습니다. 번호가 없으면 같은 사업장인지 가릴 수 없습니다.',
  },
  numberTwice: {
    status: 422,
    en: 'The business registration number {number} stands in line {line} already. Keep one of the two.',
    ko: '사업자등록번호 {number}이(가) {line}행에 이미 있습니다. 둘 중 하나만 남겨 주십시오.',
  },
  numberElsewhere: {
    status: 422,
    en: 'The register has {number} under another name: {name}. Correct the number, or change the name in the register.',
    ko: '명부에 {number}은(는) 다른 이름({name})으로 있습니다. 번호를 고치거나 명부의 이름을 바꿔 주십시오.',
  },
  fileMissing: {
    status: 422,
    en: 'No file was chosen, or it is empty. Choose a CSV file.',
    ko: '파일을 고르지 않았거나 빈 파일입니다. CSV 파일을 골라 주십시오.',
  },
  fileTooLarge: {
    status: 422,
    en: 'The file is larger than {kib} KiB or has more than {rows} rows. Cut it into several files.',
    ko: '파일이 {kib}KiB 또는 {rows}행을 넘습니다. 여러 파일로 나누어 주십시오.',
  },
  fileEncoding: {
    status: 422,
    en: 'The letters of the file can be read neither as UTF-8 nor as CP949. Save it from the spreadsheet as "CSV UTF-8".',
    ko: '파일의 글자를 UTF-8로도 CP949로도 읽을 수 없습니다. 표 계산 프로그램에서 "CSV UTF-8"로 저장해 주십시오.',
  },
  fileNotCsv: {
    status: 422,
    en: 'Line {line} cannot be read as CSV: a quotation mark is not closed or stands in the middle of a cell.',
    ko: '{line}행을 CSV로 읽을 수 없습니다. 따옴표가 닫히지 않았거나 칸 중간에 있습니다.',
  },
  columnMissing: {
    status: 422,
    en: 'The first line has no column "{column}". Use the header of the template.',
    ko: '첫 행에 "{column}" 열이 없습니다. 서식 파일의 제목 행을 쓰십시오.',
  },
  columnUnknown: {
    status: 422,
    en: 'The column "{column}" is not known or stands twice. Remove it or use the header of the template.',
    ko: '"{column}" 열은 알 수 없거나 두 번 있습니다. 지우거나 서식 파일의 제목 행을 쓰십시오.',
  },
  rowWidth: {
    status: 422,
    en: 'The row has {count} cells, the header {wanted}. A comma in a text needs quotation marks around the text.',
    ko: '이 행은 {count}칸인데 제목 행은 {wanted}칸입니다. 쉼표가 든 글은 따옴표로 묶어 주십시오.',
  },
  importChanged: {
    status: 422,
    en: 'What was to be imported does not pass the check any more, so nothing was stored. Choose the file again.',
    ko: '가져올 내용이 더 이상 검사를 통과하지 못해 아무것도 저장하지 않았습니다. 파일을 다시 골라 주십시오.',
  },
  roundUnknown: {
    status: 422,
    en: 'There is no round "{typed}". Choose one from the list.',
    ko: '"{typed}" 회차가 없습니다. 목록에서 골라 주십시오.',
  },
  organizationForm: {
    status: 422,
    en: 'The name of the organization has 100 characters at the most.',
    ko: '기관 이름은 100자까지입니다.',
  },
  dayForm: {
    status: 422,
    en: '"{typed}" is not a day such as 2026-03-31.',
    ko: '"{typed}"은(는) 2026-03-31 같은 날짜가 아닙니다.',
  },
  nothingChosen: {
    status: 422,
    en: 'No establishment was chosen. Tick at least one.',
    ko: '고른 사업장이 없습니다. 하나 이상 표시해 주십시오.',
  },
  tooManyChosen: {
    status: 422,
    en: 'At most {limit} establishments at a time. Choose fewer.',
    ko: '한 번에 {limit}곳까지 할 수 있습니다. 더 적게 골라 주십시오.',
  },
  mailAbsent: {
    status: 422,
    en: 'This site is not set up to send mail. Print the letters, or have ONSIL_SMTP_URL set.',
    ko: '이 사이트는 전자우편을 보내도록 설정되어 있지 않습니다. 안내문을 인쇄하거나 ONSIL_SMTP_URL 설정을 요청하십시오.',
  },
  orderUnknown: {
    status: 422,
    en: 'The order arrived damaged, so nothing was sent. Open the page again and send it from there.',
    ko: '요청이 온전하지 않아 아무것도 보내지 않았습니다. 화면을 다시 열어 보내 주십시오.',
  },
  roundNotOpen: {
    status: 422,
    en: 'The round is not open, so whoever gets a letter could not answer. Open it first.',
    ko: '회차가 진행 중이 아니어서 안내문을 받아도 응답할 수 없습니다. 먼저 회차를 시작하십시오.',
  },
  senderForm: {
    status: 422,
    en: 'Say who sends the letter, in 2 to 50 characters.',
    ko: '보내는 기관을 2~50자로 적어 주십시오.',
  },
  contactForm: {
    status: 422,
    en: 'Say how to reach the sender, in 5 to 100 characters, such as a telephone number.',
    ko: '문의처를 전화번호 등으로 5~100자로 적어 주십시오.',
  },
  surveyorUnknown: {
    status: 422,
    en: 'There is no such surveyor. Choose one from the list.',
    ko: '그런 조사원이 없습니다. 목록에서 골라 주십시오.',
  },
  roundCode: {
    status: 422,
    en: 'A code has 2 to 40 small letters, digits and hyphens, and begins with a letter or a digit.',
    ko: '회차 코드는 영문 소문자·숫자·붙임표 2~40자이며 글자나 숫자로 시작합니다.',
  },
  roundThere: {
    status: 422,
    en: 'There is a round "{code}" already. Choose another code.',
    ko: '"{code}" 회차가 이미 있습니다. 다른 코드를 정해 주십시오.',
  },
  editionUnknown: {
    status: 422,
    en: 'There is no such questionnaire. Choose one from the list.',
    ko: '그런 조사표가 없습니다. 목록에서 골라 주십시오.',
  },
  roundStep: {
    status: 422,
    en: 'This cannot be done to a round that is {state}. Open its page again to see what can.',
    ko: '이 상태({state})의 회차에는 할 수 없는 일입니다. 회차 화면을 다시 열어 확인해 주십시오.',
  },
  notConfirmed: {
    status: 422,
    en: 'Tick the box to say that you have read what this means. Nothing was changed.',
    ko: '내용을 읽었다는 칸에 표시해 주십시오. 아무것도 바꾸지 않았습니다.',
  },
} satisfies Record<string, ProblemKind>;

export const adminProblem = (
  code: keyof typeof adminProblems,
  values: Readonly<Record<string, string | number>> = {},
  field = '',
): Problem => new Problem(code, adminProblems[code].status, sentenceOf(adminProblems[code], values), field);
