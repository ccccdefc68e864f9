import { expect } from 'chai';
import { readFactorReleases } from '../../server/catalog/factor-releases.js';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import { readInventoryText } from '../../server/domain/read-request.js';
import type { FactorComparison } from '../../server/operations/compare-factors.js';
import { releaseFactors } from '../../server/operations/release-factors.js';
import { Problem } from '../../server/problem/problem.js';
import { repositoryRoot } from '../../server/root.js';
import { ChangedFactors } from '../support/changed-factors.js';
import { emissionFactors } from '../support/emission-factors.js';
import { runCommand } from '../support/run-command.js';
import { theCatalog } from '../support/test-site.js';

const twoBills = JSON.stringify({
  reportingYear: 2024,
  activityData: [
    { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' },
    { id: 'a2', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' },
  ],
});

describe('emission factors that changed', function () {
  this.timeout(60_000);
  const release = readFactorReleases(repositoryRoot).at(-1);
  if (release === undefined) throw new Error('Nothing has been released');
  const { version, hash } = release;
  let changed: ChangedFactors;
  before(() => {
    // 1 % more carbon in diesel, and a boiler's heat that nobody in the examples of 2024 buys.
    changed = new ChangedFactors()
      .change('fuel-co2.csv', /^(ef\.co2\.gir2022\.diesel,gir-2022,diesel),[\d.]+/m, '$1,20.2909')
      .change('heat.yaml', 'confidence: read-in-copy', 'confidence: recalled');
  });
  after(() => changed.remove());

  const calculated = async (...options: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand(['calculate', ...options, '-'], twoBills);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    return stdout;
  };

  describe('onsil calculate --as-of', () => {
    it('gives an inventory of before to the last byte, by version and by hash', async () => {
      const result = inventoryFrom(readInventoryText(twoBills, release.data), release.data, 2026);
      if ('faults' in result) throw new Error('The release refuses two bills');
      const before = `${JSON.stringify(result.inventory, null, 2)}\n`;
      const now = await calculated('--data', changed.root);
      expect(JSON.parse(now).totals.scope1.co2).to.be.closeTo(JSON.parse(before).totals.scope1.co2 * 1.01, 1e-3);
      for (const asOf of [version, hash, hash.slice(0, 8)])
        expect(await calculated('--data', changed.root, '--as-of', asOf), asOf).to.equal(before);
    });

    it('finds what an inventory says of itself', async () => {
      const { factorSet, calculationVersion } = JSON.parse(await calculated('--data', changed.root));
      expect(factorSet).to.include({ id: 'kr-national', version: emissionFactors().version, row: 'kr-national-2024', gwp: 'AR5' });
      expect(factorSet.hash)
        .to.match(/^[0-9a-f]{64}$/)
        .and.not.equal(emissionFactors().hash);
      expect(calculationVersion).to.be.a('number');
      expect(await calculated('--data', changed.root, '--as-of', factorSet.hash)).to.equal(await calculated('--data', changed.root));
    });

    it('lists what there is: the data of today, when they differ, and every release', async () => {
      const lines = async (...options: string[]) =>
        (await runCommand(['calculate', ...options, '--as-of', 'list'])).stdout.split('\n').map((line) => line.split('\t'));
      expect(await lines()).to.deep.include([version, hash, '1', 'release']);
      const [today, ...others] = await lines('--data', changed.root);
      expect(today?.at(-1)).to.equal('package');
      expect(others).to.deep.include([version, hash, '1', 'release']);
    });

    it('says of what it cannot find which there are, and takes no short hash', async () => {
      for (const [given, wanted] of [
        ['2019-01-01', /^--as-of: no emission factors "2019-01-01" are known; .*list.* \| .*\p{Script=Hangul}/u],
        ['ffffffff', /^--as-of: no emission factors/],
        [hash.slice(0, 7), /^--as-of: .* too short for a hash.* \| .*8자/],
      ] as const) {
        const { code, stdout, stderr } = await runCommand(['calculate', '--as-of', given, '-'], twoBills);
        expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
        expect(stderr).to.match(wanted);
      }
      expect((await runCommand(['calculate', '--site', '-'], twoBills)).code).to.equal(2);
      expect((await runCommand(['calculate', '--data', '/nowhere', '-'], twoBills)).stderr).to.match(/^--data: there is no .* \| /);
    });
  });

  describe('onsil factors diff', () => {
    const diff = async (...options: string[]): Promise<FactorComparison> => {
      const { code, stdout, stderr } = await runCommand(['factors', 'diff', '--json', '--against', repositoryRoot, ...options]);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      return JSON.parse(stdout) as FactorComparison;
    };

    it('finds nothing where nothing changed', async () => {
      const { before, after, records, examples } = await diff();
      expect(before).to.deep.equal({ version: emissionFactors().version, hash: emissionFactors().hash });
      expect(after).to.deep.equal(before);
      expect(records).to.deep.equal([]);
      expect(examples.map(({ change }) => change)).to.deep.equal(examples.map(() => 'none'));
      expect(examples.length).to.be.at.least(5);
    });

    it('names every record that changed, with what it was and is', async () => {
      const { records } = await diff('--data', changed.root);
      expect(records).to.deep.equal([
        {
          table: 'fuelCo2',
          record: 'ef.co2.gir2022.diesel',
          kind: 'changed',
          fields: [{ field: 'carbonContent', before: emissionFactors().fuelCo2['gir-2022 diesel']?.carbonContent, after: 20.2909 }],
        },
        {
          table: 'heat',
          record: 'heat.heat_only',
          kind: 'changed',
          fields: [{ field: 'confidence', before: 'read-in-copy', after: 'recalled' }],
        },
      ]);
    });

    it('says who changes and by how much', async () => {
      const { examples } = await diff('--data', changed.root);
      const of = (id: string) => examples.find((each) => each.id === id);
      expect(of('machine-shop')?.change).to.be.oneOf(['none', 'result']);
      const burnt = examples.filter(({ change }) => change === 'result');
      expect(burnt.length).to.be.above(0);
      for (const { before, after, tonnes, percent } of burnt) {
        if (before === null || after === null || tonnes === null || percent === null)
          throw new Error('A result changed from or to nothing');
        expect(tonnes).to.be.above(0);
        expect(after.total - before.total).to.be.closeTo(tonnes, 1e-9);
        expect(percent).to.be.closeTo((100 * tonnes) / before.total, 1e-9);
      }
    });

    it('tells a changed source from a changed result', async () => {
      const { examples } = await diff('--data', changed.root);
      const traced = examples.filter(({ change, tonnes }) => change === 'trace' && tonnes === 0);
      for (const { warnings } of traced) expect(warnings.added).to.deep.equal(['recalledFactor']);
    });

    it('compares with a folder as well, the other way round', async () => {
      const { stdout } = await runCommand(['factors', 'diff', '--json', '--against', changed.root]);
      const back = JSON.parse(stdout) as FactorComparison;
      const forth = await diff('--data', changed.root);
      expect(back.examples.map(({ tonnes }) => tonnes)).to.deep.equal(
        forth.examples.map(({ tonnes }) => (tonnes === 0 ? 0 : -(tonnes ?? 0))),
      );
    });

    it('shows records that came and went, and prints a table for people', async () => {
      const more = new ChangedFactors().change('densities.yaml', /- id: density\.ghgp\.kerosene/, '- id: density.ours.kerosene');
      try {
        const { records } = await diff('--data', more.root);
        expect(records.map(({ record, kind }) => `${record} ${kind}`)).to.have.members([
          'density.ghgp.kerosene removed',
          'density.ours.kerosene added',
        ]);
        const { stdout } = await runCommand(['factors', 'diff', '--against', repositoryRoot, '--data', more.root]);
        expect(stdout).to.match(/2 records differ \| 달라진 값 2건/);
        expect(stdout).to.match(/예시 주물공장 \(foundry\)\t[\d.,]+\t[\d.,]+\t0\t0 %\tno change/);
      } finally {
        more.remove();
      }
    });

    it('refuses what it cannot compare with', async () => {
      const { code, stderr } = await runCommand(['factors', 'diff', '--against', 'nothing']);
      expect(code).to.equal(2);
      expect(stderr).to.match(/^--against: "nothing" is neither a release nor a folder .* \| .*\p{Script=Hangul}/u);
      for (const args of [['diff', '--apply'], ['diff', '--site', '--data', '.'], ['verify', '--apply'], ['mend'], []])
        expect((await runCommand(['factors', ...args])).code, args.join(' ')).to.equal(2);
    });
  });

  it('cannot be released under the day of an earlier release', () => {
    const earlier = { ...release, version: emissionFactors().version };
    expect(() => releaseFactors(theCatalog(), [earlier])).to.throw(Problem, 'has been released and never changes');
    expect(releaseFactors(theCatalog(), []).proof.length).to.be.above(10);
  });
});
