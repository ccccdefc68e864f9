import type { Confidence } from '../../domain/confidence.js';

/** What turns an amount of money into a quantity, as the prices of the data package say it. Money is in won without value added tax. */

export type Season = 'summer' | 'spring_fall' | 'winter';
export type Band = 'all' | 'light' | 'mid' | 'peak';

/** A number between two bounds. */
export interface Span {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** One line of the electricity tariff. Dates as YYYY-MM-DD; `validTo` null: still in force. */
export interface TariffLine {
  readonly contract: string;
  readonly voltage: string;
  readonly option: string;
  /** Won per kW of contract power and month. */
  readonly demandCharge: number;
  readonly season: Season;
  readonly band: Band;
  /** Won per kWh. */
  readonly energyCharge: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

/** A surcharge from a day on: won per kWh, or a share of the whole charge. */
export interface Surcharge {
  readonly id: string;
  readonly value: number;
  readonly of: 'kWh' | 'charge';
  readonly validFrom: string;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

/** The price of a fuel from a day on, won per unit. */
export interface FuelPrice extends Span {
  readonly id: string;
  readonly fuels: readonly string[];
  /** The unit of the calculation the price is per: L, kg, or MJ of gross heat. */
  readonly unit: 'L' | 'kg' | 'MJ';
  readonly validFrom: string;
  readonly sourceId: string;
  readonly confidence: Confidence;
}

export interface MoneyPrices {
  readonly tariff: readonly TariffLine[];
  readonly surcharges: readonly Surcharge[];
  /** Month (1-12) -> season of the tariff. */
  readonly seasons: Readonly<Record<number, Season>>;
  /** How a flat load spreads over the bands of a tariff by time of use; sums to 1. */
  readonly bandShares: Readonly<Record<'light' | 'mid' | 'peak', number>>;
  /** Hours per month at contract power, where the contract power is not known. */
  readonly loadHours: Span;
  readonly fuels: readonly FuelPrice[];
}

/** Why a conversion rests on more than the bill, or cannot be made. */
export type MoneyNote =
  | 'contractUnknown'
  | 'contractPowerUnknown'
  | 'bandsUnknown'
  | 'monthsUnknown'
  | 'olderTariff'
  | 'laterPrice'
  | 'recalledPrice';

/** A quantity worked out from money: never metered, always between two bounds. */
export interface ConvertedQuantity extends Span {
  readonly unit: string;
  readonly notes: readonly MoneyNote[];
  readonly sourceIds: readonly string[];
}

export type MoneyRefusal = 'noTariff' | 'noPrice' | 'belowDemandCharge';

/** Either a quantity, or why the money does not give one. */
export type MoneyResult = ConvertedQuantity | { readonly refused: MoneyRefusal };
