import type { Confidence } from '../confidence.js';
import type { DataQuality } from '../data-quality.js';
import type { Lookup, Provenance } from '../provenance.js';
import type { Distribution } from './distribution.js';

/**
 * Where the uncertainty of a factor comes from: limits printed beside the value itself; limits borrowed from another publication's value
 * of the same thing; none, because a rule fixes the number (a warming potential, an oxidation factor); or none that was found in print.
 */
export type FactorBasis = 'published' | 'borrowed' | 'convention' | 'notPublished';

/** What is known of the uncertainty of a group of factors. */
export interface FactorUncertainty extends Provenance {
  /** Factor ids, where "*" stands for any text. Of several records that cover an id the one with the most letters counts. */
  readonly covers: readonly string[];
  readonly basis: FactorBasis;
  /** The value the limits were printed for; a factor of another value is not covered. Null where they hold for any value. */
  readonly central: number | null;
  /** Null for `convention` and `notPublished`. */
  readonly distribution: Distribution | null;
  readonly confidence: Confidence;
}

/** The uncertainty taken for a quantity that states its quality and no limits of its own. */
export interface QuantityUncertainty extends Provenance {
  readonly quality: DataQuality;
  readonly percent: number;
  readonly confidence: Confidence;
}

/** The widest uncertainty of activity data that a tier allows, in percent. */
export interface ActivityTierLimit extends Provenance {
  readonly tier: 1 | 2 | 3;
  readonly percent: number;
  readonly confidence: Confidence;
}

export interface UncertaintyData {
  readonly factors: readonly FactorUncertainty[];
  readonly quantities: Lookup<DataQuality, QuantityUncertainty>;
  /** The strictest tier first. */
  readonly tiers: readonly ActivityTierLimit[];
}
