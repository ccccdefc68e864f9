import type { flowWords as english } from '../en/page-flow.js';

/** Korean words of the way through the form. */
export const flowWords: typeof english = {
  flow: {
    step: (section, at, of) => `${section}: ${of}단계 중 ${at}단계`,
    whole: (answered, asked) =>
      `전체 진행: ${asked}문항 중 ${answered}문항 답함(${asked === 0 ? 0 : Math.floor((100 * answered) / asked)}%)`,
    before: '이전',
    toCheck: '답한 내용 확인',
    allSections: '전체 항목',
    wholeSection: '이 항목을 한 화면에서 보기',
    onePerPage: '한 문항씩 보기',
    skipOn: '나중에 고치고 다음으로',
    notAsked: '앞에서 답한 내용에 따라 이 화면의 문항은 해당하지 않습니다. 적지 않으셔도 됩니다.',
    goOn: '다음으로',
    links: '조사표 이동',
  },
};
