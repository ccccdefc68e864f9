import { type ClientSession, type Model, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Inventories, Recomputation, StoredInventory } from './inventories.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type InventoryDocument = Lying<StoredInventory>;
export type RecomputationDocument = Lying<Recomputation>;

const fields = {
  responseId: text,
  establishmentId: text,
  roundId: text,
  version: count,
  request: anything,
  notes: anything,
  inventory: anything,
  catalogHash: text,
  computedAt: moment,
};

export const inventorySchema = schemaOf<InventoryDocument>(fields);
inventorySchema.index({ responseId: 1, version: 1 }, { unique: true });

/** A collection of its own: an inventory is never written over, and its version keeps one first computation. */
export const recomputationSchema = schemaOf<RecomputationDocument>({ ...fields, computation: count });
recomputationSchema.index({ responseId: 1, version: 1, computation: 1 }, { unique: true });

export const inventoriesIn = (
  model: Model<InventoryDocument>,
  recomputationModel: Model<RecomputationDocument>,
  session: ClientSession | null,
): Inventories => {
  const first = documentsOf(model, asIs<StoredInventory>(), session);
  const later = documentsOf(recomputationModel, asIs<Recomputation>(), session);
  return {
    byVersion: async (responseId, version) => {
      const [newest] = await later.many({ responseId, version }, { computation: -1 }, 1);
      return newest ?? first.one({ responseId, version });
    },
    history: async (responseId, version) => {
      const original = await first.one({ responseId, version });
      return original === null ? [] : [original, ...(await later.many({ responseId, version }, { computation: 1 }))];
    },
    page: (after, limit) => first.many(after === null ? {} : { _id: trusted({ $gt: after }) }, { _id: 1 }, limit),
    add: first.add,
    addRecomputation: later.add,
  };
};
