import type { ActivityData, QuantityActivity } from '../categories.js';
import type { RequestHead } from '../setting.js';
import type { Period } from './period.js';

/** Which emissions of a group count as its own. Source: GHG Protocol Corporate Standard, Ch. 3. */
export type ConsolidationApproach = 'operationalControl' | 'financialControl' | 'equityShare';
export const approaches: readonly ConsolidationApproach[] = ['operationalControl', 'financialControl', 'equityShare'];

export type FinancialControl = 'full' | 'joint' | 'none';
export const financialControls: readonly FinancialControl[] = ['full', 'joint', 'none'];

/** How the one above holds the one below. What is left out is held whole: 100 %, operated, controlled. */
export interface Holding extends Period {
  readonly id: string;
  readonly name?: string;
  /** Percent. */
  readonly equityShare?: number;
  readonly operationalControl?: boolean;
  readonly financialControl?: FinancialControl;
  /** Held as an investment alone: counts under no approach. */
  readonly fixedAssetInvestment?: boolean;
}

/** A company of the group; the one without a parent is the one that reports. */
export interface OrganizationEntry extends Holding {
  readonly parent?: string;
}

/** A reading below an activity or another meter: a breakdown of what stands above it, never an addition. */
export interface MeterEntry extends Period {
  readonly id: string;
  /** The activity or the meter it hangs below. */
  readonly parent: string;
  readonly quantity: number;
  readonly unit: string;
}

export interface EstablishmentEntry extends Holding {
  readonly organization: string;
  readonly activityData: readonly ActivityData[];
  readonly meters: readonly MeterEntry[];
}

export interface Amount {
  readonly quantity: number;
  readonly unit: string;
}

/** Steam or power that one establishment of the group sells to another, with both ends. */
export interface TransferEntry extends Period {
  readonly id: string;
  readonly seller: string;
  /** The activity the seller made it with, where one stands for it. */
  readonly sellerActivity?: string;
  readonly buyer: string;
  /** The purchase of the buyer it is part of. */
  readonly buyerActivity: string;
  readonly sold: Amount;
  readonly bought: Amount;
}

export type AllocationRule = 'area' | 'workers' | 'meteredShare' | 'production';
export const allocationRules: readonly AllocationRule[] = ['area', 'workers', 'meteredShare', 'production'];

/** One bill that several establishments share, and the rule it is divided by. */
export interface SharedUtilityEntry {
  /** One that can be divided: its quantity times something. */
  readonly activity: QuantityActivity;
  readonly rule: AllocationRule;
  /** The unit of the values below, such as m2 or t. */
  readonly unit: string;
  readonly shares: readonly { readonly establishment: string; readonly value: number }[];
  /** What those outside the group use, by the same rule. */
  readonly others?: number;
}

/** The input of `onsil consolidate` after its defaults have been filled in. */
export interface ConsolidationRequest extends RequestHead {
  readonly approach: ConsolidationApproach;
  readonly organizations: readonly OrganizationEntry[];
  readonly establishments: readonly EstablishmentEntry[];
  readonly transfers: readonly TransferEntry[];
  readonly sharedUtilities: readonly SharedUtilityEntry[];
}
