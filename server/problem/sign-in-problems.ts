import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures of proving who one is. Whatever a stranger may see says the same whether there is such an account or not. */
export const signInProblems = {
  signInFailed: {
    status: 401,
    en: 'The login name or the password is not right. Check both, and the Caps Lock and Korean/English keys; if you forgot the password, ask your administrator for a new link.',
    ko: '로그인 이름이나 비밀번호가 맞지 않습니다. 두 가지와 한/영 키, Caps Lock을 확인하십시오. 비밀번호를 잊었으면 관리자에게 새 링크를 요청하십시오.',
  },
  tooOften: {
    status: 429,
    en: 'There were too many tries from here. Wait {seconds} seconds and try again; nothing is locked for good.',
    ko: '여기에서 너무 여러 번 시도했습니다. {seconds}초 뒤에 다시 시도하십시오. 영구히 잠기지는 않습니다.',
  },
  busy: {
    status: 503,
    en: 'Very many people are signing in right now. Wait a moment and try again.',
    ko: '지금 로그인하는 사람이 매우 많습니다. 잠시 뒤 다시 시도하십시오.',
  },
  noRole: {
    status: 403,
    en: 'Your account has no role at present, so there is nothing it may open. Ask your administrator to give it one.',
    ko: '이 계정에는 지금 주어진 역할이 없어 볼 수 있는 것이 없습니다. 관리자에게 역할을 요청하십시오.',
  },
  codeWrong: {
    status: 422,
    en: 'This code is not right, has run out or was used already. Type the six digits that your app shows now, or one of your recovery codes.',
    ko: '코드가 맞지 않거나 시간이 지났거나 이미 사용한 코드입니다. 앱에 지금 보이는 숫자 6자리나 복구 코드 하나를 입력하십시오.',
  },
  passwordWrong: {
    status: 422,
    en: 'The present password is not right, so nothing was changed. Type it again.',
    ko: '현재 비밀번호가 맞지 않아 바꾸지 않았습니다. 다시 입력하십시오.',
  },
  passwordShort: {
    status: 422,
    en: 'The password is too short: it must have at least 8 characters. A sentence of several words is easy to remember and hard to guess.',
    ko: '비밀번호가 너무 짧습니다. 8자 이상이어야 합니다. 여러 낱말로 된 문장은 기억하기 쉽고 알아맞히기 어렵습니다.',
  },
  passwordLong: {
    status: 422,
    en: 'The password is too long: it may have 256 characters at the most.',
    ko: '비밀번호가 너무 깁니다. 256자를 넘을 수 없습니다.',
  },
  passwordCommon: {
    status: 422,
    en: 'This password is among the first that are guessed: a common word, a run of keys, or your own name. Choose another, such as a sentence of several words.',
    ko: '흔히 쓰는 낱말, 자판 순서, 본인 이름처럼 가장 먼저 시도되는 비밀번호입니다. 여러 낱말로 된 문장처럼 다른 것을 쓰십시오.',
  },
  passwordsDiffer: {
    status: 422,
    en: 'The two new passwords are not the same. Type the same one in both fields.',
    ko: '새 비밀번호 두 개가 서로 다릅니다. 두 칸에 같은 비밀번호를 입력하십시오.',
  },
  businessNumberForm: {
    status: 422,
    en: 'This is not a business registration number: it has ten digits, the last of which is a check digit. Look at your registration certificate and type it again.',
    ko: '올바른 사업자등록번호가 아닙니다. 열 자리 숫자이며 마지막 자리는 검증 번호입니다. 사업자등록증을 보고 다시 입력하십시오.',
  },
  businessNumberOther: {
    status: 422,
    en: 'This number is not that of the establishment the link was made for. Type the number on your registration certificate; if it is right, tell whoever invited you. The link has not been used up.',
    ko: '이 링크를 받은 사업장의 사업자등록번호가 아닙니다. 사업자등록증의 번호를 입력하시고, 번호가 맞다면 초대한 기관에 알려 주십시오. 링크는 아직 쓰이지 않았습니다.',
  },
  identityUnknown: {
    status: 403,
    en: 'You signed in at your organization, but no account here is linked with you. Ask your administrator to link it; none is made by itself.',
    ko: '소속 기관에서 로그인하셨지만 여기에는 연결된 계정이 없습니다. 관리자에게 계정 연결을 요청하십시오. 계정은 저절로 만들어지지 않습니다.',
  },
  identityRefused: {
    status: 400,
    en: 'Signing in at your organization was not completed, or took too long. Go back to the sign-in page and begin again.',
    ko: '소속 기관 로그인이 끝나지 않았거나 시간이 너무 오래 걸렸습니다. 로그인 화면으로 돌아가 다시 시작하십시오.',
  },
  identityAway: {
    status: 503,
    en: 'The sign-in service of your organization cannot be reached right now. Wait a moment and try again, or sign in with your password.',
    ko: '지금 소속 기관의 로그인 서비스에 연결할 수 없습니다. 잠시 뒤 다시 시도하거나 비밀번호로 로그인하십시오.',
  },
} satisfies Record<string, ProblemKind>;

export const signInProblem = (
  code: keyof typeof signInProblems,
  values: Readonly<Record<string, string | number>> = {},
  field = '',
): Problem => new Problem(code, signInProblems[code].status, sentenceOf(signInProblems[code], values), field);

/** Too often: with how long to wait, for the Retry-After header. */
export class TooManyTries extends Problem {
  constructor(readonly seconds: number) {
    super('tooOften', signInProblems.tooOften.status, sentenceOf(signInProblems.tooOften, { seconds }));
  }
}
