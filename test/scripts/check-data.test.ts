import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { dataFolders } from '../../server/catalog/data-folders.js';
import { releaseText, sha256 } from '../../server/catalog/factor-releases.js';
import { calculationVersion } from '../../server/domain/calculation-version.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors } from '../support/emission-factors.js';
import { type CommandResult, runCommand } from '../support/run-command.js';

describe('onsil check-data', function () {
  // Every case reads all packages, on whatever else the machine is doing.
  this.timeout(60_000);
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'onsil-data-'));
    for (const folder of dataFolders) cpSync(join(repositoryRoot, folder), join(copy, folder), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const spoil = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(copy, file), 'utf8');
    const spoiled = text.replace(from, to);
    expect(spoiled, `${file} holds what is to be spoiled`).to.not.equal(text);
    writeFileSync(join(copy, file), spoiled);
  };
  const check = (...options: string[]): Promise<CommandResult> => runCommand(['check-data', copy, ...options]);
  const lines = ({ stderr }: CommandResult, beginning: string): readonly string[] =>
    stderr.split('\n').filter((line) => line.startsWith(beginning));

  it('accepts the packages as they are and says what they hold', async () => {
    const { code, stdout, stderr } = await check();
    expect(stderr.split('\n').filter((line) => line !== '' && !/^(warning|note): /.test(line))).to.deep.equal([]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^emission-factors: \d+ fuels/);
  });

  describe('refuses a file for one bad record, naming file, record and field in both languages:', () => {
    /** What is wrong, the file, what is replaced by what, and "record: field: English" of the refusal. */
    const refusals: readonly (readonly [string, string, string | RegExp, string, string])[] = [
      ['an unknown key', 'fuels.yaml', /(- id: diesel\n(?:.*\n)*?) {2}state: liquid/, '$1  stat: liquid', 'diesel: stat: Unrecognized key'],
      ['a missing key', 'fuels.yaml', '  ko: 경유\n', '', 'diesel: ko: Invalid input'],
      ['a wrong unit', 'ipcc-stationary.csv', ',kg/TJ,', ',kg/GJ,', ': unit: Invalid input: expected "kg/TJ"'],
      [
        'a number that is none',
        'fuel-co2.csv',
        /^(ef\.co2\.gir2022\.diesel,[^,]*,[^,]*),[\d.]+/m,
        '$1,twenty',
        'ef.co2.gir2022.diesel: carbonContent: must be a number',
      ],
      ['a negative number', 'heat.yaml', 'co2: 56373', 'co2: -56373', 'heat.heat_only: co2: Too small'],
      [
        'a day that is none',
        'densities.yaml',
        /reviewBy: .*/,
        'reviewBy: "2027-02-30"',
        'density.ghgp.gasoline: reviewBy: Invalid ISO date',
      ],
      ['an unknown confidence', 'heat.yaml', 'confidence: read-in-copy', 'confidence: sure', 'heat.heat_only: confidence: Invalid option'],
      [
        'an undeclared source',
        'heat.yaml',
        'source: national-heat',
        'source: hearsay',
        'heat.heat_only: source: the source hearsay is not declared',
      ],
      [
        'an unknown fuel',
        'densities.yaml',
        'fuel: diesel',
        'fuel: diesle',
        'density.ghgp.diesel: fuel: the fuel diesle is not in the vocabulary',
      ],
      [
        'an id that repeats in its file',
        'fuels.yaml',
        '- id: kerosene',
        '- id: gasoline',
        'gasoline: id: the id is used twice, first in fuels.yaml',
      ],
      [
        'an id that repeats across files',
        'leak-rates.yaml',
        /- id: \S+/,
        '- id: heat.heat_only',
        ': id: the id is used twice, first in heat.yaml',
      ],
      ['two records for one key', 'oxidation.yaml', 'state: gas', 'state: liquid', ': tier, state, sector: two records answer to "2'],
      ['a column that stands twice', 'wastewater.csv', /^id,en,ko/, 'id,en,en', '(file): the column en stands twice'],
      ['a key that stands twice', 'heat.yaml', 'kind: boiler', 'kind: boiler\n  kind: boiler', '(file): Map keys must be unique'],
      [
        'years that leave a gap',
        'factor-sets.yaml',
        'from: 2024, to: 2024',
        'from: 2025, to: 2025',
        'kr-national-2024: from: a gap or an overlap',
      ],
      [
        'years that overlap',
        'factor-sets.yaml',
        'from: 2024, to: 2024',
        'from: 2023, to: 2024',
        'kr-national-2024: from: a gap or an overlap',
      ],
      [
        'a statute that leaves days out',
        'electricity-energy.yaml',
        'validTo: "2017-12-27"',
        'validTo: "2017-12-01"',
        'calorific.2017.elec_use: validFrom: begins on 2017-12-28, but calorific.2011.elec_use ends on 2017-12-01: a gap',
      ],
      [
        'a fuel of two revisions at once',
        'calorific-values.csv',
        /^(calorific\.2017\.diesel,.*,)2022-11-20,/m,
        '$12022-12-31,',
        'calorific.2022.diesel: validFrom: begins on 2022-11-21, where calorific.2017.diesel (to 2022-12-31) still holds: an overlap',
      ],
      [
        'supplier figures that serve one year twice',
        'heat-supplier-factors.csv',
        ',4,2026,',
        ',4,2025,',
        ': servesFrom: begins on 2025, where',
      ],
      [
        'a record that ends before it begins',
        'grid-electricity.yaml',
        'validTo: "2020-12-31"',
        'validTo: "2010-12-31"',
        'elec.2011.cons: validTo: it ends (2010-12-31) before it begins',
      ],
      [
        'a calorific value and a factor of different revisions',
        'factor-sets.yaml',
        'calorific: kr-2017, co2: gir-2017',
        'calorific: kr-2022, co2: gir-2017',
        'kr-national-2018: co2: gir-2017 was not measured against kr-2022',
      ],
      [
        'a revision that does not exist',
        'factor-sets.yaml',
        'co2: gir-2022',
        'co2: gir-2023',
        'kr-national-2022: co2: no CO2 factors of gir-2023',
      ],
      [
        'a grid value that does not exist',
        'factor-sets.yaml',
        'grid: elec.2024.cons',
        'grid: elec.nowhere',
        'kr-national-2024: grid: elec.nowhere is no consumption-end grid value',
      ],
      [
        'a blend that does not sum to 1',
        'gwp-blends.yaml',
        'HFC125: 0.44',
        'HFC125: 0.45',
        'gwp.blend.R-404A: massFractions: the mass fractions sum to 1.01, not 1',
      ],
      ['a gas nobody declared', 'gases.yaml', '{ id: SF6,', '{ id: SF7,', ': gas: the gas SF6 is not declared'],
      [
        'a gross value below the net one',
        'calorific-values.csv',
        ',35.3,two-copies,37.8,',
        ',35.3,two-copies,33.8,',
        'calorific.2022.diesel: gross: the gross value 33.8 is below the net one 35.3',
      ],
      [
        'a value without its mark',
        'calorific-values.csv',
        ',35.3,two-copies,37.8,',
        ',35.3,,37.8,',
        'calorific.2022.diesel: net: a value and its confidence come together',
      ],
    ];
    for (const [what, file, from, to, wanted] of refusals) {
      it(what, async () => {
        spoil(`emission-factors/${file}`, from, to);
        const result = await check();
        expect({ code: result.code, stdout: result.stdout }).to.deep.equal({ code: 2, stdout: '' });
        const said = lines(result, '').filter((line) => line.includes(wanted));
        expect(said, result.stderr).to.not.deep.equal([]);
        for (const line of said) expect(line).to.match(/^[^:|]+: .+ \| .*\p{Script=Hangul}/u);
        for (const line of lines(result, '').filter((each) => each !== '')) expect(line).to.match(/^emission-factors\//);
      });
    }

    it('a record of any other package', async () => {
      spoil('reduction-measures/measures/compressed-air.yaml', /reviewBy: .*/, 'reviewBy: soon');
      const { code, stderr } = await check();
      expect(code).to.equal(2);
      expect(stderr).to.match(
        /^reduction-measures\/measures\/compressed-air\.yaml: measures\.[\w-]+: reviewBy: must be a day such as .* \| .*\p{Script=Hangul}/u,
      );
    });
  });

  it('warns of a record whose review is overdue, and refuses it when a release is built', async () => {
    spoil('emission-factors/heat.yaml', /reviewBy: .*/, 'reviewBy: "2001-01-01"');
    const overdue = /emission-factors\/heat\.yaml: heat\.heat_only: reviewBy: was to be reviewed by 2001-01-01 \| .*2001-01-01/;
    const loose = await check();
    expect(loose.code).to.equal(0);
    expect(lines(loose, 'warning: ').join('\n')).to.match(overdue);
    const strict = await check('--release');
    expect({ code: strict.code, stdout: strict.stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(lines(strict, 'emission-factors/').join('\n')).to.match(overdue);
  });

  it('notes a source that nobody cites', async () => {
    const unused = '- id: nobody-cites-this\n  title: T\n  issuer: I\n  year: null\n  address: null\n  readIn: null\n';
    writeFileSync(
      join(copy, 'emission-factors', 'sources.yaml'),
      readFileSync(join(copy, 'emission-factors', 'sources.yaml'), 'utf8') + unused,
    );
    const result = await check();
    expect(result.code).to.equal(0);
    expect(lines(result, 'note: ').join('\n')).to.match(
      /sources\.yaml: nobody-cites-this: no record cites this source \| .*\p{Script=Hangul}/u,
    );
  });

  describe('holds the releases of the emission factors', () => {
    const folder = (): string => join(copy, 'emission-factors', 'releases');
    const write = (proof: readonly { readonly request: unknown; readonly sha256: string }[] = []): string => {
      const data = { ...emissionFactors(), version: '2020-01-01' };
      const text = releaseText({ version: data.version, hash: data.hash, calculationVersion, proof, data });
      rmSync(folder(), { recursive: true, force: true });
      cpSync(join(repositoryRoot, 'emission-factors', 'releases'), folder(), { recursive: true });
      const sums = readFileSync(join(folder(), 'SHA256SUMS'), 'utf8');
      writeFileSync(join(folder(), '2020-01-01.json'), text);
      writeFileSync(join(folder(), 'SHA256SUMS'), `${sums}${sha256(text)}  2020-01-01.json\n`);
      return text;
    };

    it('that lie there as they were written', async () => {
      write();
      expect((await check()).code).to.equal(0);
    });

    it('and refuses one of which a single digit was changed', async () => {
      const text = write();
      writeFileSync(join(folder(), '2020-01-01.json'), text.replace('35.3', '35.4'));
      const result = await check();
      expect(result.code).to.equal(2);
      expect(result.stderr).to.match(/releases\/2020-01-01\.json: file: was changed after it was released.* \| .*\p{Script=Hangul}/u);
    });

    it('and refuses one that is missing, and one that nobody listed', async () => {
      write();
      rmSync(join(folder(), '2020-01-01.json'));
      expect((await check()).stderr).to.include('2020-01-01.json: file: is missing');
      write();
      writeFileSync(join(folder(), '2020-01-02.json'), '{}');
      expect((await check()).stderr).to.include('2020-01-02.json: file: is not listed in SHA256SUMS');
    });

    it('and says when the program no longer gives the results of one', async () => {
      const request = { reportingYear: 2024, factorSet: 'kr-national', gwp: 'AR5', sector: 'manufacturing', activityData: [] };
      write([{ request, sha256: 'f'.repeat(64) }]);
      const result = await check();
      expect(result.code).to.equal(2);
      expect(result.stderr).to.match(/2020-01-01\.json: proof: the program no longer gives 1 of its 1 results.* \| .*calculationVersion/);
    });

    it('and warns of data that were changed under the name of one, which no release may', async () => {
      spoil('emission-factors/heat.yaml', 'co2: 56373', 'co2: 56374');
      const changed = /factor-sets\.yaml: released: the data differ from what was released on .* \| .*factors diff/;
      const loose = await check();
      expect(loose.code).to.equal(0);
      expect(lines(loose, 'warning: ').join('\n')).to.match(changed);
      const strict = await check('--release');
      expect(strict.code).to.equal(2);
      expect(strict.stderr).to.match(changed);
    });
  });
});
