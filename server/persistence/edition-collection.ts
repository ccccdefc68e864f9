import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Editions, KeptEdition } from './editions.js';
import { moment, schemaOf, text } from './schema.js';

export type EditionDocument = Lying<KeptEdition>;

export const editionSchema = schemaOf<EditionDocument>({ editionId: text, content: text, recordedAt: moment });

export const editionsIn = (model: Model<EditionDocument>, session: ClientSession | null): Editions => {
  const documents = documentsOf(model, asIs<KeptEdition>(), session);
  return {
    has: (hash) => documents.has({ _id: hash }),
    byHash: (hash) => documents.one({ _id: hash }),
    add: documents.add,
  };
};
