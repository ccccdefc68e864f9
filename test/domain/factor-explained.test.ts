import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { type FactorChoice, factorChoice } from '../../server/domain/factor-choice.js';
import { joinUsers, setYears, usersByYear } from '../../server/domain/factor-users.js';
import type { FactorUse, Inventory } from '../../server/domain/inventory.js';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { repositoryRoot } from '../../server/root.js';
import { theCatalog } from '../support/test-site.js';

const { emissionFactors: data, factorLibrary: library } = theCatalog();
const users = joinUsers(setYears(data).map(usersByYear(data)));

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

const burn = (fuel: string, unit: string) => ({ category: 'stationaryCombustion', fuel, unit });
const power = { category: 'purchasedElectricity', unit: 'MWh' };
const heat = (supplier: string) => ({ category: 'purchasedHeat', unit: 'TJ', supplier });

interface Case {
  readonly asks: string;
  readonly activity: object;
  readonly head?: object;
  readonly factor: string;
  readonly takes: string;
  readonly rule: string;
  readonly fallback?: boolean;
}

const cases = parse(readFileSync(join(repositoryRoot, 'test/domain/factor-explained.yaml'), 'utf8')) as readonly Case[];

describe('why a factor was chosen', () => {
  for (const { asks, activity, head, factor, takes, rule, fallback = false } of cases) {
    it(`${asks}: ${rule}`, () => {
      const choice = choicesOf(activity, head).get(factor);
      expect(choice?.use.factorId).to.equal(takes);
      expect(choice?.rule.code).to.equal(rule);
      expect(choice?.isFallback).to.equal(fallback);
      for (const sentence of [choice?.rule.ko, choice?.rule.en])
        expect(sentence)
          .to.match(/\S/)
          .and.not.match(/[{}]|undefined/);
      for (const each of choice?.runnersUp ?? []) {
        expect(each.card.id).not.to.equal(takes);
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
      'elec.2011.cons': 'otherSetYears',
    });
  });

  it('names what a supplier meant for other years, and the national figure that its own goes before', () => {
    expect(passedOver(heat('kdhc-daegu'), { reportingYear: 2024 }, 'EF CO2')).to.deep.equal({
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

  it('knows what a revision was filled up from in the years before', () => {
    expect(passedOver(burn('gasoline', 'L'), { reportingYear: 2026 }, 'C CO2')).to.include({ 'ef.co2.kets2025.gasoline': 'otherRow' });
  });

  it('says of no record that no set takes it when one does', () => {
    for (const reportingYear of [2018, 2021, 2023, 2025, 2026])
      for (const activity of [burn('gasoline', 'L'), burn('diesel', 'L'), burn('cityGasLng', 'Nm3'), burn('bituminousCoal', 'kg'), power])
        for (const choice of choicesOf(activity, { reportingYear }).values())
          for (const { card, code } of choice.runnersUp)
            if (code === 'inNoRow') expect(users.get(card.id), `${card.id} in ${reportingYear}`).to.equal(undefined);
  });

  it('names a national calorific value that has no CO2 factor to go with it', () => {
    expect(passedOver(burn('crudeOil', 'kg'), {}, 'NCV CO2')).to.include({ 'calorific.2022.crude': 'incompletePair' });
  });

  it('names what a supplier published after the reporting year', () => {
    const found = passedOver(heat('kdhc-daegu'), { reportingYear: 2021 }, 'EF CO2');
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
