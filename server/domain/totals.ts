import { exactSum } from './exact-sum.js';
import type { GasFamily, GasRecord, Lookup } from './factor-data.js';
import type { EnergyLine, EnergyTotals, GasTotals, Inventory, InventoryLine, MontrealGas } from './inventory.js';

type Gases = Lookup<string, GasRecord>;

const co2eqOf = (lines: readonly InventoryLine[]): number => exactSum(lines.map((line) => line.co2eq));
const tonnesOf = (lines: readonly InventoryLine[]): number => exactSum(lines.flatMap((line) => line.tonnes ?? []));

/** The totals of some lines. By gas they are null once a value without a split is among them. */
export const gasTotals = (lines: readonly InventoryLine[], gases: Gases): GasTotals => {
  const isSplit = lines.every((line) => line.gas !== 'CO2eq');
  const of = (family: GasFamily): InventoryLine[] => lines.filter((line) => gases[line.gas]?.family === family);
  const mass = (family: GasFamily): number | null => (isSplit ? tonnesOf(of(family)) : null);
  const weighted = (family: GasFamily): number | null => (isSplit ? co2eqOf(of(family)) : null);
  return {
    co2eq: co2eqOf(lines),
    co2: mass('co2'),
    ch4: mass('ch4'),
    n2o: mass('n2o'),
    hfcs: weighted('hfcs'),
    pfcs: weighted('pfcs'),
    sf6: mass('sf6'),
    nf3: mass('nf3'),
  };
};

/** The gases of the Montreal Protocol, by name. */
const montrealGases = (lines: readonly InventoryLine[]): MontrealGas[] => {
  const names = [...new Set(lines.map((line) => line.gas))].sort();
  return names.map((gas) => {
    const own = lines.filter((line) => line.gas === gas);
    return { gas, tonnes: tonnesOf(own), co2eq: co2eqOf(own) };
  });
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
export const totalsOf = (lines: readonly InventoryLine[], energy: readonly EnergyLine[], gases: Gases): Inventory['totals'] => {
  const scope2 = (method: 'location' | 'market'): GasTotals =>
    gasTotals(
      lines.filter((line) => line.scope === 2 && line.method === method),
      gases,
    );
  return {
    scope1: gasTotals(
      lines.filter((line) => line.scope === 1),
      gases,
    ),
    scope2LocationBased: scope2('location'),
    scope2MarketBased: scope2('market'),
    biogenicCo2: tonnesOf(lines.filter((line) => line.biogenic)),
    montrealGases: montrealGases(lines.filter((line) => line.montrealProtocol)),
    energy: energyTotals(energy),
  };
};
