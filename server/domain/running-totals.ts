import { RunningSum } from './exact-sum.js';
import type { GasFamily, GasRecord, Lookup } from './factor-data.js';
import type { EnergyTotals, GasTotals, Inventory, InventoryLine } from './inventory.js';

/** What a total needs to know of a line. */
export type Counted = Pick<InventoryLine, 'scope' | 'method' | 'gas' | 'biogenic' | 'montrealProtocol'>;

/** The totals by gas of lines that come one after another. */
export interface RunningGasTotals {
  add(gas: string, tonnes: number | null, co2eq: number): void;
  totals(): GasTotals;
}

/** The totals of an inventory whose lines and energy come one after another. */
export interface RunningTotals {
  addLine(line: Counted, tonnes: number | null, co2eq: number): void;
  /** @param times how often the energy is to be counted: a quantity, for energy per unit */
  addEnergy(energy: EnergyTotals, times: number): void;
  totals(): Inventory['totals'];
}

const weighed: ReadonlySet<GasFamily> = new Set(['hfcs', 'pfcs']);
const measures = ['netTJ', 'grossTJ', 'toe', 'finalTJ', 'finalToe'] as const satisfies readonly (keyof EnergyTotals)[];

/** By gas the totals are null once a value without a split by gas is among the lines. */
export const runningGasTotals = (declared: Lookup<string, GasRecord>): RunningGasTotals => {
  const co2eqSum = new RunningSum();
  const gases: Partial<Record<GasFamily, RunningSum>> = {};
  let isSplit = true;
  return {
    add: (gas, tonnes, co2eq) => {
      co2eqSum.add(co2eq);
      const family = declared[gas]?.family;
      if (family === undefined) {
        isSplit = false;
        return;
      }
      gases[family] ??= new RunningSum();
      gases[family].add(weighed.has(family) ? co2eq : (tonnes ?? 0));
    },
    totals: () => {
      const of = (family: GasFamily): number | null => (isSplit ? (gases[family]?.total() ?? 0) : null);
      return {
        co2eq: co2eqSum.total(),
        co2: of('co2'),
        ch4: of('ch4'),
        n2o: of('n2o'),
        hfcs: of('hfcs'),
        pfcs: of('pfcs'),
        sf6: of('sf6'),
        nf3: of('nf3'),
      };
    },
  };
};

/** Energy; a measure is null when one part of it is unknown. */
const runningEnergy = (): { add(energy: EnergyTotals, times: number): void; totals(): EnergyTotals } => {
  const sums = measures.map((key) => ({ key, sum: new RunningSum(), isKnown: true }));
  return {
    add: (energy, times) => {
      for (const entry of sums) {
        const value = energy[entry.key];
        if (value === null) entry.isKnown = false;
        else entry.sum.add(value * times);
      }
    },
    totals: () => {
      const [netTJ = null, grossTJ = null, toe = null, finalTJ = null, finalToe = null] = sums.map(({ sum, isKnown }) =>
        isKnown ? sum.total() : null,
      );
      return { netTJ, grossTJ, toe, finalTJ, finalToe };
    },
  };
};

/** Gases of the Montreal Protocol, by name. */
const runningBeside = (): Pick<RunningGasTotals, 'add'> & { totals(): Inventory['totals']['montrealGases'] } => {
  const sums = new Map<string, { readonly tonnes: RunningSum; readonly co2eq: RunningSum }>();
  return {
    add: (gas, tonnes, co2eq) => {
      const own = sums.get(gas) ?? { tonnes: new RunningSum(), co2eq: new RunningSum() };
      sums.set(gas, own);
      own.tonnes.add(tonnes ?? 0);
      own.co2eq.add(co2eq);
    },
    totals: () =>
      [...sums]
        .map(([gas, own]) => ({ gas, tonnes: own.tonnes.total(), co2eq: own.co2eq.total() }))
        .sort((a, b) => (a.gas < b.gas ? -1 : 1)),
  };
};

/** Totals by scope and gas, biogenic CO2, gases of the Montreal Protocol, and energy; the same in whatever order they come. */
export const runningTotals = (declared: Lookup<string, GasRecord>): RunningTotals => {
  const scope1 = runningGasTotals(declared);
  const location = runningGasTotals(declared);
  const market = runningGasTotals(declared);
  const biogenic = new RunningSum();
  const beside = runningBeside();
  const energy = runningEnergy();
  return {
    addLine: ({ scope, method, gas, biogenic: isBiogenic, montrealProtocol }, tonnes, co2eq) => {
      if (scope === 1) scope1.add(gas, tonnes, co2eq);
      else if (scope === 2) (method === 'market' ? market : location).add(gas, tonnes, co2eq);
      else if (isBiogenic) biogenic.add(tonnes ?? 0);
      else if (montrealProtocol) beside.add(gas, tonnes, co2eq);
    },
    addEnergy: (used, times) => energy.add(used, times),
    totals: () => ({
      scope1: scope1.totals(),
      scope2LocationBased: location.totals(),
      scope2MarketBased: market.totals(),
      biogenicCo2: biogenic.total(),
      montrealGases: beside.totals(),
      energy: energy.totals(),
    }),
  };
};
