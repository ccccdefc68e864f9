import type { FactorSetId, GwpSet, Sector } from './activity-data.js';
import type { Confidence } from './confidence.js';
import type { DataQuality } from './data-quality.js';
import type { Gas } from './factor-data.js';

/** The gas of a line, or `CO2eq` where a published value has no split by gas; its tonnes are null then. */
export type LineGas = Gas;

/** How a factor was found: `exact`, or by which fallback. */
export type FactorMatch = 'exact' | 'own' | 'older-year' | 'other-revision' | 'broader-fuel' | 'other-country';

/** A number that entered a line, with where it stands in print. */
export interface FactorUse {
  /** What the number is in the equation: "NCV", "GCV", "density", "C" (carbon content), "EF", "OF", "GWP"; for energy also "toe", "final". */
  readonly role: string;
  readonly factorId: string;
  readonly value: number;
  readonly unit: string;
  readonly match: FactorMatch;
  /** Null for a factor that came with the activity: only its owner knows. */
  readonly confidence: Confidence | null;
  /** Key into the declared sources; `own` for a factor that came with the activity. */
  readonly sourceId: string;
  /** Page, table, row; for a factor that came with the activity, the source its owner named. */
  readonly locator: string;
}

/** Everything needed to repeat a line with a pocket calculator. */
export interface Trace {
  /** The equation in symbols, such as "E = Q · NCV · EF · OF · 10⁻⁶". */
  readonly equation: string;
  /** The same with the numbers put in. */
  readonly substituted: string;
  readonly inputs: readonly {
    readonly symbol: string;
    readonly value: number;
    readonly unit: string;
    readonly en: string;
    readonly ko: string;
  }[];
  readonly factors: readonly FactorUse[];
  readonly tier: 1 | 2 | 3;
  readonly catalogHash: string;
  readonly notes: readonly { readonly en: string; readonly ko: string }[];
}

/** One gas of one activity, or of one part of it. */
export interface InventoryLine {
  readonly activityDataId: string;
  readonly category: string;
  /** Null for what stands outside the scopes: biogenic CO2, gases of the Montreal Protocol. */
  readonly scope: 1 | 2 | null;
  /** Scope 2 only; Scope 1 and biogenic lines carry null. */
  readonly method: 'location' | 'market' | null;
  readonly gas: LineGas;
  /** Tonnes of the gas; null for `CO2eq`. */
  readonly tonnes: number | null;
  readonly co2eq: number;
  readonly biogenic: boolean;
  /** CFCs, HCFCs and their like: reported beside the total, never in it. */
  readonly montrealProtocol: boolean;
  /** The id of the part of the activity the line is of, where the activity was split into parts. */
  readonly part: string | null;
  /** How the quantity of the activity came to be known; null where it does not say. */
  readonly quality: DataQuality | null;
  readonly trace: Trace;
}

/**
 * tCO2eq of everything, and each gas: tonnes of a single gas, tCO2eq of the two families of many gases.
 * A gas is null once a value without a split by gas is in the total.
 */
export interface GasTotals {
  readonly co2eq: number;
  readonly co2: number | null;
  readonly ch4: number | null;
  readonly n2o: number | null;
  /** tCO2eq. */
  readonly hfcs: number | null;
  /** tCO2eq. */
  readonly pfcs: number | null;
  readonly sf6: number | null;
  readonly nf3: number | null;
}

/** A gas of the Montreal Protocol, summed over its lines. */
export interface MontrealGas {
  readonly gas: Gas;
  readonly tonnes: number;
  readonly co2eq: number;
}

/** Energy of all activities; an entry is null when one part of it is unknown. */
export interface EnergyTotals {
  readonly netTJ: number | null;
  readonly grossTJ: number | null;
  readonly toe: number | null;
  readonly finalTJ: number | null;
  readonly finalToe: number | null;
}

/** What an activity is called. */
export interface ActivityLine {
  readonly activityDataId: string;
  readonly category: string;
  /** What was used or made: the fuel, electricity, heat by its kind or supplier, the process, the gas. */
  readonly label: { readonly en: string; readonly ko: string };
}

/**
 * A part of an activity that is told apart: a use of a fuel, electricity under a contract, what was sold on.
 * The parts of an activity sum to the whole of it.
 */
export interface ActivityPart {
  readonly id: string;
  readonly en: string;
  readonly ko: string;
  /** In the unit of the activity. */
  readonly quantity: number;
  readonly unit: string;
  /** Whether it is in the emissions of this inventory. */
  readonly counted: boolean;
}

/** An activity with its parts; none where it was not split. */
export interface ActivityEntry extends ActivityLine {
  readonly parts: readonly ActivityPart[];
}

/** Energy of one activity, in the same five measures. */
export interface EnergyLine extends ActivityLine, EnergyTotals {
  /** The numbers its energy was computed with: calorific values, density, the statutory values of electricity. Empty for heat as supplied. */
  readonly factors: readonly FactorUse[];
}

export interface InventoryWarning {
  /** camelCase, such as `olderYear`, `otherRevision`, `recalledFactor`, `noResidualMix`. */
  readonly code: string;
  /** Null for a warning about the whole inventory. */
  readonly activityDataId: string | null;
  readonly en: string;
  readonly ko: string;
}

export interface Inventory {
  readonly reportingYear: number;
  readonly sector: Sector;
  /** What is needed to compute it again: the set and its row, and the very data, by version and by hash of their content. */
  readonly factorSet: {
    readonly id: FactorSetId;
    /** The day the data were released; locally changed data carry another hash under the same version. */
    readonly version: string;
    readonly hash: string;
    readonly gwp: GwpSet;
    /** Records chosen in place of the defaults of that report; left out where there are none. */
    readonly gwpAlternatives?: readonly string[] | undefined;
    readonly row: string;
  };
  /** Of the program's equations; see calculation-version.ts. */
  readonly calculationVersion: number;
  readonly totals: {
    readonly scope1: GasTotals;
    readonly scope2LocationBased: GasTotals;
    readonly scope2MarketBased: GasTotals;
    /** Tonnes. */
    readonly biogenicCo2: number;
    /** Beside every other total, by gas. */
    readonly montrealGases: readonly MontrealGas[];
    readonly energy: EnergyTotals;
  };
  /** Every activity, in the order of the request. */
  readonly activities: readonly ActivityEntry[];
  readonly lines: readonly InventoryLine[];
  readonly energy: readonly EnergyLine[];
  readonly warnings: readonly InventoryWarning[];
}
