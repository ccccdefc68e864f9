import { type ClientSession, type Model, Schema } from 'mongoose';
import { documentsOf, type Lying, type Shape } from './documents.js';
import type { Round, Rounds } from './rounds.js';
import { count, momentOrNull, schemaOf, text, textOrNull, truth } from './schema.js';

/** `editionId` is what a version before reads, which knew one form. */
export type RoundDocument = Lying<Round> & { editionId: string };

export const roundSchema = schemaOf<RoundDocument>({
  editionId: text,
  bank: textOrNull,
  reportingYear: count,
  isExample: truth,
  openedAt: momentOrNull,
  closedAt: momentOrNull,
  archivedAt: momentOrNull,
  contact: { type: Schema.Types.Mixed, default: null },
});

const shape: Shape<Round, RoundDocument> = {
  lay: ({ id, ...rest }) => ({ _id: id, ...rest, editionId: `${rest.bank}-m` }),
  // One from before rounds had several forms names its one edition; one from before rounds could be put away was not,
  // and named no contact.
  lift: ({ _id, editionId, ...rest }) => ({
    id: _id,
    ...rest,
    bank: rest.bank ?? editionId.replace(/-m$/, ''),
    archivedAt: rest.archivedAt ?? null,
    contact: rest.contact ?? null,
  }),
};

export const roundsIn = (model: Model<RoundDocument>, session: ClientSession | null): Rounds => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    all: () => documents.many({}, { reportingYear: -1, _id: 1 }),
    add: documents.add,
    setContact: async (id, contact) => void (await documents.set({ _id: id }, { contact })),
    replace: (round, { id, openedAt, closedAt, archivedAt }) => documents.replace({ _id: id, openedAt, closedAt, archivedAt }, round),
  };
};
