import type { ActivityData, QuantityActivity } from '../categories.js';
import { exactSum } from '../exact-sum.js';
import type { TraceNote } from '../trace.js';
import { shown } from '../trace.js';
import { type ConsolidationFinding, finding } from './consolidation-finding.js';
import type { AllocationRule, SharedUtilityEntry } from './consolidation-request.js';

/** The part of a shared bill that falls to an establishment. */
export interface AllocatedPart {
  readonly establishment: string;
  readonly value: number;
  readonly share: number;
  readonly quantity: number;
}

/** A shared bill, divided. */
export interface Allocation {
  readonly activityDataId: string;
  readonly rule: AllocationRule;
  /** Of the values the rule goes by. */
  readonly ruleUnit: string;
  /** The sum of those values, others included. */
  readonly ruleTotal: number;
  readonly quantity: number;
  readonly unit: string;
  readonly parts: readonly AllocatedPart[];
  /** What falls to those outside the group. */
  readonly others: { readonly share: number; readonly quantity: number } | null;
}

/** An activity as it falls to an establishment, and the note its lines carry. */
export interface AllocatedActivity {
  readonly activity: ActivityData;
  readonly note: TraceNote;
}

const ruleNames = {
  area: { en: 'floor area', ko: '면적' },
  workers: { en: 'workers', ko: '종사자 수' },
  meteredShare: { en: 'metered use', ko: '계량 사용량' },
  production: { en: 'production', ko: '생산량' },
} as const satisfies Record<AllocationRule, { en: string; ko: string }>;

/** Divides a shared bill in proportion to the values of its rule. */
export const allocationOf = ({ activity, rule, unit, shares, others = 0 }: SharedUtilityEntry): Allocation => {
  const whole = exactSum([...shares.map(({ value }) => value), others]);
  const part = (value: number): { readonly share: number; readonly quantity: number } => ({
    share: value / whole,
    quantity: (activity.quantity * value) / whole,
  });
  return {
    activityDataId: activity.id,
    rule,
    ruleUnit: unit,
    ruleTotal: whole,
    quantity: activity.quantity,
    unit: activity.unit,
    parts: shares.map(({ establishment, value }) => ({ establishment, value, ...part(value) })),
    others: others === 0 ? null : part(others),
  };
};

const noteOf = (allocation: Allocation, part: AllocatedPart): TraceNote => {
  const { rule, ruleUnit, ruleTotal, quantity, unit } = allocation;
  const { en, ko } = ruleNames[rule];
  const amounts = `${shown(quantity)} ${unit} × ${shown(part.value)} / ${shown(ruleTotal)} ${ruleUnit} = ${shown(part.quantity)} ${unit}`;
  return { en: `Part of a shared bill by ${en}: ${amounts}.`, ko: `공동 사용량을 ${ko} 기준으로 나눈 몫: ${amounts}.` };
};

/** A statement of limits is divided with the quantity it is about. */
const dividedActivity = (activity: QuantityActivity, part: AllocatedPart): ActivityData => {
  const { uncertainty } = activity;
  const { lower, upper } = uncertainty ?? {};
  const limits = lower === undefined || upper === undefined ? {} : { lower: lower * part.share, upper: upper * part.share };
  return { ...activity, quantity: part.quantity, ...(uncertainty === undefined ? {} : { uncertainty: { ...uncertainty, ...limits } }) };
};

/** What falls to an establishment of every shared bill. */
export const allocatedTo = (
  establishment: string,
  utilities: readonly SharedUtilityEntry[],
  allocations: readonly Allocation[],
): AllocatedActivity[] =>
  utilities.flatMap(({ activity }, index) => {
    const allocation = allocations[index];
    const part = allocation?.parts.find((each) => each.establishment === establishment);
    if (allocation === undefined || part === undefined || part.value === 0) return [];
    return [{ activity: dividedActivity(activity, part), note: noteOf(allocation, part) }];
  });

/** What of shared bills is not counted, because others use it. */
export const allocationFindings = (allocations: readonly Allocation[]): ConsolidationFinding[] =>
  allocations.flatMap(({ activityDataId, others }) =>
    others === null ? [] : [finding('allocatedOutside', activityDataId, { percent: shown(others.share * 100) })],
  );
