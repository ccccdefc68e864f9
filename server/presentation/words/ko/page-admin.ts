import type { adminWords as english } from '../en/page-admin.js';

/** Korean words of administration: rounds. */
export const adminWords: typeof english = {
  rounds: {
    title: '조사 회차',
    lead: '회차마다 조사표 한 종으로 한 해의 응답을 받습니다.',
    code: '회차 코드',
    edition: '조사표',
    year: '기준 연도',
    state: '상태',
    opened: '시작',
    closed: '마감',
    states: { planned: '준비 중', open: '진행 중', closed: '마감', archived: '보관' },
    examples: '예시',
    create: '새 회차',
    createLead: '먼저 준비 상태로 만들어집니다. 회차를 시작해야 사업장에 보입니다.',
    codeHelp: '영문 소문자, 숫자, 붙임표로 2~40자입니다. 나중에 바꿀 수 없습니다.',
    created: '회차를 만들었습니다. 아직 시작하지 않았습니다.',
    done: '처리했습니다.',
    steps: { open: '회차 시작', close: '회차 마감', archive: '회차 보관' },
    stepsTitle: '지금 할 수 있는 일',
    noSteps: '보관된 회차입니다. 더 바꿀 수 없습니다.',
    confirm: '처리하면 이렇게 됩니다',
    means: {
      open: ['명부의 사업장에 이 회차가 보이고, 응답을 시작·저장·제출할 수 있습니다.', '이 회차의 안내문을 인쇄할 수 있습니다.'],
      close: [
        '지금부터 이 회차의 응답을 시작하거나 저장하거나 제출할 수 없습니다. 작성 중인 응답은 그대로 남고 제출되지 않습니다.',
        '제출한 사업장은 결과를 계속 보고 전환계획을 내려받을 수 있습니다.',
        '마감한 날부터 보유 기간을 셉니다.',
        '보관하기 전까지는 늦은 응답을 받기 위해 다시 시작할 수 있습니다.',
      ],
      archive: [
        '회차를 완전히 닫아 둡니다. 다시 시작할 수 없습니다.',
        '응답을 시작하지 않은 사업장에는 더 보이지 않습니다. 제출된 응답은 통계법에 따라 그대로 보관합니다.',
      ],
    },
    reason: '사유',
    reasonHelp: '감사기록에 남습니다.',
    sure: '내용을 읽었으며 그대로 처리합니다',
    back: '회차 화면으로',
    progress: '진행 상황',
    fieldWork: '안내문과 배정',
    all: '회차 목록',
  },
};
