import type { Confidence } from '../../server/domain/confidence.js';
import type {
  CandidateMeasure,
  Check,
  EstablishmentProfile,
  ProgramMatch,
  Range,
  Text,
  ThreeValued,
  TransitionPlan,
} from '../../server/planner/plan.js';
import { hash, inventory, source } from './inventory-fixture.js';

/** A transition plan written by hand, for tests of how plans are worded and printed: figures of a real order of size, no real establishment. */

const both = (ko: string, en: string): Text => ({ ko, en });

export const range = (low: number, typical: number | null, high: number, unit: string, confidence: Confidence = 'recalled'): Range => ({
  low,
  typical,
  high,
  unit,
  confidence,
});

export const check = (outcome: ThreeValued, ko: string, en: string): Check => ({
  label: both(ko, en),
  outcome,
  reason: {
    yes: both('사업장의 답과 맞습니다.', 'It agrees with the answers.'),
    no: both('사업장의 답과 맞지 않습니다.', 'It does not agree with the answers.'),
    unknown: both('이 문항에 답하지 않았습니다.', 'This question was not answered.'),
  }[outcome],
  question: 'main-equipment',
});

export const measure = (id: string, ko: string, en: string, size: number): CandidateMeasure => ({
  id,
  name: both(ko, en),
  description: both(
    '현장에서 널리 쓰는 방법이며, 설비의 상태에 따라 효과가 다릅니다.',
    'In wide use; what it saves depends on the state of the equipment.',
  ),
  category: both('압축공기', 'Compressed air'),
  carrier: 'electricity',
  verdict: 'fits',
  checks: [check('unknown', '부하 변동', 'Varying load')],
  basis: both('구매전력 640 MWh 가운데 공기압축 비중 10~20%', 'Share of compressed air, 10–20%, of 640 MWh of purchased electricity'),
  baseline: range(64, 96, 128, 'MWh/year'),
  energySaving: range(size * 0.9, size * 2.2, size * 4.1, 'MWh/year'),
  addedElectricity: null,
  abatement: range(size * 0.41, size, size * 1.86, 'tCO2eq/year'),
  abatementMethod: 'location',
  costSaving: range(size * 130_000, size * 320_000, size * 640_000, 'KRW/year'),
  yearlyCost: null,
  investment: range(size * 500_000, size * 900_000, size * 1_600_000, 'KRW', 'read-in-copy'),
  paybackYears: range(1.2, 2.8, 6.4, 'years', 'derived'),
  paybackNote: null,
  lifetimeYears: { value: 13, confidence: 'recalled' },
  confidence: 'recalled',
  figures: [
    { label: both('절감률', 'Saving'), range: range(0.15, 0.3, 0.4, 'share', 'read-in-copy'), sourceId: 'eea' },
    { label: both('전력 단가', 'Price of electricity'), range: range(130, 150, 170, 'KRW/kWh', 'derived'), sourceId: null },
  ],
  exclusiveWith: [],
  programs: ['p1'],
  sources: [source('eea', '압축공기 절감 표준 사례')],
});

export const unclearMeasure = (id: string, ko: string, en: string): CandidateMeasure => ({
  ...measure(id, ko, en, 1),
  verdict: 'cannotTell',
  checks: [check('unknown', '보일러 유무', 'Has a boiler'), check('unknown', '보일러 용량', 'Size of the boiler')],
  baseline: null,
  energySaving: null,
  abatement: null,
  costSaving: null,
  investment: null,
  paybackYears: null,
  lifetimeYears: null,
  figures: [],
});

export const program = (id: string, ko: string, en: string, eligibility: ThreeValued): ProgramMatch => ({
  id,
  name: both(ko, en),
  ministry: both('중소벤처기업부', 'Ministry of SMEs and Startups'),
  agency: both('중소벤처기업진흥공단', 'Korea SMEs and Startups Agency'),
  kind: both('보조', 'Subsidy'),
  years: [2025, 2026],
  nature: 'support',
  eligibility,
  checks: [check('yes', '중소기업', 'Small or medium-sized'), check(eligibility, '산업단지 입주', 'Stands in an industrial complex')],
  terms: both('설비 투자비의 50%, 3억 원까지', '50% of the investment, up to KRW 300 million'),
  window: both('2026년 2월 10일~3월 4일', '10 February to 4 March 2026'),
  measures: ['m1', 'm2'],
  linkConfidence: 'derived',
  confidence: 'read-in-copy',
  sources: [source(`notice-${id}`, `${ko} 공고 기사`)],
});

export const establishment: EstablishmentProfile = {
  name: '한빛주물(예시)',
  industryCode: 'C24311',
  workers: 12,
  region: '경상남도',
  complex: '창원국가산업단지',
  averageSales: null,
};

/** The plan of a small foundry. */
export const foundryPlan: TransitionPlan = {
  establishment,
  inventory,
  measures: [
    measure('m1', '인버터(VSD) 공기압축기 교체', 'VSD compressor replacement', 11.4),
    measure('m2', '압축공기 누설 보수', 'Compressed-air leak repair', 5.2),
    {
      ...measure('m3', '고효율 전동기(IE4) 교체', 'High-efficiency motors (IE4)', 3.1),
      paybackYears: null,
      paybackNote: both('투자비를 알 수 없습니다.', 'The investment is not known.'),
    },
    unclearMeasure('m4', '폐열 회수 열교환기', 'Waste-heat exchanger'),
  ],
  setAside: [
    {
      id: 's1',
      name: both('보일러 공기비 조정', 'Boiler air ratio'),
      reason: both('보고된 보일러 연료가 없습니다.', 'No boiler fuel was reported.'),
    },
  ],
  programs: [
    program('p1', '중소기업 탄소중립 설비투자 지원사업', 'SME carbon-neutral equipment investment support', 'yes'),
    program('p2', '산업단지 클린팩토리', 'Clean factory in industrial complexes', 'unknown'),
    { ...program('p3', '에너지 사용량 신고', 'Energy use report', 'unknown'), nature: 'duty' },
    program('p4', '배출권거래제 할당업체 설비 지원', 'Support for allocated entities of emissions trading', 'no'),
  ],
  notes: [
    both(
      '전력과 연료의 단가는 공개된 요금표의 값이며 실제 계약과 다를 수 있습니다.',
      'Prices are those of published tariffs; the contract may differ.',
    ),
    both('지원사업 조건은 2025·2026년 기준이므로 공고를 확인하십시오.', 'Terms of programs are as of 2025 and 2026; check the call.'),
  ],
  catalogHash: hash,
};
