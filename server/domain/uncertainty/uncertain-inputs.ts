import type { Measured, OwnFactor } from '../activity-data.js';
import { type Category, categoryOf } from '../categories.js';
import type { Confidence } from '../confidence.js';
import type { FactorUse, Inventory, InventoryLine } from '../inventory.js';
import { type Distribution, withinPercent } from './distribution.js';
import { elasticityOf, powersOf } from './elasticity.js';
import { recordFor } from './record-for.js';
import { type StatedUncertainty, statedDistribution } from './stated-uncertainty.js';
import type { FactorBasis, FactorUncertainty, UncertaintyData } from './uncertainty-record.js';

/** `stated`: given with the activity; `quality`: the default of its data quality; else as FactorBasis says. */
export type InputBasis = Exclude<FactorBasis, 'convention'> | 'stated' | 'quality';

/** A number whose uncertainty reaches the result: a factor, shared by every line that uses it, or the quantity of an activity. */
export interface UncertainInput {
  /** The same key is the same number, wherever it is used. */
  readonly key: string;
  readonly kind: 'factor' | 'quantity';
  readonly factorId: string | null;
  /** The activity of a quantity; null for a factor. */
  readonly activityDataId: string | null;
  readonly basis: InputBasis;
  /** Null where nothing was stated and nothing found in print: not known, which is not zero. */
  readonly distribution: Distribution | null;
  readonly confidence: Confidence | null;
  readonly sourceId: string | null;
  readonly locator: string | null;
}

/** An input of a line, and by how many percent the line changes when it changes by one; null where the equation does not tell. */
export interface Part {
  readonly input: UncertainInput;
  readonly elasticity: number | null;
}

/** How much of a line's uncertainty is known: of all its inputs, of some, of none. */
export type Coverage = 'complete' | 'partial' | 'none';

export interface LineModel {
  readonly line: InventoryLine;
  readonly parts: readonly Part[];
  readonly coverage: Coverage;
}

const quantityInput = (activity: Measured, data: UncertaintyData): UncertainInput => {
  const base = { key: `quantity ${activity.id}`, kind: 'quantity', factorId: null, activityDataId: activity.id } as const;
  const unknown = { confidence: null, sourceId: null, locator: null };
  if (activity.uncertainty !== undefined)
    return { ...base, ...unknown, basis: 'stated', distribution: statedDistribution(activity.quantity ?? 1, activity.uncertainty) };
  const byQuality = activity.quality === undefined ? undefined : data.quantities[activity.quality];
  if (byQuality === undefined) return { ...base, ...unknown, basis: 'notPublished', distribution: null };
  const { percent, confidence, sourceId, locator } = byQuality;
  return { ...base, basis: 'quality', distribution: withinPercent(percent), confidence, sourceId, locator };
};

const ownKey = ({ role, value, unit, locator }: FactorUse, stated: StatedUncertainty | undefined): string =>
  `factor own ${role} ${value} ${unit} ${locator}${stated === undefined ? '' : ` ${JSON.stringify(stated)}`}`;

/** A factor of one's own is the same number wherever the same source names the same value. */
const ownInput = (use: FactorUse, stated: StatedUncertainty | undefined): UncertainInput => ({
  key: ownKey(use, stated),
  kind: 'factor',
  factorId: use.factorId,
  activityDataId: null,
  basis: stated === undefined ? 'notPublished' : 'stated',
  distribution: stated === undefined ? null : statedDistribution(use.value, stated),
  confidence: null,
  sourceId: use.sourceId,
  locator: use.locator,
});

/** A published factor with what is known of its uncertainty. */
const factorInput = ({ factorId }: FactorUse, record: FactorUncertainty | null): UncertainInput => ({
  key: `factor ${factorId}`,
  kind: 'factor',
  factorId,
  activityDataId: null,
  basis: record === null || record.basis === 'convention' ? 'notPublished' : record.basis,
  distribution: record?.distribution ?? null,
  confidence: record?.confidence ?? null,
  sourceId: record?.sourceId ?? null,
  locator: record?.locator ?? null,
});

const coverageOf = (parts: readonly Part[]): Coverage => {
  const known = parts.filter(({ input, elasticity }) => input.distribution !== null && elasticity !== null).length;
  if (known === parts.length) return 'complete';
  return known > 0 ? 'partial' : 'none';
};

/** Joins the parts that are the same number: what multiplies and divides by it at once cancels. */
const joined = (parts: readonly Part[]): Part[] => {
  const powers = new Map<UncertainInput, number | null>();
  for (const { input, elasticity } of parts) {
    const before = powers.get(input);
    powers.set(input, before === undefined ? elasticity : before === null || elasticity === null ? null : before + elasticity);
  }
  return [...powers].map(([input, elasticity]) => ({ input, elasticity })).filter(({ elasticity }) => elasticity !== 0);
};

const quantityElasticity = ({ category, quantity }: Measured, { trace }: InventoryLine): number | null =>
  quantity === undefined || categoryOf(category as Category).isProportional ? 1 : (powersOf(trace.equation)?.get('Q') ?? null);

/** Makes each input once, so that the same number is the same object in every line. */
class Inputs {
  private readonly made = new Map<string, UncertainInput>();
  private readonly records = new Map<string, FactorUncertainty | null>();

  constructor(private readonly data: UncertaintyData) {}

  private once(key: string, make: () => UncertainInput): UncertainInput {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const input = make();
    this.made.set(key, input);
    return input;
  }

  ofQuantity(activity: Measured): UncertainInput {
    return this.once(`quantity ${activity.id}`, () => quantityInput(activity, this.data));
  }

  /** Null for a number that a rule fixes: it carries no uncertainty by convention. */
  ofFactor(use: FactorUse, factor: OwnFactor | undefined): UncertainInput | null {
    if (use.match === 'own') {
      const stated = use.role === 'EF' ? factor?.uncertainty : undefined;
      return this.once(ownKey(use, stated), () => ownInput(use, stated));
    }
    const record = this.recordOf(use);
    if (record?.basis === 'convention') return null;
    return this.once(`factor ${use.factorId} ${record?.id ?? ''}`, () => factorInput(use, record));
  }

  private recordOf(use: FactorUse): FactorUncertainty | null {
    const key = `${use.factorId} ${use.value}`;
    const known = this.records.get(key);
    if (known !== undefined) return known;
    const record = recordFor(this.data.factors, use);
    this.records.set(key, record);
    return record;
  }
}

/**
 * Every line of an inventory with the uncertain numbers it was made of. A line is linear in the quantity of its activity, unless its
 * equation takes something off; a balance is so in what is said of its result. Factors are one
 * number per id, so that the net and the gross value of one record, or the gases of one grid value, move together.
 */
export const lineModels = (
  { lines }: Pick<Inventory, 'lines'>,
  activities: readonly (Measured & { readonly factor?: OwnFactor })[],
  data: UncertaintyData,
): LineModel[] => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const inputs = new Inputs(data);
  return lines.map((line) => {
    const activity = byId.get(line.activityDataId);
    if (activity === undefined) throw new Error(`The line of ${line.activityDataId} has no activity.`);
    const factors = line.trace.factors.flatMap((use): Part[] => {
      const input = inputs.ofFactor(use, activity.factor);
      return input === null ? [] : [{ input, elasticity: elasticityOf(use, line.trace) }];
    });
    const parts = joined([{ input: inputs.ofQuantity(activity), elasticity: quantityElasticity(activity, line) }, ...factors]);
    return { line, parts, coverage: coverageOf(parts) };
  });
};
