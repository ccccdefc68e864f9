import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Why a file was not taken as evidence, and what the respondent can do. */
export const evidenceProblems = {
  noFile: {
    status: 422,
    en: 'No file was chosen. Take a picture of the bill or choose its file, then attach it.',
    ko: '선택한 파일이 없습니다. 고지서를 촬영하거나 파일을 선택한 뒤 첨부해 주십시오.',
  },
  twoFiles: {
    status: 422,
    en: 'Both "{name}" and "{other}" were chosen; one file is attached at a time. Attach one of them, then the other.',
    ko: '"{name}"과(와) "{other}"을(를) 함께 선택하셨습니다. 파일은 한 번에 하나씩 첨부할 수 있으니 나누어 첨부해 주십시오.',
  },
  noPeriod: {
    status: 422,
    en: 'Say which period "{name}" is about: tick its month or months, or the whole year, and choose the file again.',
    ko: '"{name}"이(가) 어느 기간의 것인지 알 수 없습니다. 해당하는 달이나 연간에 표시하고 파일을 다시 선택해 주십시오.',
  },
  twoPeriods: {
    status: 422,
    en: 'For "{name}" both the whole year and single months are ticked. Keep one of the two and choose the file again.',
    ko: '"{name}"의 기간으로 연간과 일부 달을 함께 표시하셨습니다. 둘 중 하나만 표시하고 파일을 다시 선택해 주십시오.',
  },
  fileTooLarge: {
    status: 413,
    en: '"{name}" is larger than {limit} MB, so it was not attached. Take a picture at a lower resolution, or split the PDF into parts. Your answers are saved as before.',
    ko: '"{name}"의 크기가 {limit} MB를 넘어 첨부하지 못했습니다. 낮은 해상도로 다시 촬영하거나 PDF를 나누어 첨부해 주십시오. 입력하신 응답은 그대로 있습니다.',
  },
  emptyFile: {
    status: 422,
    en: '"{name}" is empty, so it was not attached. Choose the file again.',
    ko: '"{name}"에 내용이 없어 첨부하지 못했습니다. 파일을 다시 선택해 주십시오.',
  },
  kindUnknown: {
    status: 415,
    en: '"{name}" is neither a picture (JPEG, PNG, WebP) nor a PDF, whatever its name says. Take a picture of the bill, or save it as PDF.',
    ko: '"{name}"은(는) 이름과 관계없이 그림(JPEG, PNG, WebP)이나 PDF 파일이 아닙니다. 고지서를 촬영하거나 PDF로 저장해 첨부해 주십시오.',
  },
  heicUnread: {
    status: 415,
    en: '"{name}" is a picture in the HEIC format, which cannot be read here. On an iPhone choose Settings > Camera > Formats > Most Compatible and take it again, or save the picture as JPEG.',
    ko: '"{name}"은(는) 여기에서 읽을 수 없는 HEIC 형식의 사진입니다. 아이폰의 설정 > 카메라 > 포맷에서 "높은 호환성"을 선택해 다시 촬영하거나, 사진을 JPEG로 저장해 첨부해 주십시오.',
  },
  twoInOne: {
    status: 415,
    en: '"{name}" holds something else beside the picture or the PDF ({what}), so it was not attached. Take a picture of the bill, or print it to a new PDF.',
    ko: '"{name}"에는 그림이나 PDF가 아닌 내용({what})이 함께 들어 있어 첨부하지 못했습니다. 고지서를 촬영하거나 새 PDF로 인쇄해 첨부해 주십시오.',
  },
  pictureDamaged: {
    status: 422,
    en: '"{name}" is damaged or not whole, so it cannot be read. Take the picture again.',
    ko: '"{name}"이(가) 손상되었거나 일부만 있어 읽을 수 없습니다. 다시 촬영해 주십시오.',
  },
  pictureTooBig: {
    status: 413,
    en: '"{name}" has {width} × {height} pixels, more than the {limit} million that are taken. Take the picture at a lower resolution.',
    ko: '"{name}"의 화소 수({width} × {height})가 한도인 {limitKo}만 화소를 넘습니다. 낮은 해상도로 다시 촬영해 주십시오.',
  },
  pictureMoves: {
    status: 415,
    en: '"{name}" has more than one picture in it. Attach a picture that does not move.',
    ko: '"{name}"에는 그림이 여러 장 들어 있습니다. 움직이지 않는 그림을 첨부해 주십시오.',
  },
  picturesAway: {
    status: 503,
    en: 'This site cannot work on pictures at the moment, so "{name}" was not attached. Attach the bill as PDF, or ask the contact of the survey. Your answers are saved as before.',
    ko: '지금은 그림을 처리할 수 없어 "{name}"을(를) 첨부하지 못했습니다. PDF로 첨부하거나 조사 담당 부서에 문의해 주십시오. 입력하신 응답은 그대로 있습니다.',
  },
  pdfDamaged: {
    status: 422,
    en: '"{name}" begins like a PDF but is damaged or not whole. Print the bill to a new PDF, or take a picture of it.',
    ko: '"{name}"은(는) PDF로 시작하지만 손상되었거나 일부만 있습니다. 새 PDF로 인쇄하거나 촬영해 첨부해 주십시오.',
  },
  pdfLocked: {
    status: 422,
    en: '"{name}" is protected by a password, so nobody who checks it could open it. Open it, print it to a new PDF without a password and attach that, or take a picture of it.',
    ko: '"{name}"은(는) 비밀번호로 보호되어 있어 확인하는 사람이 열 수 없습니다. 파일을 연 뒤 비밀번호 없는 새 PDF로 인쇄하거나 촬영해 첨부해 주십시오.',
  },
  pdfActs: {
    status: 415,
    en: '"{name}" is a PDF that does something when it is opened or carries other files ({what}), so it was not attached. Print it to a new PDF, or take a picture of it.',
    ko: '"{name}"은(는) 열면 무언가 실행되거나 다른 파일이 들어 있는 PDF({what})이므로 첨부하지 못했습니다. 새 PDF로 인쇄하거나 촬영해 첨부해 주십시오.',
  },
  pdfUnseen: {
    status: 415,
    en: '"{name}" is a PDF whose inside cannot be looked through, so it was not attached. Print it to a new PDF, or take a picture of it.',
    ko: '"{name}"은(는) 내용을 확인할 수 없는 방식으로 만든 PDF이므로 첨부하지 못했습니다. 새 PDF로 인쇄하거나 촬영해 첨부해 주십시오.',
  },
  questionFull: {
    status: 409,
    en: 'This question has {limit} files already, the most there may be, so "{name}" was not attached. Remove one that is not needed first.',
    ko: '이 문항에는 이미 한도인 {limit}개의 파일이 있어 "{name}"을(를) 첨부하지 못했습니다. 필요 없는 파일을 먼저 삭제해 주십시오.',
  },
  responseFull: {
    status: 409,
    en: 'The files of this survey have reached the limit ({files} files or {limit} MB), so "{name}" was not attached. Remove some that are not needed first.',
    ko: '이 조사에 첨부한 파일이 한도({files}개 또는 {limit} MB)에 이르러 "{name}"을(를) 첨부하지 못했습니다. 필요 없는 파일을 먼저 삭제해 주십시오.',
  },
  evidenceGone: {
    status: 410,
    en: '"{name}" is not whole any more, so it cannot be shown. Tell the operator of the site.',
    ko: '"{name}"이(가) 온전히 남아 있지 않아 보여 드릴 수 없습니다. 운영자에게 알려 주십시오.',
  },
  tooManyUploads: {
    status: 503,
    en: 'Many files are being sent at this moment, so this one was not taken. Wait a little and send it again.',
    ko: '지금 전송 중인 파일이 많아 받지 못했습니다. 잠시 뒤 다시 보내 주십시오.',
  },
} satisfies Record<string, ProblemKind>;

export type EvidenceProblemCode = keyof typeof evidenceProblems;

export const evidenceProblem = (
  code: EvidenceProblemCode,
  values: Readonly<Record<string, string | number>> = {},
  field = 'file',
): Problem => new Problem(code, evidenceProblems[code].status, sentenceOf(evidenceProblems[code], values), field);
