import { type FuelPrice, type MoneyNote, type MoneyPrices, type MoneyResult, sourceTitle } from './prices.js';

/** The newest price that was in force at the end of a year; where there is none, the earliest one, which is said. */
const priceOf = (
  fuel: string,
  year: number,
  prices: readonly FuelPrice[],
): { readonly price: FuelPrice; readonly isLater: boolean } | null => {
  const own = prices.filter((price) => price.fuels.includes(fuel)).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const inForce = own.filter((price) => price.validFrom <= `${year}-12-31`).at(-1);
  const price = inForce ?? own[0];
  return price === undefined ? null : { price, isLater: inForce === undefined };
};

/**
 * The quantity of a fuel that money bought:  Q = cost / price. The highest price gives the least.
 * @param fuel  a fuel of the vocabulary
 * @param cost  won without value added tax
 * @param year  the calendar year of the cost
 */
export const fuelFromMoney = (fuel: string, cost: number, year: number, prices: MoneyPrices): MoneyResult => {
  const found = priceOf(fuel, year, prices.fuels);
  if (found === null) return { refused: 'noPrice' };
  const { price, isLater } = found;
  const notes: MoneyNote[] = [
    ...(isLater ? (['laterPrice'] as const) : []),
    ...(price.confidence === 'recalled' ? (['recalledPrice'] as const) : []),
  ];
  return {
    low: cost / price.high,
    typical: cost / price.typical,
    high: cost / price.low,
    unit: price.unit,
    notes,
    prices: [
      {
        name: price.name,
        low: price.low,
        high: price.high,
        unit: price.unit,
        validFrom: price.validFrom,
        validTo: null,
        sourceId: price.sourceId,
        source: sourceTitle(prices, price.sourceId),
        confidence: price.confidence,
      },
    ],
  };
};
