import { z } from 'zod';
import { marked, text } from './record-cells.js';

const names = z.strictObject({ en: text, ko: text });

/** Published values that disagree about one quantity. */
export const conflicts = z.array(
  z.strictObject({
    ...marked,
    title: names,
    records: z.array(text).min(1),
    values: z
      .array(z.strictObject({ record: text.nullable(), value: z.number().nonnegative(), unit: text, source: text, says: names }))
      .min(2),
    settled: names,
  }),
);
