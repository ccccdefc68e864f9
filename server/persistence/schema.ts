import { Schema, type SchemaDefinition, type SchemaOptions } from 'mongoose';

const options: SchemaOptions = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  // An empty object of answers is a fact, not something to leave out.
  minimize: false,
  // Indexes are built when the store opens, where a failure stops the start.
  autoIndex: false,
  autoCreate: false,
  id: false,
};

/** A schema of the product: unknown fields are refused, ids are strings, nothing is left out or added. */
export const schemaOf = <D extends { _id: string }>(definition: SchemaDefinition): Schema<D> =>
  new Schema({ _id: { type: String, required: true }, ...definition }, options) as unknown as Schema<D>;

export const text = { type: String, required: true } as const;
/** May be empty, which `required` of Mongoose would refuse. */
export const textOrNull = { type: String, default: null } as const;
export const count = { type: Number, required: true } as const;
export const truth = { type: Boolean, required: true } as const;
export const moment = { type: Date, required: true } as const;
export const momentOrNull = { type: Date, default: null } as const;
export const anything = { type: Schema.Types.Mixed, required: true } as const;
