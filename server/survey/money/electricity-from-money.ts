import { exactSum } from '../../domain/exact-sum.js';
import type {
  ConvertedQuantity,
  MoneyNote,
  MoneyPrices,
  MoneyRefusal,
  MoneyResult,
  Season,
  Span,
  Surcharge,
  TariffLine,
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

const lastDay = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-28`;

const fits = (known: string | null, value: string): boolean => known === null || known === value;

const isInForce = (line: { readonly validFrom: string; readonly validTo: string | null }, day: string): boolean =>
  line.validFrom <= day && (line.validTo === null || day <= line.validTo);

interface MonthLines {
  readonly lines: readonly TariffLine[];
  /** The month lies before the first tariff that is known; the earliest one was taken. */
  readonly isOlder: boolean;
}

/** The lines of a contract in a month, those of the earliest tariff where the month lies before it. */
const linesOf = (of: ElectricityContract, season: Season, day: string, tariff: readonly TariffLine[]): MonthLines => {
  const own = tariff.filter(
    (line) => line.season === season && fits(of.contract, line.contract) && fits(of.voltage, line.voltage) && fits(of.option, line.option),
  );
  const inForce = own.filter((line) => isInForce(line, day));
  if (inForce.length > 0) return { lines: inForce, isOlder: false };
  const first = own.map((line) => line.validFrom).sort()[0];
  return { lines: own.filter((line) => line.validFrom === first && day < line.validFrom), isOlder: true };
};

const surchargeOf = (id: string, of: Surcharge['of'], day: string, surcharges: readonly Surcharge[]): number => {
  const own = surcharges.filter((each) => each.id === id && each.of === of);
  const known = own.filter((each) => each.validFrom <= day).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? own[0];
  return known?.value ?? 0;
};

const byContract = (lines: readonly TariffLine[]): readonly (readonly TariffLine[])[] => {
  const groups = new Map<string, TariffLine[]>();
  for (const line of lines) {
    const key = `${line.contract} ${line.voltage} ${line.option}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
};

/** Won per kWh of one contract: from all use in its cheapest band to all use in its dearest. */
const energyChargeOf = (lines: readonly TariffLine[], { bandShares }: MoneyPrices): Span => {
  const charges = lines.map((line) => line.energyCharge);
  const typical = exactSum(lines.map((line) => line.energyCharge * (line.band === 'all' ? 1 : bandShares[line.band])));
  return { low: Math.min(...charges), typical, high: Math.max(...charges) };
};

interface MonthResult {
  readonly span: Span;
  readonly notes: readonly MoneyNote[];
  readonly sourceIds: readonly string[];
}

/**
 * kWh of one month by one contract:  cost = (D · P + kWh · (e + s)) · (1 + f), with D won/kW, P kW, e and s won/kWh, f the power fund.
 * Without the contract power P = kWh / h, h being hours at contract power.
 * @returns null where the cost does not even cover the demand charge
 */
const kWhOf = (cost: number, lines: readonly TariffLine[], power: number | null, day: string, prices: MoneyPrices): Span | null => {
  const energy = energyChargeOf(lines, prices);
  const perKWh = surchargeOf('climateCharge', 'kWh', day, prices.surcharges) + surchargeOf('fuelAdjustment', 'kWh', day, prices.surcharges);
  const net = cost / (1 + surchargeOf('powerFund', 'charge', day, prices.surcharges));
  const demand = lines[0]?.demandCharge ?? 0;
  const at = (charge: number, hours: number): number =>
    power === null ? net / (charge + perKWh + demand / hours) : (net - demand * power) / (charge + perKWh);
  const { loadHours } = prices;
  const span = {
    low: at(energy.high, loadHours.low),
    typical: at(energy.typical, loadHours.typical),
    high: at(energy.low, loadHours.high),
  };
  return span.low < 0 ? null : span;
};

const monthOf = (cost: number, year: number, month: number, of: ElectricityContract, prices: MoneyPrices): MonthResult | MoneyRefusal => {
  const day = lastDay(year, month);
  const season = prices.seasons[month];
  if (season === undefined) throw new Error(`The month ${month} has no season.`);
  const { lines, isOlder } = linesOf(of, season, day, prices.tariff);
  if (lines.length === 0) return 'noTariff';
  const contracts = byContract(lines);
  const spans = contracts.flatMap((own) => kWhOf(cost, own, of.contractPower, day, prices) ?? []);
  if (spans.length === 0) return 'belowDemandCharge';
  const notes: MoneyNote[] = [
    ...(contracts.length > 1 ? (['contractUnknown'] as const) : []),
    ...(of.contractPower === null ? (['contractPowerUnknown'] as const) : []),
    ...(lines.some((line) => line.band !== 'all') ? (['bandsUnknown'] as const) : []),
    ...(isOlder ? (['olderTariff'] as const) : []),
    ...(lines.some((line) => line.confidence === 'recalled') ? (['recalledPrice'] as const) : []),
  ];
  return {
    span: {
      low: Math.min(...spans.map((span) => span.low)),
      typical: exactSum(spans.map((span) => span.typical)) / spans.length,
      high: Math.max(...spans.map((span) => span.high)),
    },
    notes,
    sourceIds: lines.map((line) => line.sourceId),
  };
};

/** The cost of each month; a year is spread evenly. */
const monthlyCosts = (cost: ElectricityCost): readonly (readonly [number, number])[] =>
  'months' in cost
    ? Object.entries(cost.months).map(([month, won]) => [Number(month), won] as const)
    : Array.from({ length: 12 }, (_, index) => [index + 1, cost.year / 12] as const);

/**
 * The kWh an electricity bill stands for, month by month at the tariff of the month, with the bounds that what is not known leaves open:
 * the contract, the contract power, the hours of the day.
 * @param cost   won without value added tax
 * @param year   the calendar year of the cost
 */
export const electricityFromMoney = (cost: ElectricityCost, year: number, of: ElectricityContract, prices: MoneyPrices): MoneyResult => {
  const months = monthlyCosts(cost).map(([month, won]) => monthOf(won, year, month, of, prices));
  const refused = months.find((month) => typeof month === 'string');
  if (refused !== undefined) return { refused };
  const results = months.filter((month) => typeof month !== 'string');
  const sum = (key: keyof Span): number => exactSum(results.map(({ span }) => span[key]));
  const notes = new Set<MoneyNote>([...('year' in cost ? (['monthsUnknown'] as const) : []), ...results.flatMap((result) => result.notes)]);
  const sourceIds = [...new Set(results.flatMap((result) => result.sourceIds))];
  const converted: ConvertedQuantity = {
    low: sum('low'),
    typical: sum('typical'),
    high: sum('high'),
    unit: 'kWh',
    notes: [...notes],
    sourceIds,
  };
  return converted;
};
