import { exactSum } from '../../domain/exact-sum.js';
import {
  type Band,
  type ConvertedQuantity,
  type MoneyNote,
  type MoneyPrices,
  type MoneyRefusal,
  type MoneyResult,
  type Season,
  type Span,
  type Surcharge,
  sourceTitle,
  type Tariff,
  type UsedPrice,
} from './prices.js';

/** What is known of a contract; null where it is not. */
export interface ElectricityContract {
  readonly contract: string | null;
  readonly voltage: string | null;
  readonly option: string | null;
  /** kW. */
  readonly contractPower: number | null;
}

/** Won without value added tax: of each month that is known (1-12), or of the year. */
export type ElectricityCost = { readonly months: Readonly<Record<number, number>> } | { readonly year: number };

const daysIn = (year: number, month: number): readonly string[] => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return Array.from({ length: days }, (_, index) => `${year}-${String(month).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`);
};

const fits = (known: string | null, value: string): boolean => known === null || known === value;

/** A tariff that held for a share of a month. */
interface Part {
  readonly tariff: Tariff;
  /** The month lies before the first tariff that is known, which was taken. */
  readonly isOlder: boolean;
  readonly share: number;
}

/** The tariffs of one contract in a month: one, or two where it changed within the month. */
const partsOf = (own: readonly Tariff[], days: readonly string[]): readonly Part[] => {
  const sorted = own.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.flatMap((tariff, at) => {
    const next = sorted[at + 1]?.validFrom ?? null;
    if (at === 0 && next === null) return [{ tariff, isOlder: (days[0] ?? '') < tariff.validFrom, share: 1 }];
    const held = days.filter((day) => (at === 0 || tariff.validFrom <= day) && (next === null || day < next));
    const isOlder = held.some((day) => day < tariff.validFrom);
    return held.length === 0 ? [] : [{ tariff, isOlder, share: held.length / days.length }];
  });
};

/** The surcharges of a day; of one that began later, its first value. */
const surchargesOn = (day: string, surcharges: readonly Surcharge[]): readonly Surcharge[] =>
  [...new Set(surcharges.map(({ id }) => id))].flatMap((id) => {
    const own = surcharges.filter((each) => each.id === id).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return own.findLast(({ validFrom }) => validFrom <= day) ?? own[0] ?? [];
  });

const sumOf = (surcharges: readonly Surcharge[], of: Surcharge['of']): number =>
  exactSum(surcharges.filter((each) => each.of === of).map(({ value }) => value));

const byContract = (tariffs: readonly Tariff[]): readonly (readonly Tariff[])[] => {
  const groups = new Map<string, Tariff[]>();
  for (const tariff of tariffs) {
    const key = `${tariff.contract} ${tariff.voltage} ${tariff.option}`;
    groups.set(key, [...(groups.get(key) ?? []), tariff]);
  }
  return [...groups.values()];
};

const bandsOf = (charges: Tariff['energyCharge'][Season]): readonly (readonly [Band, number])[] =>
  (['all', 'light', 'mid', 'peak'] as const).flatMap((band) => {
    const charge = charges[band];
    return charge === undefined ? [] : [[band, charge] as const];
  });

/** Won per kWh of one contract in a month: from all use in its cheapest band to all use in its dearest. */
const energyChargeOf = (parts: readonly Part[], season: Season, { bandShares }: MoneyPrices): Span => {
  const bands = parts.map(({ tariff, share }) => ({ share, charges: bandsOf(tariff.energyCharge[season]) }));
  const charges = bands.flatMap((part) => part.charges.map(([, charge]) => charge));
  const typical = exactSum(
    bands.flatMap((part) => part.charges.map(([band, charge]) => part.share * charge * (band === 'all' ? 1 : bandShares[band]))),
  );
  return { low: Math.min(...charges), typical, high: Math.max(...charges) };
};

interface MonthResult {
  readonly span: Span;
  readonly notes: readonly MoneyNote[];
  readonly tariffs: readonly Tariff[];
  readonly surcharges: readonly Surcharge[];
}

/**
 * kWh of one month by one contract:  cost = (D · P + kWh · (e + s)) · (1 + f), with D won/kW, P kW, e and s won/kWh, f the power fund.
 * Without the contract power P = kWh / h, h being hours at contract power. Below zero where the cost does not cover the demand charge.
 */
const kWhOf = (
  cost: number,
  parts: readonly Part[],
  power: number | null,
  season: Season,
  surcharges: readonly Surcharge[],
  prices: MoneyPrices,
): Span => {
  const energy = energyChargeOf(parts, season, prices);
  const perKWh = sumOf(surcharges, 'kWh');
  const net = cost / (1 + sumOf(surcharges, 'charge'));
  const demand = exactSum(parts.map(({ tariff, share }) => tariff.demandCharge * share));
  const at = (charge: number, hours: number): number =>
    power === null ? net / (charge + perKWh + demand / hours) : (net - demand * power) / (charge + perKWh);
  const { loadHours } = prices;
  return {
    low: at(energy.high, loadHours.low),
    typical: at(energy.typical, loadHours.typical),
    high: at(energy.low, loadHours.high),
  };
};

/** What a bill may have been made of: the tariffs of each contract that fits, and the contract power, where it is known. */
interface Candidates {
  readonly contracts: readonly (readonly Tariff[])[];
  readonly power: number | null;
}

const candidatesOf = (of: ElectricityContract, { tariffs }: MoneyPrices): Candidates => ({
  contracts: byContract(
    tariffs.filter((tariff) => fits(of.contract, tariff.contract) && fits(of.voltage, tariff.voltage) && fits(of.option, tariff.option)),
  ),
  power: of.contractPower,
});

const monthOf = (
  cost: number,
  year: number,
  month: number,
  { contracts: own, power }: Candidates,
  prices: MoneyPrices,
): MonthResult | MoneyRefusal => {
  const days = daysIn(year, month);
  const season = prices.seasons[month];
  if (season === undefined) throw new Error(`The month ${month} has no season.`);
  const contracts = own.map((tariffs) => partsOf(tariffs, days));
  if (contracts.length === 0) return 'noTariff';
  const surcharges = surchargesOn(days.at(-1) ?? '', prices.surcharges);
  const spans = contracts.map((parts) => kWhOf(cost, parts, power, season, surcharges, prices));
  if (spans.every(({ low }) => low < 0)) return 'belowDemandCharge';
  const parts = contracts.flat();
  const notes: MoneyNote[] = [
    ...(contracts.length > 1 ? (['contractUnknown'] as const) : []),
    ...(power === null ? (['contractPowerUnknown'] as const) : []),
    ...(parts.some(({ tariff }) => tariff.energyCharge[season].all === undefined) ? (['bandsUnknown'] as const) : []),
    ...(parts.some(({ isOlder }) => isOlder) ? (['olderTariff'] as const) : []),
    ...(parts.some(({ tariff }) => tariff.confidence === 'recalled') ? (['recalledPrice'] as const) : []),
  ];
  // A contract that the bill does not fit would have used nothing: leaving it out would make more money less electricity.
  const covered = (key: keyof Span): readonly number[] => spans.map((span) => Math.max(0, span[key]));
  return {
    span: {
      low: Math.min(...covered('low')),
      typical: exactSum(covered('typical')) / spans.length,
      high: Math.max(...covered('high')),
    },
    notes,
    tariffs: parts.map(({ tariff }) => tariff),
    surcharges,
  };
};

/** The cost of each month; a year is spread evenly. */
const monthlyCosts = (cost: ElectricityCost): readonly (readonly [number, number])[] =>
  'months' in cost
    ? Object.entries(cost.months).map(([month, won]) => [Number(month), won] as const)
    : Array.from({ length: 12 }, (_, index) => [index + 1, cost.year / 12] as const);

const usedTariff = ({ contract, voltage, option, demandCharge, energyCharge, ...origin }: Tariff, prices: MoneyPrices): UsedPrice => {
  const charges = Object.values(energyCharge).flatMap((bands) => bandsOf(bands).map(([, charge]) => charge));
  const name = [contract, voltage, ...(option === 'single' ? [] : [option])].join(' ');
  return {
    name: { ko: name, en: name },
    low: Math.min(...charges),
    high: Math.max(...charges),
    unit: 'kWh',
    demandCharge,
    validFrom: origin.validFrom,
    validTo: origin.validTo,
    sourceId: origin.sourceId,
    source: sourceTitle(prices, origin.sourceId),
    confidence: origin.confidence,
  };
};

const usedSurcharge = ({ name, value, of, validFrom, sourceId, confidence }: Surcharge, prices: MoneyPrices): UsedPrice => ({
  name,
  low: value,
  high: value,
  unit: of,
  validFrom,
  validTo: null,
  sourceId,
  source: sourceTitle(prices, sourceId),
  confidence,
});

/**
 * The kWh an electricity bill stands for, month by month at the tariff of the month, with the bounds that what is not known leaves open:
 * the contract, the contract power, the hours of the day.
 * @param cost   won without value added tax
 * @param year   the calendar year of the cost
 */
export const electricityFromMoney = (cost: ElectricityCost, year: number, of: ElectricityContract, prices: MoneyPrices): MoneyResult => {
  const candidates = candidatesOf(of, prices);
  const months = monthlyCosts(cost).map(([month, won]) => monthOf(won, year, month, candidates, prices));
  const refused = months.find((month) => typeof month === 'string');
  if (refused !== undefined) return { refused };
  const results = months.filter((month) => typeof month !== 'string');
  const sum = (key: keyof Span): number => exactSum(results.map(({ span }) => span[key]));
  const notes = new Set<MoneyNote>([...('year' in cost ? (['monthsUnknown'] as const) : []), ...results.flatMap((result) => result.notes)]);
  const converted: ConvertedQuantity = {
    low: sum('low'),
    typical: sum('typical'),
    high: sum('high'),
    unit: 'kWh',
    notes: [...notes],
    prices: [
      ...[...new Set(results.flatMap(({ tariffs }) => tariffs))].map((tariff) => usedTariff(tariff, prices)),
      ...[...new Set(results.flatMap(({ surcharges }) => surcharges))].map((surcharge) => usedSurcharge(surcharge, prices)),
    ],
  };
  return converted;
};
