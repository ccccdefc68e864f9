import { amount } from './amounts-in-words.js';
import type { Range, Text } from './plan.js';
import { weakest } from './range.js';

/** Simple payback, or why it cannot be told. */
export interface Payback {
  readonly paybackYears: Range | null;
  readonly paybackNote: Text | null;
}

const cannotTell = (ko: string, en: string): Payback => ({ paybackYears: null, paybackNote: { ko, en } });

/**
 * Simple payback:  t = I / (ΔKRW - upkeep · I)  [years]. The low end takes the low investment and the high saving, the high end the
 * opposite. Null where an end is never paid back.
 * @param upkeep  share of the investment per year
 */
export const paybackOf = (investment: Range | null, costSaving: Range | null, upkeep: number, lifetimeYears: number): Payback => {
  if (investment === null)
    return cannotTell('투자비를 알 수 없어 회수기간을 계산하지 못했습니다.', 'The investment is not known, so there is no payback.');
  if (costSaving === null)
    return cannotTell('비용 절감액을 알 수 없어 회수기간을 계산하지 못했습니다.', 'The cost saving is not known, so there is no payback.');
  const years = (cost: number, saving: number): number => (cost === 0 ? (saving > 0 ? 0 : -1) : cost / (saving - upkeep * cost));
  const paid = (value: number): boolean => Number.isFinite(value) && value >= 0;
  const low = years(investment.low, costSaving.high);
  const high = years(investment.high, costSaving.low);
  const typical = investment.typical === null || costSaving.typical === null ? null : years(investment.typical, costSaving.typical);
  if (typical !== null && !paid(typical)) {
    return cannotTell(
      '통상적인 조건에서는 절감액이 비용보다 적어 회수되지 않습니다.',
      'Under typical conditions the saving is below the cost: it does not pay back.',
    );
  }
  if (!paid(low) || !paid(high)) {
    return typical === null
      ? cannotTell('가장 불리한 조건에서는 회수되지 않습니다.', 'Under the worst conditions it does not pay back.')
      : cannotTell(
          `통상적인 조건에서는 약 ${amount(typical)}년이지만 가장 불리한 조건에서는 회수되지 않습니다.`,
          `About ${amount(typical)} years under typical conditions, but never under the worst ones.`,
        );
  }
  const late = typical !== null && typical > lifetimeYears;
  return {
    paybackYears: { low, typical, high, unit: 'year', confidence: weakest(investment.confidence, costSaving.confidence) },
    paybackNote: late
      ? {
          ko: `통상 회수기간이 수명 ${lifetimeYears}년보다 깁니다.`,
          en: `The typical payback is longer than the lifetime of ${lifetimeYears} years.`,
        }
      : null,
  };
};
