import { expect } from 'chai';
import { readEmissionFactors } from '../../server/catalog/emission-factors.js';
import { createDemo } from '../../server/operations/create-demo.js';
import type { InventoryDifference } from '../../server/operations/inventory-differences.js';
import { factorsAsOf, knownFactors } from '../../server/operations/known-factors.js';
import { compareStored, recomputeStored } from '../../server/operations/recompute-inventories.js';
import { type Reproduction, verifyInventories } from '../../server/operations/verify-inventories.js';
import type { StoredInventory } from '../../server/persistence/inventories.js';
import type { Site } from '../../server/site.js';
import { ChangedFactors } from '../support/changed-factors.js';
import { openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

const gathered = async <Item>(batches: AsyncIterable<Item | readonly Item[]>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...(Array.isArray(batch) ? (batch as Item[]) : [batch as Item]));
  return all;
};

describe('the inventories a site keeps, when emission factors change', function () {
  this.timeout(60_000);
  let opened: TestSite;
  let changed: ChangedFactors;
  let later: Site;
  let first: readonly StoredInventory[];

  before(async () => {
    opened = await openTestSite();
    await createDemo(opened.site);
    first = await opened.site.store.inventories.page(null, 100);
    // The grid of every year from 2018 on: everybody who buys electricity changes.
    changed = new ChangedFactors()
      .change('conflicts.yaml', /[\s\S]*/, '[]\n')
      .change('grid-electricity.yaml', /co2eq: 0\.4[0-9]+/g, 'co2eq: 0.4');
    const catalog = { ...theCatalog(), emissionFactors: readEmissionFactors(changed.root), hash: 'c'.repeat(64) };
    later = { ...opened.site, catalog };
  });
  after(async () => {
    changed.remove();
    await opened.close();
  });

  const newest = async ({ responseId, version }: StoredInventory): Promise<StoredInventory> => {
    const found = await later.store.inventories.byVersion(responseId, version);
    if (found === null) throw new Error('A stored inventory is gone');
    return found;
  };

  it('name set, row, version, hash and equations, and their data were recorded with the first of them', async () => {
    const { emissionFactors } = theCatalog();
    expect(first.length).to.be.at.least(2);
    for (const { inventory } of first) {
      const { factorSet, calculationVersion } = inventory;
      expect(factorSet).to.include({ id: 'kr-national', version: emissionFactors.version, hash: emissionFactors.hash, gwp: 'AR5' });
      expect(factorSet.row).to.match(/^kr-national-20\d\d$/);
      expect(calculationVersion).to.equal(1);
    }
    const recorded = await opened.site.store.catalogs.all();
    expect(recorded.map(({ hash }) => hash)).to.deep.equal([emissionFactors.hash]);
  });

  it('are only looked at without --apply', async () => {
    const differences = await gathered<InventoryDifference>(compareStored(later));
    expect(differences.map(({ change }) => change)).to.deep.equal(first.map(() => 'result'));
    for (const { before: was, after, tonnes, name } of differences) {
      if (was === null || after === null || tonnes === null) throw new Error('A stored inventory has no figures');
      expect(after.total - was.total).to.be.closeTo(tonnes, 1e-9);
      expect(tonnes).to.be.below(0);
      expect(name).to.include('예시');
    }
    for (const each of first) expect(await newest(each)).to.deep.equal(each);
    expect(await later.store.catalogs.all()).to.have.length(1);
  });

  it('become further computations with it; the earlier ones stay to the last byte, with an entry in the audit log', async () => {
    expect((await gathered<InventoryDifference>(recomputeStored(later))).map(({ change }) => change)).to.deep.equal(
      first.map(() => 'result'),
    );
    for (const each of first) {
      const history = await later.store.inventories.history(each.responseId, each.version);
      expect(history).to.have.length(2);
      expect(history[0]).to.deep.equal(each);
      const now = await newest(each);
      expect(now).to.deep.equal(history[1]);
      expect(now.inventory.factorSet.hash).to.equal(later.catalog.emissionFactors.hash);
      expect(now.request).to.deep.equal(each.request);
      const entries = await later.store.auditEntries.ofEstablishment(each.establishmentId, 50);
      const entry = entries.find(({ action }) => action === 'inventory.recompute');
      expect(entry?.facts).to.include({ version: each.version, computation: 2, from: each.inventory.factorSet.hash });
      expect(entry?.actor).to.include({ role: 'operator', sessionId: null });
    }
  });

  it('are not computed again by a second run', async () => {
    const again = await gathered<InventoryDifference>(recomputeStored(later));
    expect(again.map(({ change }) => change)).to.deep.equal(first.map(() => 'none'));
    for (const each of first) expect(await later.store.inventories.history(each.responseId, each.version)).to.have.length(2);
  });

  it('come out the same from what each names, whatever the data of today', async () => {
    const known = knownFactors(later.catalog.emissionFactors, [], await later.store.catalogs.all());
    const outcomes = await gathered<Reproduction>(verifyInventories(later, known));
    expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal(first.flatMap(() => ['same', 'same']));
    const [one] = first;
    if (one === undefined) throw new Error('Nothing is stored');
    expect(factorsAsOf(one.inventory.factorSet.hash.slice(0, 10), known).hash).to.equal(one.inventory.factorSet.hash);
  });

  it('are named when their data are missing', async () => {
    const outcomes = await gathered<Reproduction>(verifyInventories(later, knownFactors(later.catalog.emissionFactors, [])));
    expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal(first.flatMap(() => ['dataMissing', 'same']));
  });
});
