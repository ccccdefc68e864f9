import type { Confidence } from '../domain/confidence.js';
import type { Inventory } from '../domain/inventory.js';

/** What is known of the establishment. Null and absent mean "not known", never "no". */
export interface EstablishmentProfile {
  readonly name: string;
  /** KSIC code, two to five digits, with or without its section letter ("C24", "24311"). */
  readonly industryCode?: string | null;
  readonly workers?: number | null;
  /** 시도: MOIS code ("48"), ISO 3166-2 ("KR-48") or its Korean name. */
  readonly region?: string | null;
  /** Name of the industrial complex it stands in; true = in one, unnamed; false = in none. */
  readonly complex?: string | boolean | null;
  /** Mean yearly sales of the last three years, KRW: what the size class of an enterprise is decided by in Korea. */
  readonly averageSales?: number | null;
}

/** One line of the main equipment table (questions of section H). */
export interface Equipment {
  readonly kind: string;
  readonly size: number | null;
  readonly sizeUnit: string | null;
  readonly hoursPerYear: number | null;
}

export interface Text {
  readonly ko: string;
  readonly en: string;
}

/** A range with what it rests on. `typical` is null where only the ends are known. */
export interface Range {
  readonly low: number;
  readonly typical: number | null;
  readonly high: number;
  readonly unit: string;
  /** The weakest confidence of what entered it. */
  readonly confidence: Confidence;
}

export type ThreeValued = 'yes' | 'no' | 'unknown';

/** One condition of a rule, checked: what it asks, how it came out, and why. */
export interface Check {
  readonly label: Text;
  readonly outcome: ThreeValued;
  readonly reason: Text;
  /** What would settle an unknown: id of a survey question, where there is one. */
  readonly question?: string;
}

/** A number that entered an estimate, with where it comes from: a saving share, an end-use share, a price, a cost per kW, an emission factor. */
export interface FigureUse {
  readonly label: Text;
  readonly range: Range;
  /** Id of an entry of `sources` of the same measure; null for a number of the inventory or the establishment itself. */
  readonly sourceId: string | null;
}

/** A measure that is not offered, and why: no energy of its kind is used, the industry has no such process, or it would raise emissions. */
export interface MeasureSetAside {
  readonly id: string;
  readonly name: Text;
  readonly reason: Text;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  /** The title in English, where one was written down. */
  readonly titleEn?: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly locator: string;
  readonly address: string | null;
}

/** A measure that fits the energy use of the establishment, or of which the answers cannot tell. */
export interface CandidateMeasure {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  readonly category: Text;
  readonly carrier: 'electricity' | 'fuel' | 'both' | 'refrigerant';
  /**
   * `fits`: the saving below is given (a single figure may still be null: its check says which answer is missing).
   * `cannotTell`: no figure is given; what is missing stands in `checks`.
   */
  readonly verdict: 'fits' | 'cannotTell';
  /** Unknown checks of a measure that fits are what must be confirmed on site. */
  readonly checks: readonly Check[];
  /** How the baseline energy of its end use was found, in words with the numbers put in. */
  readonly basis: Text;
  /** Energy of the end use before the measure; `energySaving` never exceeds it. Same unit as `energySaving`. */
  readonly baseline: Range | null;
  /** MWh/year of electricity or TJ/year (net) of fuel; TJ/year of both together. */
  readonly energySaving: Range | null;
  /** MWh/year of electricity a fuel-to-electricity measure adds; its emissions and cost are already taken off below. */
  readonly addedElectricity: Range | null;
  /** tCO2eq/year. */
  readonly abatement: Range | null;
  /** `market`: lowers market-based Scope 2 alone, so it must not be added to the others. */
  readonly abatementMethod: 'location' | 'market';
  /** KRW/year off the bill. */
  readonly costSaving: Range | null;
  /** KRW/year of operation and maintenance, or the premium of green electricity. */
  readonly yearlyCost: Range | null;
  /** KRW. */
  readonly investment: Range | null;
  /** Investment / (costSaving - yearlyCost), years; null where it cannot be told, with the reason in `paybackNote`. */
  readonly paybackYears: Range | null;
  readonly paybackNote: Text | null;
  readonly lifetimeYears: { readonly value: number; readonly confidence: Confidence } | null;
  readonly confidence: Confidence;
  /** Every number that entered the figures above. */
  readonly figures: readonly FigureUse[];
  /** Ids of measures of which only one can be taken together with this one. */
  readonly exclusiveWith: readonly string[];
  /** Ids of support programs linked to it (links are made by hand: confidence `derived`). */
  readonly programs: readonly string[];
  readonly sources: readonly Source[];
}

/** A support program held against the establishment. */
export interface ProgramMatch {
  readonly id: string;
  readonly name: Text;
  readonly ministry: Text;
  readonly agency: Text;
  readonly kind: Text;
  /** The fiscal years its terms were read for. */
  readonly years: readonly number[];
  /** `support`: something to apply for; `duty`: what the law asks; `frame`: a policy, platform or certificate that pays nothing itself. */
  readonly nature: 'support' | 'duty' | 'frame';
  readonly eligibility: ThreeValued;
  readonly checks: readonly Check[];
  /** Rate, cap and period, in words, "terms as of" included. */
  readonly terms: Text;
  readonly window: Text | null;
  /** Ids of candidate measures it is linked to. */
  readonly measures: readonly string[];
  readonly linkConfidence: Confidence;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

/** The transition plan of one establishment, before wording and rounding. */
export interface TransitionPlan {
  readonly establishment: EstablishmentProfile;
  readonly inventory: Inventory;
  /** Largest typical abatement first, then those that cannot be told. */
  readonly measures: readonly CandidateMeasure[];
  readonly setAside: readonly MeasureSetAside[];
  /** Eligible first, then unknown, then not eligible; the latest terms first. */
  readonly programs: readonly ProgramMatch[];
  /** What was assumed and what the reader must know: interaction of measures, age of terms, missing answers. */
  readonly notes: readonly Text[];
  readonly catalogHash: string;
}
