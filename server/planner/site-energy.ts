import type { ActivityData, Category } from '../domain/categories.js';
import { exactSum } from '../domain/exact-sum.js';
import { burntQuantity } from '../domain/fuel-split.js';
import type { Inventory, InventoryLine } from '../domain/inventory.js';
import { inBaseUnit, unitOf } from '../domain/units.js';
import { fuelNames } from './fuels.js';
import type { EnergyPrice } from './measure.js';
import type { Range, Text } from './plan.js';
import type { MeasureData } from './planner-data.js';
import { exactly, rangeOf, scaled, sumOf, weakest } from './range.js';

/** Energy of a carrier as the inventory has it, and what a unit of it emits and costs. */
export interface CarrierEnergy {
  /** MWh of electricity, TJ (net) of fuel. Null: one of its activities has no energy. */
  readonly amount: number | null;
  readonly unit: 'MWh' | 'TJ';
  /** tCO2eq per unit (Scope 1, or location-based Scope 2) with the confidence of its factors; null without energy. */
  readonly emission: Range | null;
  /** tCO2eq per MWh of market-based Scope 2; null for fuel. */
  readonly marketEmission: Range | null;
  /** KRW per unit; null where one of its fuels has no price. */
  readonly price: Range | null;
  readonly prices: readonly EnergyPrice[];
  /** Fuels (or activities) without a price. */
  readonly unpriced: readonly Text[];
}

export const carrierNames: Readonly<Record<'electricity' | 'fuel' | 'mobileFuel', Text>> = {
  electricity: { ko: '전력', en: 'electricity' },
  fuel: { ko: '고정연소 연료', en: 'stationary fuel' },
  mobileFuel: { ko: '이동연소 연료', en: 'mobile fuel' },
};

/** Electricity of the inventory, MWh; null when an activity has no energy. 1 MWh of final energy is 0.0036 TJ. */
export const electricityMegawattHours = (inventory: Inventory): number | null => {
  const energy = inventory.energy.filter((line) => line.category === 'purchasedElectricity').map((line) => line.finalTJ);
  return energy.includes(null) ? null : exactSum(energy.map((value) => (value ?? 0) / 0.0036));
};

const emissionPer = (lines: readonly InventoryLine[], energy: number | null, unit: string): Range | null => {
  if (energy === null || energy <= 0) return null;
  const total = exactSum(lines.map((line) => line.co2eq));
  const confidences = lines.flatMap((line) =>
    line.trace.factors.flatMap((factor) => (factor.confidence === null ? [] : [factor.confidence])),
  );
  return exactly(total / energy, `tCO2eq/${unit}`, weakest('derived', ...confidences));
};

const newest = (prices: readonly EnergyPrice[]): EnergyPrice | null =>
  [...prices].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;

/** Electricity of the establishment. */
export const siteElectricity = (inventory: Inventory, prices: readonly EnergyPrice[]): CarrierEnergy => {
  const amount = electricityMegawattHours(inventory);
  const lines = inventory.lines.filter((line) => line.category === 'purchasedElectricity');
  const price = newest(prices.filter((entry) => entry.carrier === 'electricity'));
  return {
    amount,
    unit: 'MWh',
    emission: emissionPer(
      lines.filter((line) => line.method === 'location'),
      amount,
      'MWh',
    ),
    marketEmission: emissionPer(
      lines.filter((line) => line.method === 'market'),
      amount,
      'MWh',
    ),
    price: price === null ? null : rangeOf(price, 'KRW/MWh'),
    prices: price === null ? [] : [price],
    unpriced: price === null ? [carrierNames.electricity] : [],
  };
};

type FuelActivity = Extract<ActivityData, { readonly fuel: string }>;

const isFuel = (activity: ActivityData): activity is FuelActivity =>
  activity.category === 'stationaryCombustion' || activity.category === 'mobileCombustion';

/** Yearly cost of one activity at its default price, KRW; null where the bill's unit cannot be turned into the unit of the price. */
const costOf = (activity: FuelActivity, price: EnergyPrice, grossTJ: number | null): Range | null => {
  if (price.unit === 'KRW/GJ gross') return grossTJ === null ? null : scaled(rangeOf(price), grossTJ * 1000, 'KRW');
  const unit = unitOf(activity.unit);
  const wanted = price.unit === 'KRW/L' ? 'volume' : 'mass';
  return unit === null || unit.dimension !== wanted ? null : scaled(rangeOf(price), inBaseUnit(burntQuantity(activity), unit), 'KRW');
};

/** The wanted fuels of one category. */
export const siteFuel = (
  inventory: Inventory,
  activityData: readonly ActivityData[],
  category: Category,
  { prices, fuels }: Pick<MeasureData, 'prices' | 'fuels'>,
  wanted: (fuel: string) => boolean,
): CarrierEnergy => {
  const activities = activityData
    .filter(isFuel)
    .filter((activity) => activity.category === category && wanted(activity.fuel) && activity.quantity > 0);
  const ids = new Set(activities.map((activity) => activity.id));
  const energy = inventory.energy.filter((line) => ids.has(line.activityDataId));
  const amount = energy.some((line) => line.netTJ === null) ? null : exactSum(energy.map((line) => line.netTJ ?? 0));
  const lines = inventory.lines.filter((line) => ids.has(line.activityDataId) && line.scope === 1);
  const used: EnergyPrice[] = [];
  const unpriced: string[] = [];
  const costs: Range[] = [];
  for (const activity of activities) {
    const price = newest(prices.filter((entry) => entry.fuels?.includes(activity.fuel) === true));
    const grossTJ = energy.find((line) => line.activityDataId === activity.id)?.grossTJ ?? null;
    const part = price === null ? null : costOf(activity, price, grossTJ);
    if (price === null || part === null) unpriced.push(activity.fuel);
    else {
      used.push(price);
      costs.push(part);
    }
  }
  const [first, ...others] = costs;
  const cost = first === undefined ? null : sumOf(first, ...others);
  const priced = cost !== null && unpriced.length === 0 && amount !== null && amount > 0;
  return {
    amount,
    unit: 'TJ',
    emission: emissionPer(lines, amount, 'TJ'),
    marketEmission: null,
    price: priced && cost !== null ? scaled(cost, 1 / (amount ?? 1), 'KRW/TJ') : null,
    prices: [...new Set(used)],
    unpriced: [...new Set(unpriced)].map((fuel) => fuelNames([fuel], fuels)),
  };
};
