import { computeInventory } from '../domain/compute-inventory.js';
import type { FactorData } from '../domain/factor-data.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import type { ExampleRequest } from './example-requests.js';
import { type FactorDifference, factorDifferences } from './factor-differences.js';
import { type Computed, type InventoryDifference, inventoryDifference } from './inventory-differences.js';
import { wordFault } from './word-faults.js';

/** Which data, for people. */
export interface NamedFactors {
  readonly version: string;
  readonly hash: string;
}

/** What other emission factors do to the example establishments. */
export interface FactorComparison {
  readonly before: NamedFactors;
  readonly after: NamedFactors;
  readonly records: readonly FactorDifference[];
  readonly examples: readonly InventoryDifference[];
}

/** A request that was computed before is of no year to come, whatever the clock says. */
export const computeUnder = (data: FactorData, request: InventoryRequest): Computed => {
  const result = computeInventory(request, data, request.reportingYear);
  return 'inventory' in result ? result : { errors: result.faults.map(wordFault) };
};

const named = ({ version, hash }: FactorData): NamedFactors => ({ version, hash });

/** Compares two sets of emission factors record by record, and by what they do to every example establishment. */
export const compareFactors = (before: FactorData, after: FactorData, examples: readonly ExampleRequest[]): FactorComparison => ({
  before: named(before),
  after: named(after),
  records: factorDifferences(before, after),
  examples: examples.map(({ id, name, request }) =>
    inventoryDifference(id, name, computeUnder(before, request), computeUnder(after, request)),
  ),
});
