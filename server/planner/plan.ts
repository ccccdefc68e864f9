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

export interface Source {
  readonly id: string;
  readonly title: string;
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
  readonly carrier: 'electricity' | 'fuel' | 'both';
  /** `fits`: figures below are given; `cannotTell`: what is missing stands in `checks`. */
  readonly verdict: 'fits' | 'cannotTell';
  readonly checks: readonly Check[];
  /** How the baseline energy of its end use was found, in words with the numbers put in. */
  readonly basis: Text;
  readonly energySaving: Range | null;
  readonly abatement: Range | null;
  readonly costSaving: Range | null;
  readonly investment: Range | null;
  readonly paybackYears: Range | null;
  readonly lifetimeYears: { readonly value: number; readonly confidence: Confidence } | null;
  readonly confidence: Confidence;
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
  readonly measures: readonly CandidateMeasure[];
  readonly programs: readonly ProgramMatch[];
  /** What was assumed and what the reader must know: interaction of measures, age of terms, missing answers. */
  readonly notes: readonly Text[];
  readonly catalogHash: string;
}
