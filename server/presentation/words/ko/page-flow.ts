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
    saving: '저장하는 중입니다 …',
    saved: (time) => `${time}에 저장했습니다.`,
    notSaved: '아직 저장하지 못했습니다. 서버에 연결되지 않습니다. 적은 내용은 이 화면에 남아 있으며, 연결되면 바로 저장합니다.',
    sessionOver:
      '아직 저장하지 못했습니다. 접속 시간이 끝났습니다. 적은 내용은 이 화면에 남아 있습니다. 다른 탭에서 초대 링크나 재접속 링크로 다시 들어오면 저장합니다.',
    contested: (codes) =>
      `저장하지 않았습니다. ${codes}번이 다른 창에서 바뀌었습니다. 적은 내용은 이 화면에 남아 있습니다. ‘저장하고 계속’을 눌러 두 내용을 견주어 고르세요.`,
    restored: '저장되지 않고 남아 있던 내용을 다시 채웠습니다.',
    savedHint: '고친 내용을 저장했습니다. 지금 고치거나 나중에 고칠 수 있습니다.',
  },
};
