import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures of getting in and of reaching what is not one's own. */
export const accessProblems = {
  notFound: {
    status: 404,
    en: 'There is no such page, or it is not yours to see. Go back to the first page and take the way from there.',
    ko: '페이지가 없거나 볼 수 있는 권한이 없습니다. 첫 화면으로 돌아가 다시 찾아 주십시오.',
  },
  signInNeeded: {
    status: 401,
    en: 'You are not signed in, or your session has ended. Open your invitation or your return link to come in.',
    ko: '로그인되어 있지 않거나 접속 시간이 끝났습니다. 초대 링크나 재접속 링크를 열어 들어와 주십시오.',
  },
  sessionEnded: {
    status: 401,
    en: 'Your session has ended, so this was not saved. Open your invitation or return link in another tab, then come back here and send again: everything you typed is still here.',
    ko: '접속 시간이 끝나 저장하지 못했습니다. 초대 링크나 재접속 링크를 다른 탭에서 연 뒤 이 화면으로 돌아와 다시 보내 주십시오. 입력한 내용은 모두 그대로 있습니다.',
  },
  linkUnknown: {
    status: 404,
    en: 'This link is not known. Check that the whole link was copied, or ask whoever invited you for a new one.',
    ko: '알 수 없는 링크입니다. 링크 전체가 복사되었는지 확인하거나 초대한 기관에 새 링크를 요청하십시오.',
  },
  linkUsed: {
    status: 410,
    en: 'This link has already been used; each link works once. Use your return link, or ask whoever invited you for a new one.',
    ko: '이미 사용한 링크입니다. 링크는 한 번만 쓸 수 있습니다. 재접속 링크를 쓰거나 초대한 기관에 새 링크를 요청하십시오.',
  },
  linkUsedHere: {
    status: 410,
    en: 'This link has already been used, and in this browser you are in by it. Go on to your survey; you need no other link.',
    ko: '이미 사용한 링크입니다. 이 브라우저에서는 이미 들어와 계시니 새 링크 없이 조사로 가시면 됩니다.',
  },
  linkExpired: {
    status: 410,
    en: 'This link is no longer valid: its time has run out. Ask whoever invited you for a new one.',
    ko: '유효 기간이 지난 링크입니다. 초대한 기관에 새 링크를 요청하십시오.',
  },
  linkRevoked: {
    status: 410,
    en: 'This link was replaced by a newer one. Use the newest link you were given.',
    ko: '새 링크로 대체된 링크입니다. 가장 최근에 받은 링크를 쓰십시오.',
  },
  crossSite: {
    status: 403,
    en: 'This request did not come from a page of this site, so nothing was changed. Open the page here and send it again from there.',
    ko: '이 사이트의 화면에서 보낸 요청이 아니어서 아무것도 바꾸지 않았습니다. 이 사이트에서 화면을 열어 다시 보내 주십시오.',
  },
  establishmentUnknown: {
    status: 404,
    en: 'There is no establishment "{id}". `npx --no onsil establishment list` shows those there are.',
    ko: '"{id}" 사업장이 없습니다. `npx --no onsil establishment list`로 사업장 목록을 볼 수 있습니다.',
  },
  establishmentThere: {
    status: 409,
    en: 'An establishment with the business registration number {number} is already there: {id}.',
    ko: '사업자등록번호 {number}인 사업장이 이미 있습니다: {id}.',
  },
  establishmentName: {
    status: 400,
    en: 'The name of the establishment must have 1 to 100 characters.',
    ko: '사업장 이름은 1~100자여야 합니다.',
  },
  businessNumber: {
    status: 400,
    en: '"{number}" is not a Korean business registration number: ten digits whose last one is a check digit.',
    ko: '"{number}"은(는) 올바른 사업자등록번호가 아닙니다. 열 자리 숫자이며 마지막 자리는 검증 번호입니다.',
  },
  formIncomplete: {
    status: 400,
    en: 'The form arrived without one of its fields, so nothing was changed. Open the page again and send it from there.',
    ko: '양식의 칸 하나가 빠진 채 도착하여 아무것도 바꾸지 않았습니다. 화면을 다시 열어 보내 주십시오.',
  },
  accountUnknown: {
    status: 404,
    en: 'There is no account "{id}". Open the list of accounts and choose one there.',
    ko: '"{id}" 계정이 없습니다. 계정 목록에서 골라 주십시오.',
  },
  loginNameForm: {
    status: 400,
    en: 'A login name has 2 to 64 letters, digits or . _ @ + -, and begins with a letter or a digit.',
    ko: '로그인 이름은 글자나 숫자로 시작하는 2~64자이며, 글자·숫자와 . _ @ + - 만 쓸 수 있습니다.',
  },
  loginNameTaken: {
    status: 409,
    en: 'The login name "{loginName}" is taken. Choose another.',
    ko: '"{loginName}"은(는) 이미 쓰는 로그인 이름입니다. 다른 이름을 정해 주십시오.',
  },
  accountName: {
    status: 400,
    en: 'The name of the person must have 1 to 100 characters.',
    ko: '사용자 이름은 1~100자여야 합니다.',
  },
  emailForm: {
    status: 400,
    en: 'This is not an email address such as name@example.kr. Correct it, or leave it empty.',
    ko: '올바른 전자우편 주소가 아닙니다(예: name@example.kr). 고치거나 비워 두십시오.',
  },
  roleUnknown: {
    status: 400,
    en: 'There is no role "{role}". Choose one from the list.',
    ko: '"{role}" 역할은 없습니다. 목록에서 골라 주십시오.',
  },
  rolesApart: {
    status: 409,
    en: 'This role cannot be given beside those the account has: one person may not hold both. End the other role first, or give this one to somebody else.',
    ko: '이 역할은 계정이 이미 가진 역할과 함께 줄 수 없습니다. 한 사람이 두 권한을 함께 가질 수 없으니, 다른 역할을 먼저 끝내거나 다른 사람에게 주십시오.',
  },
  identityTaken: {
    status: 409,
    en: 'This person at the identity provider is linked with another account already. Unlink that one first.',
    ko: '이 신원은 이미 다른 계정에 연결되어 있습니다. 그 연결을 먼저 끊어 주십시오.',
  },
  grantUnknown: {
    status: 404,
    en: 'The account has no such role any more. Open the account again to see its roles.',
    ko: '이 계정에 그런 역할이 없습니다. 계정 화면을 다시 열어 확인해 주십시오.',
  },
  reasonNeeded: {
    status: 400,
    en: 'Say why, in {min} to {max} characters: the reason is kept in the audit log and read at the monthly review.',
    ko: '사유를 {min}~{max}자로 적어 주십시오. 사유는 감사기록에 남아 매월 점검 때 확인합니다.',
  },
  roleTime: {
    status: 400,
    en: 'A role must end after today and after it begins. Correct the days, or leave the end empty.',
    ko: '역할의 종료일은 오늘과 시작일보다 뒤여야 합니다. 날짜를 고치거나 종료일을 비워 두십시오.',
  },
  lastAdministrator: {
    status: 409,
    en: 'Nobody would be left who can sign in as administrator, so nothing was changed. Give the role to somebody else first and let them choose a password.',
    ko: '로그인할 수 있는 시스템 관리자가 한 명도 남지 않게 되어 바꾸지 않았습니다. 다른 사람에게 먼저 역할을 주고 비밀번호를 정하게 하십시오.',
  },
  retentionTooShort: {
    status: 400,
    en: 'The audit log is kept for at least {years} years; name an earlier day.',
    ko: '감사기록은 {years}년 이상 보관해야 합니다. 더 이른 날짜를 적어 주십시오.',
  },
} satisfies Record<string, ProblemKind>;

export const accessProblem = (
  code: keyof typeof accessProblems,
  values: Readonly<Record<string, string | number>> = {},
  field = '',
): Problem => new Problem(code, accessProblems[code].status, sentenceOf(accessProblems[code], values), field);
