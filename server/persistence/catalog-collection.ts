import type { ClientSession, Model } from 'mongoose';
import type { Catalogs, RecordedCatalog } from './catalogs.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { count, moment, schemaOf, text } from './schema.js';

export type CatalogDocument = Lying<RecordedCatalog>;

export const catalogSchema = schemaOf<CatalogDocument>({
  version: text,
  hash: text,
  calculationVersion: count,
  snapshot: text,
  recordedAt: moment,
});

export const catalogsIn = (model: Model<CatalogDocument>, session: ClientSession | null): Catalogs => {
  const documents = documentsOf(model, asIs<RecordedCatalog>(), session);
  return {
    has: (id) => documents.has({ _id: id }),
    byId: (id) => documents.one({ _id: id }),
    all: () => documents.many({}, { recordedAt: 1, _id: 1 }),
    add: documents.add,
  };
};
