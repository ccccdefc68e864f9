import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Round, Rounds } from './rounds.js';
import { count, moment, momentOrNull, schemaOf, text, truth } from './schema.js';

export type RoundDocument = Lying<Round>;

export const roundSchema = schemaOf<RoundDocument>({
  editionId: text,
  reportingYear: count,
  isExample: truth,
  openedAt: moment,
  closedAt: momentOrNull,
});

export const roundsIn = (model: Model<RoundDocument>, session: ClientSession | null): Rounds => {
  const documents = documentsOf(model, asIs<Round>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    all: () => documents.many({}, { reportingYear: -1, _id: 1 }),
    add: documents.add,
  };
};
