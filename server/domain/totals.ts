import { exactSum } from './exact-sum.js';
import type { EnergyLine, EnergyTotals, GasTotals, Inventory, InventoryLine } from './inventory.js';

const tonnesOf = (lines: readonly InventoryLine[], gas: 'CO2' | 'CH4' | 'N2O'): number =>
  exactSum(lines.flatMap((line) => (line.gas === gas && line.tonnes !== null ? [line.tonnes] : [])));

/** The totals of some lines. By gas they are null once a value without a split is among them. */
export const gasTotals = (lines: readonly InventoryLine[]): GasTotals => {
  const isSplit = lines.every((line) => line.gas !== 'CO2eq');
  const by = (gas: 'CO2' | 'CH4' | 'N2O'): number | null => (isSplit ? tonnesOf(lines, gas) : null);
  return { co2eq: exactSum(lines.map((line) => line.co2eq)), co2: by('CO2'), ch4: by('CH4'), n2o: by('N2O') };
};

/** The energy of all activities; a measure is null when one part of it is unknown. */
export const energyTotals = (lines: readonly EnergyLine[]): EnergyTotals => {
  const sum = (key: keyof EnergyTotals): number | null => {
    const known = lines.flatMap((line) => line[key] ?? []);
    return known.length === lines.length ? exactSum(known) : null;
  };
  return { netTJ: sum('netTJ'), grossTJ: sum('grossTJ'), toe: sum('toe'), finalTJ: sum('finalTJ'), finalToe: sum('finalToe') };
};

/** All totals of an inventory, the same in whatever order its lines come. */
export const totalsOf = (lines: readonly InventoryLine[], energy: readonly EnergyLine[]): Inventory['totals'] => ({
  scope1: gasTotals(lines.filter((line) => line.scope === 1)),
  scope2LocationBased: gasTotals(lines.filter((line) => line.scope === 2 && line.method === 'location')),
  scope2MarketBased: gasTotals(lines.filter((line) => line.scope === 2 && line.method === 'market')),
  biogenicCo2: tonnesOf(
    lines.filter((line) => line.biogenic),
    'CO2',
  ),
  energy: energyTotals(energy),
});
