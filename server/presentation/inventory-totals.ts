import { exactSum } from '../domain/exact-sum.js';
import type { EnergyTotals, Inventory, InventoryLine } from '../domain/inventory.js';

/** The totals of emissions of an inventory that have a page of their own. */
export const emissionTotals = ['total', 'scope1', 'scope2LocationBased', 'scope2MarketBased', 'biogenicCo2', 'montrealGases'] as const;
export type EmissionTotal = (typeof emissionTotals)[number];

export const energyMeasures = ['netTJ', 'grossTJ', 'toe', 'finalTJ', 'finalToe'] as const satisfies readonly (keyof EnergyTotals)[];
export type EnergyMeasure = (typeof energyMeasures)[number];

/** A total by the name it has in an address. */
export type TotalName = EmissionTotal | EnergyMeasure;

/** The total of a name; null for a name that is none. */
export const totalNamed = (name: string): TotalName | null => [...emissionTotals, ...energyMeasures].find((each) => each === name) ?? null;

const isIn: Readonly<Record<EmissionTotal, (line: InventoryLine) => boolean>> = {
  total: (line) => line.scope === 1 || (line.scope === 2 && line.method === 'location'),
  scope1: (line) => line.scope === 1,
  scope2LocationBased: (line) => line.scope === 2 && line.method === 'location',
  scope2MarketBased: (line) => line.scope === 2 && line.method === 'market',
  biogenicCo2: (line) => line.biogenic,
  montrealGases: (line) => line.montrealProtocol,
};

/** The totals a line is summed into. */
export const totalsOfLine = (line: InventoryLine): readonly EmissionTotal[] => emissionTotals.filter((total) => isIn[total](line));

/** What a line adds to a total: tCO2eq, of biogenic CO2 its tonnes. */
export const addedTo = (total: EmissionTotal, line: InventoryLine): number => (total === 'biogenicCo2' ? (line.tonnes ?? 0) : line.co2eq);

/** The lines of a total with their numbers, which count from 1 over the whole inventory. */
export const linesOfTotal = (
  inventory: Inventory,
  total: EmissionTotal,
): readonly { readonly number: number; readonly line: InventoryLine; readonly amount: number }[] =>
  inventory.lines.map((line, index) => ({ number: index + 1, line, amount: addedTo(total, line) })).filter(({ line }) => isIn[total](line));

/** A total as the inventory has it. */
export const totalOf = ({ totals }: Inventory, total: EmissionTotal): number => {
  const { scope1, scope2LocationBased, scope2MarketBased, biogenicCo2, montrealGases } = totals;
  switch (total) {
    case 'total':
      return scope1.co2eq + scope2LocationBased.co2eq;
    case 'scope1':
      return scope1.co2eq;
    case 'scope2LocationBased':
      return scope2LocationBased.co2eq;
    case 'scope2MarketBased':
      return scope2MarketBased.co2eq;
    case 'biogenicCo2':
      return biogenicCo2;
    case 'montrealGases':
      return exactSum(montrealGases.map((gas) => gas.co2eq));
  }
};
