import type { FuelPrice, MoneyPrices, Season } from '../survey/money/prices.js';
import type { ReductionMeasureCatalog } from './reduction-measures.js';

/** Won per GJ of gross heat are won per MJ ÷ 1,000; the other prices stand on the unit of the calculation. */
const units: Readonly<Record<string, readonly [FuelPrice['unit'], number]>> = {
  'KRW/L': ['L', 1],
  'KRW/kg': ['kg', 1],
  'KRW/GJ gross': ['MJ', 1000],
};

const fuelPrices = (prices: ReductionMeasureCatalog['prices']): FuelPrice[] =>
  prices.flatMap(({ id, fuels, unit, low, typical, high, validFrom, source, confidence }) => {
    const known = units[unit];
    if (fuels === undefined || known === undefined) return [];
    const [per, by] = known;
    return [
      { id, fuels: [...fuels], unit: per, low: low / by, typical: typical / by, high: high / by, validFrom, sourceId: source, confidence },
    ];
  });

/** The prices of the package of reduction measures, as the conversion of money needs them. */
export const moneyPrices = ({ electricityTariff, moneyConversion, prices }: ReductionMeasureCatalog): MoneyPrices => {
  const { surcharges, seasons, bandShares, loadHours } = moneyConversion;
  const named: readonly (readonly [Season, readonly number[]])[] = [
    ['summer', seasons.summer],
    ['spring_fall', seasons.spring_fall],
    ['winter', seasons.winter],
  ];
  return {
    tariff: electricityTariff.map(
      ({
        contract,
        voltage,
        option,
        demandChargeKRWPerKW,
        season,
        band,
        energyChargeKRWPerKWh,
        validFrom,
        validTo,
        source,
        confidence,
      }) => ({
        contract,
        voltage,
        option,
        demandCharge: demandChargeKRWPerKW,
        season,
        band,
        energyCharge: energyChargeKRWPerKWh,
        validFrom,
        validTo: validTo === '' ? null : validTo,
        sourceId: source,
        confidence,
      }),
    ),
    surcharges: surcharges.map(({ id, value, of, validFrom, source, confidence }) => ({
      id,
      value,
      of,
      validFrom,
      sourceId: source,
      confidence,
    })),
    seasons: Object.fromEntries(named.flatMap(([season, months]) => months.map((month) => [month, season]))),
    bandShares: { light: bandShares.light, mid: bandShares.mid, peak: bandShares.peak },
    loadHours: { low: loadHours.low, typical: loadHours.typical, high: loadHours.high },
    fuels: fuelPrices(prices),
  };
};
