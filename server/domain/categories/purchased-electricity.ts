import type { ActivityBase, OwnFactor } from '../activity-data.js';
import { defineCategory } from '../category.js';
import {
  type Covered,
  coveredBy,
  type GreenPremium,
  greenPremiumField,
  type HeldInstrument,
  instrumentFaults,
  instrumentLines,
  instrumentsField,
} from '../electricity-instruments.js';
import { co2eqLine, type Estimate, type Estimator, gasLine, locationBased, marketBased, ofPart, type Setting } from '../estimate.js';
import { exactSum } from '../exact-sum.js';
import { ownFactorField, quantityFields } from '../field.js';
import { useOf } from '../fuel-basis.js';
import { type FuelEconomy, fuelEconomyField, isDistance } from '../fuel-economy.js';
import {
  type Electricity,
  type Grid,
  gridLines,
  gridOf,
  MJ_PER_MWH,
  megawattHours,
  refuseStrangeElectricity,
  splitByGas,
} from '../grid-electricity.js';
import type { ActivityPart, EnergyLine, InventoryLine, InventoryWarning } from '../inventory.js';
import { knownFactorUnit, ownUse } from '../own-factor.js';
import { refuse } from '../refusal.js';
import { soldFaults, soldField } from '../sold-on.js';
import { billOrigin, shown, stepOf } from '../trace.js';
import { knownUnit } from '../units.js';
import { type Charging, chargedElectricity, chargingFaults, chargingField, vehiclesOnSite } from '../vehicle-charging.js';
import { factorWarnings, warning } from '../warnings.js';

export interface PurchasedElectricityActivity extends ActivityBase {
  readonly category: 'purchasedElectricity';
  readonly factor?: OwnFactor;
  readonly instruments?: readonly HeldInstrument[];
  readonly greenPremium?: GreenPremium;
  /** Resold to others, in the unit of the bill. */
  readonly sold?: number;
  /** Of a quantity in km, driven by electric vehicles. */
  readonly fuelEconomy?: FuelEconomy;
  readonly charging?: Charging;
}

/** Market-based lines by a factor of one's own: CO2eq replaces all, a gas replaces that gas alone. */
const ownLines = (
  activity: PurchasedElectricityActivity,
  factor: OwnFactor,
  { mwh, origin }: Electricity,
  grid: Grid,
  byGrid: readonly InventoryLine[],
  path: string,
  setting: Setting,
): InventoryLine[] => {
  const { gas, per, tonnes: inTonnes } = knownFactorUnit(factor);
  const field = `${path}.factor.unit`;
  refuseStrangeElectricity(per, field);
  const amount = (mwh * MJ_PER_MWH) / per.inBase;
  const tonnes = amount * factor.value * inTonnes;
  const use = ownUse(factor);
  const made = {
    steps: [...origin.steps, stepOf(`${shown(amount)} ${per.symbol}`, use, tonnes)],
    inputs: origin.inputs,
    factors: [...origin.factors, use],
    tier: 3,
    notes: origin.notes,
  } as const;
  if (gas === 'CO2eq') return [co2eqLine(activity, marketBased, tonnes, made, setting)];
  if (splitByGas(grid.factor) === null) refuse('gasFactorNeedsSplit', field, { gas, grid: grid.factor.id });
  return byGrid.map((line) => (line.gas === gas ? gasLine(activity, marketBased, gas, tonnes, made, setting) : line));
};

/** Electricity as energy: 3.6 MJ/kWh net and final, the statutory consumption basis (9.6 MJ/kWh, 0.229 toe/MWh) gross. */
const energyOf = (activity: PurchasedElectricityActivity, mwh: number, { match }: Grid, { row, data }: Setting): EnergyLine => {
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

/** What was bought, what of it was sold on, and what was used here. */
interface Consumption {
  readonly used: Electricity;
  readonly boughtMWh: number;
}

const consumptionOf = (activity: PurchasedElectricityActivity, path: string): Consumption => {
  if (isDistance(activity.unit)) {
    const used = chargedElectricity(activity, path);
    return { used, boughtMWh: used.mwh };
  }
  const unit = knownUnit(activity.unit);
  refuseStrangeElectricity(unit, `${path}.unit`);
  const { quantity, sold = 0 } = activity;
  const boughtMWh = megawattHours(quantity, unit);
  if (sold === 0) return { used: { mwh: boughtMWh, origin: billOrigin(quantity, unit.symbol) }, boughtMWh };
  const rest = Math.max(0, exactSum([quantity, -sold]));
  const origin = billOrigin(rest, unit.symbol);
  const note = {
    en: `Bought ${shown(quantity)} ${unit.symbol}, of which ${shown(sold)} was sold on.`,
    ko: `산 전력 ${shown(quantity)} ${unit.symbol} 가운데 ${shown(sold)}을(를) 되팔았습니다.`,
  };
  return { used: { mwh: megawattHours(rest, unit), origin: { ...origin, notes: [note] } }, boughtMWh };
};

/** What no instrument covers. */
const uncoveredOf = ({ mwh, origin }: Electricity, covered: readonly Covered[]): Electricity => {
  if (covered.length === 0) return { mwh, origin };
  const rest = Math.max(0, exactSum([mwh, ...covered.map((each) => -each.mwh)]));
  const input = { symbol: 'Q', value: rest, unit: 'MWh', en: 'Electricity that no instrument covers', ko: '계약이나 인증서가 없는 전력량' };
  return { mwh: rest, origin: { steps: [], inputs: [input], factors: [], notes: origin.notes } };
};

/** The parts of the electricity bought, in the unit of the activity. */
const partsOf = (
  { quantity, unit, sold = 0 }: PurchasedElectricityActivity,
  { boughtMWh }: Consumption,
  covered: readonly Covered[],
  uncovered: Electricity,
): readonly ActivityPart[] => {
  if (covered.length === 0 && sold === 0) return [];
  const perMWh = boughtMWh === 0 ? 0 : quantity / boughtMWh;
  const part = (id: string, en: string, ko: string, mwh: number): ActivityPart => ({
    id,
    en,
    ko,
    quantity: mwh * perMWh,
    unit,
    counted: true,
  });
  return [
    ...covered.map(({ part: id, rule, mwh }) => part(id, rule.en, rule.ko, mwh)),
    part('uncovered', 'Without an instrument', '계약·인증서 없음', uncovered.mwh),
    ...(sold === 0 ? [] : [{ id: 'sold', en: 'Sold on', ko: '재판매', quantity: sold, unit, counted: false }]),
  ];
};

const warningsOf = (
  activity: PurchasedElectricityActivity,
  lines: readonly InventoryLine[],
  energy: EnergyLine,
  grid: Grid,
  uncovered: Electricity,
  setting: Setting,
): InventoryWarning[] => {
  const { id, factor, sold = 0, unit, instruments = [] } = activity;
  const { factor: value, isForeign } = grid;
  const factors = [...lines.flatMap((line) => line.trace.factors), ...energy.factors];
  const isMarketByGrid = factor === undefined && (uncovered.mwh > 0 || instruments.length === 0);
  return [
    ...factorWarnings(id, factors, setting.reportingYear, setting.row.id),
    ...(isForeign ? [warning('nationalGrid', id)] : []),
    ...(lines.some((line) => line.gas === 'CO2eq') ? [warning('noGasSplit', id)] : []),
    ...(splitByGas(value) === null && value.gwp !== setting.gwp ? [warning('otherGwp', id, { own: value.gwp, chosen: setting.gwp })] : []),
    ...(isMarketByGrid ? [warning(instruments.length === 0 ? 'noResidualMix' : 'noResidualMixForRest', id)] : []),
    ...(sold > 0 ? [warning('electricitySold', id, { amount: `${shown(sold)} ${unit}` })] : []),
  ];
};

/**
 * Electricity from the grid, Scope 2 by location and by market:  m = Q · EF  [t], by gas where the published value has a split.
 * By market, amounts under a contract or certificate count as the instrument says; what none covers takes a factor of one's own or, because
 * no residual mix is published for Korea, the grid value.
 */
const estimate: Estimator<PurchasedElectricityActivity> = (activity, path, setting): Estimate => {
  if (activity.charging === 'onSite') return vehiclesOnSite(activity, path);
  const consumption = consumptionOf(activity, path);
  const { used } = consumption;
  const grid = gridOf(setting);
  const covered = coveredBy(activity.instruments ?? [], used.mwh, path, setting);
  const uncovered = uncoveredOf(used, covered);
  const byGrid = gridLines(activity, uncovered, grid, marketBased, setting);
  const { factor } = activity;
  const rest = factor === undefined ? byGrid : ownLines(activity, factor, uncovered, grid, byGrid, path, setting);
  const ofInstruments = covered.map((each) => instrumentLines(activity, each, grid, setting));
  const isRestEmpty = covered.length > 0 && uncovered.mwh === 0;
  const lines = [
    ...gridLines(activity, used, grid, locationBased, setting),
    ...ofInstruments.flatMap((each) => each.lines),
    ...(isRestEmpty ? [] : covered.length === 0 ? rest : ofPart('uncovered', rest)),
  ];
  const energy = energyOf(activity, used.mwh, grid, setting);
  const warnings = warningsOf(activity, lines, energy, grid, uncovered, setting);
  const parts = partsOf(activity, consumption, covered, uncovered);
  return { label: energy.label, lines, parts, energy, warnings: [...warnings, ...ofInstruments.flatMap((each) => each.warnings)] };
};

export const purchasedElectricity = defineCategory<PurchasedElectricityActivity>({
  id: 'purchasedElectricity',
  scope: 2,
  en: 'Purchased electricity',
  ko: '구매전력',
  fields: [
    ...quantityFields,
    ownFactorField,
    instrumentsField,
    greenPremiumField,
    soldField('Sold on to others, in the unit of the bill: not used here.'),
    fuelEconomyField,
    chargingField,
  ],
  faults: (activity, path, vocabulary) => [
    ...instrumentFaults(activity, path, vocabulary),
    ...soldFaults(activity, path),
    ...chargingFaults(activity, path),
  ],
  estimate,
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · EF',
      en: 'Electricity from the grid by location and by market; by gas where the published value has a split.',
      ko: '전력망에서 산 전력: 지역기반과 시장기반으로 각각 산정하며, 공표값이 온실가스별로 나뉘어 있으면 온실가스별로 산정합니다.',
      source: 'GHG Protocol Scope 2 Guidance, Ch. 6',
    },
    {
      equation: 'm = Σ Qᵢ · EFᵢ + (Q − Σ Qᵢ) · EF',
      en: 'By market, each amount under a contract or certificate counts as its instrument says; the rest takes the grid value, as no residual mix is published.',
      ko: '시장기반에서는 전력구매계약·인증서가 적용되는 양을 각각의 계수로 산정하고, 나머지는 공표된 잔여믹스가 없어 전력망 배출계수로 산정합니다.',
      source: 'GHG Protocol Scope 2 Guidance, Ch. 6, hierarchy of market-based factors',
    },
  ],
});
