import type { Measured } from '../activity-data.js';
import type { DataQuality } from '../data-quality.js';
import { exactSum } from '../exact-sum.js';
import type { Inventory, InventoryLine, LineGas } from '../inventory.js';
import { halfWidthOf, withinPercent } from './distribution.js';
import { statedDistribution } from './stated-uncertainty.js';
import type { UncertaintyData } from './uncertainty-record.js';

export type Tier = 1 | 2 | 3;

/** How good the data of a line are. A tier that is null is reached by none: not stated, or wider than tier 1 allows. */
export interface LineQuality {
  readonly activityDataId: string;
  readonly method: InventoryLine['method'];
  readonly gas: LineGas;
  readonly quality: DataQuality | null;
  /** Half of the 95 % interval of the quantity, in percent; null when it is not known. */
  readonly quantityPercent: number | null;
  /** The tier of the factors. */
  readonly factorTier: Tier;
  /** The tier the uncertainty of the quantity allows. */
  readonly activityTier: Tier | null;
  /** The tier the line as a whole supports: the lower of the two. */
  readonly supportedTier: Tier | null;
}

/** A part of the total in tCO2eq, and its share. */
export interface QualityShare<Key> {
  readonly key: Key;
  readonly co2eq: number;
  readonly share: number;
}

export interface QualitySummary {
  readonly lines: readonly LineQuality[];
  /** Of Scope 1 and 2, location-based. */
  readonly byQuality: readonly QualityShare<DataQuality | null>[];
  readonly bySupportedTier: readonly QualityShare<Tier | null>[];
}

const percentOf = (activity: Measured, data: UncertaintyData): number | null => {
  if (activity.uncertainty !== undefined) return 100 * halfWidthOf(statedDistribution(activity.quantity ?? 1, activity.uncertainty));
  const record = activity.quality === undefined ? undefined : data.quantities[activity.quality];
  return record === undefined ? null : 100 * halfWidthOf(withinPercent(record.percent));
};

/** A hair's breadth for what ±2.5 % becomes on its way through a distribution. */
const tolerance = 1e-9;

const tierOf = (percent: number | null, { tiers }: UncertaintyData): Tier | null =>
  percent === null ? null : (tiers.find((limit) => percent <= limit.percent + tolerance)?.tier ?? null);

const lower = (a: Tier, b: Tier | null): Tier | null => (b === null ? null : a < b ? a : b);

const isCounted = ({ scope, method }: InventoryLine): boolean => scope === 1 || (scope === 2 && method === 'location');

interface Judged {
  readonly line: InventoryLine;
  readonly quality: LineQuality;
}

const shares = <Key>(judged: readonly Judged[], keyOf: (quality: LineQuality) => Key, keys: readonly Key[]): QualityShare<Key>[] => {
  const whole = exactSum(judged.map(({ line }) => line.co2eq));
  return keys.flatMap((key) => {
    const own = judged.filter(({ quality }) => keyOf(quality) === key);
    const co2eq = exactSum(own.map(({ line }) => line.co2eq));
    return own.length === 0 ? [] : [{ key, co2eq, share: whole === 0 ? 0 : co2eq / whole }];
  });
};

/** The data quality of every line with the tier it supports, and of the whole. */
export const qualityOfLines = (
  { lines }: Pick<Inventory, 'lines'>,
  activities: readonly Measured[],
  data: UncertaintyData,
): QualitySummary => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const judged = lines.map((line): Judged => {
    const activity = byId.get(line.activityDataId);
    if (activity === undefined) throw new Error(`The line of ${line.activityDataId} has no activity.`);
    const quantityPercent = percentOf(activity, data);
    const activityTier = tierOf(quantityPercent, data);
    const { activityDataId, method, gas, quality } = line;
    const factorTier = line.trace.tier;
    const supportedTier = lower(factorTier, activityTier);
    return { line, quality: { activityDataId, method, gas, quality, quantityPercent, factorTier, activityTier, supportedTier } };
  });
  const counted = judged.filter(({ line }) => isCounted(line));
  return {
    lines: judged.map(({ quality }) => quality),
    byQuality: shares(counted, ({ quality }) => quality, ['metered', 'billed', 'estimated', 'convertedFromMoney', 'imputed', null]),
    bySupportedTier: shares(counted, ({ supportedTier }) => supportedTier, [3, 2, 1, null]),
  };
};
