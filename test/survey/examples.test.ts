import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import type { QuantityActivity } from '../../server/domain/categories.js';
import { repositoryRoot } from '../../server/root.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, definitions, draft, edition, example } from './edition-under-test.js';

const expected = readYaml(
  join(repositoryRoot, 'test/examples/surveys/inventories.yaml'),
  z.array(
    z.strictObject({
      example: z.string(),
      scope1: z.number(),
      scope2: z.number(),
      leftOut: z.array(z.string()),
      activities: z.record(z.string(), z.strictObject({ quantity: z.number(), unit: z.string(), co2eq: z.number() })),
    }),
  ),
);

describe('the example establishments', () => {
  it('are all here', () => {
    expect(expected.map((one) => one.example)).to.deep.equal(definitions().workedExamples.map(({ id }) => id));
  });

  for (const { example: id, scope1, scope2, leftOut, activities } of expected) {
    it(`${id}: ${scope1} tCO2eq of its own, ${scope2} bought`, () => {
      const { fields, reasons } = example(id);
      const { notes, ...request } = toActivityData(edition(), draft(fields, reasons), activityCatalog());
      const inventory = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
      expect(inventory.totals.scope1.co2eq).to.be.closeTo(scope1, 0.0005);
      expect(inventory.totals.scope2LocationBased.co2eq).to.be.closeTo(scope2, 0.0005);
      expect(notes.map(({ question, code }) => `${question} ${code}`)).to.deep.equal(leftOut);
      expect(request.activityData.map((one) => one.id)).to.deep.equal(Object.keys(activities));
      for (const { id: activity, quantity, unit } of request.activityData as readonly QuantityActivity[]) {
        const lines = inventory.lines.filter((line) => line.activityDataId === activity && line.method !== 'market');
        expect({ quantity, unit }, activity).to.deep.equal({ quantity: activities[activity]?.quantity, unit: activities[activity]?.unit });
        expect(
          lines.reduce((total, line) => total + line.co2eq, 0),
          activity,
        ).to.be.closeTo(activities[activity]?.co2eq ?? Number.NaN, 0.0005);
      }
    });
  }
});
