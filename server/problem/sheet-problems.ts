import { Problem, type ProblemKind, sentenceOf } from './problem.js';

/** Why a spreadsheet that was handed in is not read. */
export const sheetProblems = {
  sheetMissing: {
    status: 422,
    en: 'No file was chosen, or it is empty. Choose an XLSX or CSV file.',
    ko: '파일을 고르지 않았거나 빈 파일입니다. XLSX나 CSV 파일을 골라 주십시오.',
  },
  sheetTooLarge: {
    status: 413,
    en: 'The file is larger than {kib} KiB. Remove pictures and sheets that do not belong to it.',
    ko: '파일이 {kib}KiB를 넘습니다. 그림이나 관계없는 시트를 지우고 다시 올려 주십시오.',
  },
  sheetOldFormat: {
    status: 415,
    en: 'The file is an old Excel file (.xls) or has a password. Save it as XLSX without a password.',
    ko: '옛 엑셀 형식(.xls)이거나 암호가 걸린 파일입니다. 암호 없는 XLSX로 저장해 다시 올려 주십시오.',
  },
  sheetWebPage: {
    status: 415,
    en: 'The file is a web page, whatever its name says. Open it in the spreadsheet program and save it as XLSX.',
    ko: '이름과 달리 웹 문서(HTML)입니다. 표 계산 프로그램에서 열어 XLSX로 저장한 뒤 다시 올려 주십시오.',
  },
  sheetOtherType: {
    status: 415,
    en: 'The file is neither XLSX nor CSV. What counts is what is in it, not its name.',
    ko: 'XLSX도 CSV도 아닌 파일입니다. 파일 이름이 아니라 내용으로 판단합니다.',
  },
  sheetMacros: {
    status: 415,
    en: 'The file has macros (.xlsm). Save it as XLSX without macros.',
    ko: '매크로가 든 파일(.xlsm)입니다. 매크로 없는 XLSX로 저장해 다시 올려 주십시오.',
  },
  sheetDamaged: {
    status: 422,
    en: 'The file is damaged, so nothing of it was read. Open it in the spreadsheet program and save it again as XLSX.',
    ko: '파일이 손상되어 아무것도 읽지 않았습니다. 표 계산 프로그램에서 열어 XLSX로 다시 저장해 주십시오.',
  },
  sheetUnsafe: {
    status: 422,
    en: 'The file holds something that no spreadsheet needs ({what}), so nothing of it was read. Save it again as XLSX.',
    ko: '표에 필요 없는 내용({what})이 들어 있어 아무것도 읽지 않았습니다. XLSX로 다시 저장해 주십시오.',
  },
  sheetUnpacks: {
    status: 413,
    en: 'Unpacked, the file would be far too large (over {mib} MiB, or packed over {ratio} times), so nothing of it was read.',
    ko: '압축을 풀면 지나치게 커지는 파일({mib}MiB 초과 또는 압축률 {ratio}배 초과)이어서 아무것도 읽지 않았습니다.',
  },
  sheetManyParts: {
    status: 413,
    en: 'The file has more than {limit} parts, so nothing of it was read. Copy the cells into a new file.',
    ko: '파일 안의 항목이 {limit}개를 넘어 아무것도 읽지 않았습니다. 새 파일에 칸을 옮겨 다시 올려 주십시오.',
  },
  sheetManyCells: {
    status: 413,
    en: 'More than {limit} cells are filled in, so nothing was read. Remove what does not belong to it.',
    ko: '내용이 든 칸이 {limit}개를 넘어 아무것도 읽지 않았습니다. 관계없는 내용을 지워 주십시오.',
  },
  sheetFarCell: {
    status: 422,
    en: 'The cell {address} is filled in, far outside of any table ({rows} rows, {columns} columns). Empty it and send the file again.',
    ko: '표에서 멀리 떨어진 {address} 칸에 내용이 있습니다({rows}행 {columns}열까지). 그 칸을 비우고 다시 올려 주십시오.',
  },
  sheetTooSlow: {
    status: 422,
    en: 'Reading the file takes more time or memory than any form needs, so it was stopped. Copy the cells into a new file.',
    ko: '파일을 읽는 데 지나치게 많은 시간이나 메모리가 들어 중단했습니다. 새 파일에 칸을 옮겨 다시 올려 주십시오.',
  },
  sheetBusy: {
    status: 503,
    en: 'Many files are being read right now. Wait a moment and send it again; nothing was changed.',
    ko: '지금 읽고 있는 파일이 많습니다. 잠시 뒤 다시 올려 주십시오. 바뀐 것은 없습니다.',
  },
  sheetEncoding: {
    status: 422,
    en: 'The letters of the file can be read neither as UTF-8 nor as CP949. Save it as "CSV UTF-8" or as XLSX.',
    ko: '파일의 글자를 UTF-8로도 CP949로도 읽을 수 없습니다. "CSV UTF-8"이나 XLSX로 저장해 주십시오.',
  },
  sheetNotCsv: {
    status: 422,
    en: 'Line {line} cannot be read as CSV: a quotation mark is not closed or stands in the middle of a cell.',
    ko: '{line}행을 CSV로 읽을 수 없습니다. 따옴표가 닫히지 않았거나 칸 중간에 있습니다.',
  },
  sheetNotTemplate: {
    status: 422,
    en: 'The file is not the template of this form: its first column does not say which question a row belongs to. Download the template and copy your answers into it.',
    ko: '이 조사표의 서식 파일이 아닙니다. 첫 열에 문항 표시가 없습니다. 서식을 내려받아 응답을 옮겨 적어 주십시오.',
  },
  sheetOtherForm: {
    status: 422,
    en: 'The file was made for another form ({found}); this one is {wanted}. Download the template of this form.',
    ko: '다른 조사표({found})의 서식 파일입니다. 이 조사표는 {wanted}입니다. 이 조사표의 서식을 내려받아 주십시오.',
  },
  sheetOutdated: {
    status: 409,
    en: 'Answers were changed elsewhere since the file was checked, so nothing was saved. Choose the file again to see what it would change now.',
    ko: '파일을 검사한 뒤 다른 창에서 응답이 바뀌어 아무것도 저장하지 않았습니다. 파일을 다시 골라 바뀔 내용을 확인해 주십시오.',
  },
  sheetLost: {
    status: 422,
    en: 'What was to be saved arrived damaged, so nothing was saved. Choose the file again.',
    ko: '저장할 내용이 온전하지 않아 아무것도 저장하지 않았습니다. 파일을 다시 골라 주십시오.',
  },
} satisfies Record<string, ProblemKind>;

export type SheetProblemCode = keyof typeof sheetProblems;

export const sheetProblem = (code: SheetProblemCode, values: Readonly<Record<string, string | number>> = {}, field = 'file'): Problem =>
  new Problem(code, sheetProblems[code].status, sentenceOf(sheetProblems[code], values), field);
