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

  it('keeps its order, and more money is more electricity', () => {
    const won = fc.integer({ min: 10_000_000, max: 1_000_000_000 });
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
});
