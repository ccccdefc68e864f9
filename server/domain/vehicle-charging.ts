import type { ActivityBase } from './activity-data.js';
import type { Estimate } from './estimate.js';
import type { Fault } from './fault.js';
import { choice, type Field } from './field.js';
import { amountOfDistance, type FuelEconomy, fuelEconomyFaults, isDistance, ownEconomy } from './fuel-economy.js';
import { type Electricity, megawattHours } from './grid-electricity.js';
import type { Plain } from './plain.js';
import { refuse } from './refusal.js';
import { shown } from './trace.js';
import { knownUnit } from './units.js';
import { warning } from './warnings.js';

/** Where electric vehicles were charged: behind the meter of the site, whose bill holds it already, or elsewhere. */
export type Charging = 'onSite' | 'elsewhere';

export const chargingField: Field = choice(
  'charging',
  false,
  'unknownCharging',
  () => ['onSite', 'elsewhere'],
  'Of a quantity in km, driven by electric vehicles: charged on the site (the electricity bill holds it already) or elsewhere.',
);

/** What a quantity in km needs, and what goes with it alone. */
export const chargingFaults = (activity: Plain, path: string): readonly Fault[] => {
  const has = (key: string): boolean => Object.hasOwn(activity, key);
  const economy = fuelEconomyFaults(activity, path, ['fuelEconomy']);
  if (!isDistance(activity.unit))
    return [...economy, ...(has('charging') ? [{ code: 'chargingNotNeeded', field: `${path}.charging`, values: {} }] : [])];
  const missing = has('charging') ? [] : [{ code: 'chargingMissing', field: `${path}.charging`, values: {} }];
  return [...economy, ...missing, ...(has('sold') ? [{ code: 'soldOfDistance', field: `${path}.sold`, values: {} }] : [])];
};

type ByDistance = ActivityBase & { readonly fuelEconomy?: FuelEconomy };

/** The electricity that electric vehicles took for a distance. */
export const chargedElectricity = ({ quantity, unit, fuelEconomy }: ByDistance, path: string): Electricity => {
  if (fuelEconomy === undefined) return refuse('fuelEconomyMissing', `${path}.fuelEconomy`, { ways: 'fuelEconomy' });
  const amount = amountOfDistance(quantity, knownUnit(unit), ownEconomy(fuelEconomy));
  if (amount.unit.dimension !== 'energy') refuse('economyOfNoElectricVehicle', `${path}.fuelEconomy.unit`, { unit: fuelEconomy.unit });
  return { mwh: megawattHours(amount.quantity, amount.unit), origin: amount.origin };
};

/** Vehicles charged on the site: told, and not counted a second time. */
export const vehiclesOnSite = (activity: ByDistance, path: string): Estimate => {
  const { mwh } = chargedElectricity(activity, path);
  const { id, quantity, unit } = activity;
  return {
    label: { en: 'Electric vehicles charged on site', ko: '사업장에서 충전한 전기차' },
    lines: [],
    parts: [{ id: 'chargedOnSite', en: 'Within the electricity bill', ko: '전기요금 고지서에 포함', quantity, unit, counted: false }],
    energy: null,
    warnings: [warning('vehiclesOnSite', id, { amount: `${shown(mwh)} MWh` })],
  };
};
