import { equipmentNotes } from './equipment-notes.js';
import type { Facts } from './facts.js';
import type { CandidateMeasure, Text } from './plan.js';
import type { PlanInput } from './plan-input.js';
import type { PlannerData } from './planner-data.js';
import { siteFuel } from './site-energy.js';

const always: readonly Text[] = [
  {
    ko: '감축수단별 수치는 그 수단 하나만 시행할 때의 값입니다. 같은 용도의 수단을 함께 시행하면 효과가 겹치므로 더할 수 없습니다.',
    en: 'The figures of a measure hold when it is taken alone. Measures on the same end use overlap, so their figures must not be added up.',
  },
  {
    ko: '감축량은 이 인벤토리의 배출계수(전력은 지역기반)로 계산했으며, 앞으로 전력배출계수가 낮아지는 효과는 넣지 않았습니다.',
    en: 'Abatement uses the emission factors of this inventory (location-based for electricity); a cleaner grid in later years is not counted.',
  },
  {
    ko: '비용은 부가가치세를 뺀 기본 단가로 계산했습니다. 실제 고지서의 단가가 있으면 그것이 더 정확합니다.',
    en: 'Costs use default prices without value added tax. The prices of your own bills are more exact.',
  },
];

const aboutPrograms: readonly Text[] = [
  {
    ko: '지원사업의 조건은 해마다 바뀝니다. 표시한 연도의 내용이며, 신청 전에 공고를 확인해야 합니다. 선정 여부는 알 수 없습니다.',
    en: 'Terms of support programs change every year. They are those of the years shown; check the call before applying. An award is never certain.',
  },
  {
    ko: '지원사업과 감축수단의 연결은 사업 설명을 보고 사람이 판단한 것입니다.',
    en: 'The links between programs and measures were made by hand from their descriptions.',
  },
];

const notMatched: Text = {
  ko: '지원사업 안내에 동의하지 않아 지원사업을 넣지 않았습니다. 조사표의 동의 항목에서 바꿀 수 있습니다.',
  en: 'Support programs are left out, for the establishment did not agree to be held against them. The consent section of the form can change that.',
};

const when = (condition: boolean, note: Text): readonly Text[] => (condition ? [note] : []);

/** What was assumed and what the reader must know, for this establishment. */
export const planNotes = (input: PlanInput, measures: readonly CandidateMeasure[], facts: Facts, data: PlannerData): readonly Text[] => {
  const { inventory, activityData, equipment = [] } = input;
  const kinds = data.measures.equipment;
  const fuel = siteFuel(inventory, activityData, 'stationaryCombustion', data.measures, () => true).amount;
  const noElectricity = facts.electricityMWh === 0;
  const noFuel = fuel === 0;
  const heat = inventory.energy.some((line) => line.category === 'purchasedHeat' && line.netTJ !== 0);
  const recalled = measures.some((measure) => measure.confidence === 'recalled');
  const newest = data.measures.prices
    .map((price) => price.validFrom)
    .sort()
    .at(-1);
  return [
    ...always,
    ...(input.matchPrograms === false ? [notMatched] : aboutPrograms),
    ...equipmentNotes('electricity', facts.electricityMWh, equipment, kinds),
    ...equipmentNotes('fuel', fuel, equipment, kinds),
    ...when(newest !== undefined, {
      ko: `기본 단가는 ${newest}까지 확인한 값입니다.`,
      en: `Default prices are those found up to ${newest}.`,
    }),
    ...when(recalled, {
      ko: "신뢰도가 '확인 전'인 수치는 문헌과 대조하지 않은 공학적 통상값을 포함합니다. 투자 결정 전에 진단이나 견적으로 확인해 주세요.",
      en: 'Figures marked "Unverified" rest on typical engineering values not yet checked against a document. Confirm them by an audit or a quote before investing.',
    }),
    ...when(facts.industry === null, {
      ko: '업종코드를 알 수 없어 용도별 에너지 사용량을 추정하지 못한 수단이 있습니다.',
      en: 'Without an industry code the energy of several end uses could not be told.',
    }),
    ...when(noElectricity, {
      ko: '인벤토리에 구매전력이 없어 전력 감축수단은 제외했습니다.',
      en: 'The inventory holds no purchased electricity, so measures on electricity are left out.',
    }),
    ...when(noFuel, {
      ko: '인벤토리에 고정연소 연료가 없어 연료 감축수단은 제외했습니다.',
      en: 'The inventory holds no stationary fuel, so measures on fuel are left out.',
    }),
    ...when(heat, { ko: '구매한 열을 줄이는 수단은 아직 다루지 않습니다.', en: 'Measures on purchased heat are not covered yet.' }),
  ];
};
