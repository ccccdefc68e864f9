import { expect } from 'chai';
import { planView } from '../../server/presentation/plan-view.js';
import { emissionFactors, inventoryOf } from '../support/emission-factors.js';
import { foundryPlan } from '../support/plan-fixture.js';

const inventory = inventoryOf({
  reportingYear: 2024,
  activityData: [
    { id: 'power', category: 'purchasedElectricity', quantity: 10, unit: 'MWh' },
    { id: 'cold', category: 'fugitiveEmissions', source: 'refrigerant', gas: 'R-408A', quantity: 10, unit: 'kg' },
    { id: 'fire', category: 'fugitiveEmissions', source: 'otherExtinguisher', gas: 'Halon 1301', quantity: 1, unit: 'kg' },
    { id: 'furnace', category: 'carbonBalance', inputs: [{ material: 'coke', quantity: 2, unit: 't' }] },
    { id: 'water', category: 'wasteWater', quantity: 1, unit: 't', measure: 'COD', treatment: 'anaerobicReactor' },
    { id: 'lime', category: 'processEmissions', process: 'lime', quantity: 10, unit: 't' },
  ],
});

const sources = Object.values(emissionFactors().sources).filter((source) => source !== undefined);
const options = { language: 'en', date: '2026-11-28', factorSources: sources } as const;

describe('a plan of a site that does more than burn', () => {
  const view = planView({ ...foundryPlan, inventory }, options);
  const texts = (rows: readonly (readonly { readonly text: string }[])[] | undefined): string[][] =>
    (rows ?? []).map((row) => row.map((cell) => cell.text));

  it('lists every source, with a dash for energy where none is used', () => {
    const rows = texts(view.inventory.activities?.rows);
    expect(rows).to.have.length(6);
    expect(rows.filter((row) => row[2] === '–').map((row) => row[0])).to.have.members([
      'Fugitive emissions · Refrigeration and air conditioning: R-408A',
      'Fugitive emissions · Other fire extinguishers: Halon 1301',
      'Carbon balance · Coke',
      'Waste water: Anaerobic reactor or digester',
      'Process emissions · Lime, kind not known',
    ]);
  });

  it('shows fluorinated gases that are there, and those of the Montreal Protocol apart', () => {
    expect(texts(view.inventory.fluorinated?.rows)).to.deep.equal([['HFCs (hydrofluorocarbons)', '24.299', 'tCO2eq']]);
    expect(texts(view.inventory.montreal?.rows)).to.deep.equal([
      ['HCFC-22', '0.004700', '8.272'],
      ['Halon 1301', '0.001000', '6.290'],
    ]);
  });

  it('has neither table where only fuel is burnt, and says what Scope 1 is', () => {
    const plain = planView(foundryPlan, options);
    expect([plain.inventory.fluorinated, plain.inventory.montreal]).to.deep.equal([null, null]);
    expect(view.cover.keyFigures[1]?.note).to.include('processes');
    expect(plain.cover.keyFigures[1]?.note).to.include('fuels burnt');
  });
});
