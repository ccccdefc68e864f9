import { z } from 'zod';
import { type ModifierKey, modifierKeys } from '../domain/process-modifiers.js';
import { marked, share, text } from './record-cells.js';

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be in camelCase');
const named = { id, en: text, ko: text };
const record = text;
const range = { low: z.number().min(0), high: z.number().min(0) };

export const processes = z.array(
  z.strictObject({
    ...named,
    group: z.enum(['mineral', 'chemical', 'metal', 'nonEnergy', 'electronics']),
    tier: z.literal([1, 2]),
    quantity: z.strictObject({ en: text, ko: text, dimension: z.enum(['mass', 'energy', 'area']) }),
    emissions: z
      .array(
        z.strictObject({
          gas: text,
          factors: z.array(z.strictObject({ symbol: text, record })).min(1),
          carbon: z.literal(true).optional(),
          byproduct: z.literal(true).optional(),
        }),
      )
      .min(1),
    modifiers: z.array(
      z.strictObject({
        key: z.enum(modifierKeys as [ModifierKey, ...ModifierKey[]]),
        gases: z.array(text).min(1).optional(),
        least: z.number().min(0),
        most: z.number().min(0),
        required: z.literal(true).optional(),
        default: record.optional(),
        usual: record.optional(),
        included: record.optional(),
        locator: text,
      }),
    ),
    note: z.strictObject({ en: text, ko: text }).optional(),
    source: text,
  }),
);

const family = z.enum(['co2', 'ch4', 'n2o', 'hfcs', 'pfcs', 'sf6', 'nf3', 'montreal']);

export const fugitiveSources = z.strictObject({
  sources: z.array(
    z.strictObject({
      ...named,
      families: z.array(family),
      gases: z.array(text),
      only: text.nullable(),
      methods: z.array(z.enum(['topUp', 'leakRate', 'massBalance'])).min(1),
      equipment: text.nullable(),
    }),
  ),
  carriers: z.array(
    z
      .strictObject({
        ...named,
        aliases: z.array(text),
        gas: text,
        record: record.optional(),
        volumeShare: z.strictObject({ gas: record, carrier: record }).optional(),
      })
      .refine((carrier) => (carrier.record === undefined) !== (carrier.volumeShare === undefined), 'a record or a share by volume'),
  ),
  released: z.record(text, record),
});

export const equipment = z.array(
  z.strictObject({
    ...named,
    for: text,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    installation: record.nullable(),
    annual: record,
    remaining: record.nullable(),
    recovered: record.nullable(),
    usual: z.strictObject({ ...range, record }).nullable(),
  }),
);

export const carbonContents = z.array(
  z.strictObject({
    ...marked,
    material: id,
    en: text,
    ko: text,
    aliases: z.array(text),
    biogenic: z.boolean(),
    fuels: z.array(text),
    value: share.nullable(),
    unit: z.literal('kgC/kg'),
  }),
);

export const treatments = z.array(z.strictObject({ ...named, conversion: record }));
