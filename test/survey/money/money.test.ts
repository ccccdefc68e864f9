import { expect } from 'chai';
import fc from 'fast-check';
import { moneyPrices } from '../../../server/catalog/money-prices.js';
import { readReductionMeasures } from '../../../server/catalog/reduction-measures.js';
import { repositoryRoot } from '../../../server/root.js';
import { type ElectricityContract, electricityFromMoney } from '../../../server/survey/money/electricity-from-money.js';
import { fuelFromMoney } from '../../../server/survey/money/fuel-from-money.js';
import type { ConvertedQuantity, MoneyResult } from '../../../server/survey/money/prices.js';

const prices = moneyPrices(readReductionMeasures(repositoryRoot));

const quantityOf = (result: MoneyResult): ConvertedQuantity => {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result;
};

/** 산업용전력(갑)Ⅰ, low voltage: one price at all hours. */
const small: ElectricityContract = { contract: '산업용전력(갑)Ⅰ', voltage: '저압', option: 'single', contractPower: 50 };
const nothing: ElectricityContract = { contract: null, voltage: null, option: null, contractPower: null };

describe('electricity from money', () => {
  it('is exact where one price holds at all hours and the contract power is known', () => {
    // March 2025: 50 kW × 5,550 won/kW = 277,500; 94.4 + 9 + 5 = 108.4 won/kWh; 10,000 kWh = 1,084,000; power fund 3.2 %.
    const cost = (277_500 + 10_000 * 108.4) * 1.032;
    const result = quantityOf(electricityFromMoney({ months: { 3: cost } }, 2025, small, prices));
    expect(result.unit).to.equal('kWh');
    for (const bound of [result.low, result.typical, result.high]) expect(bound).to.be.closeTo(10_000, 1e-6);
  });

  it('takes the power fund and the season of the month', () => {
    // August 2025: 116.2 + 14 = 130.2 won/kWh; power fund 2.7 % since July.
    const cost = (277_500 + 10_000 * 130.2) * 1.027;
    expect(quantityOf(electricityFromMoney({ months: { 8: cost } }, 2025, small, prices)).typical).to.be.closeTo(10_000, 1e-6);
  });

  it('lies between all use at night and all use at the peak where the price depends on the hour', () => {
    // 산업용전력(갑)Ⅱ, high voltage A, option I, summer: light 95.7, middle 121.5, peak 155.0; 100 kW × 6,490.
    const contract = { contract: '산업용전력(갑)Ⅱ', voltage: '고압A', option: 'I', contractPower: 100 };
    const result = quantityOf(electricityFromMoney({ months: { 7: 3_000_000 } }, 2025, contract, prices));
    const net = 3_000_000 / 1.027 - 649_000;
    expect(result.low).to.be.closeTo(net / (155 + 14), 1e-6);
    expect(result.high).to.be.closeTo(net / (95.7 + 14), 1e-6);
    expect(result.typical).to.be.closeTo(net / (95.7 * 0.417 + 121.5 * 0.333 + 155 * 0.25 + 14), 1e-6);
    expect(result.notes).to.deep.equal(['bandsUnknown']);
  });

  it('says what it does not know', () => {
    const result = quantityOf(electricityFromMoney({ year: 24_000_000 }, 2025, nothing, prices));
    expect(result.notes).to.have.members(['monthsUnknown', 'contractUnknown', 'contractPowerUnknown', 'bandsUnknown']);
    expect(result.high / result.low).to.be.greaterThan(1.5);
  });

  it('says so when the month lies before the first tariff that is known', () => {
    expect(quantityOf(electricityFromMoney({ months: { 5: 1_000_000 } }, 2023, small, prices)).notes).to.include('olderTariff');
  });

  it('is refused where the bill does not cover the demand charge', () => {
    expect(electricityFromMoney({ months: { 3: 100_000 } }, 2025, small, prices)).to.deep.equal({ refused: 'belowDemandCharge' });
  });

  it('is refused for a contract without a tariff', () => {
    expect(electricityFromMoney({ year: 1_000_000 }, 2025, { ...small, contract: '일반용전력' }, prices)).to.deep.equal({
      refused: 'noTariff',
    });
  });

  it('takes both tariffs of a month in which it changed, by their days', () => {
    // 산업용전력(을), high voltage A, option I, spring: 116.4 at night until 15 April 2026, 121.5 from the 16th.
    const contract = { contract: '산업용전력(을)', voltage: '고압A', option: 'I', contractPower: 400 };
    const result = quantityOf(electricityFromMoney({ months: { 4: 30_000_000 } }, 2026, contract, prices));
    const net = 30_000_000 / 1.027 - 400 * 7220;
    expect(result.high).to.be.closeTo(net / (116.4 + 14), 1e-6);
    expect(
      result.prices.filter(({ unit }) => unit === 'kWh').map(({ validFrom, validTo }) => [validFrom, validTo]),
    ).to.deep.include.members([
      ['2024-10-24', '2026-04-15'],
      ['2026-04-16', null],
    ]);
    // In October 2024 the tariff of the first 23 days is not known.
    expect(quantityOf(electricityFromMoney({ months: { 10: 30_000_000 } }, 2024, contract, prices)).notes).to.include('olderTariff');
    expect(quantityOf(electricityFromMoney({ months: { 11: 30_000_000 } }, 2024, contract, prices)).notes).to.not.include('olderTariff');
  });

  it('names every tariff and surcharge it used, with days, source and confidence', () => {
    const result = quantityOf(electricityFromMoney({ year: 24_000_000 }, 2025, small, prices));
    expect(result.prices.map(({ name, low, high, unit }) => [name.ko, low, high, unit])).to.deep.equal([
      ['산업용전력(갑)Ⅰ 저압', 94.4, 116.2, 'kWh'],
      ['기후환경요금', 9, 9, 'kWh'],
      ['연료비조정요금', 5, 5, 'kWh'],
      ['전력산업기반기금', 0.032, 0.032, 'charge'],
      ['전력산업기반기금', 0.027, 0.027, 'charge'],
    ]);
    for (const { validFrom, source, confidence } of result.prices) {
      expect(validFrom).to.match(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.ko).to.contain('전기공급약관');
      expect(confidence).to.be.a('string');
    }
  });

  it('holds what use at any hours costs, whatever of the contract is told', () => {
    // From the rows of the tariff themselves: kWh by month and band -> the bill -> back.
    const rows = readReductionMeasures(repositoryRoot).electricityTariff.filter(({ validFrom }) => validFrom === '2024-10-24');
    const contracts = [...new Set(rows.map(({ contract, voltage, option }) => `${contract}|${voltage}|${option}`))];
    const seasonOf = (month: number) => (month >= 6 && month <= 8 ? 'summer' : month >= 11 || month <= 2 ? 'winter' : 'spring_fall');
    const monthCost = (own: typeof rows, month: number, kWh: number, split: readonly number[], power: number): number => {
      const bands = own.filter(({ season }) => season === seasonOf(month));
      const whole = split.slice(0, bands.length).reduce((sum, part) => sum + part, 0);
      const energy = bands.reduce((sum, row, at) => sum + ((kWh * (split[at] ?? 0)) / whole) * (row.energyChargeKRWPerKWh + 14), 0);
      return ((bands[0]?.demandChargeKRWPerKW ?? 0) * power + energy) * (1 + (month < 7 ? 0.032 : 0.027));
    };
    const use = fc.record({
      contract: fc.constantFrom(...contracts),
      power: fc.integer({ min: 20, max: 900 }),
      hours: fc.double({ min: 110, max: 480, noNaN: true }),
      split: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 3, maxLength: 3 }),
      told: fc.constantFrom('all', 'noPower', 'contractAlone', 'nothing'),
    });
    fc.assert(
      fc.property(use, ({ contract: key, power, hours, split, told }) => {
        const [contract = '', voltage = '', option = ''] = key.split('|');
        const own = rows.filter((row) => row.contract === contract && row.voltage === voltage && row.option === option);
        const kWh = power * hours;
        const costs = Array.from({ length: 12 }, (_, at) => [at + 1, monthCost(own, at + 1, kWh, split, power)] as const);
        const of: ElectricityContract = {
          contract: told === 'nothing' ? null : contract,
          voltage: told === 'contractAlone' || told === 'nothing' ? null : voltage,
          option: told === 'contractAlone' || told === 'nothing' ? null : option,
          contractPower: told === 'noPower' || told === 'nothing' ? null : power,
        };
        const { low, typical, high } = quantityOf(electricityFromMoney({ months: Object.fromEntries(costs) }, 2025, of, prices));
        expect(low).to.be.at.most(12 * kWh * (1 + 1e-9));
        expect(high).to.be.at.least(12 * kWh * (1 - 1e-9));
        expect(typical).to.be.within(low, high);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its order, and more money is more electricity', () => {
    const won = fc.integer({ min: 3_500_000, max: 1_000_000_000 });
    const contracts = fc.constantFrom(small, nothing, { ...nothing, contractPower: 50 }, { ...nothing, contract: '산업용전력(을)' });
    fc.assert(
      fc.property(won, won, contracts, (a, b, of) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((year) => quantityOf(electricityFromMoney({ year }, 2025, of, prices)));
        if (less === undefined || more === undefined) throw new Error('Two amounts give two quantities.');
        expect(less.low).to.be.at.most(less.typical);
        expect(less.typical).to.be.at.most(less.high);
        for (const key of ['low', 'typical', 'high'] as const) expect(less[key]).to.be.at.most(more[key]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fuel from money', () => {
  it('divides the cost by the price of the year', () => {
    // Diesel: 1,459.5 to 1,660.4 won/L at the pump, value added tax included.
    const result = quantityOf(fuelFromMoney('diesel', 15_682_000 / 1.1, 2025, prices));
    expect(result.typical).to.be.closeTo(10_000, 1e-6);
    expect(result.low).to.be.closeTo(15_682_000 / 1660.4, 1e-6);
    expect(result.high).to.be.closeTo(15_682_000 / 1459.5, 1e-6);
    expect(result.unit).to.equal('L');
  });

  it('comes to gross heat for city gas', () => {
    // 21,000 won/GJ.
    const result = quantityOf(fuelFromMoney('cityGasLng', 21_000_000, 2025, prices));
    expect(result.typical).to.be.closeTo(1_000_000, 1e-6);
    expect(result.unit).to.equal('MJ');
    expect(result.notes).to.deep.equal(['recalledPrice']);
  });

  it('says so when the only price is of a later year, and is refused where there is none', () => {
    expect(quantityOf(fuelFromMoney('diesel', 1_000_000, 2023, prices)).notes).to.include('laterPrice');
    expect(fuelFromMoney('charcoal', 1_000_000, 2025, prices)).to.deep.equal({ refused: 'noPrice' });
  });

  it('times the price is the money again, between the bounds of the price', () => {
    const fuel = fc.constantFrom('diesel', 'gasoline', 'propane', 'butane', 'kerosene', 'cityGasLng', 'heavyOilC', 'bituminousCoal');
    fc.assert(
      fc.property(fuel, fc.integer({ min: 1, max: 1_000_000_000 }), (id, won) => {
        const result = quantityOf(fuelFromMoney(id, won, 2025, prices));
        const [price] = result.prices;
        if (price === undefined) throw new Error(`There is no price of ${id}.`);
        expect(result.low * price.high).to.be.closeTo(won, won * 1e-9);
        expect(result.high * price.low).to.be.closeTo(won, won * 1e-9);
        expect(won / result.typical).to.be.within(price.low * (1 - 1e-9), price.high * (1 + 1e-9));
      }),
    );
  });
});
