import { expect } from 'chai';
import type { QuantityActivity } from '../../server/domain/categories.js';
import type { Inventory } from '../../server/domain/inventory.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, definitions, draft, editionOf, stateOf } from './edition-under-test.js';

/** The two numbers agree to nine digits; both may be nothing. */
const agree = (found: number | null, expected: number, what: string): void => {
  expect(found, what).to.be.a('number');
  expect(found, what).to.be.closeTo(expected, Math.max(1e-12, Math.abs(expected) * 1e-9));
};

const co2eqOf = ({ lines }: Inventory, activity: string): number =>
  lines
    .filter(({ activityDataId, method }) => activityDataId === activity && method !== 'market')
    .reduce((sum, { co2eq }) => sum + co2eq, 0);

/** Half filled in on purpose. */
const unfinished = ['heat-treatment-partial', 'press-partial'];

describe('the worked establishments', () => {
  const examples = definitions().workedExamples;

  it('are at least twelve that are complete, on every form', () => {
    const complete = examples.filter(({ id }) => !unfinished.includes(id));
    expect(complete.length).to.be.at.least(12);
    expect(new Set(complete.map((example) => editionOf(example).form))).to.deep.equal(new Set(['S', 'M', 'L']));
  });

  for (const example of examples) {
    const { id, fields, reasons, expected } = example;
    const of = editionOf(example);

    it(`${id} comes to ${expected.scope1.toFixed(1)} tCO2eq of its own and ${expected.scope2.toFixed(1)} bought, as by hand`, () => {
      const { notes, ...request } = toActivityData(of, draft(fields, reasons, of), activityCatalog());
      const inventory = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
      const { scope1, scope2LocationBased, biogenicCo2, energy } = inventory.totals;
      expect(notes.map(({ question, code }) => `${question} ${code}`)).to.deep.equal(expected.leftOut);
      expect(request.activityData.map((one) => one.id)).to.have.members(Object.keys(expected.activities));
      for (const { id: activity, quantity, unit } of request.activityData as readonly QuantityActivity[]) {
        const own = expected.activities[activity];
        agree(quantity, own?.quantity ?? Number.NaN, activity);
        expect(unit, activity).to.equal(own?.unit);
        agree(co2eqOf(inventory, activity), own?.co2eq ?? Number.NaN, activity);
      }
      agree(scope1.co2eq, expected.scope1, 'Scope 1');
      agree(scope2LocationBased.co2eq, expected.scope2, 'Scope 2');
      agree(biogenicCo2, expected.biogenicCo2, 'biogenic CO2');
      for (const [gas, value] of Object.entries(expected.gases)) agree(scope1[gas as keyof typeof scope1], value, gas);
      for (const [measure, value] of Object.entries(expected.energy)) agree(energy[measure as keyof typeof energy], value, measure);
    });

    if (unfinished.includes(id)) continue;
    it(`${id} breaks no rule, leaves nothing due, and may be submitted`, () => {
      const { findings, maySubmit } = stateOf(fields, reasons, of);
      // That a meter is shared, and what money was turned into, is said to whoever it is true of.
      const unintended = findings.filter(({ key }) => key !== 'E070' && !key.startsWith('converted:'));
      expect(unintended.map(({ key }) => key)).to.deep.equal([]);
      expect(maySubmit).to.equal(true);
    });
  }
});
