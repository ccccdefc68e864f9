/** What a factory used in a reporting year, as it is handed to the calculation. Units are the ones of the bill. */

export type Category = 'stationaryCombustion' | 'mobileCombustion' | 'purchasedElectricity' | 'purchasedHeat';
export type FactorSetId = 'kr-national' | 'k-ets' | 'ipcc-2006';
export type GwpSet = 'SAR' | 'AR4' | 'AR5' | 'AR6';
export type Sector = 'energy' | 'manufacturing' | 'commercial' | 'residential';
export type MobileMode = 'road' | 'offroad';
export type HeatKind = 'boiler' | 'chp' | 'average';

/** A factor of the factory's own (tier 3): `unit` is kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit, such as "kgCO2/L". */
export interface OwnFactor {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

interface ActivityBase {
  /** Unique within one request; comes back on every line and warning. */
  readonly id: string;
  /** Zero or more. */
  readonly quantity: number;
  readonly unit: string;
  readonly factor?: OwnFactor;
}

export interface StationaryCombustionActivity extends ActivityBase {
  readonly category: 'stationaryCombustion';
  readonly fuel: string;
  /** The heat content printed on the gas bill, gross MJ per Nm3. */
  readonly grossMJPerNm3?: number;
}
export interface MobileCombustionActivity extends ActivityBase {
  readonly category: 'mobileCombustion';
  readonly fuel: string;
  /** Default: road. */
  readonly mode?: MobileMode;
  readonly grossMJPerNm3?: number;
}
export interface PurchasedElectricityActivity extends ActivityBase {
  readonly category: 'purchasedElectricity';
}
/** Needs exactly one of `supplier` and `kind`, or a factor of its own. */
export interface PurchasedHeatActivity extends ActivityBase {
  readonly category: 'purchasedHeat';
  readonly supplier?: string;
  readonly kind?: HeatKind;
}

export type ActivityData = StationaryCombustionActivity | MobileCombustionActivity | PurchasedElectricityActivity | PurchasedHeatActivity;

/** One calculation: the input of `onsil calculate` after its defaults have been filled in. */
export interface InventoryRequest {
  readonly reportingYear: number;
  readonly factorSet: FactorSetId;
  /** `k-ets` allows SAR alone. */
  readonly gwp: GwpSet;
  readonly sector: Sector;
  readonly activityData: readonly ActivityData[];
}
