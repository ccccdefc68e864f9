import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Inventories, StoredInventory } from './inventories.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type InventoryDocument = Lying<StoredInventory>;

export const inventorySchema = schemaOf<InventoryDocument>({
  responseId: text,
  establishmentId: text,
  roundId: text,
  version: count,
  request: anything,
  notes: anything,
  inventory: anything,
  catalogHash: text,
  computedAt: moment,
});
inventorySchema.index({ responseId: 1, version: 1 }, { unique: true });

export const inventoriesIn = (model: Model<InventoryDocument>, session: ClientSession | null): Inventories => {
  const documents = documentsOf(model, asIs<StoredInventory>(), session);
  return {
    byVersion: (responseId, version) => documents.one({ responseId, version }),
    add: documents.add,
  };
};
