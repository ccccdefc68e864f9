import type { ClientSession, Model } from 'mongoose';
import type { CellStatisticsStore, StoredCells } from './cell-statistics.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type CellStatisticsDocument = Lying<StoredCells>;

export const cellStatisticsSchema = schemaOf<CellStatisticsDocument>({
  roundId: text,
  countedAt: moment,
  responses: count,
  cells: anything,
});
cellStatisticsSchema.index({ roundId: 1, countedAt: -1 });

export const cellStatisticsIn = (model: Model<CellStatisticsDocument>, session: ClientSession | null): CellStatisticsStore => {
  const documents = documentsOf(model, asIs<StoredCells>(), session);
  return {
    latestOf: async (roundId) => (await documents.many({ roundId }, { countedAt: -1, _id: 1 }, 1))[0] ?? null,
    add: documents.add,
  };
};
