import { z } from 'zod';
import type { EndUse, EndUseSplit, EnergyPrice, EquipmentKind, InvestmentUnit } from '../planner/measure.js';
import { condition, confidence, day, figure, figureFields, id, ordered, orderedMessage, sourcesFile, text } from './record-checks.js';
import { said } from './schema-faults.js';

const carrier = z.enum(['electricity', 'fuel']);

const measure = z
  .strictObject({
    id,
    name: text,
    description: text,
    applicability: text,
    carrier: z.enum(['electricity', 'fuel', 'both', 'refrigerant']),
    effect: z.enum(['saves', 'replacesFuel', 'switchesFuel', 'marketOnly', 'none']),
    endUse: id,
    fuels: z.strictObject({ states: z.array(z.enum(['solid', 'liquid', 'gas'])).min(1), fossilOnly: z.boolean().optional() }).optional(),
    saving: z
      .strictObject({ ...figureFields, high: z.number().max(1, said('a share cannot be above 1', '비율은 1을 넘을 수 없습니다')) })
      .refine(ordered, orderedMessage),
    electricityPerFuel: figure.optional(),
    limit: z
      .strictObject({ ...figureFields, endUse: id })
      .refine(ordered, orderedMessage)
      .optional(),
    investment: z
      .strictObject({ ...figureFields, per: id, endUse: id.optional() })
      .refine(ordered, orderedMessage)
      .optional(),
    lifetime: z.strictObject({ value: z.number().positive(), unit: z.literal('year'), confidence, source: id }),
    upkeep: z.strictObject({ value: z.number().min(0).max(1), unit: z.string(), confidence, source: id }),
    needs: z.array(condition),
    confirm: z.array(text),
    exclusiveWith: z.array(id),
    order: z.number().int().nullable(),
    iacCode: z.string().nullable(),
    evidence: z.array(z.strictObject({ fact: z.string().min(1), source: id, confidence })),
    reviewBy: day,
  })
  .refine(
    (record) => (record.effect === 'replacesFuel') === (record.electricityPerFuel !== undefined),
    said(
      'replacesFuel needs electricityPerFuel, others have none',
      'replacesFuel에는 electricityPerFuel이 있어야 하고 다른 효과에는 없어야 합니다',
    ),
  );

const measuresFile = z.strictObject({ category: z.strictObject({ id, name: text }), measures: z.array(measure).min(1) });

const endUse = z.strictObject({
  id,
  name: text,
  parts: z
    .array(
      z.strictObject({
        carrier: z.enum(['electricity', 'fuel', 'mobileFuel']),
        components: z.array(id).min(1),
        fuels: z.array(id).min(1).optional(),
      }),
    )
    .min(1),
  missing: text.optional(),
  question: id.optional(),
}) satisfies z.ZodType<EndUse>;

const share = z.number().min(0).max(1);
const sum = (shares: Record<string, number>): number => Object.values(shares).reduce((total, value) => total + value, 0);

const split = z
  .strictObject({
    id,
    name: text,
    industries: z.array(z.string().regex(/^[A-U]\d{0,5}$/)).min(1),
    carrier,
    shares: z.record(id, share),
    spread: figure.refine(
      (record) => record.low < 1 && record.typical === 1 && record.high > 1,
      said('must lie around 1', '1을 사이에 두어야 합니다'),
    ),
    complete: z.boolean(),
    confidence,
    source: id,
    locator: z.string().min(1),
    reviewBy: day,
  })
  .refine(
    (record) => (record.complete ? Math.abs(sum(record.shares) - 1) < 1e-9 : sum(record.shares) <= 1),
    said('complete shares must add up to 1, others to at most 1', 'complete이면 비율의 합이 1이어야 하고, 아니면 1 이하여야 합니다'),
  ) satisfies z.ZodType<EndUseSplit>;

const investmentUnit = z
  .strictObject({
    id,
    name: text,
    from: z.enum(['site', 'baseline', 'saved', 'remaining', 'added', 'equipmentCount', 'equipmentSize', 'premium', 'notAsked']),
    perMegawatt: z.number().positive().optional(),
    smallest: z.number().positive().optional(),
    fullLoadHours: figure.optional(),
    equipmentKinds: z.array(id).min(1).optional(),
    sizeUnit: z.string().optional(),
    missing: text.optional(),
  })
  .refine(
    (unit) =>
      !['baseline', 'saved', 'remaining', 'added'].includes(unit.from) ||
      (unit.perMegawatt !== undefined && unit.fullLoadHours !== undefined),
    said(
      'a unit counted from energy needs perMegawatt and fullLoadHours',
      '에너지로 세는 단위에는 perMegawatt와 fullLoadHours가 있어야 합니다',
    ),
  ) satisfies z.ZodType<InvestmentUnit>;

const equipmentKind = z.strictObject({
  id,
  name: text,
  component: id.optional(),
  carrier: carrier.optional(),
  sizeUnits: z.array(z.strictObject({ id: z.string().min(1), kilowatts: z.number().positive().optional() })).min(1),
  loadFactor: figure.optional(),
}) satisfies z.ZodType<EquipmentKind>;

const price = z
  .strictObject({
    id,
    name: text,
    carrier,
    fuels: z.array(id).min(1).optional(),
    ...figureFields,
    unit: z.enum(['KRW/MWh', 'KRW/GJ gross', 'KRW/L', 'KRW/kg']),
    /** A retail price that holds value added tax. */
    vatIncluded: z.boolean().optional(),
    validFrom: day,
    reviewBy: day,
    note: z.string().optional(),
  })
  .refine(ordered, orderedMessage) satisfies z.ZodType<EnergyPrice>;

const dated = z.strictObject({ period: z.string().min(4), value: z.number() });

const tariffRow = z.strictObject({
  contract: z.string().min(1),
  voltage: z.string().min(1),
  option: z.string().min(1),
  demandChargeKRWPerKW: z.coerce.number().nonnegative(),
  season: z.enum(['summer', 'spring_fall', 'winter']),
  band: z.enum(['all', 'light', 'mid', 'peak']),
  energyChargeKRWPerKWh: z.coerce.number().nonnegative(),
  validFrom: day,
  validTo: z.union([day, z.literal('')]),
  source: id,
  confidence,
  note: z.string(),
});

const months = z.array(z.number().int().min(1).max(12)).min(1);

const yearly = z.array(z.strictObject({ year: z.number().int(), value: z.number().nonnegative() })).min(1);

/** The schema of each file of the package, by the name its JSON Schema is published under. */
export const schemas = {
  measures: measuresFile,
  'end-uses': z.strictObject({
    endUses: z.array(endUse),
    components: z.array(z.strictObject({ id, name: text, dedicatedFuels: z.array(id).min(1).optional() })),
  }),
  'end-use-splits': z.strictObject({
    splits: z.array(split),
    published: z.array(z.strictObject({ id, shares: z.record(id, share), confidence, source: id })),
  }),
  'investment-units': z.strictObject({ units: z.array(investmentUnit) }),
  equipment: z.strictObject({ equipment: z.array(equipmentKind) }),
  'energy-prices': z.strictObject({
    prices: z.array(price),
    history: z.array(z.strictObject({ item: id, unit: z.string(), points: z.array(dated), confidence, source: id })),
  }),
  'money-conversion': z.strictObject({
    surcharges: z.array(
      z.strictObject({
        id,
        name: text,
        value: z.number().nonnegative(),
        of: z.enum(['kWh', 'charge']),
        validFrom: day,
        confidence,
        source: id,
        note: z.string().optional(),
      }),
    ),
    seasons: z.strictObject({ summer: months, spring_fall: months, winter: months, confidence, source: id }),
    bandShares: z
      .strictObject({ light: share, mid: share, peak: share, confidence, source: id })
      .refine(({ light, mid, peak }) => Math.abs(light + mid + peak - 1) < 1e-9, 'the shares of the bands must sum to 1'),
    loadHours: z.strictObject({ ...figureFields, source: id }).refine(ordered, orderedMessage),
    vat: z.strictObject({ rate: share, confidence, source: id }),
    prices: z.array(price),
  }),
  'electricity-tariff': z.array(tariffRow),
  targets: z.strictObject({
    targets: z.array(
      z.strictObject({
        id,
        name: text,
        scope: z.enum(['national', 'industry', 'power', 'voluntary']),
        baseYear: z.number().int(),
        targetYear: z.number().int(),
        reductionLow: share,
        reductionHigh: share,
        confidence,
        source: id,
        reviewBy: day,
        note: z.string().optional(),
      }),
    ),
  }),
  'carbon-price': z.strictObject({
    unit: z.string(),
    history: z.array(z.strictObject({ date: z.string(), value: z.number(), what: z.string(), confidence, source: id })),
    scenarios: z.array(z.strictObject({ id, points: yearly, confidence, source: id })),
  }),
  'grid-projections': z.strictObject({
    unit: z.string(),
    history: z.array(z.strictObject({ period: z.string(), value: z.number(), confidence, source: id })),
    projections: z.array(z.strictObject({ id, name: text, points: yearly, confidence, source: id, locator: z.string() })),
  }),
  'discount-rates': z.strictObject({
    rates: z.array(
      z.strictObject({ id, name: text, low: share, typical: share, high: share, confidence, source: id, locator: z.string() }),
    ),
  }),
  'audit-statistics': z.strictObject({ statistics: z.array(z.strictObject({ fact: z.string().min(1), source: id, confidence })) }),
  sources: sourcesFile,
} satisfies Record<string, z.ZodType>;
