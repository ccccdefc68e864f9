/**
 * How a modifier enters the equation. `times` multiplies, `remainder` multiplies by what it leaves of the whole, `abated` belongs to the
 * pair 1 − d · a, `minus` takes tonnes of CO2 off the result.
 */
export type ModifierEffect = 'times' | 'remainder' | 'abated' | 'minus';

interface Modifier {
  readonly symbol: string;
  readonly effect: ModifierEffect;
  readonly kind: 'share' | 'positive' | 'quantity';
  readonly unit: string;
  readonly en: string;
  readonly ko: string;
}

const share = (symbol: string, effect: ModifierEffect, en: string, ko: string): Modifier => ({
  symbol,
  effect,
  kind: 'share',
  unit: '1',
  en,
  ko,
});

/** Every term a process may know besides its quantity. Which process knows which, with defaults and bounds, is data. */
export const processModifiers = {
  kilnDustCorrection: {
    symbol: 'CF',
    effect: 'times',
    kind: 'positive',
    unit: '1',
    en: 'Correction for kiln dust, 1 or more (IPCC: 1.02)',
    ko: '킬른더스트(CKD·LKD) 보정계수, 1 이상(IPCC 1.02)',
  },
  hydratedLimeCorrection: share('Ch', 'times', 'Correction for hydrated lime (IPCC: 0.97)', '소석회 보정계수(IPCC 0.97)'),
  purity: share('p', 'times', 'Share of the carbonate in the raw material', '원료 중 탄산염의 비율(순도)'),
  calcinedFraction: share('F', 'times', 'Share of the carbonate that is calcined', '소성된 탄산염의 비율'),
  carbonateShare: share('w', 'times', 'Share of carbonates in the clay', '점토 중 탄산염의 비율'),
  clinkerRatio: share('CL', 'times', 'Share of clinker made on the site in the cement', '시멘트 중 자체 생산 클링커의 비율'),
  culletRatio: share('CR', 'remainder', 'Share of cullet in the glass melted', '유리 용융량 중 파유리(컬릿)의 비율'),
  oxidizedFraction: share('COF', 'times', 'Share of the carbon that is oxidized', '산화되는 탄소의 비율'),
  recoveredCo2Tonnes: {
    symbol: 'R',
    effect: 'minus',
    kind: 'quantity',
    unit: 't',
    en: 'CO2 recovered for urea or another product, tonnes',
    ko: '요소 등 제품에 쓰려고 회수한 CO2, 톤',
  },
  anodeEffectMinutes: {
    symbol: 'AEM',
    effect: 'times',
    kind: 'quantity',
    unit: 'min',
    en: 'Minutes of anode effect per cell and day',
    ko: '전해조 하루당 양극효과 시간(분)',
  },
  capacityUtilization: share('Cu', 'times', 'Share of the design capacity that was used', '설계 용량 대비 가동률'),
  fluorinatedShare: share('Cpv', 'times', 'Share of the production that uses fluorinated gases', '불소가스를 쓰는 생산의 비율'),
  heel: share('h', 'remainder', 'Share of the gas that stays in its container', '용기에 남는 가스의 비율'),
  destructionEfficiency: share('d', 'abated', 'Share of the gas that abatement destroys', '저감 설비의 분해 효율'),
  treatedShare: share(
    'a',
    'abated',
    'Share of the gas, or of the operating time, that goes through abatement',
    '저감 설비를 거치는 가스(또는 가동시간)의 비율',
  ),
  byproductDestructionEfficiency: share(
    'd',
    'abated',
    'Share of the by-product gases that abatement destroys; as the gas itself where not given',
    '부생 가스의 분해 효율(없으면 사용 가스와 같게 봄)',
  ),
} as const satisfies Record<string, Modifier>;

export type ModifierKey = keyof typeof processModifiers;

export const modifierKeys = Object.keys(processModifiers) as readonly ModifierKey[];

export const modifierOf = (key: ModifierKey): Modifier => processModifiers[key];
