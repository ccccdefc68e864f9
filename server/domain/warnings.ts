import type { Fuel } from './factor-data.js';
import type { EnergyLine, EnergyTotals, FactorUse, InventoryWarning } from './inventory.js';

interface Wording {
  readonly en: string;
  readonly ko: string;
}

/** The fallbacks and gaps a result can carry, worded. Every one of them stands on the activity it concerns. */
const wordings = {
  olderYear: ({ year = '', row = '' }) => ({
    en: `There are no factors for ${year} yet; those of the row ${row} were used.`,
    ko: `${year}년 배출계수가 아직 없어 이전 연도의 행(${row})을 사용했습니다.`,
  }),
  olderSupplierYear: ({ year = '', row = '' }) => ({
    en: `The supplier's newest figure that serves ${year} is that of ${row}; it was used.`,
    ko: `${year}년에 쓸 수 있는 공급자의 최신 배출계수는 ${row}년 값이어서 그 값을 사용했습니다.`,
  }),
  otherRevision: ({ fuel = '', fuelKo = '' }) => ({
    en: `The factor set lacks a calorific value or a CO2 factor for ${fuel}; both were taken from the IPCC 2006 Guidelines.`,
    ko: `이 배출계수 세트에 ${fuelKo}의 발열량 또는 배출계수가 없어 둘 다 IPCC 2006 지침 값을 사용했습니다.`,
  }),
  nationalGrid: () => ({
    en: 'The IPCC 2006 Guidelines have no factor for electricity; the Korean national one was used.',
    ko: 'IPCC 2006 지침에는 전력 배출계수가 없어 한국의 국가 전력배출계수를 사용했습니다.',
  }),
  nationalHeat: () => ({
    en: 'The IPCC 2006 Guidelines have no factor for purchased heat; the Korean national one was used.',
    ko: 'IPCC 2006 지침에는 구매열 배출계수가 없어 한국의 국가 열 배출계수를 사용했습니다.',
  }),
  nationalRatio: ({ fuel = '', fuelKo = '' }) => ({
    en: `The gross heat of ${fuel} on the bill was made net by the national net/gross ratio, because IPCC 2006 prints no gross value.`,
    ko: `IPCC 2006에는 총발열량이 없어 청구서의 ${fuelKo} 열량(총발열량)을 국가 순/총발열량 비율로 환산했습니다.`,
  }),
  broaderFuel: ({ what = '' }) => ({
    en: `A value of a broader class of fuels or machines was used, because none of its own exists: ${what}.`,
    ko: `고유한 값이 없어 더 넓은 분류의 값을 사용했습니다: ${what}.`,
  }),
  otherCountry: ({ what = '' }) => ({
    en: `No Korean value is known, so one of another country was used: ${what}.`,
    ko: `한국 값이 알려져 있지 않아 다른 나라의 값을 사용했습니다: ${what}.`,
  }),
  outsideUsualRange: ({ what = '', low = '', high = '' }) => ({
    en: `${what} lies outside the range the IPCC prints for it (${low} to ${high}); check it.`,
    ko: `${what} 값이 IPCC가 제시한 범위(${low}~${high})를 벗어납니다. 확인하세요.`,
  }),
  possibleDoubleCount: ({ other = '', material = '', materialKo = '' }) => ({
    en: `${material} stands in this balance, and ${other} burns it as a fuel: make sure that no carbon is counted twice.`,
    ko: `이 탄소수지에 ${materialKo}이(가) 있고 ${other}에서도 같은 것을 연료로 태웠습니다. 같은 탄소를 두 번 세지 않았는지 확인하세요.`,
  }),
  recalledFactor: ({ what = '' }) => ({
    en: `This result rests on a number from memory that still has to be checked in print: ${what}.`,
    ko: `이 결과에는 아직 원문과 대조하지 못한 수치가 들어 있습니다: ${what}.`,
  }),
  energyWithoutGrossValue: ({ what = '', whatKo = '' }) => ({
    en: `No gross calorific value of the same revision is known, so its ${what} and their totals are blank.`,
    ko: `같은 개정판의 총발열량을 알 수 없어 ${whatKo}와 그 합계를 비워 두었습니다.`,
  }),
  energyWithoutDensity: ({ unit = '', per = '', fuel = '', fuelKo = '', what = '', whatKo = '' }) => ({
    en: `No plausible density with a source is known to turn ${unit} of ${fuel} into ${per}, so its ${what} and their totals are blank.`,
    ko: `${fuelKo}의 ${unit} 단위를 ${per} 단위로 바꿀 출처 있는 밀도가 없어 ${whatKo}와 그 합계를 비워 두었습니다.`,
  }),
  energyWithoutCalorificValue: ({ unit = '', fuel = '', fuelKo = '', what = '', whatKo = '' }) => ({
    en: `No calorific value of ${fuel} per ${unit} is known, so its ${what} and their totals are blank.`,
    ko: `${fuelKo}의 ${unit}당 발열량을 알 수 없어 ${whatKo}와 그 합계를 비워 두었습니다.`,
  }),
  energyOfGrossHeat: ({ unit = '', fuel = '', fuelKo = '', what = '', whatKo = '' }) => ({
    en: `${unit} of ${fuel} is gross heat, and no gross calorific value of the same revision is known to make it net, so its ${what} and their totals are blank.`,
    ko: `${fuelKo}의 ${unit}은(는) 총발열량 기준인데 순발열량으로 바꿀 같은 개정판의 총발열량을 알 수 없어 ${whatKo}와 그 합계를 비워 두었습니다.`,
  }),
  rawMaterialNotBurnt: ({ amount = '', fuel = '', fuelKo = '' }) => ({
    en: `${amount} of ${fuel} is raw material: not burnt, so it is in neither the emissions nor the energy. Emissions of the process belong to its own category.`,
    ko: `${fuelKo} ${amount}은(는) 원료로 써서 태우지 않았으므로 배출량과 에너지에 넣지 않았습니다. 공정에서 나오는 배출량은 공정배출 활동으로 적으십시오.`,
  }),
  fuelSold: ({ amount = '', fuel = '', fuelKo = '' }) => ({
    en: `${amount} of ${fuel} was sold, so it is in neither the emissions nor the energy of this establishment.`,
    ko: `${fuelKo} ${amount}은(는) 판매하였으므로 이 사업장의 배출량과 에너지에 넣지 않았습니다.`,
  }),
  meanFuelEconomy: ({ what = '', whatKo = '' }) => ({
    en: `The fuel was found from the distance by a mean fuel economy (${what}); the fuel bill or the vehicles' own fuel economy is better.`,
    ko: `주행거리에 평균 연비(${whatKo})를 적용하여 연료 사용량을 구했습니다. 주유 실적이나 차량의 고유 연비가 더 정확합니다.`,
  }),
  labelFuelEconomy: ({ what = '', whatKo = '' }) => ({
    en: `The fuel was found from the distance by the label fuel economy of new vehicles (${what}); on the road more fuel is burnt, so the emissions are likely higher.`,
    ko: `주행거리에 신차의 표시연비 평균(${whatKo})을 적용하여 연료 사용량을 구했습니다. 실제로는 연료를 더 쓰므로 배출량이 이보다 많을 수 있습니다.`,
  }),
  noResidualMixForRest: () => ({
    en: 'No residual mix is published for Korea, so the electricity that no contract or certificate covers counts at the grid value by market.',
    ko: '한국의 잔여믹스가 공표되지 않아 계약이나 인증서가 없는 전력은 시장기반에서도 전력망 배출계수로 산정했습니다.',
  }),
  instrumentWithoutEvidence: ({ what = '', whatKo = '' }) => ({
    en: `No evidence was named for the ${what}; without a usage certificate its amount may not be claimed.`,
    ko: `${whatKo}의 증빙이 적혀 있지 않습니다. 재생에너지 사용확인서가 없으면 사용 실적으로 내세울 수 없습니다.`,
  }),
  disputedAsGrid: ({ what = '', whatKo = '', other = '' }) => ({
    en: `${what}: counted as grid electricity (${other} tCO2eq by market), because its claim is disputed; counted as zero it would be 0.`,
    ko: `${whatKo}: 감축 실적 인정에 이견이 있어 전력망 전력으로 산정했습니다(시장기반 ${other} tCO2eq). 0으로 보면 0입니다.`,
  }),
  disputedAsZero: ({ what = '', whatKo = '', other = '' }) => ({
    en: `${what}: counted as zero as asked, though its claim is disputed; as grid electricity it would be ${other} tCO2eq by market.`,
    ko: `${whatKo}: 요청에 따라 0으로 산정했으나 감축 실적 인정에 이견이 있습니다. 전력망 전력으로 보면 시장기반 ${other} tCO2eq입니다.`,
  }),
  electricitySold: ({ amount = '' }) => ({
    en: `${amount} was sold on, so it is in neither method nor the energy; its emissions are Scope 3 of this establishment.`,
    ko: `${amount}을(를) 되팔았으므로 두 방식의 배출량과 에너지에 넣지 않았습니다. 되판 전력의 배출량은 Scope 3입니다.`,
  }),
  ownElectricitySold: ({ amount = '' }) => ({
    en: `${amount} of own electricity was sold: told here, and never subtracted from Scope 2.`,
    ko: `자가 전력 ${amount}을(를) 판매했습니다. 참고로만 적으며 간접배출(Scope 2)에서 빼지 않습니다.`,
  }),
  certificatesSold: ({ amount = '' }) => ({
    en: `The certificates of ${amount} used here were sold: its buyer claims it as renewable, so by market it counts as grid electricity.`,
    ko: `사업장에서 쓴 ${amount}의 인증서를 판매했습니다. 재생에너지 사용은 산 쪽의 실적이 되므로 시장기반에서는 전력망 전력으로 산정했습니다.`,
  }),
  vehiclesOnSite: ({ amount = '' }) => ({
    en: `Electric vehicles charged on the site took about ${amount}; the electricity bill holds it already, so it is not counted a second time.`,
    ko: `사업장에서 충전한 전기차가 쓴 약 ${amount}은(는) 전기요금 고지서에 이미 들어 있어 다시 더하지 않았습니다.`,
  }),
  nationalHeatForSupplier: ({ supplier = '', year = '', kind = '', kindKo = '' }) => ({
    en: `${supplier} has no figure that serves ${year}, so the national value was used: ${kind}.`,
    ko: `${supplier}에 ${year}년에 쓸 배출계수가 없어 국가 값을 사용했습니다: ${kindKo}.`,
  }),
  heatSold: ({ amount = '' }) => ({
    en: `${amount} of heat was sold on, so it is in neither the emissions nor the energy of this establishment.`,
    ko: `열 ${amount}을(를) 되팔았으므로 이 사업장의 배출량과 에너지에 넣지 않았습니다.`,
  }),
  noResidualMix: () => ({
    en: 'No residual mix is published for Korea, so the market-based figure equals the location-based one.',
    ko: '한국의 잔여믹스가 공표되지 않아 시장기반 배출량을 지역기반과 같게 두었습니다.',
  }),
  otherGwp: ({ own = '', chosen = '' }) => ({
    en: `The published value has no split by gas and was computed with the GWPs of ${own}; ${chosen} could not be applied to it.`,
    ko: `공표값이 온실가스별로 나뉘어 있지 않고 ${own} 지구온난화지수로 계산된 것이어서 ${chosen}을(를) 적용하지 못했습니다.`,
  }),
  noGasSplit: () => ({
    en: 'The value has no split by gas, so the totals by gas of its scope are blank; the total in tCO2eq is complete.',
    ko: '온실가스별로 나뉘지 않은 값이어서 해당 범위의 가스별 합계를 비워 두었습니다. tCO2eq 합계에는 모두 들어 있습니다.',
  }),
  biogenicNotSplit: () => ({
    en: 'A factor of its own in CO2eq replaces every gas of this activity, so its biogenic CO2 is not shown.',
    ko: 'CO2eq 고유 배출계수가 이 활동의 모든 가스를 대신하므로 생물 기원 CO2를 따로 보여 주지 못합니다.',
  }),
} satisfies Record<string, (values: Readonly<Record<string, string>>) => Wording>;

/** Several wordings may share a code: what a machine looks for is the kind of fallback, not its sentence. */
const codes: Partial<Record<keyof typeof wordings, string>> = {
  olderSupplierYear: 'olderYear',
  nationalGrid: 'otherRevision',
  nationalHeat: 'otherRevision',
  noResidualMixForRest: 'noResidualMix',
  energyWithoutGrossValue: 'unknownEnergy',
  energyWithoutDensity: 'unknownEnergy',
  energyWithoutCalorificValue: 'unknownEnergy',
  energyOfGrossHeat: 'unknownEnergy',
};

/** Every code a warning can carry. */
export const warningCodes: readonly string[] = [...new Set(Object.keys(wordings).map((key) => codes[key as keyof typeof wordings] ?? key))];

/** Every fallback and gap there can be, as its sentences read before anything is put in. */
export const warningPatterns: readonly (Wording & { readonly code: string })[] = Object.entries(wordings).map(([key, say]) => ({
  code: codes[key as keyof typeof wordings] ?? key,
  ...say(new Proxy({}, { get: () => '…' })),
}));

/** A warning, worded in both languages. `activityDataId` is null when it concerns the whole inventory. */
export const warning = (
  kind: keyof typeof wordings,
  activityDataId: string | null,
  values: Readonly<Record<string, string>> = {},
): InventoryWarning => ({ code: codes[kind] ?? kind, activityDataId, ...wordings[kind](values) });

const named = (factors: readonly FactorUse[]): string => [...new Set(factors.map((use) => `${use.role} ${use.factorId}`))].join(', ');

/** The warnings that follow from how the factors of an activity were matched and how far they can be trusted. */
export const factorWarnings = (activityDataId: string, factors: readonly FactorUse[], year: number, row: string): InventoryWarning[] => {
  const having = (test: (use: FactorUse) => boolean): FactorUse[] => factors.filter(test);
  const broader = having((use) => use.match === 'broader-fuel');
  const foreign = having((use) => use.match === 'other-country');
  const recalled = having((use) => use.confidence === 'recalled');
  return [
    ...(having((use) => use.match === 'older-year').length > 0 ? [warning('olderYear', activityDataId, { year: String(year), row })] : []),
    ...(broader.length > 0 ? [warning('broaderFuel', activityDataId, { what: named(broader) })] : []),
    ...(foreign.length > 0 ? [warning('otherCountry', activityDataId, { what: named(foreign) })] : []),
    ...(recalled.length > 0 ? [warning('recalledFactor', activityDataId, { what: named(recalled) })] : []),
  ];
};

/** Why energy is unknown, with the unit of the bill and the one it could not be turned into. */
export interface EnergyGap {
  readonly reason: 'noGrossValue' | 'noDensity' | 'noCalorificValue' | 'noGrossValueOfRevision';
  readonly unit: string;
  readonly per: string;
}

/** The gap of a line whose net energy is known. */
export const noGrossValueOfRevision: EnergyGap = { reason: 'noGrossValueOfRevision', unit: '', per: '' };

const gapWordings = {
  noGrossValue: 'energyOfGrossHeat',
  noDensity: 'energyWithoutDensity',
  noCalorificValue: 'energyWithoutCalorificValue',
  noGrossValueOfRevision: 'energyWithoutGrossValue',
} as const satisfies Record<EnergyGap['reason'], keyof typeof wordings>;

const measureNames = [
  ['netTJ', 'net energy', '순발열량 기준 에너지'],
  ['grossTJ', 'gross energy', '총발열량 기준 에너지'],
  ['toe', 'tonnes of oil equivalent (toe)', '석유환산톤(toe)'],
  ['finalTJ', 'final energy', '최종에너지'],
  ['finalToe', 'final energy in toe', '석유환산톤 단위의 최종에너지'],
] as const satisfies readonly (readonly [keyof EnergyTotals, string, string])[];

/** Names the energy figures of an activity that are unknown, and why. */
export const energyWarnings = (line: EnergyLine, { reason, unit, per }: EnergyGap): InventoryWarning[] => {
  const unknown = measureNames.filter(([key]) => line[key] === null);
  if (unknown.length === 0) return [];
  const what = unknown.map(([, en]) => en).join(', ');
  const whatKo = unknown.map(([, , ko]) => ko).join(', ');
  const { en: fuel, ko: fuelKo } = line.label;
  return [warning(gapWordings[reason], line.activityDataId, { unit, per, fuel, fuelKo, what, whatKo })];
};

/** The names of a fuel, for a warning. */
export const fuelNames = (fuel: Fuel): Readonly<Record<string, string>> => ({ fuel: fuel.en, fuelKo: fuel.ko });
