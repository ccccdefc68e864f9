import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures after the answers were submitted: versions, the check of them, and whoever else is let in. */
export const reviewProblems = {
  versionUnknown: {
    status: 404,
    en: 'There is no such version of these answers. Take one from the list of versions.',
    ko: '이 응답에 그런 판이 없습니다. 판 목록에서 골라 주십시오.',
  },
  restoreConflict: {
    status: 409,
    en: 'The answers were changed while this page was open, so nothing was brought back. Look at the list of versions again, then choose.',
    ko: '이 화면을 여는 동안 응답이 바뀌어 되살리지 않았습니다. 판 목록을 다시 본 뒤 골라 주십시오.',
  },
  reviewStep: {
    status: 409,
    en: 'Somebody else went on with this version meanwhile. Open the page again to see how far it is; nothing was changed.',
    ko: '그 사이 다른 담당자가 이 판을 처리했습니다. 화면을 다시 열어 상태를 확인해 주십시오. 바뀐 것은 없습니다.',
  },
  reviewOutdated: {
    status: 409,
    en: 'A newer version was submitted meanwhile, so this one is not decided any more. Open the newest version.',
    ko: '그 사이 새 판이 제출되어 이 판은 더 처리하지 않습니다. 최신 판을 열어 주십시오.',
  },
  ownEntry: {
    status: 403,
    en: 'You typed answers of this version yourself, so somebody else has to accept it.',
    ko: '이 판의 응답을 직접 입력하셨으므로 다른 담당자가 승인해야 합니다.',
  },
  commentNeeded: {
    status: 422,
    en: 'Nothing is said to the respondent yet. Write a comment beside the answer that has to change, then return it.',
    ko: '응답자에게 알릴 의견이 아직 없습니다. 고쳐야 할 응답 옆에 의견을 적은 뒤 돌려보내 주십시오.',
  },
  commentText: {
    status: 422,
    en: 'A comment has {min} to {max} characters.',
    ko: '의견은 {min}자 이상 {max}자 이하로 적어 주십시오.',
  },
  commentPlace: {
    status: 422,
    en: 'That place is not in these answers. Choose one from the list.',
    ko: '이 응답에 없는 자리입니다. 목록에서 골라 주십시오.',
  },
  deviceCodeWrong: {
    status: 422,
    en: 'The code or the registration number is not right, or the ten minutes of the code are over, or it was used. Make a new code on the device where you are in.',
    ko: '코드나 사업자등록번호가 맞지 않거나, 코드의 유효 시간(10분)이 지났거나, 이미 사용한 코드입니다. 들어와 있는 기기에서 새 코드를 만들어 주십시오.',
  },
  delegateCodeWrong: {
    status: 422,
    en: 'The code is not right. Ask whoever sent you the link for the code; it has eight letters and digits.',
    ko: '코드가 맞지 않습니다. 링크를 보낸 분께 코드를 확인해 주십시오. 영문자와 숫자 여덟 자리입니다.',
  },
  delegateName: {
    status: 422,
    en: 'Say who will fill in, in 2 to 50 characters: it is how you find it in the list.',
    ko: '맡기는 분의 이름이나 기관을 2자 이상 50자 이하로 적어 주십시오. 목록에서 알아보기 위한 것입니다.',
  },
  delegateDays: {
    status: 422,
    en: 'Choose 1 to {max} days.',
    ko: '기간은 1일 이상 {max}일 이하로 정해 주십시오.',
  },
  delegateSections: {
    status: 422,
    en: 'Choose at least one section.',
    ko: '항목을 하나 이상 골라 주십시오.',
  },
  delegateSubmits: {
    status: 422,
    en: 'Only somebody who sees all sections can submit. Give them all sections, or leave submitting to yourself.',
    ko: '모든 항목을 보는 분만 제출할 수 있습니다. 모든 항목을 맡기거나 제출은 직접 하십시오.',
  },
  delegationGone: {
    status: 410,
    en: 'This had ended already, so nothing was changed.',
    ko: '이미 끝난 위임이므로 바뀐 것이 없습니다.',
  },
  contactDesk: {
    status: 422,
    en: 'Say which desk answers, in 2 to 60 characters.',
    ko: '문의를 받는 곳의 이름을 2자 이상 60자 이하로 적어 주십시오.',
  },
  contactWay: {
    status: 422,
    en: 'Give a telephone number or a mail address, each of at most {max} characters, and at most {max} characters of hours.',
    ko: '전화번호나 전자우편 주소 중 하나는 적어 주십시오. 각 칸과 운영 시간은 {max}자까지입니다.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ReviewProblemCode = keyof typeof reviewProblems;

/** A Problem after submission. `field` is the field at fault where a form was sent. */
export const reviewProblem = (code: ReviewProblemCode, values: Readonly<Record<string, string | number>> = {}, field = ''): Problem =>
  new Problem(code, reviewProblems[code].status, sentenceOf(reviewProblems[code], values), field);
