import type { FactorUse } from '../inventory.js';
import type { FactorUncertainty } from './uncertainty-record.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether an id is of a pattern. */
export const isCovered = (pattern: string, factorId: string): boolean =>
  pattern === factorId || (pattern.includes('*') && new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's').test(factorId));

const lettersOf = (pattern: string): number => pattern.replaceAll('*', '').length;

/** The record that speaks of a factor: of those that cover its id and value the one with the most specific pattern. */
export const recordFor = (
  records: readonly FactorUncertainty[],
  { factorId, value }: Pick<FactorUse, 'factorId' | 'value'>,
): FactorUncertainty | null => {
  let best: { readonly record: FactorUncertainty; readonly letters: number } | null = null;
  for (const record of records) {
    if (record.central !== null && record.central !== value) continue;
    for (const pattern of record.covers) {
      const letters = lettersOf(pattern);
      if ((best === null || letters > best.letters) && isCovered(pattern, factorId)) best = { record, letters };
    }
  }
  return best?.record ?? null;
};
