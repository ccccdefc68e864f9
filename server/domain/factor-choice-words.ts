import type { Names } from './factor-card.js';

type Values = Readonly<Record<string, Names>>;
type Wording = (values: Values) => Names;

const both =
  (en: string, ko: string): Wording =>
  (values) => {
    const put = (text: string, language: keyof Names): string =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.[language] ?? '');
    return { en: put(en, 'en'), ko: put(ko, 'ko') };
  };

/** The rules by which a factor is chosen. */
export const ruleWords = {
  ownFactor: both(
    'The activity brought a factor of its own, which goes before every other.',
    '활동자료에 딸린 고유 계수가 다른 계수에 앞섭니다.',
  ),
  billHeatContent: both('The heat content printed on the bill goes before the table.', '고지서에 적힌 열량이 표의 값에 앞섭니다.'),
  setRow: both(
    'Reporting year {year}: the row {row} of the set “{set}” names the revision {edition}.',
    '{year}년 보고: ‘{set}’ 세트의 행 {row}이 정한 개정({edition})입니다.',
  ),
  filledRevision: both(
    'The row {row} names the revision {wanted}, which has no value for this fuel and takes it from {edition}.',
    '행 {row}이 정한 개정({wanted})에는 이 연료의 값이 없어, 그 개정이 정한 대로 {edition}에서 가져왔습니다.',
  ),
  lastRow: both(
    'There are no values for {year} yet: the last row {row} of the set “{set}” is lent.',
    '{year}년 값이 아직 없어 ‘{set}’ 세트의 마지막 행 {row}을 빌려 썼습니다.',
  ),
  ipccSet: both('The set “{set}” takes the IPCC 2006 Guidelines in every year.', '‘{set}’ 세트는 모든 연도에 IPCC 2006 지침을 씁니다.'),
  otherRevision: both(
    'The set “{set}” lacks the calorific value or the CO2 factor of this fuel, so both come from IPCC 2006: one line never mixes revisions.',
    '‘{set}’ 세트에 이 연료의 발열량이나 CO2 계수가 없어 둘 다 IPCC 2006에서 가져왔습니다. 한 줄에 서로 다른 개정을 섞지 않습니다.',
  ),
  nationalRatio: both(
    'IPCC 2006 prints no gross value: the gross heat of the bill is made net by the national table.',
    'IPCC 2006에는 총발열량이 없어, 고지서의 총발열량을 국가 표의 비율로 순발열량으로 바꾸었습니다.',
  ),
  sector: both(
    'By sector: {sector}. For CH4 and N2O every set takes the default values of IPCC 2006.',
    '부문에 따라 고름: {sector}. CH4와 N2O는 모든 세트가 IPCC 2006 기본값을 씁니다.',
  ),
  broaderFuel: both(
    'The tables have no row for this fuel: that of a broader class, {subject}, is taken.',
    '표에 이 연료의 행이 없어 더 넓은 구분({subject})의 행을 썼습니다.',
  ),
  stationaryForOffroad: both(
    'The tables have no off-road row for this fuel: the one for burning at a standstill is taken.',
    '표에 이 연료의 비도로 행이 없어 고정연소의 행을 썼습니다.',
  ),
  mobileRow: both('By where the engine runs: {mode}.', '엔진이 움직이는 곳에 따라 고름: {mode}.'),
  oxidationTier1: both('At tier 1 all carbon is taken to burn.', '산정등급 1에서는 탄소가 모두 탄다고 봅니다.'),
  oxidationState: both('By the state of the fuel: {state}.', '연료의 상태에 따라 고름: {state}.'),
  oxidationSector: both(
    'By the state of the fuel and the sector: {state}, {sector}.',
    '연료의 상태와 부문에 따라 고름: {state}, {sector}.',
  ),
  gridRow: both(
    'Reporting year {year}: the row {row} of the set “{set}” names this consumption-end value.',
    '{year}년 보고: ‘{set}’ 세트의 행 {row}이 정한 소비단 값입니다.',
  ),
  nationalGrid: both(
    'IPCC 2006 has no factor for electricity: the national one of the reporting year is taken.',
    'IPCC 2006에는 전력 배출계수가 없어 보고연도의 국가 값을 썼습니다.',
  ),
  statutoryEnergy: both(
    'The statutory energy of electricity, consumption end, of the national table {edition}.',
    '국가 표({edition})가 정한 소비 기준 전기의 에너지입니다.',
  ),
  statutoryConversion: both('A conversion stated in the notes of the national table.', '국가 표의 비고에 적힌 환산값입니다.'),
  supplier: both('The figure the supplier published for {year}.', '공급자가 {year}년분으로 공표한 값입니다.'),
  supplierOlder: both('The newest figure of the supplier that may serve {year}.', '{year}년에 쓸 수 있는 공급자의 가장 새로운 값입니다.'),
  heatKind: both(
    'No supplier was named: the national figure for this kind of plant.',
    '공급자를 적지 않아 열원 종류의 국가 값을 썼습니다.',
  ),
  nationalHeat: both(
    'IPCC 2006 has no factor for bought heat: the national one for this kind of plant is taken.',
    'IPCC 2006에는 구매열 계수가 없어 열원 종류의 국가 값을 썼습니다.',
  ),
  heatOfNoSupplier: both(
    'The supplier has no figure that serves {year}: the national one of the kind named for that case is taken.',
    '공급자에 {year}년에 쓸 값이 없어, 그런 때 쓰도록 적은 열원 종류의 국가 값을 썼습니다.',
  ),
  gwpReport: both('The inventory was computed with the potentials of {report}.', '이 인벤토리는 {report}의 지구온난화지수로 계산했습니다.'),
  density: both(
    'The bill and the calorific value stand on different units: a sourced density joins them.',
    '고지서와 발열량의 단위가 달라 출처가 있는 밀도로 이었습니다.',
  ),
  broaderDensity: both(
    'No density of this very fuel is known: that of a broader class, {subject}, is taken.',
    '이 연료의 밀도를 알 수 없어 더 넓은 구분({subject})의 밀도를 썼습니다.',
  ),
  namedRecord: both('The record that the activity names.', '활동자료가 가리키는 기록입니다.'),
  recordGone: both(
    'The factor data of today no longer hold this record; the value is that of the day of the calculation.',
    '지금의 계수 자료에는 없는 기록입니다. 값은 계산한 때의 것입니다.',
  ),
} as const satisfies Record<string, Wording>;

/** Why another record was not chosen. */
export const passedOverWords = {
  otherRow: both('The set “{set}” takes it for reporting years {years}.', '‘{set}’ 세트가 {years}년 보고에 쓰는 값입니다.'),
  otherSet: both(
    'The set “{otherSet}” takes it for {year}; this inventory is computed with “{set}”.',
    '‘{otherSet}’ 세트가 {year}년에 쓰는 값이고, 이 인벤토리는 ‘{set}’ 세트로 계산했습니다.',
  ),
  otherSetYears: both(
    'The set “{otherSet}” takes it for reporting years {years}; this inventory is computed with “{set}”.',
    '‘{otherSet}’ 세트가 {years}년 보고에 쓰는 값이고, 이 인벤토리는 ‘{set}’ 세트로 계산했습니다.',
  ),
  internationalDefault: both(
    'A default of the IPCC: national values go before it.',
    'IPCC 기본값입니다. 국가 고유값이 있으면 쓰지 않습니다.',
  ),
  incompletePair: both(
    'Its calorific value and CO2 factor are not both known, and one line never mixes revisions.',
    '발열량과 CO2 계수가 함께 있지 않습니다. 한 줄에 서로 다른 개정을 섞지 않습니다.',
  ),
  inNoRow: both(
    'No set takes it in any year: kept as history or for comparison.',
    '어느 세트도 쓰지 않는 값입니다. 이력과 비교를 위해 둡니다.',
  ),
  otherSector: both('It is of another sector: {theirSector}.', '다른 부문의 값입니다: {theirSector}.'),
  otherTechnology: both('It is of other machines: {technology}.', '다른 기계·기술의 값입니다: {technology}.'),
  otherState: both('It is of fuels of another state: {theirState}.', '다른 상태의 연료에 쓰는 값입니다: {theirState}.'),
  otherTier: both('It belongs to tier {tier}.', '산정등급 {tier}에서 쓰는 값입니다.'),
  otherReport: both('It is of another assessment report: {theirReport}.', '다른 평가보고서의 값입니다: {theirReport}.'),
  otherVariant: both(
    'A variant of the same report that this calculation does not take: {edition}.',
    '같은 보고서의 다른 갈래로, 이 계산에는 쓰지 않습니다: {edition}.',
  ),
  disputed: both(
    'The same report, another number: see the disagreements on its page.',
    '같은 보고서의 다른 숫자입니다. 그 계수 화면의 ‘서로 다른 값’을 보세요.',
  ),
  generationEnd: both('It is of the generation end; a bill is of the consumption end.', '발전단 값입니다. 고지서의 사용량은 소비단입니다.'),
  servesOther: both('The supplier meant it for reporting years {serves}.', '공급자가 {serves}년 보고에 쓰도록 공표한 값입니다.'),
  olderYear: both('An older year of the same supplier.', '같은 공급자의 이전 연도 값입니다.'),
  newerYear: both('It is of a year after the reporting year.', '보고연도보다 뒤의 값입니다.'),
  supplierFirst: both("A national figure: the supplier's own goes before it.", '국가 값입니다. 공급자가 공표한 값이 앞섭니다.'),
  otherKind: both('It is of another kind of plant.', '다른 열원 종류의 값입니다.'),
  implausible: both('Its own note says why it is not used.', '쓰지 않는 까닭이 그 기록의 참고에 적혀 있습니다.'),
} as const satisfies Record<string, Wording>;

export type RuleCode = keyof typeof ruleWords;
export type PassedOverCode = keyof typeof passedOverWords;

/** A value that reads the same in both languages. */
export const plain = (text: string | number): Names => ({ en: String(text), ko: String(text) });

const facetWords: Readonly<Record<string, Names>> = {
  energy: { en: 'energy industries', ko: '에너지산업' },
  manufacturing: { en: 'manufacturing and construction', ko: '제조업·건설업' },
  commercial: { en: 'commercial and public', ko: '상업·공공' },
  residential: { en: 'residential and farming', ko: '가정·농림어업' },
  road: { en: 'on the road', ko: '도로' },
  offroad: { en: 'off the road', ko: '비도로' },
  rail: { en: 'on rails', ko: '철도' },
  solid: { en: 'solid', ko: '고체' },
  liquid: { en: 'liquid', ko: '액체' },
  gas: { en: 'gas', ko: '기체' },
  any: { en: 'any', ko: '모든 상태' },
  otherSectors: { en: 'every other sector', ko: '그 밖의 부문' },
};

/** What a sector, a mode or a state is called. */
export const facetWord = (facet: string | null): Names => (facet === null ? plain('') : (facetWords[facet] ?? plain(facet)));

const editionWords: Readonly<Record<string, Names>> = {
  'kr-2011': { en: 'national table of 2011', ko: '2011년 개정 국가 표' },
  'kr-2017': { en: 'national table of 2017', ko: '2017년 개정 국가 표' },
  'kr-2022': { en: 'national table of 2022', ko: '2022년 개정 국가 표' },
  'kets-annex-12': { en: 'annex 12 of the trading guideline', ko: '배출권거래제 지침 별표 12' },
  'gir-2017': { en: 'national coefficients approved in 2017', ko: '2017년 승인 국가 배출계수' },
  'gir-2022': { en: 'national coefficients approved in 2022', ko: '2022년 승인 국가 배출계수' },
  'kemco-2006': { en: 'Korean measurements of 2006', ko: '2006년 국내 실측값' },
  'ipcc-2006': { en: 'IPCC 2006 Guidelines', ko: 'IPCC 2006 지침' },
  'AR5-feedback': { en: 'AR5 with climate-carbon feedback', ko: 'AR5(기후-탄소 되먹임 포함)' },
  'AR5/fossil': { en: 'AR5, fossil', ko: 'AR5, 화석 기원' },
  'AR6/fossil': { en: 'AR6, fossil', ko: 'AR6, 화석 기원' },
  'AR5/non-fossil': { en: 'AR5, not fossil', ko: 'AR5, 비화석 기원' },
  'AR6/non-fossil': { en: 'AR6, not fossil', ko: 'AR6, 비화석 기원' },
  'tier-1': { en: 'tier 1', ko: '산정등급 1' },
  'tier-2': { en: 'tier 2', ko: '산정등급 2' },
};

/** What a revision, report or year is called; a new one shows its id until it has a name here. */
export const editionWord = (edition: string): Names => editionWords[edition] ?? plain(edition);
