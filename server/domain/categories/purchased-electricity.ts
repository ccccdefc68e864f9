import type { ActivityBase, OwnFactor } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { co2eqLine, type Estimator, gasLine, locationBased, marketBased, type Setting } from '../estimate.js';
import type { CombustionGas, GridFactor } from '../factor-data.js';
import { ownFactorField, quantityFields } from '../field.js';
import { useOf } from '../fuel-basis.js';
import type { EnergyLine, FactorMatch, FactorUse, InventoryLine, InventoryWarning } from '../inventory.js';
import { knownFactorUnit, ownUse } from '../own-factor.js';
import { refuse } from '../refusal.js';
import { billInput, type Derivation, shown, stepOf } from '../trace.js';
import { inBaseUnit, knownUnit } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

const MJ_PER_MWH = 3600;

export interface PurchasedElectricityActivity extends ActivityBase {
  readonly category: 'purchasedElectricity';
  readonly factor?: OwnFactor;
}

interface Share {
  readonly gas: CombustionGas;
  /** Tonnes per MWh. */
  readonly perMWh: number;
  readonly printed: number;
  readonly unit: string;
}

/** The split of a grid value by gas; null where none is published. */
const split = ({ co2, ch4, n2o }: GridFactor): readonly Share[] | null =>
  co2 === null || ch4 === null || n2o === null
    ? null
    : [
        { gas: 'CO2', perMWh: co2, printed: co2, unit: 'tCO2/MWh' },
        { gas: 'CH4', perMWh: ch4 * 1e-3, printed: ch4, unit: 'kgCH4/MWh' },
        { gas: 'N2O', perMWh: n2o * 1e-3, printed: n2o, unit: 'kgN2O/MWh' },
      ];

const gridUse = (grid: GridFactor, value: number, unit: string, match: FactorMatch): FactorUse => ({
  role: 'EF',
  factorId: grid.id,
  value,
  unit,
  match,
  confidence: grid.confidence,
  sourceId: grid.sourceId,
  locator: grid.locator,
});

const made = (
  activity: PurchasedElectricityActivity,
  amount: string,
  tonnes: number,
  use: FactorUse,
  tier: 1 | 3,
  published: GridFactor | null,
): Derivation => ({
  steps: [stepOf(amount, use, tonnes)],
  inputs: [billInput(activity.quantity, activity.unit)],
  factors: [use],
  tier,
  notes:
    published === null
      ? []
      : [
          {
            en: `Published: ${published.co2eq} tCO2eq/MWh with the GWPs of ${published.gwp}.`,
            ko: `공표값: ${published.co2eq} tCO2eq/MWh (${published.gwp} 지구온난화지수 기준).`,
          },
        ],
});

const gridLines = (
  activity: PurchasedElectricityActivity,
  mwh: number,
  grid: GridFactor,
  match: FactorMatch,
  place: typeof locationBased,
  setting: Setting,
): InventoryLine[] => {
  const shares = split(grid);
  const amount = `${shown(mwh)} MWh`;
  if (shares === null) {
    const co2eq = mwh * grid.co2eq;
    return [
      co2eqLine(activity, place, co2eq, made(activity, amount, co2eq, gridUse(grid, grid.co2eq, 'tCO2eq/MWh', match), 1, grid), setting),
    ];
  }
  return shares.map(({ gas, perMWh, printed, unit }) => {
    const tonnes = mwh * perMWh;
    return gasLine(activity, place, gas, tonnes, made(activity, amount, tonnes, gridUse(grid, printed, unit, match), 1, grid), setting);
  });
};

/** The market-based lines by a factor of one's own: CO2eq replaces all, a gas replaces that gas alone. */
const ownLines = (
  activity: PurchasedElectricityActivity,
  factor: OwnFactor,
  grid: GridFactor,
  likeLocation: readonly InventoryLine[],
  path: string,
  setting: Setting,
): InventoryLine[] => {
  const unit = knownFactorUnit(factor);
  const field = `${path}.factor.unit`;
  if (unit.per.dimension !== 'energy') refuse('unitOfOtherDimension', field, { unit: unit.per.symbol, what: 'electricity' });
  if (unit.per.symbol === 'toe') refuse('toeOfElectricity', field);
  const amount = inBaseUnit(activity.quantity, knownUnit(activity.unit)) / unit.per.inBase;
  const tonnes = amount * factor.value * unit.tonnes;
  const derivation = made(activity, `${shown(amount)} ${unit.per.symbol}`, tonnes, ownUse(factor), 3, null);
  const { gas } = unit;
  if (gas === 'CO2eq') return [co2eqLine(activity, marketBased, tonnes, derivation, setting)];
  if (split(grid) === null) refuse('gasFactorNeedsSplit', field, { gas, grid: grid.id });
  return likeLocation.map((line) => (line.gas === gas ? gasLine(activity, marketBased, gas, tonnes, derivation, setting) : line));
};

/** Electricity as energy: 3.6 MJ/kWh net and final, the statutory consumption basis (9.6 MJ/kWh, 0.229 toe/MWh) gross. */
const energyOf = (activity: PurchasedElectricityActivity, mwh: number, match: FactorMatch, { row, data }: Setting): EnergyLine => {
  const statutory = data.electricityEnergy[row.national];
  if (statutory === undefined) throw new Error(`The revision ${row.national} has no energy of electricity.`);
  const { id: factorId, confidence, sourceId, locator, grossMJPerKWh, toePerMWh } = statutory;
  const shared = { factorId, match, confidence, sourceId, locator };
  const final = data.finalElectricity;
  return {
    activityDataId: activity.id,
    category: activity.category,
    label: { en: 'Electricity', ko: '전력' },
    factors: [
      { ...shared, role: 'GCV', value: grossMJPerKWh, unit: 'MJ/kWh' },
      { ...shared, role: 'toe', value: toePerMWh, unit: 'toe/MWh' },
      useOf(final, 'final', match),
    ],
    netTJ: mwh * MJ_PER_MWH * 1e-6,
    grossTJ: mwh * grossMJPerKWh * 1e-3,
    toe: mwh * toePerMWh,
    finalTJ: mwh * MJ_PER_MWH * 1e-6,
    finalToe: mwh * final.value * 1e-4,
  };
};

/**
 * Electricity from the grid, Scope 2 by location and by market:  m = Q · EF  [t], by gas where the published value has a split.
 * No residual mix is published for Korea: without a factor of one's own the market-based figure equals the location-based one.
 */
const estimate: Estimator<PurchasedElectricityActivity> = (activity, path, setting) => {
  const unit = knownUnit(activity.unit);
  if (unit.dimension !== 'energy') refuse('unitOfOtherDimension', `${path}.unit`, { unit: unit.symbol, what: 'electricity' });
  if (unit.symbol === 'toe') refuse('toeOfElectricity', `${path}.unit`);
  const grid = setting.row.grid === null ? undefined : setting.data.grid[setting.row.grid];
  if (grid === undefined) return refuse('electricityBeforeGrid', 'reportingYear', { year: setting.reportingYear, set: setting.set.id });
  const mwh = inBaseUnit(activity.quantity, unit) / MJ_PER_MWH;
  const isForeign = setting.set.fuelCo2 === 'ipcc';
  const match = setting.older ? 'older-year' : isForeign ? 'other-revision' : 'exact';
  const location = gridLines(activity, mwh, grid, match, locationBased, setting);
  const likeLocation = gridLines(activity, mwh, grid, match, marketBased, setting);
  const market = activity.factor === undefined ? likeLocation : ownLines(activity, activity.factor, grid, likeLocation, path, setting);
  const lines = [...location, ...market];
  const energy = energyOf(activity, mwh, match, setting);
  const warnings: InventoryWarning[] = [
    ...factorWarnings(
      activity.id,
      [...lines.flatMap((line) => line.trace.factors), ...energy.factors],
      setting.reportingYear,
      setting.row.id,
    ),
    ...(isForeign ? [warning('nationalGrid', activity.id)] : []),
    ...(lines.some((line) => line.gas === 'CO2eq') ? [warning('noGasSplit', activity.id)] : []),
    ...(split(grid) === null && grid.gwp !== setting.gwp ? [warning('otherGwp', activity.id, { own: grid.gwp, chosen: setting.gwp })] : []),
    ...(activity.factor === undefined ? [warning('noResidualMix', activity.id)] : []),
  ];
  return { label: energy.label, lines, energy, warnings };
};

export const purchasedElectricity = defineCategory<PurchasedElectricityActivity>({
  id: 'purchasedElectricity',
  scope: 2,
  en: 'Purchased electricity',
  ko: '구매전력',
  fields: [...quantityFields, ownFactorField],
  estimate,
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · EF',
      en: 'Electricity from the grid by location and by market; by gas where the published value has a split.',
      ko: '전력망에서 산 전력: 지역기반과 시장기반으로 각각 산정하며, 공표값이 온실가스별로 나뉘어 있으면 온실가스별로 산정합니다.',
      source: 'GHG Protocol Scope 2 Guidance, Ch. 6',
    },
  ],
});
