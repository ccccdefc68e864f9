import type { GasRecord, Lookup } from './factor-data.js';
import type { EnergyLine, Inventory, InventoryLine } from './inventory.js';
import { runningTotals } from './running-totals.js';

/** All totals of an inventory, the same in whatever order its lines come. */
export const totalsOf = (
  lines: readonly InventoryLine[],
  energy: readonly EnergyLine[],
  gases: Lookup<string, GasRecord>,
): Inventory['totals'] => {
  const totals = runningTotals(gases);
  for (const line of lines) totals.addLine(line, line.tonnes, line.co2eq);
  for (const line of energy) totals.addEnergy(line, 1);
  return totals.totals();
};
