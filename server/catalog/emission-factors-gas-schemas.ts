import { z } from 'zod';
import { marked, maybeNumberCell, numberCell, positive, share, text } from './record-cells.js';
import { said } from './schema-faults.js';

export const gases = z.array(
  z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9]+$/, said('must be letters and digits', '영문자와 숫자로 적어야 합니다')),
    en: text,
    ko: text,
    family: z.enum(['co2', 'ch4', 'n2o', 'hfcs', 'pfcs', 'sf6', 'nf3', 'montreal']),
    aliases: z.array(text),
  }),
);

export const gwp = z.array(
  z.strictObject({
    ...marked,
    gas: text,
    kind: z.enum(['general', 'fossil', 'non-fossil']),
    set: z.enum(['SAR', 'AR4', 'AR5', 'AR5-feedback', 'AR6']),
    value: numberCell,
    unit: z.literal('kgCO2eq/kg'),
    default: z.enum(['yes', 'no']),
    ko: text,
  }),
);

export const gwpBlends = z.array(
  z.strictObject({
    ...marked,
    name: text,
    massFractions: z.record(text, share),
    others: z.record(text, share).optional(),
    publishedAr4: positive.optional(),
  }),
);

export const processFactors = z.array(
  z.strictObject({
    ...marked,
    group: text,
    en: text,
    gas: z.string(),
    value: maybeNumberCell,
    low: maybeNumberCell,
    high: maybeNumberCell,
    text: z.string(),
    unit: text,
    tier: z.string(),
  }),
);

const percent = z.number().min(0).max(100);
export const leakRates = z.array(
  z.strictObject({
    ...marked,
    en: text,
    ko: text,
    unit: text,
    value: percent.optional(),
    installation: percent.optional(),
    annualLeak: percent.optional(),
    remainingAtDisposal: percent.optional(),
    recovered: percent.optional(),
  }),
);

export const wastewater = z.array(
  z.strictObject({ ...marked, en: text, ko: text, gas: z.enum(['CH4', 'N2O']), value: numberCell, unit: text }),
);
