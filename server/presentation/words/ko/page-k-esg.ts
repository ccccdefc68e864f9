import type { kEsgWords as english } from '../en/page-k-esg.js';

const states = {
  blank: '답하지 않음',
  unknown: '‘모름’으로 답함',
  refused: '응답을 거부함',
  notApplicable: '‘해당 없음’으로 답함',
  unreadable: '적힌 내용을 읽을 수 없음',
} as const;

/** Korean words of the sheet of K-ESG indicators. */
export const kEsgWords: typeof english = {
  kEsg: {
    lead: '이 조사에 답하신 내용으로 K-ESG 환경 항목을 채웠습니다. 새로 적으실 것은 없고, 비어 있는 항목에는 무엇이 빠졌는지 적었습니다.',
    version: '목록의 판',
    trust: '주의',
    draft: '아직 제출하지 않아 온실가스와 에너지는 계산되지 않았습니다. 제출하면 이 화면에 나옵니다.',
    changedSince: '제출한 뒤에 고친 응답은 들어 있지 않습니다. 다시 제출하면 반영됩니다.',
    kinds: { direct: '이 조사에서 바로 나오는 항목', extra: '추가 문항에서 나오는 항목', optional: '선택 항목' },
    kindsAbout: {
      direct: '에너지, 용수, 폐기물 문항과 계산된 배출량에서 가져왔습니다.',
      extra: '‘K-ESG 환경 항목’에서 따로 묻는 문항입니다.',
      optional: '알고 계시는 경우에만 적는 항목입니다.',
    },
    ofSmallFirms: '중소·중견기업 항목',
    ofInventory: '계산 결과',
    from: '근거',
    lacks: '빠진 것',
    leftOut: '이 표에 없는 항목과 그 까닭',
    download: '엑셀 파일로 내려받기',
    back: '조사표로 돌아가기',
    link: 'K-ESG 환경 항목표 보기',
    sheetName: 'K-ESG 환경',
    fileStem: 'K-ESG_환경항목',
    columns: {
      code: '항목 번호',
      indicator: '항목',
      figure: '세부 내용',
      value: '값',
      unit: '단위',
      from: '근거 문항',
      lacks: '빠진 것',
      version: '목록의 판',
      confidence: '항목 번호의 확인 정도',
    },
    confidence: {
      'read-in-original': '원문에서 읽음',
      'read-in-copy': '사본에서 읽음',
      'two-copies': '두 사본에서 읽음',
      derived: '다른 값에서 이끌어 냄',
      recalled: '기억에 따름',
    },
    lack: {
      answer: (code, state) => `${code}: ${states[state]}`,
      undecided: (code) => `${code}: 앞 문항에 답하지 않아 해당하는지 알 수 없음`,
      notAsked: (code) => `${code}에 답하신 내용에 따라 묻지 않은 항목입니다`,
      inventory: '제출하면 계산됩니다',
      notOnForm: '이 조사표에서는 묻지 않는 항목입니다',
      cannotTell: '나눌 값이 0이거나, 답하신 내용만으로는 알 수 없습니다',
    },
  },
};
