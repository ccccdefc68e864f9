import { type ClientSession, type Model, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import type { Establishment, Establishments, Reach } from './establishments.js';
import { moment, schemaOf, text, textOrNull } from './schema.js';

export type EstablishmentDocument = Lying<Establishment>;

export const establishmentSchema = schemaOf<EstablishmentDocument>({
  name: text,
  businessNumber: textOrNull,
  region: textOrNull,
  sizeBand: textOrNull,
  form: textOrNull,
  postcode: textOrNull,
  address: textOrNull,
  email: textOrNull,
  example: textOrNull,
  createdAt: moment,
});
// Unique where there is one: null is "not known" and may stand in many.
establishmentSchema.index({ businessNumber: 1 }, { unique: true, partialFilterExpression: { businessNumber: { $type: 'string' } } });
establishmentSchema.index({ example: 1 }, { unique: true, partialFilterExpression: { example: { $type: 'string' } } });

establishmentSchema.index({ region: 1, name: 1 });

const shape: Shape<Establishment, EstablishmentDocument> = {
  ...asIs<Establishment>(),
  // One that was added before the register knew these has none.
  lift: ({ _id, ...rest }) => ({
    id: _id,
    ...rest,
    region: rest.region ?? null,
    sizeBand: rest.sizeBand ?? null,
    form: rest.form ?? null,
    postcode: rest.postcode ?? null,
    address: rest.address ?? null,
    email: rest.email ?? null,
  }),
};

const limits = ({ ids, regions }: Reach) => ({
  ...(ids === null ? {} : { _id: trusted({ $in: [...ids] }) }),
  ...(regions === null ? {} : { region: trusted({ $in: [...regions] }) }),
});

export const establishmentsIn = (model: Model<EstablishmentDocument>, session: ClientSession | null): Establishments => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    byBusinessNumber: (businessNumber) => documents.one({ businessNumber }),
    byExample: (example) => documents.one({ example }),
    within: (id, { ids, regions }) => documents.one(limits({ ids: ids === null ? [id] : ids.filter((one) => one === id), regions })),
    allWithin: (reach, limit) => documents.many(limits(reach), { name: 1, _id: 1 }, limit),
    withBusinessNumbers: (numbers) => documents.many({ businessNumber: trusted({ $in: [...numbers] }) }, { name: 1, _id: 1 }),
    all: () => documents.many({}, { name: 1, _id: 1 }),
    add: documents.add,
    replace: (establishment) => documents.replace({ _id: establishment.id }, establishment),
  };
};
