import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Establishment, Establishments } from './establishments.js';
import { moment, schemaOf, text, textOrNull } from './schema.js';

export type EstablishmentDocument = Lying<Establishment>;

export const establishmentSchema = schemaOf<EstablishmentDocument>({
  name: text,
  businessNumber: textOrNull,
  example: textOrNull,
  createdAt: moment,
});
// Unique where there is one: null is "not known" and may stand in many.
establishmentSchema.index({ businessNumber: 1 }, { unique: true, partialFilterExpression: { businessNumber: { $type: 'string' } } });
establishmentSchema.index({ example: 1 }, { unique: true, partialFilterExpression: { example: { $type: 'string' } } });

export const establishmentsIn = (model: Model<EstablishmentDocument>, session: ClientSession | null): Establishments => {
  const documents = documentsOf(model, asIs<Establishment>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    byBusinessNumber: (businessNumber) => documents.one({ businessNumber }),
    byExample: (example) => documents.one({ example }),
    all: () => documents.many({}, { name: 1, _id: 1 }),
    add: documents.add,
  };
};
