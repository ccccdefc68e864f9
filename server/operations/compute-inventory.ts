import { type ComparedInventory, compareGwp } from '../domain/compare-gwp.js';
import { computeInventory as compute } from '../domain/compute-inventory.js';
import type { FactorData } from '../domain/factor-data.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import type { Inventory, InventoryLine } from '../domain/inventory.js';
import { inventoryFrom } from '../domain/inventory-from.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { type ReadRequest, readInventoryRequest, readInventoryText } from '../domain/read-request.js';
import { seoulYear } from '../domain/seoul-time.js';
import type { Simulation } from '../domain/uncertainty/simulate.js';
import { type AssessedInventory, assessInventory } from './assess-inventory.js';
import { type ExplainedLine, explainLines } from './explain-inventory.js';
import { problemOf, type WordedFault, wordFault } from './word-faults.js';

/** What a computation needs of a running site: its factors and the current year. */
export interface InventorySite {
  readonly catalog: { readonly emissionFactors: FactorData };
  readonly clock: { now(): Date };
  /** Whether an inventory comes with its totals under every set of global warming potentials. */
  readonly comparesGwp?: boolean;
  /** The library that the choice of every factor is explained from; absent: it is not. */
  readonly explainedBy?: FactorLibrary;
}

/** An inventory, or every reason why there is none. */
export type Computation =
  | { readonly inventory: AssessedInventory & Partial<ComparedInventory> & { readonly lines: readonly (InventoryLine | ExplainedLine)[] } }
  | { readonly errors: readonly WordedFault[] };

/**
 * Computes the inventory of a request built from answers.
 * Throws the Problem of the first fault, when an answer cannot be estimated.
 */
export const computeInventory = ({ catalog, clock }: InventorySite, request: InventoryRequest): Inventory => {
  const result = compute(request, catalog.emissionFactors, seoulYear(clock.now()));
  if ('inventory' in result) return result.inventory;
  const [first] = result.faults;
  throw first === undefined ? new Error('An inventory was refused without a fault.') : problemOf(first);
};

/** Adds what was asked for beside the inventory: data quality and uncertainty by `simulation`, the totals under other potentials, why each factor was chosen. */
const compose = (
  { catalog, clock, comparesGwp = false, explainedBy }: InventorySite,
  read: ReadRequest,
  simulation: Simulation | null,
): Computation => {
  const { emissionFactors } = catalog;
  const year = seoulYear(clock.now());
  const result = inventoryFrom(read, emissionFactors, year);
  if ('faults' in result) return { errors: result.faults.map(wordFault) };
  const { inventory } = result;
  const { request } = read;
  if (request === null) return { inventory };
  return {
    inventory: {
      ...inventory,
      ...(explainedBy === undefined ? {} : { lines: explainLines(inventory, explainedBy, emissionFactors) }),
      ...(simulation === null ? {} : assessInventory(inventory, request, emissionFactors, simulation)),
      ...(comparesGwp ? { gwpComparison: compareGwp(request, emissionFactors, year) } : {}),
    },
  };
};

/** Computes one request from its JSON text, naming every fault of it. */
export const computeInventoryText = (site: InventorySite, text: string, simulation: Simulation | null = null): Computation =>
  compose(site, readInventoryText(text, site.catalog.emissionFactors), simulation);

/** Computes one request from plain values, naming every fault of it. */
export const computeInventoryValue = (site: InventorySite, value: unknown, simulation: Simulation | null = null): Computation =>
  compose(site, readInventoryRequest(value, site.catalog.emissionFactors), simulation);
