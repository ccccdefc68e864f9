import type { FuelActivity, HeatBasis } from './activity-data.js';
import type { Fuel } from './factor-data.js';
import { normalVolume } from './normal-volume.js';
import { refuse } from './refusal.js';
import { billOrigin, type Origin } from './trace.js';
import { knownUnit, type Unit } from './units.js';

/** What a bill says of a fuel, and where in the request it says so. */
export interface FuelBill {
  readonly quantity: number;
  readonly unit: Unit;
  /** Whether its energy units are net or gross heat. */
  readonly heat: HeatBasis;
  /** The heat content printed on a gas bill, gross MJ per Nm3. */
  readonly grossMJPerNm3: number | null;
  /** The distance the fuel took a vehicle, for a factor per distance. */
  readonly distance: { readonly quantity: number; readonly unit: Unit } | null;
  /** Path of the unit, for a refusal. */
  readonly unitField: string;
  /** How the quantity came about. */
  readonly origin: Origin;
}

/** Units that are gross heat by definition, whatever the fuel: oil equivalent, and the American units gas is billed in. */
const grossUnits: readonly string[] = ['toe', 'therm', 'mmBtu'];

/** Whether heat in a unit is net or gross where nobody says: gross for city gas and for toe, therm and mmBtu, else net. */
export const heatBasis = (fuel: Fuel, unit: Unit): HeatBasis => (grossUnits.includes(unit.symbol) ? 'gross' : fuel.billedHeat);

/** Refuses money as a quantity, naming the way out. */
export const refuseMoney = (unit: Unit, field: string): void => {
  if (unit.dimension === 'money') refuse('moneyIsNoQuantity', field, { unit: unit.symbol });
};

/** Refuses units that no bill of such a fuel prints: m3 of a gas (Nm3 or MJ are printed), Nm3 of what is no gas, distances and money. */
export const refuseStrangeUnit = (fuel: Fuel, unit: Unit, field: string): void => {
  const values = { unit: unit.symbol, fuel: fuel.id };
  refuseMoney(unit, field);
  if (unit.symbol === 'm3' && fuel.state === 'gas') refuse('cubicMetersOfGas', field, values);
  if (unit.dimension === 'normalVolume' && fuel.state === 'liquid') refuse('normalVolumeOfLiquid', field, values);
  const isStrange = !['mass', 'volume', 'energy'].includes(unit.dimension) && !(unit.dimension === 'normalVolume' && fuel.state === 'gas');
  if (isStrange) refuse('unitOfOtherDimension', field, { unit: unit.symbol, what: fuel.id, whatKo: fuel.id });
};

/** The bill of an activity as it stands: m3 of a gas are brought to Nm3 where its temperature and pressure are known. */
export const fuelBill = (activity: FuelActivity, fuel: Fuel, path: string): FuelBill => {
  const { quantity, grossMJPerNm3 = null, heatBasis: stated, temperatureC, pressureKPa } = activity;
  const unit = knownUnit(activity.unit);
  const unitField = `${path}.unit`;
  if (stated !== undefined && unit.dimension !== 'energy') refuse('heatBasisNotOfUnit', `${path}.heatBasis`, { unit: unit.symbol });
  const heat = stated ?? heatBasis(fuel, unit);
  const given = { heat, grossMJPerNm3, distance: null, unitField };
  if (temperatureC === undefined || pressureKPa === undefined) {
    return { ...given, quantity, unit, origin: billOrigin(quantity, unit.symbol) };
  }
  if (unit.symbol !== 'm3' || fuel.state !== 'gas')
    return refuse('conditionsNotOfUnit', `${path}.temperatureC`, { unit: unit.symbol, fuel: fuel.id });
  const { volume, origin } = normalVolume(quantity, temperatureC, pressureKPa);
  return { ...given, quantity: volume, unit: knownUnit('Nm3'), origin };
};
