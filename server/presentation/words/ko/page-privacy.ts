import type { privacyWords as english } from '../en/page-privacy.js';

/** Korean words of the page on one's own data. */
export const privacyWords: typeof english = {
  privacy: {
    link: '내 정보와 동의',
    title: '내 정보와 동의',
    lead: '응답을 어디에 쓸지는 용도마다 따로 정하실 수 있습니다. 동의를 거두셔도 불이익은 없습니다.',
    uses: {
      statistics: {
        title: '통계작성',
        what: '다른 사업장의 응답과 합쳐 집계합니다. 사업장 하나의 내용이 드러나는 수치는 공표하지 않습니다(통계법 제33조).',
        withdrawn: '법에 따른 조사이므로 여기에서 거둘 수 없습니다.',
      },
      ownReport: {
        title: '우리 사업장 보고서',
        what: '응답으로 온실가스 인벤토리와 전환계획을 만들어 귀 사업장에만 보여 드립니다.',
        withdrawn:
          '그때부터 결과 화면과 전환계획을 보여 드리지 않습니다. 응답은 그대로 있으며, 이미 내려받으신 파일은 귀 사업장의 것입니다.',
      },
      programMatching: {
        title: '지원사업 찾기',
        what: '귀 사업장에 맞는 지원사업을 전환계획에 적고, 그 사업의 담당자가 해당 여부를 확인할 수 있습니다.',
        withdrawn:
          '그때부터 전환계획에 지원사업을 적지 않고, 사업 담당자에게도 귀 사업장이 보이지 않습니다. 그 전에 누가 보았는지는 감사기록에 남아 있습니다.',
      },
      ministrySharing: {
        title: '부처 간 공유',
        what: '지원사업을 운영하는 다른 부처가 응답을 봅니다. 응답하신 분의 성명과 연락처는 넘기지 않습니다.',
        withdrawn: '그때부터 더는 공유하지 않습니다. 그 전에 넘긴 내역은 감사기록에 있으며, 조사를 맡은 부처가 삭제를 요청합니다.',
      },
    },
    allowed: '동의함',
    notAllowed: '동의하지 않음',
    withdrawnTitle: '동의를 거두시면:',
    withdraw: '동의 거두기',
    give: '동의하시려면 조사의 첫 부문에서 표시하고 저장하십시오.',
    toForm: '조사의 동의 부문으로 가기',
    done: '동의를 거두었습니다. 지금부터 적용됩니다.',
    noResponses: '아직 답하기 시작한 조사가 없습니다.',
    keptTitle: '무엇을, 얼마 동안, 왜 보관하는가',
    keptLead: '삭제를 원하시면 안내문에 적힌 담당 부서에 사업자등록번호와 함께 요청해 주십시오.',
    columns: { holds: '보관하는 것', months: '보관 기간', onRequest: '삭제 요청', basis: '근거' },
    months: (months, from) => {
      if (months === null) return '통계를 보존하는 동안';
      if (months === 0) return '끝날 때까지';
      return `${{ roundClosed: '조사가 마감된 뒤', expired: '끝난 뒤', written: '적힌 뒤' }[from]} ${months}개월`;
    },
    onRequest: { erased: '지움', kept: '보관' },
    recalled: '(조문 확인 필요)',
  },
};
