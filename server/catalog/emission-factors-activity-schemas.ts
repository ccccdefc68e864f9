import { z } from 'zod';
import { marked, positive, text } from './record-cells.js';

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be in camelCase');

/** Schemas of what can be said of an activity besides its fuel: vehicles, contracts on electricity. */
export const vehicleClasses = z.array(
  z.strictObject({
    ...marked,
    id,
    en: text,
    ko: text,
    fuels: z.array(text).min(1),
    measured: z.enum(['road', 'label']),
    value: positive,
    unit: z.literal('km/L'),
  }),
);

export const mobileTechnologies = z.array(
  z.strictObject({ id, mode: z.enum(['road', 'offroad']), printed: z.array(text).min(1), en: text, ko: text }),
);

export const electricityInstruments = z.array(
  z.strictObject({
    ...marked,
    id,
    en: text,
    ko: text,
    counted: z.enum(['zero', 'grid', 'own']),
    factor: z.enum(['none', 'optional', 'required']),
    isDisputed: z.boolean(),
  }),
);
