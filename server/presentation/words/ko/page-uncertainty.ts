import type { uncertaintyWords as en } from '../en/page-uncertainty.js';

/** Korean words on how well a result is known. */
export const uncertaintyWords: typeof en = {
  uncertainty: {
    title: '합계를 얼마나 정확히 알 수 있습니까?',
    interval: (lower, upper) => `합계는 95 % 신뢰수준으로 ${lower}~${upper} tCO₂eq입니다.`,
    atLeast: (lower, upper) =>
      `알려진 불확도만으로도 합계는 ${lower}~${upper} tCO₂eq 사이에서 달라질 수 있습니다(95 % 신뢰수준). 알려지지 않은 불확도까지 더하면 구간은 이보다 넓어집니다.`,
    noInterval: '계산에 쓴 수치의 불확도가 알려져 있지 않아 구간을 제시할 수 없습니다. 합계가 정확하다는 뜻은 아닙니다.',
    coverage: (complete, partial, none) =>
      `합계 가운데 ${complete}는 구간에 모두 반영되었고, ${partial}는 일부만 반영되었으며, ${none}는 반영되지 않았습니다.`,
    nothing: '합계가 0입니다.',
    firstTitle: '먼저 더 정확히 측정할 것',
    firstLead: '알려진 불확도가 어디에서 오는지 큰 것부터 보여 줍니다.',
    unknownTitle: '먼저 알아볼 것',
    unknownLead: '불확도를 모르는 수치와, 그 수치에 달린 합계의 비율입니다.',
    quantity: (source) => `사용량: ${source}`,
    ownFactor: (source) => `사업장 고유 배출계수(${source})`,
  },
};
