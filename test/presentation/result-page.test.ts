import { expect } from 'chai';
import { compareGwp } from '../../server/domain/compare-gwp.js';
import { assessHeadline } from '../../server/operations/assess-inventory.js';
import { computeInventory } from '../../server/operations/compute-inventory.js';
import { inventoryRequestOf } from '../../server/operations/inventory-request.js';
import { formatResult } from '../../server/presentation/number-format.js';
import { type ResultPage, resultPage } from '../../server/presentation/result-page.js';
import { planWords } from '../../server/presentation/words/ko/plan.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { catalog, exampleForm } from './example-form.js';

const submittedAt = new Date('2026-03-01T00:00:00Z');

const resultOf = (example: string | null, language: 'ko' | 'en' = 'ko', ownReport = true, changes: Record<string, string | null> = {}) => {
  const { edition, response, establishment } = exampleForm(example, changes);
  const data = toActivityData(edition, response, catalog);
  const request = inventoryRequestOf(data);
  const inventory = computeInventory({ catalog, clock: { now: () => submittedAt } }, request);
  const gwpComparison = compareGwp(request, catalog.emissionFactors, request.reportingYear);
  const receipt = { id: 'b1946ac9-2492-4f5e-8a2b-0a1b2c3d4e5f', version: 2, hash: 'ab'.repeat(32), submittedAt };
  const { sources } = catalog.emissionFactors;
  const input = {
    responseId: response.id,
    edition,
    establishment,
    inventory,
    receipt,
    newer: false,
    ownReport,
    sources,
    gwpComparison,
    shelf: { data: catalog.emissionFactors, library: catalog.factorLibrary },
    notes: data.notes,
    assessment: assessHeadline(inventory, request, catalog.emissionFactors),
  };
  return { page: resultPage(input, language), inventory };
};
const contentOf = ({ content }: ResultPage) => {
  if (content === null) throw new Error('The result is withheld');
  return content;
};

describe('the result page', () => {
  it('sets the totals under every report of the IPCC side by side, and marks the one that was used', () => {
    const { page, inventory } = resultOf('foundry', 'en');
    const { gwp } = contentOf(page);
    expect(gwp?.rows.map(({ name }) => name)).to.deep.equal(['SAR (1995)', 'AR4 (2007)', 'AR5 (2013)', 'AR6 (2021)']);
    expect(gwp?.rows.filter(({ chosen }) => chosen !== null).map(({ name, cells }) => [name, cells[0]])).to.deep.equal([
      ['AR5 (2013)', formatResult(inventory.totals.scope1.co2eq)],
    ]);
    expect(new Set(gwp?.rows.map(({ cells }) => cells[0])).size).to.be.above(1);
    // The grid value of the year is published in CO2eq alone.
    expect(new Set(gwp?.rows.map(({ cells }) => cells[1])).size).to.equal(1);
    expect(gwp?.note).to.include('CO₂eq alone');
  });

  it('prints the totals of the inventory and nothing else', () => {
    const { page, inventory } = resultOf('foundry');
    const { scope1, scope2LocationBased, energy } = inventory.totals;
    const amounts = contentOf(page).figures.map(({ amount }) => amount);
    expect(amounts.slice(0, 3)).to.deep.equal(
      [scope1.co2eq + scope2LocationBased.co2eq, scope1.co2eq, scope2LocationBased.co2eq].map(formatResult),
    );
    expect(amounts[4]).to.equal(formatResult(energy.toe ?? Number.NaN));
  });

  it('says how well the total is known, what of it is not, and links the factors to their pages', () => {
    const { uncertainty } = contentOf(resultOf('foundry', 'en').page);
    expect(uncertainty?.interval).to.match(/lie anywhere from [\d,.]+ to [\d,.]+ tCO₂eq .*makes the interval wider\.$/);
    expect(uncertainty?.coverage).to.match(/^Of the total, [\d.]+% is covered by the interval, [\d.]+% in part, and [\d.]+% not at all\.$/);
    for (const list of [uncertainty?.first, uncertainty?.unknown]) {
      expect(list?.entries.length).to.be.within(1, 3);
      for (const { name, share } of list?.entries ?? []) expect(`${name} ${share}`).to.match(/^.*\S [<\d.]+%$/);
    }
    // A quantity is the factory's own; a factor has its page.
    const links = [uncertainty?.first, uncertainty?.unknown].flatMap((list) => list?.entries.map(({ href }) => href) ?? []);
    expect(links.filter((href) => href?.startsWith('/factors/'))).not.to.deep.equal([]);
    expect(contentOf(resultOf('foundry', 'ko').page).uncertainty?.coverage).to.match(/\p{Script=Hangul}/u);
    expect(contentOf(resultOf(null).page).uncertainty).to.equal(null);
  });

  it('calls the scopes what the plan calls them', () => {
    const content = contentOf(resultOf('foundry').page);
    const said = JSON.stringify({ ...content, explained: { ...content.explained, sources: [] } });
    expect(said).to.contain(planWords.inventory.scope1).and.not.contain('스코프');
    expect(content.figures.map(({ name }) => name)).to.include.members(['직접배출(Scope 1)', '간접배출(Scope 2)']);
  });

  it('says which energy a warning is about, each once, and names factors by what they are', () => {
    const two = {
      'fuels-used.butane': 'yes',
      'butane-used': '1,000',
      'butane-used.unit': 'kg',
      'fuels-used.wood': 'yes',
      'wood-used': '3',
      'wood-used.unit': 't',
    };
    for (const [example, changes] of [
      ['foundry', two],
      ['plating', {}],
      ['cold-storage', {}],
    ] as const) {
      for (const language of ['ko', 'en'] as const) {
        const { page, inventory } = resultOf(example, language, true, changes);
        const { entries } = contentOf(page).warnings;
        const ids = inventory.lines.flatMap(({ trace }) => trace.factors.map(({ factorId }) => factorId)).filter((id) => id.includes('.'));
        expect(new Set(entries).size).to.equal(entries.length);
        expect(ids.filter((id) => entries.join(' ').includes(id))).to.deep.equal([]);
        const labels = inventory.energy.map(({ label }) => label[language]);
        const own = entries.slice(0, -3);
        const general = inventory.warnings.filter(({ activityDataId }) => activityDataId === null).map((warning) => warning[language]);
        for (const entry of own.filter((one) => !general.includes(one)))
          expect(
            labels.some((label) => entry.startsWith(label)),
            entry,
          ).to.equal(true);
      }
    }
  });

  it('prints the ids of factors in the traces, where they can be looked up', () => {
    const traces = contentOf(resultOf('foundry').page).explained.sources.flatMap((source) => source.traces);
    expect(traces.flatMap(({ factors }) => factors.map(({ factorId }) => factorId))).to.satisfy((ids: unknown[]) =>
      ids.every((id) => typeof id === 'string' && id.length > 3),
    );
    for (const { substituted, result } of traces) expect(`${substituted} ${result}`).not.to.match(/\de[-+]?\d/);
  });

  it('draws what the table says', () => {
    const { chart } = contentOf(resultOf('foundry').page);
    const drawn = JSON.parse(chart?.data ?? '{}') as { labels: string[]; scope1: number[]; scope2: number[] };
    expect(chart?.rows.map(({ name, scope1, scope2 }) => [name, scope1, scope2])).to.deep.equal(
      drawn.labels.map((name, at) => [name, formatResult(drawn.scope1[at] ?? 0), formatResult(drawn.scope2[at] ?? 0)]),
    );
    expect(new Set(drawn.labels).size).to.equal(drawn.labels.length);
  });

  it('explains every line of the inventory: equation, numbers, factors with a source', () => {
    const { page, inventory } = resultOf('plating', 'en');
    const traces = contentOf(page).explained.sources.flatMap((source) => source.traces);
    expect(traces.length).to.equal(inventory.lines.length);
    for (const trace of traces) {
      expect(trace.equation).not.to.equal('');
      expect(trace.substituted).to.match(/\d/);
      for (const factor of trace.factors) expect(factor.source, `${trace.title} ${factor.role}`).to.match(/\S/);
    }
  });

  it('cannot tell gases apart where a published value has no split, and says so', () => {
    const { gas } = contentOf(resultOf('cold-storage').page);
    expect(gas.rows[1]?.cells.slice(0, 3)).to.deep.equal(['—', '—', '—']);
    expect(gas.note).to.contain('CO₂ 환산량');
  });

  it('names what was left out, answers with the same reason together', () => {
    const unknown = { 'vehicle-diesel-used': null, 'vehicle-diesel-used.missing': 'unknown', 'vehicle-diesel-cost': null };
    const { leftOut } = contentOf(resultOf('foundry', 'ko', true, unknown).page);
    expect(leftOut.entries.some((entry) => entry.startsWith('F2:'))).to.equal(true);
    expect(contentOf(resultOf('foundry').page).leftOut.entries).to.deep.equal([]);
  });

  it('marks what was converted from money, by its source and among what was assumed', () => {
    const unknown = { 'vehicle-diesel-used': null, 'vehicle-diesel-used.missing': 'unknown', 'vehicle-diesel-cost': '900만' };
    const { leftOut, assumed, explained, chart } = contentOf(resultOf('foundry', 'ko', true, unknown).page);
    expect(leftOut.entries).to.deep.equal([]);
    expect(assumed?.entries[0]).to.match(/^F2: 금액 환산: .*9,000,000원\(부가가치세 포함\)/);
    expect(explained.sources.map(({ name }) => name)).to.include('경유(차량·장비)(금액 환산)');
    expect(chart?.rows.map(({ name }) => name)).to.include('경유(차량·장비)(금액 환산)');
  });

  it('names a fuel outside of the list and own electricity of unknown use among what was left out, not what is counted', () => {
    const changes = {
      'fuels-used.otherFuel': 'yes',
      'other-fuel': '메탄올 2드럼',
      'renewable-purchase.none': null,
      'renewable-purchase.greenPremium': 'yes',
      'renewable-purchase.ppa': 'yes',
      'green-premium-amount': '10',
      'green-premium-amount.unit': 'MWh',
      'ppa-amount': '10',
      'ppa-amount.unit': 'MWh',
      'pv-installed': 'yes',
      'pv-capacity': '10',
      'pv-generated': '10',
      'pv-generated.unit': 'MWh',
    };
    const { leftOut, assumed } = contentOf(resultOf('foundry', 'ko', true, changes).page);
    expect(leftOut.entries.map((entry) => entry.split(':')[0])).to.deep.equal(['C9', 'C8', 'D15']);
    expect(leftOut.entries[2]).to.contain('메탄올 2드럼');
    expect(assumed).to.equal(null);
  });

  it('tells what was assumed and used from what was left out', () => {
    const heat = { 'heat-bought-any': 'yes', 'heat-source': 'unknownKind', 'heat-bought': '10', 'heat-bought.unit': 'Gcal' };
    const { leftOut, assumed } = contentOf(resultOf('foundry', 'ko', true, heat).page);
    expect(leftOut.entries).to.deep.equal([]);
    expect(assumed?.title).not.to.contain('빠진');
    expect(assumed?.entries).to.have.length(1);
    expect(assumed?.entries[0]).to.match(/^E4: .*전국 평균/);
  });

  it('says that there is nothing to compute, without a chart of nothing', () => {
    const content = contentOf(resultOf(null).page);
    expect(content.none).to.be.a('string');
    expect(content.chart).to.equal(null);
    expect(content.figures[0]?.amount).to.equal('0');
  });

  it("is a receipt alone without the consent to use the answers for a report of one's own", () => {
    const { page } = resultOf('foundry', 'ko', false);
    expect(page.content).to.equal(null);
    expect(page.withheld?.href).to.match(/\/sections\/A\/[\w-]+$/);
    expect(page.receipt.rows.map(({ value }) => value)).to.deep.equal([
      'b1946ac9-2492-4f5e-8a2b-0a1b2c3d4e5f',
      '2',
      '2026-03-01 09:00:00 (한국시각)',
      'ab'.repeat(32),
    ]);
  });
});
