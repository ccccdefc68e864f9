import type { Text } from './plan.js';

export type SizeClass = 'micro' | 'small' | 'medium' | 'midSized' | 'large';

/**
 * One condition of a rule, as it stands in the data. A closed set: what is not here cannot be asked.
 * Ranges hold `from` and leave out `below`.
 */
export type Condition =
  | { readonly fact: 'size'; readonly in: readonly SizeClass[] }
  /** Beginnings of KSIC codes with their section letter. `listComplete: false`: a code that is not in the list is unknown, not no. */
  | { readonly fact: 'industry'; readonly in: readonly string[]; readonly listComplete?: boolean | undefined }
  | { readonly fact: 'rootIndustry' }
  | { readonly fact: 'region'; readonly in: readonly string[]; readonly listComplete?: boolean | undefined }
  | { readonly fact: 'complex'; readonly is: boolean }
  | { readonly fact: 'complexName'; readonly in: readonly string[] }
  /** One of the kinds is in operation, `from` pieces of them or more. */
  | { readonly fact: 'equipment'; readonly in: readonly string[]; readonly from?: number | undefined }
  | { readonly fact: NumericFact; readonly from?: number | undefined; readonly below?: number | undefined }
  /** What no question asks: always unknown, to be confirmed. */
  | { readonly fact: 'notAsked'; readonly label: Text }
  | { readonly anyOf: readonly Condition[] };

/** toe (gross, electricity at 0.229 toe/MWh, as the energy law counts); tCO2eq of Scope 1 and location-based Scope 2; MWh; KRW; persons. */
export type NumericFact = 'energyToe' | 'siteEmissions' | 'electricityMWh' | 'averageSales' | 'workers';

/** The condition on one fact. */
export type ConditionOn<Fact extends string> = Extract<Condition, { readonly fact: Fact }>;
