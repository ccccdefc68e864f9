import { expect } from 'chai';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, definitions, draft, edition, editionOf, foundryWith } from './edition-under-test.js';

const from = (changes: Readonly<Record<string, string | null>>) =>
  toActivityData(edition(), draft(foundryWith(changes)), activityCatalog());
const activity = (changes: Readonly<Record<string, string | null>>, id: string) => from(changes).activityData.find((one) => one.id === id);
const notes = (changes: Readonly<Record<string, string | null>>) => from(changes).notes.map(({ question, code }) => `${question} ${code}`);

describe('activity data from answers', () => {
  it('carries each of the five states through: only an answer enters, and zero is one', () => {
    const propane = (changes: Record<string, string | null>) => {
      const withoutCost = { 'propane-cost': null, ...changes };
      return [activity(withoutCost, 'propane-used'), ...notes(withoutCost)];
    };
    expect(propane({ 'propane-used': '0' })).to.deep.equal([
      { id: 'propane-used', category: 'stationaryCombustion', fuel: 'propane', quantity: 0, unit: 'kg', quality: 'billed' },
    ]);
    expect(propane({ 'propane-used': null })).to.deep.equal([undefined, 'propane-used blank']);
    expect(propane({ 'propane-used': null, 'propane-used.missing': 'unknown' })).to.deep.equal([undefined, 'propane-used unknown']);
    expect(propane({ 'propane-used': null, 'propane-used.missing': 'refused' })).to.deep.equal([undefined, 'propane-used refused']);
    expect(propane({ 'propane-used': null, 'propane-used.missing': 'notApplicable' })).to.deep.equal([undefined]);
    expect(propane({ 'propane-used': '12kg' })).to.deep.equal([undefined, 'propane-used unreadable']);
    expect(propane({ 'propane-used': '-12' })).to.deep.equal([undefined, 'propane-used negative']);
  });

  it('takes the quality of a quantity from the evidence named beside it', () => {
    const quality = (evidence: string | null) => activity({ 'electricity-evidence': evidence }, 'electricity-bought')?.quality;
    expect(['bill', 'meter', 'ledger', 'estimate', null].map(quality)).to.deep.equal([
      'billed',
      'metered',
      'billed',
      'estimated',
      undefined,
    ]);
  });

  it('hands on the unit that was answered', () => {
    expect(activity({}, 'forklift-diesel-used')).to.deep.equal({
      id: 'forklift-diesel-used',
      category: 'mobileCombustion',
      fuel: 'diesel',
      mode: 'offroad',
      quantity: 4.2,
      unit: 'kL',
      quality: 'billed',
    });
    expect(activity({}, 'electricity-bought')).to.deep.equal({
      id: 'electricity-bought',
      category: 'purchasedElectricity',
      quantity: 1_150_000,
      unit: 'kWh',
      quality: 'billed',
    });
  });

  it('leaves out a year with a blank month, and says so, rather than taking the month for zero', () => {
    const missing = { 'electricity-bought.m08': null, 'electricity-cost': null };
    expect(activity(missing, 'electricity-bought')).to.equal(undefined);
    expect(notes(missing)).to.deep.equal(['electricity-bought monthsMissing']);
  });

  it('takes the total of the year where one was given', () => {
    expect(
      activity(
        { 'electricity-bought.m08': null, 'electricity-bought.annual': '1,100', 'electricity-bought.unit': 'MWh' },
        'electricity-bought',
      ),
    ).to.deep.include({ quantity: 1100, unit: 'MWh' });
  });

  it('does not count an answer to a fuel that was unticked later, and says so', () => {
    const unticked = { 'fuels-used.propane': null, 'fuels-used.none': 'yes' };
    expect(activity(unticked, 'propane-used')).to.equal(undefined);
    expect(notes(unticked)).to.deep.equal(['propane-used notAsked']);
  });

  it('says when an earlier question decides and has no answer', () => {
    const left = notes({ 'heat-bought-any': null });
    expect(left).to.deep.equal(['heat-bought undecided']);
  });

  it('takes the heat content of the bill along with city gas, and leaves it out where it is not known', () => {
    const gas = {
      'fuels-used.cityGas': 'yes',
      'city-gas-used.annual': '500,000',
      'city-gas-used.unit': 'MJ',
      'city-gas-heat-content': '42.7',
    };
    expect(activity(gas, 'city-gas-used')).to.deep.equal({
      id: 'city-gas-used',
      category: 'stationaryCombustion',
      fuel: 'cityGasLng',
      quantity: 500_000,
      unit: 'MJ',
      grossMJPerNm3: 42.7,
    });
    expect(activity({ ...gas, 'city-gas-heat-content': null }, 'city-gas-used')).to.not.have.property('grossMJPerNm3');
  });

  it('takes a supplier of heat by name, a kind by name, and the average only aloud', () => {
    const heat = { 'heat-bought-any': 'yes', 'heat-bought': '10', 'heat-bought.unit': 'Gcal' };
    const of = (changes: Record<string, string>) => [activity({ ...heat, ...changes }, 'heat-bought'), ...notes({ ...heat, ...changes })];
    const base = { id: 'heat-bought', category: 'purchasedHeat', quantity: 10, unit: 'Gcal' };
    expect(of({ 'heat-source': 'listedSupplier', 'heat-supplier': 'kdhc-daegu' })).to.deep.equal([{ ...base, supplier: 'kdhc-daegu' }]);
    expect(of({ 'heat-source': 'chp' })).to.deep.equal([{ ...base, kind: 'chp' }]);
    expect(of({ 'heat-source': 'unknownKind' })).to.deep.equal([{ ...base, kind: 'average' }, 'heat-bought assumed']);
    expect(of({ 'heat-source': 'listedSupplier' })).to.deep.equal([undefined, 'heat-supplier blank', 'heat-bought heatSourceMissing']);
    expect(of({})).to.deep.equal([undefined, 'heat-source blank', 'heat-bought heatSourceMissing']);
  });

  it('does not add what the roof made to what was bought', () => {
    const roof = {
      'pv-installed': 'yes',
      'pv-capacity': '10',
      'pv-generated': '10',
      'pv-generated.unit': 'MWh',
      'pv-self-used': '10',
      'pv-self-used.unit': 'MWh',
    };
    expect(from(roof).activityData.filter(({ id }) => id !== 'pv-generated')).to.deep.equal(from({}).activityData);
    expect(activity(roof, 'pv-generated')).to.deep.equal({
      id: 'pv-generated',
      category: 'ownElectricity',
      plant: 'solar',
      quantity: 10,
      unit: 'MWh',
    });
    expect(notes(roof)).to.deep.equal([]);
    expect(activity({ ...roof, 'pv-self-used': '7,500', 'pv-self-used.unit': 'kWh' }, 'pv-generated')).to.deep.include({ sold: 2.5 });
    const unknown = { ...roof, 'pv-self-used': null, 'pv-self-used.missing': 'unknown' };
    expect(activity(unknown, 'pv-generated')).to.equal(undefined);
    expect(notes(unknown)).to.deep.equal(['pv-self-used unknown', 'pv-generated partMissing']);
    expect(notes({ ...roof, 'pv-self-used': '11' })).to.deep.equal(['pv-generated differenceNegative']);
  });

  it('never lets a fuel outside of the list vanish: it is named as it was typed, also when its amount is unknown', () => {
    const methanol = { 'fuels-used.otherFuel': 'yes', 'other-fuel': '메탄올 2드럼' };
    expect(from(methanol).activityData).to.deep.equal(from({}).activityData);
    expect(notes(methanol)).to.deep.equal(['other-fuel fuelNotCounted']);
    expect(from(methanol).notes[0]?.text.ko).to.contain('메탄올 2드럼');
    expect(from(methanol).notes[0]?.text.en).to.contain('메탄올 2드럼');
    expect(notes({ 'fuels-used.otherFuel': 'yes', 'other-fuel.missing': 'unknown' })).to.deep.equal(['other-fuel unknown']);
    expect(notes({ 'other-fuel': '메탄올 2드럼' })).to.deep.equal(['other-fuel notAsked']);
  });

  it('has nothing to say of a renewable purchase of zero', () => {
    expect(
      notes({ 'renewable-purchase.none': null, 'renewable-purchase.rec': 'yes', 'rec-amount': '0', 'rec-amount.unit': 'MWh' }),
    ).to.deep.equal([]);
  });

  it('counts renewable purchases with the electricity they belong to', () => {
    const bought = {
      'renewable-purchase.none': null,
      'renewable-purchase.rec': 'yes',
      'rec-amount': '10',
      'rec-amount.unit': 'MWh',
      'renewable-purchase.greenPremium': 'yes',
      'green-premium-amount': '5,000',
      'green-premium-amount.unit': 'kWh',
    };
    expect(activity(bought, 'electricity-bought')).to.deep.include({
      instruments: [
        { kind: 'greenPremium', quantity: 5000, unit: 'kWh' },
        { kind: 'rec', quantity: 10, unit: 'MWh' },
      ],
    });
    expect(notes(bought)).to.deep.equal([]);
    const { totals } = inventoryOf({ reportingYear: 2025, activityData: from(bought).activityData });
    expect(totals.scope2LocationBased.co2eq - totals.scope2MarketBased.co2eq).to.be.closeTo(10 * 0.4173, 1e-9);
  });

  it('names renewable purchases that cannot be counted', () => {
    const rec = { 'renewable-purchase.none': null, 'renewable-purchase.rec': 'yes', 'rec-amount': '10', 'rec-amount.unit': 'MWh' };
    const tooMuch = { ...rec, 'rec-amount': '1,151' };
    expect(activity(tooMuch, 'electricity-bought')).to.not.have.property('instruments');
    expect(notes(tooMuch)).to.deep.equal(['rec-amount instrumentsOverUse']);
    expect(notes({ ...rec, 'electricity-bought.m08': null, 'electricity-cost': null })).to.deep.equal([
      'electricity-bought monthsMissing',
      'rec-amount partWithoutWhole',
    ]);
    expect(notes({ ...rec, 'rec-amount': null })).to.deep.equal(['rec-amount blank']);
    expect(notes({ ...rec, 'rec-amount': null, 'rec-amount.missing': 'unknown' })).to.deep.equal(['rec-amount unknown']);
    expect(notes({ ...rec, 'renewable-purchase.rec': null, 'renewable-purchase.none': 'yes' })).to.deep.equal(['rec-amount notAsked']);
  });

  it('counts an answer even while an earlier question that decides about it is blank', () => {
    expect(activity({ 'fuels-used.propane': null }, 'propane-used')).to.deep.include({ quantity: 18_000 });
  });

  it('is accepted by the calculation for every example, and every quantity has its line', () => {
    for (const example of definitions().workedExamples) {
      const { id, fields, reasons } = example;
      const of = editionOf(example);
      const { notes: left, ...request } = toActivityData(of, draft(fields, reasons, of), activityCatalog());
      const inventory = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
      // Electricity of one's own plant has energy and no emissions.
      const told = new Set([...inventory.lines, ...inventory.energy].map((line) => line.activityDataId));
      expect([...told].sort(), id).to.deep.equal(request.activityData.map((one) => one.id).sort());
      for (const note of left) expect([note.text.ko, note.text.en].every((words) => words.length > 10)).to.equal(true);
    }
  });
});
