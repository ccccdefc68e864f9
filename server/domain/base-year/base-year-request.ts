/** tCO2eq by scope. */
export interface ScopeEmissions {
  readonly scope1: number;
  readonly scope2: number;
}

/** What makes earlier years be computed again, and organic growth, which never does. Source: GHG Protocol Corporate Standard, Ch. 5. */
export type RecalculationTrigger =
  | 'acquisition'
  | 'divestment'
  | 'merger'
  | 'outsourcing'
  | 'insourcing'
  | 'methodology'
  | 'error'
  | 'organicGrowth';

export const triggers: readonly RecalculationTrigger[] = [
  'acquisition',
  'divestment',
  'merger',
  'outsourcing',
  'insourcing',
  'methodology',
  'error',
  'organicGrowth',
];

/** Triggers that move operations into the boundary, and those that move them out of it. */
export const intoBoundary: readonly RecalculationTrigger[] = ['acquisition', 'merger', 'insourcing'];
export const outOfBoundary: readonly RecalculationTrigger[] = ['divestment', 'outsourcing'];

/** The emissions a change touches in one year, as they stood and as they stand after it. Zero before: nothing of it was counted. */
export interface YearEffect {
  readonly year: number;
  readonly before: ScopeEmissions;
  readonly after: ScopeEmissions;
}

export interface BoundaryChange {
  readonly id: string;
  /** The first year reported with the change in it. */
  readonly year: number;
  readonly trigger: RecalculationTrigger;
  /** Why, in the words of the one who reports. */
  readonly reason: string;
  readonly effects: readonly YearEffect[];
}

export type SalesUnit = 'KRW' | 'thousandKRW' | 'millionKRW' | 'hundredMillionKRW';
export const salesUnits: Readonly<Record<SalesUnit, number>> = { KRW: 1, thousandKRW: 1e3, millionKRW: 1e6, hundredMillionKRW: 1e8 };

export interface ReportedYear extends ScopeEmissions {
  readonly year: number;
  readonly products: readonly { readonly name: string; readonly quantity: number; readonly unit: string }[];
  readonly workers?: number;
  readonly sales?: { readonly quantity: number; readonly unit: SalesUnit };
}

/** The input of `onsil base-year` after its defaults have been filled in. */
export interface BaseYearRequest {
  readonly baseYear: number;
  /** Percent; left out where the default counts. */
  readonly significanceThreshold?: number;
  /** As they were reported, oldest first. */
  readonly years: readonly ReportedYear[];
  readonly changes: readonly BoundaryChange[];
}
