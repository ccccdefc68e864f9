import { z } from 'zod';
import { said } from './schema-faults.js';

/** The cells that records of the emission-factors package are made of. */
export const text = z.string().min(1);
export const date = z.iso.date();
export const confidence = z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']);
export const gwpSet = z.enum(['SAR', 'AR4', 'AR5', 'AR6']);
export const sector = z.enum(['energy', 'manufacturing', 'commercial', 'residential']);
export const positive = z.number().positive();
export const share = z.number().min(0).max(1);

const digits = /^\d+(\.\d+)?(e-?\d+)?$/;
export const numberCell = z.string().regex(digits, said('must be a number, zero or more', '0 이상의 수여야 합니다')).transform(Number);
const blankCell = z.literal('').transform(() => null);
export const maybeNumberCell = z.union([blankCell, numberCell]);
export const maybeConfidenceCell = z.union([blankCell, confidence]);
export const maybeDateCell = z.union([blankCell, date]);

/** What every record carries: an id, where it stands in print, how far it is trusted, and when it must be looked at again. */
export const provenance = { id: text, source: text, locator: text, notes: z.string(), reviewBy: date };
export const marked = { ...provenance, confidence };
