import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import type { Round, Rounds } from './rounds.js';
import { count, momentOrNull, schemaOf, text, truth } from './schema.js';

export type RoundDocument = Lying<Round>;

export const roundSchema = schemaOf<RoundDocument>({
  editionId: text,
  reportingYear: count,
  isExample: truth,
  openedAt: momentOrNull,
  closedAt: momentOrNull,
  archivedAt: momentOrNull,
});

const shape: Shape<Round, RoundDocument> = {
  ...asIs<Round>(),
  // One from before rounds could be put away was not.
  lift: ({ _id, ...rest }) => ({ id: _id, ...rest, archivedAt: rest.archivedAt ?? null }),
};

export const roundsIn = (model: Model<RoundDocument>, session: ClientSession | null): Rounds => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    all: () => documents.many({}, { reportingYear: -1, _id: 1 }),
    add: documents.add,
    replace: (round, { id, openedAt, closedAt, archivedAt }) => documents.replace({ _id: id, openedAt, closedAt, archivedAt }, round),
  };
};
