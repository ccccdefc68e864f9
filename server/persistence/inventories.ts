import type { Inventory } from '../domain/inventory.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import type { ActivityNote } from '../survey/activity-notes.js';

/**
 * The inventory computed from one submitted version, with what it was computed from. Written once: factor set, row, version and hash of
 * the data and the version of the equations stand in `inventory`, so it can be computed again whatever has changed since.
 */
export interface StoredInventory {
  readonly id: string;
  readonly responseId: string;
  readonly establishmentId: string;
  readonly roundId: string;
  readonly version: number;
  readonly request: InventoryRequest;
  /** What was left out of the request and why: never silent. */
  readonly notes: readonly ActivityNote[];
  readonly inventory: Inventory;
  readonly catalogHash: string;
  readonly computedAt: Date;
}

/** The inventory of a version computed anew, under other data than before. The earlier ones stay as they are. */
export interface Recomputation extends StoredInventory {
  /** 2 for the first one, because the inventory itself is 1. */
  readonly computation: number;
}

export interface Inventories {
  /** The newest computation of a version. */
  byVersion(responseId: string, version: number): Promise<StoredInventory | null>;
  /** Every computation of a version, oldest first. */
  history(responseId: string, version: number): Promise<readonly StoredInventory[]>;
  /** First computations in the order of their ids, behind the one named: one page of all there are. */
  page(after: string | null, limit: number): Promise<readonly StoredInventory[]>;
  /** Throws AlreadyThere when the version has an inventory. */
  add(inventory: StoredInventory): Promise<void>;
  /** Throws AlreadyThere when the version has this computation. */
  addRecomputation(recomputation: Recomputation): Promise<void>;
}
