/** What a unit measures. Normal volume (gas at 0 °C and 1 atm) is not volume: no factor turns one into the other. */
export type Dimension = 'mass' | 'volume' | 'normalVolume' | 'energy' | 'distance' | 'area' | 'money' | 'time';

export interface Unit {
  readonly symbol: string;
  readonly dimension: Dimension;
  /** How many base units it holds. */
  readonly inBase: number;
}

/** MJ in one tonne of oil equivalent: 10⁷ kcal of 4.1868 kJ. Source: notes to the calorific table of the Energy Act's rules. */
export const MJ_PER_TOE = 41_868;

/** Gas at 0 °C as a share of the same gas at 15 °C, both at 101.325 kPa. Source: ideal gas law; 15 °C are the standard conditions of ISO 13443. */
const NORMAL_PER_STANDARD = 273.15 / 288.15;

/** The base unit of each dimension. */
export const baseUnit = {
  mass: 'kg',
  volume: 'L',
  normalVolume: 'Nm3',
  energy: 'MJ',
  distance: 'km',
  area: 'm2',
  money: 'KRW',
  time: 'year',
} as const satisfies Record<Dimension, string>;

/**
 * Every unit there is, in the order they are listed to people.
 * American units as the US agencies use them: gallon of 231 cubic inches, barrel of 42 gallons, Btu of the International Table, therm (US).
 * Source: NIST Special Publication 811, Appendix B.
 */
const table: readonly Unit[] = [
  { symbol: 'L', dimension: 'volume', inBase: 1 },
  { symbol: 'kL', dimension: 'volume', inBase: 1000 },
  { symbol: 'g', dimension: 'mass', inBase: 0.001 },
  { symbol: 'kg', dimension: 'mass', inBase: 1 },
  { symbol: 't', dimension: 'mass', inBase: 1000 },
  { symbol: 'm3', dimension: 'volume', inBase: 1000 },
  { symbol: 'Nm3', dimension: 'normalVolume', inBase: 1 },
  { symbol: 'kWh', dimension: 'energy', inBase: 3.6 },
  { symbol: 'MWh', dimension: 'energy', inBase: 3600 },
  { symbol: 'MJ', dimension: 'energy', inBase: 1 },
  { symbol: 'GJ', dimension: 'energy', inBase: 1000 },
  { symbol: 'TJ', dimension: 'energy', inBase: 1_000_000 },
  { symbol: 'kcal', dimension: 'energy', inBase: 0.004_186_8 },
  { symbol: 'Gcal', dimension: 'energy', inBase: 4186.8 },
  { symbol: 'toe', dimension: 'energy', inBase: MJ_PER_TOE },
  { symbol: 'mL', dimension: 'volume', inBase: 0.001 },
  { symbol: 'Sm3', dimension: 'normalVolume', inBase: NORMAL_PER_STANDARD },
  { symbol: 'Wh', dimension: 'energy', inBase: 0.0036 },
  { symbol: 'GWh', dimension: 'energy', inBase: 3_600_000 },
  { symbol: 'J', dimension: 'energy', inBase: 1e-6 },
  { symbol: 'kJ', dimension: 'energy', inBase: 0.001 },
  { symbol: 'cal', dimension: 'energy', inBase: 0.000_004_186_8 },
  { symbol: 'Mcal', dimension: 'energy', inBase: 4.1868 },
  { symbol: 'therm', dimension: 'energy', inBase: 105.4804 },
  { symbol: 'mmBtu', dimension: 'energy', inBase: 1055.055_852_62 },
  { symbol: 'galUS', dimension: 'volume', inBase: 3.785_411_784 },
  { symbol: 'bbl', dimension: 'volume', inBase: 158.987_294_928 },
  { symbol: 'km', dimension: 'distance', inBase: 1 },
  { symbol: 'vkm', dimension: 'distance', inBase: 1 },
  { symbol: 'mi', dimension: 'distance', inBase: 1.609_344 },
  { symbol: 'm2', dimension: 'area', inBase: 1 },
  { symbol: 'KRW', dimension: 'money', inBase: 1 },
  { symbol: 'year', dimension: 'time', inBase: 1 },
];

/** The units an activity may be given in, in the order they are listed to people. Money is among them to be refused with the way out. */
export const unitSymbols: readonly string[] = table.filter((unit) => unit.dimension !== 'time').map((unit) => unit.symbol);

/** The units of a dimension, in the order they are listed to people. */
export const unitsOf = (dimension: Dimension): readonly string[] =>
  table.filter((unit) => unit.dimension === dimension).map((unit) => unit.symbol);

const bySymbol = new Map(table.map((unit) => [unit.symbol, unit]));

/** The unit of a symbol, or null for a symbol that is not known. Case counts: MJ is not mJ. */
export const unitOf = (symbol: string): Unit | null => bySymbol.get(symbol) ?? null;

/** A known unit. Throws on a symbol that was not checked before: a bug, not a user's mistake. */
export const knownUnit = (symbol: string): Unit => {
  const unit = unitOf(symbol);
  if (unit === null) throw new Error(`The unit ${symbol} was not checked before it was used.`);
  return unit;
};

/** A quantity in the base unit of its dimension: 1.2 kL -> 1200 L, 640 MWh -> 2,304,000 MJ. */
export const inBaseUnit = (quantity: number, unit: Unit): number => quantity * unit.inBase;

/**
 * A quantity in another unit of the same dimension, or null: an unknown unit, or one of another dimension (Nm3 and m3 are two).
 * Energy is converted as plain energy; whether heat is net or gross is not a matter of its unit.
 */
export const convert = (value: number, from: string, to: string): number | null => {
  const [source, target] = [unitOf(from), unitOf(to)];
  if (source === null || target === null || source.dimension !== target.dimension) return null;
  return source === target ? value : (value * source.inBase) / target.inBase;
};
