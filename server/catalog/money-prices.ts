import { join } from 'node:path';
import type { Confidence } from '../domain/confidence.js';
import type { Band, FuelPrice, MoneyPrices, Season, Tariff } from '../survey/money/prices.js';
import { readCsv, readYaml } from './data-files.js';
import { asSources } from './record-checks.js';
import type { ReductionMeasureCatalog } from './reduction-measures.js';
import { schemas } from './reduction-measures-schema.js';

/** The files that a conversion of money rests on. */
type PriceFiles = Pick<ReductionMeasureCatalog, 'electricityTariff' | 'moneyConversion' | 'prices' | 'sources'>;

/** Won per GJ of gross heat are won per MJ ÷ 1,000; the other prices stand on the unit of the calculation. */
const units: Readonly<Record<string, readonly [FuelPrice['unit'], number]>> = {
  'KRW/L': ['L', 1],
  'KRW/kg': ['kg', 1],
  'KRW/GJ gross': ['MJ', 1000],
};

/** A price of the plan, or of conversions alone. */
interface PriceRecord {
  readonly id: string;
  readonly name: { readonly ko: string; readonly en: string };
  readonly fuels?: readonly string[] | undefined;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly unit: string;
  readonly vatIncluded?: boolean | undefined;
  readonly validFrom: string;
  readonly source: string;
  readonly confidence: Confidence;
}

const fuelPrice = (record: PriceRecord, vat: number): readonly FuelPrice[] => {
  const { id, name, fuels, unit, low, typical, high, vatIncluded = false, validFrom, source, confidence } = record;
  const known = units[unit];
  if (fuels === undefined || known === undefined) return [];
  const [per, parts] = known;
  const by = parts * (vatIncluded ? 1 + vat : 1);
  return [
    {
      id,
      name: { ko: name.ko, en: name.en },
      fuels: [...fuels],
      unit: per,
      low: low / by,
      typical: typical / by,
      high: high / by,
      validFrom,
      sourceId: source,
      confidence,
    },
  ];
};

/** Prices of the conversion itself take the place of those of the plan. */
const fuelPrices = ({ prices, moneyConversion }: PriceFiles): readonly FuelPrice[] => {
  const { rate } = moneyConversion.vat;
  const own = moneyConversion.prices.flatMap((price) => fuelPrice(price, rate));
  const isOwn = (fuel: string): boolean => own.some(({ fuels }) => fuels.includes(fuel));
  return [...own, ...prices.flatMap((price) => fuelPrice(price, rate)).filter(({ fuels }) => !fuels.some(isOwn))];
};

type TariffRow = ReductionMeasureCatalog['electricityTariff'][number];

const headOf = ({ contract, voltage, option, demandChargeKRWPerKW, validFrom, validTo, source, confidence }: TariffRow) => ({
  contract,
  voltage,
  option,
  demandCharge: demandChargeKRWPerKW,
  validFrom,
  validTo: validTo === '' ? null : validTo,
  sourceId: source,
  confidence,
});

/** The rows of a tariff by contract, voltage, option and the days they hold. */
const tariffsOf = (rows: readonly TariffRow[]): readonly Tariff[] => {
  const groups = new Map<string, TariffRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(headOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((own): readonly Tariff[] => {
    const [first] = own;
    if (first === undefined) return [];
    const charges = (season: Season): Partial<Record<Band, number>> =>
      Object.fromEntries(own.filter((row) => row.season === season).map((row) => [row.band, row.energyChargeKRWPerKWh]));
    return [
      {
        ...headOf(first),
        energyCharge: { summer: charges('summer'), spring_fall: charges('spring_fall'), winter: charges('winter') },
      },
    ];
  });
};

/** The prices of the package of reduction measures, as the conversion of money needs them. */
export const moneyPrices = (files: PriceFiles): MoneyPrices => {
  const { surcharges, seasons, bandShares, loadHours, vat } = files.moneyConversion;
  const named: readonly (readonly [Season, readonly number[]])[] = [
    ['summer', seasons.summer],
    ['spring_fall', seasons.spring_fall],
    ['winter', seasons.winter],
  ];
  return {
    tariffs: tariffsOf(files.electricityTariff),
    surcharges: surcharges.map(({ id, name, value, of, validFrom, source, confidence }) => ({
      id,
      name: { ko: name.ko, en: name.en },
      value,
      of,
      validFrom,
      sourceId: source,
      confidence,
    })),
    seasons: Object.fromEntries(named.flatMap(([season, months]) => months.map((month) => [month, season]))),
    bandShares: { light: bandShares.light, mid: bandShares.mid, peak: bandShares.peak },
    loadHours: { low: loadHours.low, typical: loadHours.typical, high: loadHours.high },
    fuels: fuelPrices(files),
    vat: vat.rate,
    sources: Object.fromEntries(files.sources.map(({ id, title, titleEn }) => [id, { ko: title, en: titleEn ?? title }])),
  };
};

/** The same from the files below a root. */
export const readMoneyPrices = (root: string): MoneyPrices => {
  const folder = join(root, 'reduction-measures', 'prices');
  return moneyPrices({
    electricityTariff: readCsv(join(folder, 'electricity-tariff.csv'), schemas['electricity-tariff']),
    moneyConversion: readYaml(join(folder, 'money-conversion.yaml'), schemas['money-conversion']),
    prices: readYaml(join(folder, 'energy-prices.yaml'), schemas['energy-prices']).prices,
    sources: asSources(readYaml(join(root, 'reduction-measures', 'sources.yaml'), schemas.sources)),
  });
};
