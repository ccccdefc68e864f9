import { exactSum } from '../domain/exact-sum.js';
import type { Inventory } from '../domain/inventory.js';
import type { WordedFault } from './word-faults.js';

/** What an establishment's result is held against. */
export interface Figures {
  /** tCO2eq of Scope 1 and location-based Scope 2. */
  readonly total: number;
  readonly scope1: number;
  readonly scope2LocationBased: number;
  readonly scope2MarketBased: number;
}

/** What other data do to one inventory. */
export interface InventoryDifference {
  /** Which one: an example's id, or a response with its version. */
  readonly id: string;
  readonly name: string;
  /** Null where it could not be computed. */
  readonly before: Figures | null;
  readonly after: Figures | null;
  /**
   * `none`: nothing but the name of the data; `trace`: sources, warnings or notes; `result`: a figure of it; `refused`: it can be computed
   * under one of the two alone.
   */
  readonly change: 'none' | 'trace' | 'result' | 'refused';
  /** tCO2eq of the total; null where one of the two is missing. */
  readonly tonnes: number | null;
  /** Null where there is nothing to take a share of. */
  readonly percent: number | null;
  /** Codes of warnings that came and went. */
  readonly warnings: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly errors: readonly WordedFault[];
}

export type Computed = { readonly inventory: Inventory } | { readonly errors: readonly WordedFault[] };

/** An inventory without what merely names the data it was computed with. */
const withoutNames = (inventory: Inventory): string =>
  JSON.stringify(inventory, (key: string, value: unknown) =>
    key === 'hash' || key === 'version' || key === 'catalogHash' || key === 'calculationVersion' ? undefined : value,
  );

const numbersOf = ({ lines, totals, energy }: Inventory): string =>
  JSON.stringify([totals, lines.map(({ gas, tonnes, co2eq }) => [gas, tonnes, co2eq]), energy.map(({ netTJ, toe }) => [netTJ, toe])]);

const figuresOf = ({ totals }: Inventory): Figures => ({
  total: exactSum([totals.scope1.co2eq, totals.scope2LocationBased.co2eq]),
  scope1: totals.scope1.co2eq,
  scope2LocationBased: totals.scope2LocationBased.co2eq,
  scope2MarketBased: totals.scope2MarketBased.co2eq,
});

const codes = (inventory: Inventory | null): readonly string[] => (inventory?.warnings ?? []).map(({ code }) => code);
const inventoryIn = (computed: Computed): Inventory | null => ('inventory' in computed ? computed.inventory : null);

const changeOf = (before: Inventory | null, after: Inventory | null): InventoryDifference['change'] => {
  if (before === null || after === null) return before === after ? 'none' : 'refused';
  if (withoutNames(before) === withoutNames(after)) return 'none';
  return numbersOf(before) === numbersOf(after) ? 'trace' : 'result';
};

/** Holds two results of the same request against each other. */
export const inventoryDifference = (id: string, name: string, was: Computed, is: Computed): InventoryDifference => {
  const [before, after] = [inventoryIn(was), inventoryIn(is)];
  const [old, now] = [before === null ? null : figuresOf(before), after === null ? null : figuresOf(after)];
  const tonnes = old === null || now === null ? null : exactSum([now.total, -old.total]);
  const [oldCodes, newCodes] = [codes(before), codes(after)];
  return {
    id,
    name,
    before: old,
    after: now,
    change: changeOf(before, after),
    tonnes,
    percent: tonnes === null || old === null || old.total === 0 ? null : (tonnes / old.total) * 100,
    warnings: {
      added: [...new Set(newCodes.filter((code) => !oldCodes.includes(code)))],
      removed: [...new Set(oldCodes.filter((code) => !newCodes.includes(code)))],
    },
    errors: 'errors' in is ? is.errors : [],
  };
};
