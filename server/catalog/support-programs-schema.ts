import { z } from 'zod';
import type { Ministry, ProgramLink, RootTechnology, SizeRules, SupportProgram } from '../planner/program.js';
import { condition, confidence, day, id, sourcesFile, text } from './record-checks.js';
import { said } from './schema-faults.js';

const share = z.number().min(0).max(1);

const record = z.strictObject({
  id,
  name: text,
  ministries: z.array(z.strictObject({ id, validFrom: day.nullable(), validTo: day.nullable() })).min(1),
  agency: text,
  kind: id,
  nature: z.enum(['support', 'duty', 'frame']),
  years: z.array(z.number().int()).min(1),
  lastSeen: z.number().int().nullable(),
  continuing: z.boolean(),
  plannedUntil: z.number().int().optional(),
  supersededBy: z.strictObject({ program: id, year: z.number().int() }).optional(),
  support: z.array(
    z.strictObject({
      who: text,
      rate: z
        .strictObject({ low: share, high: share })
        .refine((rate) => rate.low <= rate.high, said('low must not be above high', 'low가 high보다 클 수 없습니다'))
        .nullable(),
      capKRW: z.number().positive().nullable(),
      loanRatePercent: z.number().positive().nullable(),
      note: text.nullable(),
      confidence,
    }),
  ),
  conditions: z.array(condition),
  window: text.nullable(),
  latestCall: z
    .strictObject({ from: day.nullable(), to: day })
    .refine((call) => call.from === null || call.from <= call.to, said('from must not be after to', 'from이 to보다 늦을 수 없습니다'))
    .optional(),
  remarks: z.array(z.strictObject({ kind: z.enum(['bonus', 'document', 'exclusive', 'link']), text, confidence })),
  confidence,
  sources: z.array(z.strictObject({ source: id, locator: z.string().min(1) })).min(1),
  reviewBy: day,
});

const program = record.refine(
  (entry) => entry.supersededBy === undefined || !entry.continuing,
  said('a program that another one took over does not continue', '다른 사업이 이어받은 사업은 계속되지 않습니다'),
) satisfies z.ZodType<SupportProgram>;

const link = z.strictObject({ program: id, measure: id, confidence: z.literal('derived'), why: text }) satisfies z.ZodType<ProgramLink>;

const ministry = z.strictObject({
  id,
  names: z
    .array(z.strictObject({ ko: z.string().min(1), en: z.string().min(1), validFrom: day.nullable(), validTo: day.nullable() }))
    .min(1),
}) satisfies z.ZodType<Ministry>;

const sizeLimit = z.strictObject({
  sizeClass: z.enum(['small', 'medium']),
  industry: z.string().regex(/^[A-U]\d{0,5}$/),
  except: z.string(),
  onlyFor: z.string(),
  limitHundredMillionKRW: z.coerce.number().positive(),
  validFrom: day,
  validTo: z.union([day, z.literal('')]),
  source: id,
  locator: z.string().min(1),
  confidence,
});

const sizeRules = z.strictObject({
  microWorkersBelow: z.array(
    z.strictObject({ sections: z.union([z.array(z.string()), z.literal('others')]), workers: z.number().int().positive() }),
  ),
  assetCeilingKRW: z.number().positive(),
  note: text,
  confidence,
  source: id,
}) satisfies z.ZodType<SizeRules>;

const technology = z.strictObject({
  id: z.number().int(),
  name: text,
  industries: z.array(z.string().regex(/^[A-U]\d{5}$/)).min(1),
  since: z.string(),
  confidence,
  source: id,
  locator: z.string(),
}) satisfies z.ZodType<RootTechnology>;

/** The schema of each file of the package, by the name its JSON Schema is published under. */
export const schemas = {
  programs: z.strictObject({ programs: z.array(program).min(1) }),
  links: z.strictObject({ links: z.array(link) }),
  ministries: z.strictObject({ ministries: z.array(ministry) }),
  kinds: z.strictObject({ kinds: z.array(z.strictObject({ id, name: text })) }),
  'root-technologies': z.strictObject({ technologies: z.array(technology) }),
  'size-rules': sizeRules,
  'size-limits': z.array(sizeLimit),
  sources: sourcesFile,
} satisfies Record<string, z.ZodType>;
