import type { knownWords as english } from '../en/page-known.js';

/** Korean words of what is known beside the answers: last year's, where an answer came from, and what was corrected. */
export const knownWords: typeof english = {
  known: {
    earlier: (year, answer) => `${year}년 응답: ${answer}`,
    rows: (count) => `${count}줄`,
    origins: {
      carried: '지난해 응답에서 가져옴',
      register: '등록 정보에서 가져옴',
      energyReport: '에너지사용량 신고에서 가져옴',
      import: '올리신 파일에서 읽음',
    },
    unconfirmed: '확인 전입니다. 달라졌으면 고쳐 주십시오. 이 화면을 저장하면 확인한 것으로 봅니다.',
    confirmed: '확인함',
    check: {
      title: (count) => `가져온 값 가운데 아직 확인하지 않은 문항이 ${count}개 있습니다`,
      hint: '지난해 응답, 등록 정보, 신고 자료에서 가져온 값입니다. 그대로 제출하셔도 되지만, 확인하지 않은 값으로 기록됩니다.',
      confirm: '모두 맞습니다',
    },
    correction: (raw, accepted, who, when) => `‘${raw}’에서 ‘${accepted}’(으)로 고침(${who}, ${when})`,
    suggested: (suggested) => `제안한 값 ‘${suggested}’`,
    empty: '(빈칸)',
    bySelf: '응답자',
    byStaff: '조사 담당자',
    report: {
      title: '에너지사용량 신고 자료로 채우기',
      lead: '연간 에너지를 2,000 toe 이상 쓰는 사업장이 매년 1월에 하는 에너지사용량 신고의 값을 파일로 올려 채울 수 있습니다.',
      templateTitle: '1. 적을 파일 내려받기',
      templateLead: '에너지원마다 한 행에 단위와 네 분기(또는 연간) 사용량을 적습니다. 같은 열이 있는 파일이면 그대로 올리셔도 됩니다.',
      template: '빈 신고 서식(CSV)',
      fileTitle: '2. 적은 파일 고르기',
      file: 'CSV 또는 XLSX 파일',
      check: '채울 내용 보기',
      closed: '마감된 조사 회차입니다. 응답을 볼 수는 있지만 고칠 수 없습니다.',
      rulesTitle: '파일을 읽는 방법',
      rules: [
        '분기 사용량을 더해 연간으로 채웁니다. 둘 다 적었으면 1% 넘게 다를 수 없습니다.',
        '보여 드리기 전에는 아무것도 저장하지 않습니다. 채운 값은 확인하실 때까지 표시해 둡니다.',
        '조사표에 없는 에너지원은 칸과 함께 알려 드리며 읽지 않습니다.',
        'UTF-8과 CP949(한글 엑셀)를 모두 읽습니다. 파일 자체는 보관하지 않습니다.',
      ],
      saved: (count) => `응답 ${count}개를 채웠습니다. 확인하실 때까지 표시해 둡니다.`,
      unchanged: '이미 같은 응답이어서 바뀐 것이 없습니다.',
      link: '에너지사용량 신고 자료로 채우기(2,000 toe 이상 사업장)',
    },
  },
};
