import type { Confidence } from '../../domain/confidence.js';
import type { Text } from '../text.js';

/** What turns an amount of money into a quantity, as the prices of the data package say it. Money is in won without value added tax. */

export type Season = 'summer' | 'spring_fall' | 'winter';
export type Band = 'all' | 'light' | 'mid' | 'peak';

/** A number between two bounds. */
export interface Span {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** Where a price was read, and the days it holds, as YYYY-MM-DD; `validTo` null: still in force. */
export interface PriceOrigin {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

/** The electricity tariff of one contract, voltage and option. */
export interface Tariff extends PriceOrigin {
  readonly contract: string;
  readonly voltage: string;
  readonly option: string;
  /** Won per kW of contract power and month. */
  readonly demandCharge: number;
  /** Won per kWh. */
  readonly energyCharge: Readonly<Record<Season, Readonly<Partial<Record<Band, number>>>>>;
}

/** A surcharge from a day on: won per kWh, or a share of the whole charge. */
export interface Surcharge {
  readonly id: string;
  readonly name: Text;
  readonly value: number;
  readonly of: 'kWh' | 'charge';
  readonly validFrom: string;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

/** The price of a fuel from a day on, won per unit. */
export interface FuelPrice extends Span {
  readonly id: string;
  readonly name: Text;
  readonly fuels: readonly string[];
  /** The unit of the calculation the price is per: L, kg, or MJ of gross heat. */
  readonly unit: 'L' | 'kg' | 'MJ';
  readonly validFrom: string;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

export interface MoneyPrices {
  readonly tariffs: readonly Tariff[];
  readonly surcharges: readonly Surcharge[];
  /** Month (1-12) -> season of the tariff. */
  readonly seasons: Readonly<Record<number, Season>>;
  /** How a flat load spreads over the bands of a tariff by time of use; sums to 1. */
  readonly bandShares: Readonly<Record<'light' | 'mid' | 'peak', number>>;
  /** Hours per month at contract power, where the contract power is not known. */
  readonly loadHours: Span;
  readonly fuels: readonly FuelPrice[];
  /** The rate of the value added tax. */
  readonly vat: number;
  /** The titles of the sources, by id. */
  readonly sources: Readonly<Record<string, Text>>;
}

/** Why a conversion rests on more than the bill, or cannot be made. */
export type MoneyNote =
  | 'monthsSetAside'
  | 'contractUnknown'
  | 'contractPowerUnknown'
  | 'bandsUnknown'
  | 'monthsUnknown'
  | 'olderTariff'
  | 'laterPrice'
  | 'recalledPrice';

/** A price that was used: won per unit without value added tax, or a share of the whole charge. */
export interface UsedPrice extends PriceOrigin {
  readonly name: Text;
  readonly low: number;
  readonly high: number;
  /** kWh, L, kg, MJ; `charge`: a share of the charge. */
  readonly unit: string;
  readonly source: Text;
  /** Won per kW and month, of electricity. */
  readonly demandCharge?: number;
}

/** A quantity worked out from money: never metered, always between two bounds. */
export interface ConvertedQuantity extends Span {
  readonly unit: string;
  readonly notes: readonly MoneyNote[];
  readonly prices: readonly UsedPrice[];
}

export type MoneyRefusal = 'noTariff' | 'noPrice' | 'belowDemandCharge';

/** Either a quantity, or why the money does not give one. */
export type MoneyResult = ConvertedQuantity | { readonly refused: MoneyRefusal };

/** The title of a source; its id where the prices hold none. */
export const sourceTitle = ({ sources }: Pick<MoneyPrices, 'sources'>, id: string): Text => sources[id] ?? { ko: id, en: id };

const inYear = (year: number, { validFrom, validTo }: Pick<PriceOrigin, 'validFrom' | 'validTo'>): boolean =>
  validFrom <= `${year}-12-31` && (validTo === null || validTo >= `${year}-01-01`);

const ofOneContract = (one: Tariff, other: Tariff): boolean =>
  one.contract === other.contract && one.voltage === other.voltage && one.option === other.option;

/** The prices that a cost of a year may be converted with; of what has none in that year, the earliest. */
export const pricesOfYear = (prices: MoneyPrices, year: number): MoneyPrices => {
  const tariffs = prices.tariffs.filter((tariff) => {
    const own = prices.tariffs.filter((other) => ofOneContract(tariff, other));
    if (own.some((other) => inYear(year, other))) return inYear(year, tariff);
    return own.every((other) => tariff.validFrom <= other.validFrom);
  });
  const fuels = prices.fuels.filter(({ fuels: own, validFrom }) => {
    const same = prices.fuels.filter((other) => other.fuels.some((fuel) => own.includes(fuel)));
    return validFrom <= `${year}-12-31` || same.every((other) => validFrom <= other.validFrom);
  });
  const used = new Set([...tariffs, ...fuels, ...prices.surcharges].map(({ sourceId }) => sourceId));
  return {
    ...prices,
    tariffs,
    fuels,
    sources: Object.fromEntries(Object.entries(prices.sources).filter(([id]) => used.has(id))),
  };
};
