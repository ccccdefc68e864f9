import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { DataFileError } from '../../server/catalog/data-files.js';
import { readEmissionFactors, schemas } from '../../server/catalog/emission-factors.js';
import { readFactorFiles } from '../../server/catalog/emission-factors-files.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors } from '../support/emission-factors.js';

const folder = join(repositoryRoot, 'emission-factors');
const scratch: string[] = [];

/** The package with one text of one file replaced by another. */
const spoiled = (file: string, from: string | RegExp, to: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'onsil-factors-'));
  const copy = join(root, 'emission-factors');
  mkdirSync(copy);
  scratch.push(root);
  const others = readdirSync(folder).filter((name) => name !== file);
  for (const name of others) symlinkSync(join(folder, name), join(copy, name));
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} holds ${from}`).to.not.equal(before);
  writeFileSync(join(copy, file), after);
  return root;
};

const complaint = (file: string, from: string | RegExp, to: string): string => {
  try {
    readEmissionFactors(spoiled(file, from, to));
  } catch (error) {
    if (error instanceof DataFileError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the emission-factors package', () => {
  after(() => {
    for (const root of scratch) rmSync(root, { recursive: true });
  });

  it('is read into one frozen value with a content hash', () => {
    const data = emissionFactors();
    expect(Object.isFrozen(data)).to.equal(true);
    expect(Object.isFrozen(data.calorificValues['kr-2022 diesel'])).to.equal(true);
    expect(data.hash).to.match(/^[0-9a-f]{64}$/);
    expect(Object.getPrototypeOf(data.fuels)).to.equal(null);
  });

  it('keeps what was read: main figures with their marks', () => {
    const data = emissionFactors();
    expect(data.calorificValues['kr-2022 diesel']).to.deep.include({
      net: 35.3,
      netConfidence: 'two-copies',
      gross: 37.8,
      grossConfidence: 'derived',
    });
    expect(data.calorificValues['kr-2022 gasoline']).to.deep.include({ net: 30.1, netConfidence: 'recalled' });
    expect(data.calorificValues['kr-2022 lng']).to.deep.include({ gross: 54.7, grossConfidence: 'read-in-copy' });
    expect(data.fuelCo2['gir-2017 diesel']).to.deep.include({ carbonContent: 20.111 });
    expect(data.fuelCo2['gir-2017 cityGasLng']).to.deep.include({ carbonContent: 15.272 });
    expect(data.fuelCo2['gir-2017 gasoline']).to.deep.equal(data.fuelCo2['kets-annex-12 gasoline']);
    expect(data.fuelCo2['kets-annex-12 heavyOilC']).to.deep.include({ carbonContent: 21.929, printed: 80_300 });
    expect(data.grid['elec.2024.cons']).to.deep.include({ co2: 0.4517, co2eq: 0.4541, gwp: 'AR5' });
    expect(data.densities.diesel).to.equal(undefined);
    expect(data.sources['kdhc-2021']?.address).to.match(/^https:\/\/kdhc\.co\.kr\//);
  });

  it('holds SF6 of AR6 twice, one the default, and methane of fossil origin apart', () => {
    const gwp = readFactorFiles(folder)['gwp.csv'];
    expect(gwp.filter((each) => each.gas === 'SF6' && each.set === 'AR6').map((each) => [each.value, each.default])).to.deep.equal([
      [25_200, 'yes'],
      [24_300, 'no'],
    ]);
    expect(gwp.filter((each) => each.kind === 'fossil').map((each) => [each.set, each.value, each.confidence])).to.deep.equal([
      ['AR5', 30, 'two-copies'],
      ['AR6', 29.8, 'read-in-copy'],
    ]);
  });

  it('agrees with itself: kcal with MJ, printed CO2 with carbon content, published CO2eq with its gases, blends with AR4', () => {
    const files = readFactorFiles(folder);
    for (const { id, net, netKcal, gross, grossKcal } of files['calorific-values.csv']) {
      if (net !== null && netKcal !== null) expect((netKcal * 4.1868) / 1000, id).to.be.closeTo(net, 0.06);
      if (gross !== null && grossKcal !== null) expect((grossKcal * 4.1868) / 1000, id).to.be.closeTo(gross, 0.07);
    }
    for (const { id, carbonContent, printed } of files['fuel-co2.csv']) {
      if (printed !== null) expect((carbonContent * 44_000) / 12, id).to.be.closeTo(printed, 110);
    }
    const data = emissionFactors();
    for (const { id, co2, ch4, n2o, co2eq, gwp } of files['grid-electricity.yaml']) {
      if (co2 === null || ch4 === null || n2o === null) continue;
      const byGas = co2 + (ch4 * (data.gwp[`${gwp} CH4`]?.value ?? 0) + n2o * (data.gwp[`${gwp} N2O`]?.value ?? 0)) / 1000;
      expect(byGas, id).to.be.closeTo(co2eq, 3e-4);
    }
    for (const { id, massFractions, publishedAr4 } of files['gwp-blends.yaml']) {
      if (publishedAr4 === undefined) continue;
      const parts = Object.entries(massFractions).map(
        ([gas, share]) => share * (files['gwp.csv'].find((each) => each.gas === gas && each.set === 'AR4')?.value ?? Number.NaN),
      );
      expect(
        parts.reduce((sum, part) => sum + part, 0),
        id,
      ).to.be.closeTo(publishedAr4, 1);
    }
  });

  it('has its JSON Schemas and its data package beside it, up to date', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const published: unknown = JSON.parse(readFileSync(join(folder, 'schema', `${name}.json`), 'utf8'));
      expect(published, name).to.deep.equal(z.toJSONSchema(schema, { io: 'input' }));
    }
    const listed: { resources: { path: string; schema?: { fields: { name: string }[] } }[] } = JSON.parse(
      readFileSync(join(folder, 'datapackage.json'), 'utf8'),
    );
    const present = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));
    expect(listed.resources.map((each) => each.path)).to.have.members(present);
    for (const { path, schema } of listed.resources) {
      if (schema === undefined) continue;
      const head = readFileSync(join(folder, path), 'utf8').split('\n')[0];
      expect(schema.fields.map((field) => field.name).join(), path).to.equal(head);
    }
  });

  describe('is refused whole for one bad record:', () => {
    for (const [what, file, from, to, wanted] of [
      ['an undeclared source', 'fuel-co2.csv', ',gir-2022,에너지', ',hearsay,에너지', 'the source hearsay is not declared'],
      ['an unknown fuel', 'calorific-values.csv', ',diesel,', ',diesle,', 'the fuel diesle is not in the vocabulary'],
      [
        'an id used twice',
        'grid-electricity.yaml',
        'id: elec.2021.cons',
        'id: elec.2018.cons',
        'elec.2018.cons: id: the id is used twice, first in grid-electricity.yaml',
      ],
      [
        'two records for one key',
        'calorific-values.csv',
        'calorific.2022.kerosene,kr-2022,kerosene',
        'calorific.2022.kerosene,kr-2022,diesel',
        'two records answer to "kr-2022 diesel"',
      ],
      ['a wrong unit', 'ipcc-stationary.csv', ',kg/TJ,', ',kg/GJ,', 'unit'],
      ['a number that is none', 'ipcc-stationary.csv', ',73300,', ',seventy,', 'must be a number'],
      ['an unknown key', 'heat.yaml', 'kind: boiler', 'kind: boiler\n  kinds: boiler', 'kinds'],
      ['a key twice', 'heat.yaml', 'kind: boiler', 'kind: boiler\n  kind: boiler', 'unique'],
      ['an unknown confidence', 'fuel-co2.csv', ',read-in-copy,', ',sure,', 'confidence'],
      ['a blend that does not sum to 1', 'gwp-blends.yaml', 'HFC125: 0.44', 'HFC125: 0.45', 'sum to 1.01'],
      [
        'a calorific value and a factor of different revisions',
        'factor-sets.yaml',
        'calorific: kr-2017, co2: gir-2017',
        'calorific: kr-2022, co2: gir-2017',
        'was not measured against kr-2022',
      ],
      ['a gap between years', 'factor-sets.yaml', 'from: 2024, to: 2024', 'from: 2023, to: 2024', 'a gap or an overlap'],
      ['a generation-end grid value', 'factor-sets.yaml', 'grid: elec.2024.cons', 'grid: elec.2024.gen', 'no consumption-end grid value'],
      ['a gross value below the net one', 'calorific-values.csv', ',35.3,two-copies,37.8,', ',35.3,two-copies,33.8,', 'below the net'],
      ['a value without its mark', 'calorific-values.csv', ',35.3,two-copies,37.8,derived', ',35.3,,37.8,derived', 'come together'],
      ['a supplier that is not listed', 'heat-supplier-factors.csv', ',kdhc-daegu,', ',kdhc-mars,', 'kdhc-mars is not listed'],
      ['a missing review date', 'densities.yaml', /reviewBy: .*/, 'reviewBy: soon', 'reviewBy'],
      ['a process of an unknown gas', 'processes.yaml', 'gas: CO2, factors', 'gas: CO3, factors', 'the gas CO3 is not declared'],
      ['a process without its factor', 'processes.yaml', 'ippu.213928', 'ippu.999999', 'there is no record ipcc2006.ippu.999999'],
      [
        'a factor that does not fit the quantity',
        'processes.yaml',
        'dimension: mass',
        'dimension: area',
        'does not lead from a quantity of area',
      ],
      ['a default outside of its bounds', 'processes.yaml', 'key: heel, least: 0', 'key: heel, least: 0.2', 'is not within its bounds'],
      ['bounds in the wrong order', 'processes.yaml', 'least: 1, most: 1.2', 'least: 1.3, most: 1.2', 'begins above its end'],
      ['a usual range that is none', 'processes.yaml', 'usual: ipcc2006.ippu.213933', 'usual: ipcc2006.ippu.213932', 'is no range'],
      ['a process id used twice', 'processes.yaml', 'id: limeHighCalcium', 'id: lime', 'the id is used twice'],
      ['equipment without a rate', 'equipment.yaml', 'annual: leak.defra.domestic', 'annual: leak.defra.nowhere', 'has no rate for it'],
      [
        'a source of an unknown gas',
        'fugitive-sources.yaml',
        'gases: [SF6], only: SF6',
        'gases: [SF7], only: SF6',
        'the gas SF7 is not declared',
      ],
      ['a material of an unknown fuel', 'carbon-contents.yaml', 'fuels: [coke]', 'fuels: [cola]', 'the fuel cola is not in the vocabulary'],
      ['a name of two materials', 'carbon-contents.yaml', '"코크스(야금용)"', '"석탄"', 'two materials have this name'],
      ['a name of two gases', 'gases.yaml', '"R-134a"', '"R-32"', 'two gases have this name'],
      ['a treatment without its record', 'treatments.yaml', 'ww.mcf_deep', 'ww.mcf_deeper', 'there is no record ww.mcf_deeper'],
      ['limits out of order', 'uncertainties.yaml', 'lower: 67500, upper: 73000', 'lower: 73000, upper: 67500', 'must be in order'],
      ['limits of a factor that is not there', 'uncertainties.yaml', '"gwp.*"', '"gpw.*"', '"gpw.*" covers no factor'],
      ['two records for one uncertainty', 'uncertainties.yaml', 'covers: ["heat.*"]', 'covers: ["elec.*"]', 'two records cover "elec.*"'],
      [
        'a factor of which nobody says how well it is known',
        'uncertainties.yaml',
        'covers: ["*"]',
        'covers: ["density.*"]',
        'no record says',
      ],
      ['a data quality without a default', 'uncertainties.yaml', 'quality: imputed', 'quality: billed', 'quality imputed: stands 0 times'],
    ] as const) {
      it(what, () => {
        expect(complaint(file, from, to))
          .to.include(file)
          .and.include(wanted);
      });
    }
  });
});
