import type { ClientSession, Model } from 'mongoose';
import type { BillMapping, BillMappings } from './bill-mappings.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, moment, schemaOf, text } from './schema.js';

export type BillMappingDocument = Lying<BillMapping>;

export const billMappingSchema = schemaOf<BillMappingDocument>({
  establishmentId: text,
  question: text,
  columns: anything,
  unit: text,
  vat: text,
  savedAt: moment,
});
billMappingSchema.index({ establishmentId: 1 });

export const billMappingsIn = (model: Model<BillMappingDocument>, session: ClientSession | null): BillMappings => {
  const documents = documentsOf(model, asIs<BillMapping>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    keep: async (mapping) => {
      if (!(await documents.replace({ _id: mapping.id }, mapping))) await documents.add(mapping);
    },
  };
};
