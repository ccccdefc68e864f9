import { expect } from 'chai';
import { type FactorChoice, factorChoice } from '../../server/domain/factor-choice.js';
import type { FactorUse, Inventory } from '../../server/domain/inventory.js';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { theCatalog } from '../support/test-site.js';

const { emissionFactors: data, factorLibrary: library } = theCatalog();

const inventoryOf = (activity: object, head: object): Inventory => {
  const request = { reportingYear: 2024, ...head, activityData: [{ id: 'a1', quantity: 1, ...activity }] };
  const result = inventoryFrom(readInventoryRequest(request, data), data, 2026);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.inventory;
};

/** The choices of every factor of an activity, by "role gas" or, for energy alone, by role. */
const choicesOf = (activity: object, head: object = {}): ReadonlyMap<string, FactorChoice> => {
  const inventory = inventoryOf(activity, head);
  const { category = '' } = inventory.lines[0] ?? {};
  const explain = (use: FactorUse): FactorChoice => factorChoice(use, { library, data, inventory, category });
  return new Map([
    ...inventory.energy.flatMap(({ factors }) => factors.map((use) => [use.role, explain(use)] as const)),
    ...inventory.lines.flatMap((line) => line.trace.factors.map((use) => [`${use.role} ${line.gas}`, explain(use)] as const)),
  ]);
};

const burn = (fuel: string, unit: string, more: object = {}) => ({ category: 'stationaryCombustion', fuel, unit, ...more });
const drive = (fuel: string, unit: string, mode: string) => ({ category: 'mobileCombustion', fuel, unit, mode });
const power = { category: 'purchasedElectricity', unit: 'MWh' };
const heat = (origin: object) => ({ category: 'purchasedHeat', unit: 'TJ', ...origin });

/** What an expert asks: for this activity in this year, by which rule was this factor taken, and was it a way out? */
const cases: readonly {
  readonly asks: string;
  readonly activity: object;
  readonly head?: object;
  readonly factor: string;
  readonly id: string;
  readonly rule: string;
  readonly fallback?: true;
}[] = [
  { asks: 'diesel of 2024', activity: burn('diesel', 'L'), factor: 'NCV CO2', id: 'calorific.2022.diesel', rule: 'setRow' },
  { asks: 'its carbon', activity: burn('diesel', 'L'), factor: 'C CO2', id: 'ef.co2.gir2022.diesel', rule: 'setRow' },
  {
    asks: 'diesel of 2019',
    activity: burn('diesel', 'L'),
    head: { reportingYear: 2019 },
    factor: 'C CO2',
    id: 'ef.co2.gir2017.diesel',
    rule: 'setRow',
  },
  {
    asks: 'kerosene of 2019, which the revision of 2017 takes from the trading guideline',
    activity: burn('kerosene', 'L'),
    head: { reportingYear: 2019 },
    factor: 'C CO2',
    id: 'ef.co2.kets2025.kerosene',
    rule: 'filledRevision',
  },
  {
    asks: 'diesel of 2026, for which there are no values yet',
    activity: burn('diesel', 'L'),
    head: { reportingYear: 2026 },
    factor: 'NCV CO2',
    id: 'calorific.2022.diesel',
    rule: 'lastRow',
    fallback: true,
  },
  {
    asks: 'diesel under IPCC values',
    activity: burn('diesel', 'kg'),
    head: { factorSet: 'ipcc-2006' },
    factor: 'EF CO2',
    id: 'ipcc2006.stat.manufacturing.diesel_oil.co2',
    rule: 'ipccSet',
  },
  {
    asks: 'wood, which the national table lacks',
    activity: burn('wood', 'kg'),
    factor: 'EF CO2',
    id: 'ipcc2006.stat.manufacturing.wood_wood_waste.co2',
    rule: 'otherRevision',
    fallback: true,
  },
  {
    asks: 'methane of diesel in a factory',
    activity: burn('diesel', 'L'),
    factor: 'EF CH4',
    id: 'ipcc2006.stat.manufacturing.diesel_oil.ch4',
    rule: 'sector',
  },
  {
    asks: 'methane of diesel in an office',
    activity: burn('diesel', 'L'),
    head: { sector: 'commercial' },
    factor: 'EF CH4',
    id: 'ipcc2006.stat.commercial.diesel_oil.ch4',
    rule: 'sector',
  },
  {
    asks: 'city gas billed in heat under IPCC values',
    activity: burn('cityGasLng', 'MJ'),
    head: { factorSet: 'ipcc-2006' },
    factor: 'GCV CO2',
    id: 'calorific.2022.citygas_lng',
    rule: 'nationalRatio',
    fallback: true,
  },
  { asks: 'how much of a liquid burns', activity: burn('diesel', 'L'), factor: 'OF CO2', id: 'ox.t2.liquid', rule: 'oxidationState' },
  {
    asks: 'how much coal burns in a power plant',
    activity: burn('bituminousCoal', 'kg'),
    head: { sector: 'energy' },
    factor: 'OF CO2',
    id: 'ox.t2.solid_power',
    rule: 'oxidationSector',
  },
  {
    asks: 'how much burns at tier 1',
    activity: burn('diesel', 'kg'),
    head: { factorSet: 'ipcc-2006' },
    factor: 'OF CO2',
    id: 'ox.t1',
    rule: 'oxidationTier1',
  },
  {
    asks: 'methane of a diesel truck',
    activity: drive('diesel', 'L', 'road'),
    factor: 'EF CH4',
    id: 'ipcc2006.mobile.road.diesel_oil..ch4',
    rule: 'mobileRow',
  },
  {
    asks: 'methane of a forklift that runs on LPG',
    activity: drive('lpg', 'kg', 'offroad'),
    factor: 'EF CH4',
    id: 'ipcc2006.stat.manufacturing.liquefied_petroleum_gases.ch4',
    rule: 'stationaryForOffroad',
    fallback: true,
  },
  { asks: 'power of 2024', activity: power, factor: 'EF CO2', id: 'elec.2024.cons', rule: 'gridRow' },
  {
    asks: 'power of 2024 under IPCC values',
    activity: power,
    head: { factorSet: 'ipcc-2006' },
    factor: 'EF CO2',
    id: 'elec.2024.cons',
    rule: 'nationalGrid',
    fallback: true,
  },
  {
    asks: 'power of 2026',
    activity: power,
    head: { reportingYear: 2026 },
    factor: 'EF CO2eq',
    id: 'elec.2025.cons.2023',
    rule: 'lastRow',
    fallback: true,
  },
  { asks: 'the energy of power', activity: power, factor: 'GCV', id: 'calorific.2022.elec_use', rule: 'statutoryEnergy' },
  { asks: 'final energy of power', activity: power, factor: 'final', id: 'conversion.final-electricity', rule: 'statutoryConversion' },
  {
    asks: 'heat of a supplier in its own year',
    activity: heat({ supplier: 'kdhc-daegu' }),
    head: { reportingYear: 2023 },
    factor: 'EF CO2',
    id: 'heat.kdhc.2023_p3.daegu',
    rule: 'supplier',
  },
  {
    asks: 'heat of a supplier a year later',
    activity: heat({ supplier: 'kdhc-daegu' }),
    factor: 'EF CO2',
    id: 'heat.kdhc.2023_p3.daegu',
    rule: 'supplierOlder',
    fallback: true,
  },
  { asks: 'heat of a boiler', activity: heat({ kind: 'boiler' }), factor: 'EF CO2', id: 'heat.heat_only', rule: 'heatKind' },
  {
    asks: 'heat of a boiler under IPCC values',
    activity: heat({ kind: 'boiler' }),
    head: { factorSet: 'ipcc-2006' },
    factor: 'EF CO2',
    id: 'heat.heat_only',
    rule: 'nationalHeat',
    fallback: true,
  },
  { asks: 'the potential of methane', activity: burn('diesel', 'L'), factor: 'GWP CH4', id: 'gwp.CH4.ar5', rule: 'gwpReport' },
  {
    asks: 'gasoline by weight',
    activity: burn('gasoline', 'kg'),
    factor: 'density CO2',
    id: 'density.ghgp.gasoline',
    rule: 'density',
  },
  {
    asks: 'propane in litres',
    activity: burn('propane', 'L'),
    factor: 'density CO2',
    id: 'density.ghgp.lpg',
    rule: 'broaderDensity',
    fallback: true,
  },
  {
    asks: 'methane of a by-product oil, which the IPCC has no row for',
    activity: burn('byproductOil1', 'L'),
    factor: 'EF CH4',
    id: 'ipcc2006.stat.manufacturing.other_petroleum_products.ch4',
    rule: 'broaderFuel',
    fallback: true,
  },
  {
    asks: 'a factor of its own',
    activity: burn('diesel', 'L', { factor: { value: 2.6, unit: 'kgCO2/L', source: 'laboratory' } }),
    factor: 'EF CO2',
    id: 'own',
    rule: 'ownFactor',
  },
  {
    asks: 'the heat content of a bill',
    activity: burn('cityGasLng', 'MJ', { grossMJPerNm3: 42.9 }),
    factor: 'GCV CO2',
    id: 'own',
    rule: 'billHeatContent',
  },
];

describe('why a factor was chosen', () => {
  for (const { asks, activity, head, factor, id, rule, fallback = false } of cases) {
    it(`${asks}: ${rule}`, () => {
      const choice = choicesOf(activity, head).get(factor);
      expect(choice?.use.factorId).to.equal(id);
      expect(choice?.rule.code).to.equal(rule);
      expect(choice?.isFallback).to.equal(fallback);
      for (const sentence of [choice?.rule.ko, choice?.rule.en])
        expect(sentence)
          .to.match(/\S/)
          .and.not.match(/[{}]|undefined/);
      for (const each of choice?.runnersUp ?? []) {
        expect(each.card.id).not.to.equal(id);
        expect(`${each.ko} ${each.en}`).not.to.match(/[{}]|undefined/);
      }
    });
  }

  const passedOver = (activity: object, head: object, factor: string): Readonly<Record<string, string>> =>
    Object.fromEntries((choicesOf(activity, head).get(factor)?.runnersUp ?? []).map(({ card, code }) => [card.id, code]));

  it('names the other revisions, the other set and the IPCC beside the carbon of diesel', () => {
    expect(passedOver(burn('diesel', 'L'), {}, 'C CO2')).to.deep.equal({
      'ef.co2.gir2017.diesel': 'otherRow',
      'ef.co2.kets2025.diesel': 'otherSet',
      'ef.co2.kemco2006.diesel': 'inNoRow',
      'ipcc2006.stat.manufacturing.diesel_oil.co2': 'internationalDefault',
    });
  });

  it('names the generation end and the postings no set takes beside the power of 2024', () => {
    const found = passedOver(power, {}, 'EF CO2');
    expect(found).to.include({
      'elec.2024.gen': 'generationEnd',
      'elec.2021.cons': 'otherRow',
      'elec.2025.cons.2023': 'otherRow',
      'elec.2018.cons': 'otherRow',
      'elec.2025.cons.sar': 'inNoRow',
    });
  });

  it('names what a supplier meant for other years, and the national figure that its own goes before', () => {
    expect(passedOver(heat({ supplier: 'kdhc-daegu' }), { reportingYear: 2024 }, 'EF CO2')).to.deep.equal({
      'heat.kdhc.2023_p4.daegu': 'servesOther',
      'heat.kdhc.2021.daegu': 'olderYear',
      'heat.avg': 'supplierFirst',
    });
  });

  it('names the other sectors, the other reports and the disputed number', () => {
    expect(Object.values(passedOver(burn('diesel', 'L'), {}, 'EF CH4'))).to.deep.equal(['otherSector', 'otherSector', 'otherSector']);
    expect(passedOver(burn('diesel', 'L'), {}, 'GWP CH4')).to.deep.include({
      'gwp.CH4.ar6': 'otherReport',
      'gwp.CH4.ar5-ccf': 'otherVariant',
      'gwp.CH4_fossil.ar5': 'otherVariant',
    });
    const sf6 = library.card('gwp.SF6.ar6');
    if (sf6 === null) throw new Error('SF6 is not in the library');
    const inventory = inventoryOf(power, { gwp: 'AR6' });
    const { runnersUp } = factorChoice(
      { role: 'GWP', factorId: sf6.id, value: 25_200, unit: '', match: 'exact', confidence: null, sourceId: sf6.sourceId, locator: '' },
      { library, data, inventory, category: 'fugitiveEmissions' },
    );
    expect(runnersUp.find(({ card }) => card.id === 'gwp.SF6.ar6-corrected')?.code).to.equal('disputed');
  });

  it('names a national calorific value that has no CO2 factor to go with it', () => {
    expect(passedOver(burn('crudeOil', 'kg'), {}, 'NCV CO2')).to.include({ 'calorific.2022.crude': 'incompletePair' });
  });

  it('names what a supplier published after the reporting year', () => {
    const found = passedOver(heat({ supplier: 'kdhc-daegu' }), { reportingYear: 2021 }, 'EF CO2');
    expect(found).to.include({ 'heat.kdhc.2023_p3.daegu': 'newerYear' });
  });

  it('names the other states, sectors and tiers beside the oxidation of coal', () => {
    expect(passedOver(burn('bituminousCoal', 'kg'), { sector: 'energy' }, 'OF CO2')).to.deep.equal({
      'ox.t1': 'otherTier',
      'ox.t2.solid_other': 'otherSector',
      'ox.t2.liquid': 'otherState',
      'ox.t2.gas': 'otherState',
    });
  });

  it('says so when the record is gone', () => {
    const inventory = inventoryOf(power, {});
    const use: FactorUse = {
      role: 'EF',
      factorId: 'elec.1999',
      value: 1,
      unit: 'tCO2/MWh',
      match: 'exact',
      confidence: 'recalled',
      sourceId: 'x',
      locator: 'x',
    };
    const choice = factorChoice(use, { library, data, inventory, category: 'purchasedElectricity' });
    expect([choice.rule.code, choice.card, choice.runnersUp]).to.deep.equal(['recordGone', null, []]);
  });
});
