import type { EnergyLine, Inventory, InventoryLine } from '../../server/domain/inventory.js';
import type { Source } from '../../server/planner/plan.js';

/** An inventory written by hand, for tests of how plans are worded and printed. */

const both = (ko: string, en: string) => ({ ko, en });
export const hash = '9f2c1b7a5d3e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8';

export const source = (id: string, title: string): Source => ({
  id,
  title,
  issuer: '발행 기관',
  year: 2024,
  locator: '표 3, 12쪽',
  address: `https://example.org/${id}/a-rather-long-address-of-a-document-that-has-no-space-in-it-and-must-be-cut.pdf`,
});

/** Declared sources of the factors of the fixture. */
export const factorSources: readonly Source[] = [
  source('gir-2022', '국가 고유 배출계수 표'),
  source('kpx-2023', '전력배출계수'),
  source('ipcc-ar5', 'IPCC Fifth Assessment Report'),
];

const line = (id: string, gas: 'CO2' | 'CH4' | 'N2O', tonnes: number, co2eq: number): InventoryLine => ({
  activityDataId: id,
  category: 'stationaryCombustion',
  scope: 1,
  method: null,
  gas,
  tonnes,
  co2eq,
  biogenic: false,
  montrealProtocol: false,
  part: null,
  quality: null,
  trace: {
    equation: 'E = Q · NCV · EF · OF · 10⁻⁶',
    substituted: '48 000 × 39.0 × 20.0 × 44/12 × 1 × 10⁻⁶',
    inputs: [{ symbol: 'Q', value: 48_000, unit: 'Nm3', en: 'City gas (LNG)', ko: '도시가스(LNG)' }],
    factors: [
      {
        role: 'NCV',
        factorId: 'lng.ncv.2022',
        value: 38.5,
        unit: 'MJ/Nm3',
        match: 'exact',
        confidence: 'read-in-copy',
        sourceId: 'gir-2022',
        locator: '별표 1, 도시가스',
      },
      {
        role: 'EF',
        factorId: 'lng.co2.2022',
        value: 15.236,
        unit: 'tC/TJ',
        match: 'older-year',
        confidence: 'two-copies',
        sourceId: 'gir-2022',
        locator: '별표 2',
      },
      {
        role: 'GWP',
        factorId: `gwp.${gas}`,
        value: gas === 'CO2' ? 1 : 28,
        unit: '1',
        match: 'exact',
        confidence: 'read-in-original',
        sourceId: 'ipcc-ar5',
        locator: 'Table 8.A.1',
      },
    ],
    tier: 2,
    catalogHash: hash,
    notes: [both('2022년 값을 썼습니다.', 'The value of 2022 was used.')],
  },
});

const electricity = (method: 'location' | 'market', gas: 'CO2' | 'CH4' | 'N2O', tonnes: number, co2eq: number): InventoryLine => ({
  ...line('a2', gas, tonnes, co2eq),
  category: 'purchasedElectricity',
  scope: 2,
  method,
  trace: {
    ...line('a2', gas, tonnes, co2eq).trace,
    equation: 'E = Q · EF',
    substituted: '640 × 0.4541',
    inputs: [{ symbol: 'Q', value: 640, unit: 'MWh', en: 'Purchased electricity', ko: '구매전력' }],
    factors: [
      {
        role: 'EF',
        factorId: 'grid.2023',
        value: 0.4541,
        unit: 'tCO2/MWh',
        match: 'exact',
        confidence: 'recalled',
        sourceId: 'kpx-2023',
        locator: '2023년',
      },
    ],
    tier: 1,
  },
});

const lines: readonly InventoryLine[] = [
  line('a1', 'CO2', 103.24, 103.24),
  line('a1', 'CH4', 0.001848, 0.051744),
  line('a1', 'N2O', 0.0001848, 0.048972),
  ...(['location', 'market'] as const).flatMap((method) => [
    electricity(method, 'CO2', 290.1, 290.1),
    electricity(method, 'CH4', 0.0034, 0.0952),
    electricity(method, 'N2O', 0.0053, 1.4045),
  ]),
];

const energyLine = (id: string, category: EnergyLine['category'], toe: number, ko: string, en: string): EnergyLine => ({
  label: { ko, en },
  factors: [],
  activityDataId: id,
  category,
  netTJ: toe / 23.88,
  grossTJ: toe / 21.5,
  toe,
  finalTJ: toe / 23.88,
  finalToe: toe,
});

export const inventory: Inventory = {
  reportingYear: 2024,
  sector: 'manufacturing',
  factorSet: { id: 'kr-national', version: '2026-01-01', hash, gwp: 'AR5', gwpAlternatives: [], row: '2022' },
  calculationVersion: 1,
  totals: {
    scope1: { co2eq: 103.340716, co2: 103.24, ch4: 0.001848, n2o: 0.0001848, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    scope2LocationBased: { co2eq: 291.5997, co2: 290.1, ch4: 0.0034, n2o: 0.0053, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    scope2MarketBased: { co2eq: 291.5997, co2: 290.1, ch4: 0.0034, n2o: 0.0053, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    biogenicCo2: 0,
    montrealGases: [],
    energy: { netTJ: 7.9, grossTJ: 8.3, toe: 188.62, finalTJ: 4.15, finalToe: 99.128 },
  },
  activities: [
    { activityDataId: 'a1', category: 'stationaryCombustion', label: both('도시가스(LNG)', 'City gas (LNG)'), parts: [] },
    { activityDataId: 'a2', category: 'purchasedElectricity', label: both('전력', 'Electricity'), parts: [] },
  ],
  lines,
  energy: [
    energyLine('a1', 'stationaryCombustion', 49.3, '도시가스(LNG)', 'City gas (LNG)'),
    energyLine('a2', 'purchasedElectricity', 139.32, '전력', 'Electricity'),
  ],
  warnings: [
    {
      code: 'recalledFactor',
      activityDataId: 'a2',
      en: 'The grid factor has not been verified in its source.',
      ko: '전력 배출계수는 아직 출처에서 확인하지 못한 값입니다.',
    },
  ],
};

export const emptyInventory: Inventory = {
  ...inventory,
  totals: {
    scope1: { co2eq: 0, co2: 0, ch4: 0, n2o: 0, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    scope2LocationBased: { co2eq: 0, co2: 0, ch4: 0, n2o: 0, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    scope2MarketBased: { co2eq: 0, co2: 0, ch4: 0, n2o: 0, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 },
    biogenicCo2: 0,
    montrealGases: [],
    energy: { netTJ: 0, grossTJ: 0, toe: 0, finalTJ: 0, finalToe: 0 },
  },
  activities: [],
  lines: [],
  energy: [],
  warnings: [],
};
