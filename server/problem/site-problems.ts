import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Failures of a request as such, and of the site itself. */
export const siteProblems = {
  malformedAddress: {
    status: 400,
    en: 'The address of this page is damaged. Go back to the first page and take the way from there.',
    ko: '주소가 올바르지 않습니다. 첫 화면으로 돌아가 다시 찾아 주십시오.',
  },
  malformedForm: {
    status: 400,
    en: 'The form arrived damaged, so nothing was saved. Go back and send it again.',
    ko: '양식이 손상되어 도착했으므로 저장하지 않았습니다. 뒤로 돌아가 다시 보내 주십시오.',
  },
  wrongMediaType: {
    status: 415,
    en: 'Only an ordinary form (application/x-www-form-urlencoded, UTF-8) can be sent here; nothing was saved.',
    ko: '일반 양식(application/x-www-form-urlencoded, UTF-8)만 보낼 수 있습니다. 저장하지 않았습니다.',
  },
  wrongDataType: {
    status: 415,
    en: 'Send {types}, in UTF-8 and not compressed; nothing was computed.',
    ko: '{types} 형식으로, UTF-8로 압축하지 않고 보내 주십시오. 계산하지 않았습니다.',
  },
  formTooLarge: {
    status: 413,
    en: 'The form is larger than {limit} KB, so nothing was saved. Go back, shorten the longest texts, and send it again.',
    ko: '양식이 {limit} KB를 넘어 저장하지 않았습니다. 뒤로 돌아가 긴 글을 줄여 다시 보내 주십시오.',
  },
  fileFarTooLarge: {
    status: 413,
    en: 'The file is far larger than the {limit} MB that are taken, so it was not received. Go back and choose a smaller one; what you typed elsewhere is saved as before.',
    ko: '파일이 한도인 {limit} MB보다 훨씬 커서 받지 않았습니다. 뒤로 돌아가 더 작은 파일을 선택해 주십시오. 다른 화면에 입력하신 내용은 그대로 있습니다.',
  },
  tooManyFields: {
    status: 413,
    en: 'The form has more than {limit} fields, so nothing was saved. Go back, remove rows, and send it again.',
    ko: '양식의 칸이 {limit}개를 넘어 저장하지 않았습니다. 뒤로 돌아가 행을 줄여 다시 보내 주십시오.',
  },
  fieldTwice: {
    status: 400,
    en: '"{name}" was sent more than once, so it cannot be told which is meant; nothing was saved.',
    ko: '"{name}" 값이 두 번 이상 전송되어 어느 것인지 알 수 없으므로 저장하지 않았습니다.',
  },
  fieldUnknown: {
    status: 400,
    en: '"{name}" is no field of this form, so nothing was done. Open the page again and send it from there.',
    ko: '"{name}"은(는) 이 양식에 없는 칸이므로 아무것도 처리하지 않았습니다. 화면을 다시 열어 보내 주십시오.',
  },
  fieldMissing: {
    status: 400,
    en: '"{name}" is missing or not understood, so nothing was saved. Open the page again and send it from there.',
    ko: '"{name}" 값이 없거나 알 수 없어 저장하지 않았습니다. 화면을 다시 열어 보내 주십시오.',
  },
  unreachable: {
    status: 503,
    en: 'The answers cannot be reached right now. Wait a moment and open this page again; nothing that was saved is lost.',
    ko: '지금 저장소에 연결할 수 없습니다. 잠시 뒤 이 화면을 다시 열어 주십시오. 저장된 내용은 그대로 있습니다.',
  },
  storeAway: {
    status: 503,
    en: 'The answers cannot be reached right now, so nothing was saved. Wait a moment and send again with the button below: everything you typed is still here.',
    ko: '지금 저장소에 연결할 수 없어 저장하지 못했습니다. 잠시 뒤 아래 단추로 다시 보내 주십시오. 입력한 내용은 모두 그대로 있습니다.',
  },
  roundUnknown: {
    status: 404,
    en: 'There is no such round of the survey for your establishment.',
    ko: '해당 사업장이 참여하는 조사 회차가 아닙니다.',
  },
  formNeeded: {
    status: 422,
    en: 'Which form this establishment is asked is not known. Go back and choose which of the three it is.',
    ko: '이 사업장이 답할 조사표가 정해져 있지 않습니다. 뒤로 가서 세 가지 가운데 어디에 해당하는지 골라 주십시오.',
  },
  roundClosed: {
    status: 409,
    en: 'This round of the survey has closed; answers can be read but no longer changed.',
    ko: '마감된 조사 회차입니다. 응답을 볼 수는 있지만 고칠 수 없습니다.',
  },
  notSubmitted: {
    status: 404,
    en: 'Nothing has been submitted yet, so there is no result. Check your answers and submit them first.',
    ko: '아직 제출한 응답이 없어 결과가 없습니다. 먼저 응답을 확인하고 제출해 주십시오.',
  },
  noReportConsent: {
    status: 403,
    en: 'The plan is made only with your agreement. Tick A2 in the section on consent and save it; the plan is then made from what you submitted.',
    ko: '전환계획은 동의하신 경우에만 만듭니다. 동의 부문의 A2에 표시하고 저장하시면 제출한 응답으로 전환계획을 만듭니다.',
  },
  changedMeanwhile: {
    status: 409,
    en: 'An answer was changed while this was done. What was done so far is done; do it again for the rest.',
    ko: '처리하는 동안 응답이 바뀌었습니다. 여기까지는 처리되었으니 나머지를 위해 다시 실행해 주십시오.',
  },
  useUnknown: {
    status: 400,
    en: 'There is no such consent to take back. Open the page on your data again and choose one there.',
    ko: '거둘 수 있는 동의가 아닙니다. 내 정보 화면을 다시 열어 골라 주십시오.',
  },
  monthWrong: {
    status: 400,
    en: '"{month}" is not a month such as 2026-11.',
    ko: '"{month}"은(는) 2026-11과 같은 연월이 아닙니다.',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. Nothing of this request was saved unless you were told so. Try again; if it happens again, tell the operator the request number below.',
    ko: '내부 오류가 발생했습니다. 저장되었다는 안내가 없었다면 이번 요청은 저장되지 않았습니다. 다시 시도해 보고, 되풀이되면 아래 요청 번호를 운영자에게 알려 주십시오.',
  },
} satisfies Record<string, ProblemKind>;

export const siteProblem = (code: keyof typeof siteProblems, values: Readonly<Record<string, string | number>> = {}, field = ''): Problem =>
  new Problem(code, siteProblems[code].status, sentenceOf(siteProblems[code], values), field);
