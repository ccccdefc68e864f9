import type { GasRecord, Lookup } from '../factor-data.js';
import type { EnergyTotals, Inventory } from '../inventory.js';
import { type RunningTotals, runningTotals } from '../running-totals.js';
import type { NettedTransfer } from './net-transfers.js';

/** An establishment with the share by which it counts. */
export interface Member {
  readonly id: string;
  readonly share: number;
  readonly inventory: Inventory;
}

const scaledEnergy = (energy: EnergyTotals, by: number): EnergyTotals => {
  const times = (value: number | null): number | null => (value === null ? null : value * by);
  return {
    netTJ: times(energy.netTJ),
    grossTJ: times(energy.grossTJ),
    toe: times(energy.toe),
    finalTJ: times(energy.finalTJ),
    finalToe: times(energy.finalToe),
  };
};

/** Adds an establishment to totals, each line times its share. What does not count adds nothing, not even what is unknown of it. */
const addMember = (totals: readonly RunningTotals[], { share, inventory }: Member): void => {
  if (share === 0) return;
  for (const into of totals) {
    for (const line of inventory.lines) into.addLine(line, line.tonnes === null ? null : line.tonnes * share, line.co2eq * share);
    for (const line of inventory.energy) into.addEnergy(scaledEnergy(line, share), 1);
  }
};

/** Takes out of totals what a transfer counts twice: the buyer's lines and energy of the purchase, by the share that is netted. */
const addElimination = (
  totals: readonly RunningTotals[],
  { share, inventory }: Member,
  { buyerActivity, eliminated }: NettedTransfer,
  sign: 1 | -1,
): void => {
  const by = sign * share * eliminated;
  if (by === 0) return;
  for (const into of totals) {
    for (const line of inventory.lines)
      if (line.activityDataId === buyerActivity) into.addLine(line, line.tonnes === null ? null : line.tonnes * by, line.co2eq * by);
    for (const line of inventory.energy) if (line.activityDataId === buyerActivity) into.addEnergy(scaledEnergy(line, by), 1);
  }
};

export interface RolledUp {
  readonly totals: Inventory['totals'];
  /** What was taken out, as positive numbers. */
  readonly eliminated: Inventory['totals'];
  /** By establishment, what is left of it in the totals. */
  readonly contributions: ReadonlyMap<string, Inventory['totals']>;
}

/** The totals of a group: every line of every establishment times its share, less what was netted; exact and in whatever order. */
export const rollUp = (members: readonly Member[], netted: readonly NettedTransfer[], gases: Lookup<string, GasRecord>): RolledUp => {
  const whole = runningTotals(gases);
  const removed = runningTotals(gases);
  const contributions = members.map((member): [string, Inventory['totals']] => {
    const own = runningTotals(gases);
    addMember([whole, own], member);
    for (const transfer of netted.filter(({ buyer }) => buyer === member.id)) {
      addElimination([whole, own], member, transfer, -1);
      addElimination([removed], member, transfer, 1);
    }
    return [member.id, own.totals()];
  });
  return { totals: whole.totals(), eliminated: removed.totals(), contributions: new Map(contributions) };
};
