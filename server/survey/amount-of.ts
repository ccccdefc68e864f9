import type { Answer } from './answer.js';
import { yearOf } from './year-quantity.js';

/** An amount with its unit. */
export interface Amount {
  readonly quantity: number;
  readonly unit: string;
}

/** The amount of an answer: a quantity, or the year of twelve months. Null where there is none, or a month is missing. */
export const amountOf = (answer: Answer): Amount | null => {
  if (answer.state !== 'answered') return null;
  const { value } = answer;
  if (value.kind === 'quantity') return { quantity: value.number, unit: value.unit };
  const quantity = value.kind === 'monthly' ? yearOf(value) : null;
  return value.kind === 'monthly' && quantity !== null ? { quantity, unit: value.unit } : null;
};
