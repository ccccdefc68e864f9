import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures of administering a survey. */
export const adminProblems = {
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
