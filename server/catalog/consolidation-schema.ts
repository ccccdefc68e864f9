import { type ZodType, z } from 'zod';
import type { Consolidation } from '../domain/consolidation/consolidate.js';
import { findingCodes } from '../domain/consolidation/consolidation-finding.js';
import { allocationRules, approaches } from '../domain/consolidation/consolidation-request.js';
import { inventory, totals } from './inventory-schema.js';

const text = z.string();
const amount = z.strictObject({ quantity: z.number(), unit: text });
const held = {
  share: z.number().describe('The share by which it counts.'),
  chain: z.array(z.number()).describe('The shares it is the product of, from the reporting organization down.'),
};

const consolidation = z
  .strictObject({
    reportingYear: inventory.shape.reportingYear,
    sector: inventory.shape.sector,
    factorSet: inventory.shape.factorSet,
    approach: z.enum(approaches),
    totals: totals.describe('The sum of the contributions of all establishments.'),
    eliminated: totals.describe('What was taken out, because it was sold within the group.'),
    organizations: z.array(z.strictObject({ id: text, name: text.nullable(), parent: text.nullable(), ...held })),
    establishments: z.array(
      z.strictObject({
        id: text,
        name: text.nullable(),
        organization: text,
        ...held,
        inventory: inventory.describe('Its own inventory, whole and before netting.'),
        meters: z.array(
          z.strictObject({
            id: text,
            parent: text.nullable(),
            quantity: z.number(),
            unit: text,
            own: z.number().describe('Its reading less those of the meters below it.'),
            scope1: z.number(),
            scope2LocationBased: z.number(),
            scope2MarketBased: z.number(),
          }),
        ),
        contribution: totals.describe('Its inventory by its share, less what was netted.'),
      }),
    ),
    transfers: z.array(
      z.strictObject({
        id: text,
        seller: text,
        sellerActivity: text.nullable(),
        buyer: text,
        buyerActivity: text,
        sold: amount,
        bought: amount,
        netted: amount,
        shareOfPurchase: z.number(),
        eliminated: z.number().describe("The share of the buyer's lines that leaves the group."),
      }),
    ),
    allocations: z.array(
      z.strictObject({
        activityDataId: text,
        rule: z.enum(allocationRules),
        ruleUnit: text,
        ruleTotal: z.number(),
        quantity: z.number(),
        unit: text,
        parts: z.array(z.strictObject({ establishment: text, value: z.number(), share: z.number(), quantity: z.number() })),
        others: z.strictObject({ share: z.number(), quantity: z.number() }).nullable(),
      }),
    ),
    findings: z.array(z.strictObject({ code: z.enum(findingCodes), id: text, en: text, ko: text })),
  })
  .describe(
    'Output of `npx --no onsil consolidate`: masses in tonnes of the gas, co2eq in tonnes, nothing rounded.',
  ) satisfies ZodType<Consolidation>;

/** The JSON Schema of what `consolidate` writes. */
export const consolidationSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(consolidation),
  title: 'Onsil consolidated inventory',
});
