import type { InventoryLine } from '../inventory.js';

/** The totals of an inventory that carry an interval, and which lines they sum. */
export const sums = {
  scope1: (line: InventoryLine) => line.scope === 1,
  scope2LocationBased: (line: InventoryLine) => line.scope === 2 && line.method === 'location',
  scope2MarketBased: (line: InventoryLine) => line.scope === 2 && line.method === 'market',
  scope1And2LocationBased: (line: InventoryLine) => line.scope === 1 || (line.scope === 2 && line.method === 'location'),
  scope1And2MarketBased: (line: InventoryLine) => line.scope === 1 || (line.scope === 2 && line.method === 'market'),
} as const;

export type UncertainTotal = keyof typeof sums;
export const uncertainTotals = Object.keys(sums) as readonly UncertainTotal[];
