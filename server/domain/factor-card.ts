import type { Sector } from './activity-data.js';
import type { Confidence } from './confidence.js';
import type { FuelState, Provenance } from './factor-data.js';

/** The kinds of records of the emission-factors package, each with a table of its own. */
export const factorKinds = [
  'calorificValue',
  'fuelCo2',
  'stationary',
  'mobile',
  'oxidation',
  'grid',
  'electricityEnergy',
  'heat',
  'supplierHeat',
  'gwp',
  'blend',
  'density',
  'conversion',
  'process',
  'leakRate',
  'wastewater',
  'uncertainty',
  'rule',
  'vehicleClass',
  'instrument',
] as const;
export type FactorKind = (typeof factorKinds)[number];

/** A text of the data in both languages. */
export interface Names {
  readonly en: string;
  readonly ko: string;
}

/** What a number of a record is. */
export type ValueName =
  | 'net'
  | 'gross'
  | 'netKcal'
  | 'grossKcal'
  | 'toe'
  | 'carbonContent'
  | 'printedCo2'
  | 'co2FromCarbon'
  | 'value'
  | 'range'
  | 'CO2'
  | 'CH4'
  | 'N2O'
  | 'CO2eq'
  | 'electricityGross'
  | 'massFraction'
  | 'publishedAr4'
  | 'blendGwp'
  | 'installation'
  | 'annualLeak'
  | 'remainingAtDisposal'
  | 'recovered'
  | 'limits'
  | 'halfWidth';

/** One number of a record. */
export interface CardValue {
  readonly name: ValueName;
  /** What the number is of, where a record has several of a name: a gas of a blend, an assessment report. */
  readonly of: string | null;
  readonly value: number;
  /** The other end of a range. */
  readonly to: number | null;
  readonly unit: string;
  readonly confidence: Confidence;
}

/** What tells a record from its neighbors; null where it does not matter. */
export interface FactorFacets {
  readonly fuel: string | null;
  readonly gas: string | null;
  readonly sector: Sector | null;
  readonly mode: 'road' | 'offroad' | 'rail' | null;
  readonly technology: string | null;
  readonly end: 'consumption' | 'generation' | null;
  readonly state: FuelState | 'any' | null;
  readonly tier: 1 | 2 | null;
  readonly supplier: string | null;
  /** Reporting years a supplier meant its figure for. */
  readonly serves: { readonly from: number; readonly to: number | null } | null;
  /** Set of the potentials a CO2eq was published with, or whose potential it is. */
  readonly gwp: string | null;
}

/** A record of the package in the one shape the library shows, whatever table it stands in. */
export interface FactorCard extends Provenance {
  readonly kind: FactorKind;
  /** Name of the data file. */
  readonly file: string;
  /** What the number is of: a fuel, a gas, a supplier. */
  readonly subject: Names;
  /** Records of one topic are the same quantity in other revisions, years or publications. */
  readonly topic: string;
  /** Which of them it is: a revision, an assessment report, a year; empty where there is only one. */
  readonly edition: string;
  /** Sorts the records of a topic, oldest first: a day or a year. */
  readonly since: string;
  readonly facets: FactorFacets;
  readonly values: readonly CardValue[];
  /** The one number by which records of a topic compare; null where there is none. */
  readonly comparable: { readonly value: number; readonly unit: string } | null;
  /** What is said instead of a number. */
  readonly statement: Names | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The weakest of its numbers. */
  readonly confidence: Confidence;
  readonly notes: string;
  readonly reviewBy: string;
  /** False for a number that is kept to show why it is not used. */
  readonly usable: boolean;
}

const order: readonly Confidence[] = ['read-in-original', 'two-copies', 'read-in-copy', 'derived', 'recalled'];

/** The weakest of several; `fallback` when there are none. */
export const weakest = (confidences: readonly Confidence[], fallback: Confidence): Confidence =>
  confidences.reduce((worst, each) => (order.indexOf(each) > order.indexOf(worst) ? each : worst), confidences[0] ?? fallback);
