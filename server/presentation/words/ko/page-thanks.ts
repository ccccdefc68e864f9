import type { thanksWords as english } from '../en/page-thanks.js';

/** Korean words of the page after submitting. */
export const thanksWords: typeof english = {
  thanks: {
    title: '응답해 주셔서 감사합니다. 제출을 마쳤습니다',
    lead: '답하신 내용으로 계산한 결과입니다. 조사가 마감될 때까지 고쳐서 다시 제출할 수 있습니다.',
    emissions: '온실가스 배출량(Scope 1·2)',
    energy: '에너지 사용량',
    before: (year, amount, change) => `${year}년: ${amount}${change}`,
    change: (direction, share) => ` (올해 ${share} ${direction === 'more' ? '증가' : '감소'})`,
    noYearBefore: (year) => `견주어 볼 ${year}년 제출 결과가 없습니다.`,
    groupTitle: '비슷한 사업장과 견주어 보기',
    group: (industry, size) => `${industry}, 종사자 ${size.endsWith('+') ? `${size.slice(0, -1)}명 이상` : `${size.replace('-', '~')}명`}`,
    rank: (group, of, rank, percent) =>
      `${group}: 제출한 사업장 ${of}곳 가운데 종사자 1인당 배출량이 낮은 순으로 ${rank}번째입니다(낮은 쪽 ${percent}% 안).`,
    groupSmall: (group, least) =>
      `${group}: 아직 제출한 사업장이 ${least}곳이 되지 않습니다. 다른 사업장을 알아볼 수 없도록 ${least}곳 이상일 때만 순위를 보여 드립니다.`,
    groupUnknown: '순위를 내려면 업종과 종사자 수가 있어야 하는데, 둘 가운데 답하지 않은 것이 있습니다.',
    groupAbout:
      '이름 없이, 두 자리까지만 남긴 종사자 1인당 배출량으로 셉니다. 같은 묶음이라도 만드는 것이 다를 수 있으므로 순위가 곧 평가는 아닙니다.',
    toResult: '전체 결과 보기',
    toAnswers: '답한 내용으로 돌아가기',
  },
};
