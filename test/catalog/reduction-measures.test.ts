import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readEmissionFactors } from '../../server/catalog/emission-factors.js';
import { readReductionMeasures, schemas } from '../../server/catalog/reduction-measures.js';
import { repositoryRoot } from '../../server/root.js';

const data = readReductionMeasures(repositoryRoot);
const folder = join(repositoryRoot, 'reduction-measures');

describe('the reduction measures', () => {
  it('are forty-nine, frozen to the bottom', () => {
    expect(data.measures).to.have.length(49);
    expect(Object.isFrozen(data.measures[0]?.saving)).to.equal(true);
  });

  it('are worded in Korean and English', () => {
    for (const measure of data.measures) {
      for (const text of [measure.name, measure.description, measure.applicability, measure.category, ...measure.confirm]) {
        expect(text.ko, measure.id).to.match(/[가-힣]/);
        expect(text.en, measure.id).not.to.match(/[가-힣]/);
      }
    }
  });

  it('name fuels that the emission factors know', () => {
    const { fuels } = readEmissionFactors(repositoryRoot);
    const named = [
      ...data.prices.flatMap((price) => price.fuels ?? []),
      ...data.components.flatMap((component) => component.dedicatedFuels ?? []),
      ...data.endUses.flatMap((endUse) => endUse.parts.flatMap((part) => part.fuels ?? [])),
    ];
    for (const fuel of named) expect(fuels, fuel).to.have.property(fuel);
  });

  it('derive the default price of electricity from the tariff', () => {
    const seasons = { summer: 3, spring_fall: 5, winter: 4 } as const;
    const surcharge = (id: string): number => data.moneyConversion.surcharges.findLast((entry) => entry.id === id)?.value ?? Number.NaN;
    const mean = (contract: string, voltage: string, option: string, band: string): number => {
      const rows = data.electricityTariff.filter(
        (row) => row.contract === contract && row.voltage === voltage && row.option === option && row.band === band && row.validTo === '',
      );
      expect(rows).to.have.length(3);
      const energy = rows.reduce((sum, row) => sum + (row.energyChargeKRWPerKWh * seasons[row.season]) / 12, 0);
      return (energy + surcharge('climateCharge') + surcharge('fuelAdjustment')) * (1 + surcharge('powerFund')) * 1000;
    };
    const price = data.prices.find((entry) => entry.carrier === 'electricity');
    const [low, high] = [mean('산업용전력(갑)Ⅰ', '저압', 'single', 'all'), mean('산업용전력(을)', '고압A', 'II', 'mid')];
    expect(price?.low).to.be.closeTo(low, 0.5);
    expect(price?.high).to.be.closeTo(high, 0.5);
    expect(price?.typical).to.be.closeTo((low + high) / 2, 1);
  });

  it('hold the whole tariff, no row twice', () => {
    const keys = data.electricityTariff.map((row) => [row.contract, row.voltage, row.option, row.season, row.band, row.validFrom].join());
    expect(keys).to.have.length(213);
    expect(new Set(keys)).to.have.property('size', 213);
  });

  it('have their JSON Schemas and their data package beside them, up to date', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const published: unknown = JSON.parse(readFileSync(join(folder, 'schema', `${name}.json`), 'utf8'));
      expect(published, name).to.deep.equal(z.toJSONSchema(schema, { io: 'input' }));
    }
    const listed: { resources: { path: string }[] } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    const present = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /\.(yaml|csv)$/.test(name));
    expect(listed.resources.map((resource) => resource.path)).to.have.members(present);
  });

  describe('are refused whole for', () => {
    let root = '';
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'measures-'));
      cpSync(folder, join(root, 'reduction-measures'), { recursive: true });
    });
    afterEach(() => rmSync(root, { recursive: true }));

    for (const [what, file, from, to, wanted] of [
      [
        'an undeclared source',
        'measures/lighting.yaml',
        'source: greendaily-25068',
        'source: hearsay',
        'the source hearsay is not declared',
      ],
      ['an unknown key', 'measures/lighting.yaml', 'endUse: lighting', 'endUse: lighting\n    colour: red', 'colour'],
      ['an unknown end use', 'measures/lighting.yaml', 'endUse: lighting', 'endUse: darkness', 'the end use darkness is not declared'],
      ['a range out of order', 'measures/lighting.yaml', 'low: 0.4', 'low: 0.9', 'in order'],
      ['a share above one', 'measures/lighting.yaml', 'high: 0.65', 'high: 1.65', 'cannot be above 1'],
      ['an unknown confidence', 'measures/lighting.yaml', 'confidence: recalled', 'confidence: certain', 'confidence'],
      ['shares that do not add up', 'end-use-splits.yaml', 'motorProcess: 0.45', 'motorProcess: 0.46', 'add up'],
      ['a measure that stands twice', 'measures/lighting.yaml', 'id: lighting-controls', 'id: led-lighting', 'led-lighting stands twice'],
      [
        'an exclusion told by one side',
        'measures/lighting.yaml',
        'exclusiveWith: []',
        'exclusiveWith: [ idle-shutdown ]',
        'not the other way round',
      ],
      ['an unknown investment unit', 'measures/lighting.yaml', 'per: ledWatt', 'per: candle', 'the investment unit candle is not declared'],
      ['text that is no YAML', 'equipment.yaml', 'equipment:', 'equipment: [', 'equipment.yaml'],
    ] as const) {
      it(what, () => {
        const path = join(root, 'reduction-measures', file);
        const before = readFileSync(path, 'utf8');
        expect(before).to.contain(from);
        writeFileSync(path, before.replace(from, to));
        expect(() => readReductionMeasures(root))
          .to.throw(wanted)
          .with.property('message')
          .that.matches(/ \| .*\p{Script=Hangul}/u);
      });
    }
  });
});
