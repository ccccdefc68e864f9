import { join } from 'node:path';
import { expect } from 'chai';
import { conflictFaults } from '../../server/catalog/conflict-checks.js';
import { readFactorFiles } from '../../server/catalog/emission-factors-files.js';
import { repositoryRoot } from '../../server/root.js';
import { theCatalog } from '../support/test-site.js';

const files = readFactorFiles(join(repositoryRoot, 'emission-factors'));
const library = theCatalog().factorLibrary;

/** Files that hold words, rules of choice or comparisons instead of numbers. */
const withoutRecords = [
  'factor-sets.yaml',
  'fuels.yaml',
  'gases.yaml',
  'sources.yaml',
  'heat-suppliers.yaml',
  'conflicts.yaml',
  'mobile-technologies.yaml',
  'thresholds.yaml',
  'processes.yaml',
  'fugitive-sources.yaml',
  'equipment.yaml',
  'treatments.yaml',
];

describe('the library of factors', () => {
  it('holds every record of every file, once', () => {
    const ids = Object.entries(files)
      .filter(([file]) => !withoutRecords.includes(file))
      .flatMap(([, records]) => (records as readonly { readonly id: string }[]).map(({ id }) => id));
    expect(library.cards.map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('keeps the provenance of each as it was read', () => {
    for (const card of library.cards) {
      expect(library.source(card.sourceId), card.id).not.to.equal(null);
      expect(card.locator, card.id).to.match(/\S/);
      expect(card.reviewBy, card.id).to.match(/^\d{4}-\d{2}-\d{2}$/);
      for (const { value } of card.values) expect(Number.isFinite(value), card.id).to.equal(true);
    }
  });

  it('has the hash that inventories name', () => {
    expect(library.hash).to.equal(theCatalog().emissionFactors.hash);
  });

  describe('and the conflicts of published values', () => {
    it('stand on the pages of records that exist, with values that disagree or say why not', () => {
      for (const conflict of files['conflicts.yaml']) {
        for (const record of conflict.records) expect(library.conflictsOf(record).map(({ id }) => id)).to.include(conflict.id);
        const said = new Set(conflict.values.map(({ value, unit, says }) => `${value} ${unit} ${says.en}`));
        expect(said.size, conflict.id).to.equal(conflict.values.length);
      }
    });

    const [first] = files['conflicts.yaml'];
    if (first === undefined) throw new Error('There is no conflict');
    const [value] = first.values;
    if (value === undefined) throw new Error('The conflict has no value');
    const faultsOf = (changed: object): string =>
      JSON.stringify(conflictFaults({ ...files, 'conflicts.yaml': [{ ...first, ...changed }] }));

    it('are refused about a record that is not there, and with a value that does not stand in its record', () => {
      expect(faultsOf({})).to.equal('[]');
      expect(faultsOf({ records: ['ef.co2.of-nothing'] })).to.contain('ef.co2.of-nothing');
      expect(faultsOf({ values: [{ ...value, value: 80_301 }] })).to.contain('80301');
      expect(faultsOf({ values: [{ ...value, source: 'hearsay' }] })).to.contain('hearsay');
    });
  });
});
