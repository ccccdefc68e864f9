import { expect } from 'chai';
import { exactSum } from '../../server/domain/exact-sum.js';
import type { Inventory } from '../../server/domain/inventory.js';
import { computeInventory } from '../../server/operations/compute-inventory.js';
import { inventoryRequestOf } from '../../server/operations/inventory-request.js';
import { emissionTotals, energyMeasures, linesOfTotal, totalOf } from '../../server/presentation/inventory-totals.js';
import { linePage, type NumberInput } from '../../server/presentation/line-page.js';
import { totalPage } from '../../server/presentation/total-page.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { catalog, exampleForm } from './example-form.js';

const inputOf = (example: string): NumberInput => {
  const { edition, response, establishment } = exampleForm(example);
  const { notes, ...data } = toActivityData(edition, response, catalog);
  const request = inventoryRequestOf({ ...data, notes });
  const inventory = computeInventory({ catalog, clock: { now: () => new Date('2026-03-01') } }, request);
  const shelf = { data: catalog.emissionFactors, library: catalog.factorLibrary };
  return { responseId: 'r1', edition, establishment, inventory, notes, shelf };
};

const examples = catalog.surveys.workedExamples.map(({ id }) => id);

describe('the page of a line', () => {
  it('leads from the bill to tCO2eq: every factor of the trace stands in exactly one step', () => {
    for (const example of examples)
      for (const language of ['ko', 'en'] as const) {
        const input = inputOf(example);
        for (const line of input.inventory.lines) {
          const { steps, bill, title } = linePage(input, line, language);
          expect(bill.length, title).to.be.greaterThan(0);
          const shown = steps.flatMap(({ factors }) => factors.map(({ value }) => value));
          expect(shown.length, title).to.equal(line.trace.factors.length);
          for (const { equation, substituted } of steps) expect(`${equation} ${substituted}`, title).to.match(/=.*\d/);
        }
      }
  });

  it('puts the calorific value into the step to energy, the carbon into that to mass, the potential into that to CO2eq', () => {
    const input = inputOf('foundry');
    const line = input.inventory.lines.find(({ trace }) => trace.factors.some(({ role }) => role === 'C'));
    if (line === undefined) throw new Error('No line burns a national fuel');
    const { steps } = linePage(input, line, 'en');
    expect(steps.map(({ name, factors }) => [name, factors.map(({ role }) => role)])).to.deep.equal([
      ['To energy', ['net calorific value']],
      ['To the mass of the gas', line.trace.factors.slice(1, -1).map(({ role }) => (role === 'C' ? 'carbon content' : 'oxidation factor'))],
      ['To CO₂ equivalents', ['global warming potential']],
    ]);
  });

  it('links to the question the quantity was the answer to, and to the page of every factor', () => {
    const input = inputOf('foundry');
    const [line] = input.inventory.lines;
    if (line === undefined) throw new Error('There is no line');
    const page = linePage(input, line, 'ko');
    expect(page.question?.href).to.match(/^\/responses\/r1\/sections\/[A-Z]\/[\w-]+#q-/);
    for (const factor of page.steps.flatMap(({ factors }) => factors)) expect(factor.factor?.href).to.match(/^\/factors\/./);
  });

  it('says when the data have changed since, and what the library holds by now', () => {
    const input = inputOf('foundry');
    const old = JSON.parse(
      JSON.stringify(input.inventory)
        .replaceAll(input.inventory.factorSet.hash, 'f'.repeat(64))
        .replaceAll('"value":0.4173', '"value":0.5'),
    ) as Inventory;
    const line = old.lines.find(({ trace }) => trace.factors.some(({ value }) => value === 0.5));
    if (line === undefined) throw new Error('No line uses the grid');
    const page = linePage({ ...input, inventory: old }, line, 'en');
    expect(page.otherData).to.be.a('string');
    expect(page.dataHash).to.equal('f'.repeat(64));
    expect(page.steps.flatMap(({ factors }) => factors.map(({ changed }) => changed)).join()).to.contain('0.4173');
    const [unchanged] = input.inventory.lines;
    if (unchanged !== undefined) expect(linePage(input, unchanged, 'en').otherData).to.equal(null);
  });
});

describe('the page of a total', () => {
  it('lists the lines it is the sum of', () => {
    for (const example of examples) {
      const input = inputOf(example);
      for (const total of emissionTotals) {
        const lines = linesOfTotal(input.inventory, total);
        expect(exactSum(lines.map(({ amount }) => amount)), `${example} ${total}`).to.be.closeTo(totalOf(input.inventory, total), 1e-9);
        const { rows } = totalPage(input, total, 'ko');
        expect(rows.map(({ href }) => Number(href?.split('/').at(-1))).sort((a, b) => a - b)).to.deep.equal(
          lines.map(({ number }) => number),
        );
      }
    }
  });

  it('shares add up to the whole', () => {
    const { rows } = totalPage(inputOf('foundry'), 'total', 'en');
    const shares = rows.map(({ share }) => (share.startsWith('<') ? 0 : Number(share.replace('%', ''))));
    expect(shares.reduce((sum, share) => sum + share, 0)).to.be.closeTo(100, 0.1 * rows.length);
  });

  it('shows the factors behind each measure of energy', () => {
    const input = inputOf('foundry');
    for (const measure of energyMeasures) {
      const page = totalPage(input, measure, 'en');
      expect(page.rows).to.have.length(input.inventory.energy.length);
      expect(page.hasFactors).to.equal(true);
    }
  });

  it('has no sum where a part is not known', () => {
    const input = inputOf('foundry');
    const energy = { ...input.inventory.totals.energy, grossTJ: null };
    const inventory = { ...input.inventory, totals: { ...input.inventory.totals, energy } };
    expect(totalPage({ ...input, inventory }, 'grossTJ', 'en').sum).to.equal(null);
  });
});
