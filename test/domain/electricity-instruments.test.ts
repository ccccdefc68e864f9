import { expect } from 'chai';
import fc from 'fast-check';
import { exactSum } from '../../server/domain/exact-sum.js';
import { emissionFactors, faultsOf, inventoryOf, withActivity } from '../support/emission-factors.js';

const bought = (more: object = {}, head: object = {}) =>
  withActivity({ category: 'purchasedElectricity', unit: 'MWh', quantity: 1000, ...more }, head);
const held = (kind: string, quantity: number, more: object = {}) => ({ kind, quantity, unit: 'MWh', evidence: 'certificate 1', ...more });
const scope2 = (request: object): readonly [number, number] => {
  const { scope2LocationBased, scope2MarketBased } = inventoryOf(request).totals;
  return [scope2LocationBased.co2eq, scope2MarketBased.co2eq];
};
const codes = (request: object): string[] => inventoryOf(request).warnings.map(({ code }) => code);
const [whole] = scope2(bought());

describe('contracts and certificates on electricity', () => {
  for (const kind of ['ppaDirect', 'ppaThirdParty', 'rec', 'equity']) {
    it(`count as zero by market alone: ${kind}`, () => {
      const [location, market] = scope2(bought({ instruments: [held(kind, 400)] }));
      expect(location).to.equal(whole);
      expect(market).to.be.closeTo(whole * 0.6, 1e-9);
    });
  }

  it('keep the totals by gas known, and energy as bought', () => {
    const { totals } = inventoryOf(bought({ instruments: [held('rec', 1000)] }));
    expect(totals.scope2MarketBased).to.deep.equal({ co2eq: 0, co2: 0, ch4: 0, n2o: 0, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 });
    expect(totals.energy).to.deep.equal(inventoryOf(bought()).totals.energy);
  });

  it('leave the rest to the grid, aloud, and say nothing of it when nothing is left', () => {
    expect(codes(bought())).to.deep.equal(['noResidualMix']);
    expect(codes(bought({ instruments: [held('rec', 999)] }))).to.deep.equal(['noResidualMix']);
    expect(codes(bought({ instruments: [held('rec', 1000)] }))).to.deep.equal([]);
  });

  it('leave the rest to a factor of one’s own where there is one', () => {
    const factor = { value: 0.3, unit: 'tCO2eq/MWh', source: 'the supplier' };
    const [location, market] = scope2(bought({ instruments: [held('rec', 400)], factor }));
    expect([location, market]).to.deep.equal([whole, 180]);
  });

  it('bring a factor of their own where they may', () => {
    const factor = { value: 50, unit: 'kgCO2eq/MWh', source: 'the plant' };
    const [, market] = scope2(bought({ instruments: [held('ppaDirect', 400, { factor }), held('supplier', 600, { factor })] }));
    expect(market).to.be.closeTo(50, 1e-9);
    const at = 'activityData[0].instruments[0].factor';
    const refused = (kind: string, more: object = {}) => faultsOf(bought({ instruments: [held(kind, 1, more)] }));
    expect(refused('supplier')).to.deep.equal([`${at} instrumentNeedsFactor`]);
    expect(refused('rec', { factor })).to.deep.equal([`${at} instrumentTakesNoFactor`]);
    for (const unit of ['kgCO2/MWh', 'kgCO2eq/L', 'kgCO2eq/toe', 'kg/MWh'])
      expect(refused('ppaDirect', { factor: { ...factor, unit } }), unit).to.deep.equal([`${at}.unit badInstrumentFactor`]);
  });

  it('count a green premium as grid electricity unless asked, and tell the other figure either way', () => {
    const premium = (more: object = {}) => bought({ instruments: [held('greenPremium', 400)], ...more });
    expect(scope2(premium())[1]).to.be.closeTo(whole, 1e-9);
    expect(scope2(premium({ greenPremium: 'grid' }))[1]).to.be.closeTo(whole, 1e-9);
    expect(scope2(premium({ greenPremium: 'zero' }))[1]).to.be.closeTo(whole * 0.6, 1e-9);
    const other = String(Number((whole * 0.4).toPrecision(10)));
    for (const [setting, code] of [
      [{}, 'disputedAsGrid'],
      [{ greenPremium: 'zero' }, 'disputedAsZero'],
    ] as const) {
      const { warnings, lines } = inventoryOf(premium(setting));
      const told = warnings.find((each) => each.code === code);
      expect(told?.en).to.include(other);
      expect(told?.ko).to.include(other);
      const note = lines.find((line) => line.part === 'greenPremium')?.trace.notes.map(({ en }) => en);
      expect(note?.some((en) => en.includes(other))).to.equal(true);
    }
    expect(faultsOf(premium({ greenPremium: 'half' }))).to.deep.equal(['activityData[0].greenPremium unknownGreenPremium']);
  });

  it('ask for evidence of what is claimed', () => {
    const without = { kind: 'rec', quantity: 1000, unit: 'MWh' };
    expect(codes(bought({ instruments: [without] }))).to.deep.equal(['instrumentWithoutEvidence']);
    const notes = inventoryOf(bought({ instruments: [held('rec', 1000)] })).lines.find((line) => line.part === 'rec')?.trace.notes;
    expect(notes?.map(({ en }) => en)).to.include('Evidence: certificate 1.');
  });

  it('cover no more than was used, each in its own unit', () => {
    const at = 'activityData[0].instruments';
    expect(faultsOf(bought({ instruments: [held('rec', 600), held('ppaDirect', 401)] }))).to.deep.equal([
      `${at}[1].quantity instrumentsOverConsumption`,
    ]);
    expect(faultsOf(bought({ sold: 100, instruments: [held('rec', 950)] }))).to.deep.equal([
      `${at}[0].quantity instrumentsOverConsumption`,
    ]);
    expect(faultsOf(bought({ instruments: [held('rec', 1_000_000, { unit: 'kWh' })] }))).to.deep.equal([]);
    expect(faultsOf(bought({ instruments: [held('rec', 1, { unit: 'kg' })] }))).to.deep.equal([`${at}[0].unit unitOfOtherDimension`]);
    expect(faultsOf(bought({ instruments: [held('rec', 1, { unit: 'toe' })] }))).to.deep.equal([`${at}[0].unit toeOfElectricity`]);
    expect(faultsOf(bought({ instruments: [held('wishes', 1)] }))).to.deep.equal([`${at}[0].kind unknownInstrument`]);
    expect(faultsOf(bought({ instruments: [{ kind: 'rec' }] }))).to.deep.equal([
      `${at}[0].quantity missingKey`,
      `${at}[0].unit missingKey`,
    ]);
    const many = Array.from({ length: 101 }, () => held('rec', 1));
    expect(faultsOf(bought({ instruments: many }))).to.deep.equal([`${at} tooManyEntries`]);
  });

  it('tell every part, and the parts sum to what was bought', () => {
    const kinds = fc.constantFrom('ppaDirect', 'rec', 'greenPremium', 'equity');
    const part = fc.tuple(kinds, fc.double({ min: 0, max: 0.2, noNaN: true }));
    const sold = fc.double({ min: 0, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        sold,
        (quantity, list, share) => {
          const instruments = list.map(([kind, of]) => held(kind, of * quantity));
          const inventory = inventoryOf(bought({ quantity, instruments, sold: share * quantity }));
          const parts = inventory.activities[0]?.parts ?? [];
          expect(exactSum(parts.map((each) => each.quantity))).to.be.closeTo(quantity, quantity * 1e-9);
          const ids = parts.map(({ id }) => id);
          expect(new Set(ids).size).to.equal(ids.length);
          const marked = inventory.lines.flatMap((line) => line.part ?? []);
          expect(ids.filter((id) => id !== 'sold').every((id) => marked.includes(id) || id === 'uncovered')).to.equal(true);
          expect(inventory.totals.scope2MarketBased.co2eq).to.be.at.most(inventory.totals.scope2LocationBased.co2eq * (1 + 1e-12));
        },
      ),
    );
  });

  it('work with a grid value that has no split by gas', () => {
    const request = bought({ instruments: [held('rec', 400), held('greenPremium', 100)] }, { reportingYear: 2025 });
    const { totals } = inventoryOf(request);
    expect(totals.scope2MarketBased.co2eq).to.be.closeTo(600 * 0.4173, 1e-9);
    expect(totals.scope2MarketBased.co2).to.equal(null);
  });

  it('have sentences and a source each', () => {
    const { instruments, sources } = emissionFactors();
    for (const rule of Object.values(instruments)) expect(sources[rule?.sourceId ?? ''], rule?.id).to.not.equal(undefined);
  });
});

describe('electricity that was sold on', () => {
  it('is told, counted in neither method and never below zero', () => {
    const inventory = inventoryOf(bought({ sold: 250 }));
    expect(inventory.totals.scope2LocationBased.co2eq).to.be.closeTo(whole * 0.75, 1e-9);
    expect(inventory.totals.scope2MarketBased.co2eq).to.be.closeTo(whole * 0.75, 1e-9);
    expect(inventory.totals.energy.netTJ).to.be.closeTo(2.7, 1e-12);
    expect(inventory.activities[0]?.parts.map(({ id, quantity, counted }) => [id, quantity, counted])).to.deep.equal([
      ['uncovered', 750, true],
      ['sold', 250, false],
    ]);
    expect(codes(bought({ sold: 250 }))).to.include('electricitySold');
    expect(scope2(bought({ sold: 1000 }))).to.deep.equal([0, 0]);
    expect(faultsOf(bought({ sold: 1001 }))).to.deep.equal(['activityData[0].sold soldOverWhole']);
  });
});

describe('electricity of one’s own plant', () => {
  const own = (more: object = {}) => withActivity({ category: 'ownElectricity', plant: 'solar', unit: 'MWh', quantity: 100, ...more });

  it('is energy and no emission, and what is sold is never subtracted', () => {
    const { totals, lines, activities } = inventoryOf(own({ sold: 40 }));
    expect(lines).to.deep.equal([]);
    expect([totals.scope1.co2eq, totals.scope2LocationBased.co2eq, totals.scope2MarketBased.co2eq]).to.deep.equal([0, 0, 0]);
    expect(totals.energy.netTJ).to.be.closeTo(0.216, 1e-12);
    expect(totals.energy.toe).to.be.closeTo(5.16, 1e-12);
    expect(activities[0]?.parts.map(({ id, quantity, counted }) => [id, quantity, counted])).to.deep.equal([
      ['used', 60, true],
      ['sold', 40, false],
    ]);
    expect(codes(own({ sold: 40 }))).to.deep.equal(['ownElectricitySold']);
  });

  it('counts as grid electricity by market where its certificates were sold', () => {
    const request = own({ sold: 40, certificatesSold: 50 });
    const { totals } = inventoryOf(request);
    expect(totals.scope2LocationBased.co2eq).to.equal(0);
    expect(totals.scope2MarketBased.co2eq).to.be.closeTo(whole * 0.05, 1e-9);
    expect(codes(request)).to.deep.equal(['ownElectricitySold', 'certificatesSold']);
  });

  it('sells no more than it makes, and no more certificates than it used', () => {
    expect(faultsOf(own({ sold: 101 }))).to.deep.equal(['activityData[0].sold soldOverWhole']);
    expect(faultsOf(own({ sold: 60, certificatesSold: 41 }))).to.deep.equal(['activityData[0].certificatesSold certificatesOverUse']);
    expect(faultsOf(own({ plant: 'coal' }))).to.deep.equal(['activityData[0].plant unknownPlant']);
    expect(faultsOf(own({ unit: 'toe' }))).to.deep.equal(['activityData[0].unit toeOfElectricity']);
  });
});
