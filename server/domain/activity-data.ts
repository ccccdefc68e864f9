import type { DataQuality } from './data-quality.js';
import type { StatedUncertainty } from './uncertainty/stated-uncertainty.js';

/** What a factory used or emitted in a reporting year, as it is handed to the calculation. Units are the ones of the bill. */

export type FactorSetId = 'kr-national' | 'k-ets' | 'ipcc-2006';
export type GwpSet = 'SAR' | 'AR4' | 'AR5' | 'AR6';
export type Sector = 'energy' | 'manufacturing' | 'commercial' | 'residential';
export type MobileMode = 'road' | 'offroad';
export type HeatKind = 'boiler' | 'chp' | 'average';
/** Heat of combustion without or with the heat of the water that condenses. */
export type HeatBasis = 'net' | 'gross';

/** A factor of the factory's own (tier 3): `unit` is kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit, such as "kgCO2/L". */
export interface OwnFactor {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  /** How well its owner knows it. */
  readonly uncertainty?: StatedUncertainty;
}

/** What every activity has in common; each category adds its own fields in its own file. */
export interface Activity {
  /** Unique within one request; comes back on every line and warning. */
  readonly id: string;
  readonly category: string;
  /** Left out where nobody said. */
  readonly quality?: DataQuality;
  /** How well the quantity is known; wins over what its quality would say. */
  readonly uncertainty?: StatedUncertainty;
}

/** An activity of which one quantity may be known. A balance has none: what is said of it in percent is said of its result. */
export interface Measured extends Activity {
  readonly quantity?: number;
}

/** An activity of one quantity, as on a bill. */
export interface ActivityBase extends Activity {
  /** Zero or more. */
  readonly quantity: number;
  readonly unit: string;
}

/** A fuel on a bill, burnt standing or moving. */
export interface FuelActivity extends ActivityBase {
  readonly fuel: string;
  /** The heat content printed on the gas bill, gross MJ per Nm3. */
  readonly grossMJPerNm3?: number;
  /** Of a quantity in an energy unit; left out, the fuel and the unit decide. */
  readonly heatBasis?: HeatBasis;
  /** Of a gas in m3: temperature at the meter, and absolute pressure. */
  readonly temperatureC?: number;
  readonly pressureKPa?: number;
  readonly factor?: OwnFactor;
}
