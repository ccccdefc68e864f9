import { readEmissionFactors } from '../../server/catalog/emission-factors.js';
import type { FactorData } from '../../server/domain/factor-data.js';
import type { Fault } from '../../server/domain/fault.js';
import type { Inventory, InventoryLine } from '../../server/domain/inventory.js';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { repositoryRoot } from '../../server/root.js';

/** The year the tests take place in. */
export const testYear = 2026;

let read: FactorData | null = null;

/** The emission factors of the repository, read once per run. */
export const emissionFactors = (): FactorData => {
  read ??= readEmissionFactors(repositoryRoot);
  return read;
};

/** The inventory of a request, or its faults. */
export const resultOf = (request: unknown): { readonly inventory: Inventory } | { readonly faults: readonly Fault[] } =>
  inventoryFrom(readInventoryRequest(request, emissionFactors()), emissionFactors(), testYear);

/** The inventory of a request that must not be refused. */
export const inventoryOf = (request: unknown): Inventory => {
  const result = resultOf(request);
  if ('inventory' in result) return result.inventory;
  throw new Error(`refused: ${JSON.stringify(result.faults)}`);
};

/** "field code" of every fault of a request that must be refused. */
export const faultsOf = (request: unknown): string[] => {
  const result = resultOf(request);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

/** A request with one activity of 2024, kr-national. */
export const withActivity = (activity: object, head: object = {}): object => ({
  reportingYear: 2024,
  ...head,
  activityData: [{ id: 'a1', quantity: 1, ...activity }],
});

/** The one line of a gas in an inventory of one activity, by its method. */
export const lineOf = (inventory: Inventory, gas: InventoryLine['gas'], method: InventoryLine['method'] = null): InventoryLine => {
  const lines = inventory.lines.filter((line) => line.gas === gas && line.method === method);
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new Error(`${lines.length} lines of ${gas}, method ${method}`);
  return line;
};
