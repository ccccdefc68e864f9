import type { Inventory } from '../domain/inventory.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import type { ActivityNote } from '../survey/activity-notes.js';

/** The inventory computed from one submitted version, with what it was computed from. */
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

export interface Inventories {
  byVersion(responseId: string, version: number): Promise<StoredInventory | null>;
  /** Throws AlreadyThere when the version has an inventory. */
  add(inventory: StoredInventory): Promise<void>;
}
