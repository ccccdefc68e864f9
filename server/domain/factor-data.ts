import type { FactorSetId, GwpSet, HeatKind, MobileMode, Sector } from './activity-data.js';
import type { Confidence } from './confidence.js';
import type { EmissionSources } from './emission-source-data.js';
import type { FactorRecord, Gas, GasFamily } from './factor-record.js';
import type { Lookup, Provenance } from './provenance.js';
import type { UncertaintyData } from './uncertainty/uncertainty-record.js';

export type { FactorRecord, Gas, GasFamily } from './factor-record.js';
export type { Lookup, Provenance } from './provenance.js';

/** The gases of burnt fuel, of electricity and of heat. */
export type CombustionGas = 'CO2' | 'CH4' | 'N2O';
export type FuelState = 'solid' | 'liquid' | 'gas';

/** A greenhouse gas, whatever its global warming potential. */
export interface GasRecord {
  readonly id: Gas;
  readonly en: string;
  readonly ko: string;
  readonly family: GasFamily;
  /** Other names of the same gas, such as R-134a. */
  readonly aliases: readonly string[];
}

export interface Fuel {
  readonly id: string;
  readonly en: string;
  readonly ko: string;
  readonly state: FuelState;
  readonly biogenic: boolean;
  /** Energy units on a bill are gross heat for city gas, net for every other fuel. */
  readonly billedHeat: 'gross' | 'net';
  /** The fuel whose row of the IPCC tables is taken, and how well it fits. */
  readonly ipccRow: string;
  readonly ipccMatch: 'exact' | 'broader-fuel';
}

/** Net and gross calorific value of a fuel per kg, L or Nm3. Null where the revision was not found to hold one. */
export interface CalorificValue extends Provenance {
  readonly revision: string;
  readonly per: 'kg' | 'L' | 'Nm3';
  readonly net: number | null;
  readonly netConfidence: Confidence | null;
  readonly gross: number | null;
  readonly grossConfidence: Confidence | null;
}

/** CO2 of a national fuel: carbon content in tC/TJ and the kgCO2/TJ printed beside it, null where none is printed. */
export interface FuelCo2 extends Provenance {
  readonly carbonContent: number;
  readonly printed: number | null;
  readonly confidence: Confidence;
}

/** A mobile row for CH4 or N2O. `technology` is empty where the table has one row alone. */
export interface MobileFactor extends FactorRecord {
  readonly technology: string;
}

/** A technology of vehicles or machines that has rows of its own for CH4 and N2O. */
export interface MobileTechnology {
  readonly id: string;
  readonly mode: MobileMode;
  readonly en: string;
  readonly ko: string;
}

/** How far vehicles of a class go on a litre: as driven on the road, or as certified for the label of new ones. */
export interface VehicleClass extends FactorRecord {
  readonly en: string;
  readonly ko: string;
  readonly fuels: readonly string[];
  readonly measured: 'road' | 'label';
}

/** A kind of contract or certificate on electricity, and what the market-based method counts for the amounts it covers. */
export interface ElectricityInstrument extends Provenance {
  readonly en: string;
  readonly ko: string;
  readonly counted: 'zero' | 'grid' | 'own';
  readonly factor: 'none' | 'optional' | 'required';
  /** Both zero and the grid value are defended; a request may ask for the other. */
  readonly isDisputed: boolean;
  readonly confidence: Confidence;
}

/** Grid electricity, consumption end: t CO2 and t CO2eq per MWh, kg CH4 and kg N2O per MWh. */
export interface GridFactor extends Provenance {
  readonly en: string;
  readonly ko: string;
  readonly co2: number | null;
  readonly ch4: number | null;
  readonly n2o: number | null;
  readonly co2eq: number;
  /** The set the published CO2eq was computed with. */
  readonly gwp: GwpSet;
  readonly confidence: Confidence;
}

/** Electricity as statutory primary energy: MJ/kWh gross and toe/MWh. */
export interface ElectricityEnergy extends Provenance {
  readonly grossMJPerKWh: number;
  readonly toePerMWh: number;
  readonly confidence: Confidence;
}

/** Heat supplied, kg of each gas per TJ. */
export interface HeatFactor extends Provenance {
  readonly en: string;
  readonly ko: string;
  readonly co2: number;
  readonly ch4: number;
  readonly n2o: number;
  readonly confidence: Confidence;
}

/** A supplier's own figure for a year; `servesFrom` and `servesTo` are the reporting years it may serve. */
export interface SupplierHeatFactor extends HeatFactor {
  readonly supplier: string;
  readonly year: number;
  readonly servesFrom: number;
  readonly servesTo: number | null;
}

/** kg per L. `match` says whether it is of the fuel itself or of a broader class. */
export interface Density extends FactorRecord {
  readonly match: 'exact' | 'broader-fuel';
}

/** One row of a factor set: the revisions that serve a span of reporting years. */
export interface FactorSetRow {
  readonly id: string;
  readonly from: number | null;
  readonly to: number;
  readonly calorific: string;
  readonly co2: string;
  readonly grid: string | null;
  /** National calorific revision: statutory energy of electricity, and the net/gross ratio of city gas. */
  readonly national: string;
}

export interface FactorSet {
  readonly id: FactorSetId;
  readonly en: string;
  readonly ko: string;
  readonly default: boolean;
  readonly fuelCo2: 'carbon' | 'printed' | 'ipcc';
  readonly oxidationTier: 1 | 2;
  readonly gwp: { readonly default: GwpSet; readonly allowed: readonly GwpSet[] };
  readonly afterLastRow: 'last-row' | 'refuse';
  readonly rows: readonly FactorSetRow[];
}

/** A publication numbers were taken from. `readIn` names the copy that was read; `address` is null where none was kept. */
export interface FactorSource {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly address: string | null;
  readonly readIn: string | null;
}

/** Limits at which something is said or done, in percent. */
export interface Thresholds {
  readonly baseYearRecalculation: FactorRecord;
  readonly transferMismatch: FactorRecord;
}

/** What can be named in a request: enough to read one. */
export interface Vocabulary extends EmissionSources {
  readonly fuels: Lookup<string, Fuel>;
  readonly gases: Lookup<Gas, GasRecord>;
  /** By id; an activity may also use either name. */
  readonly suppliers: Lookup<string, { readonly id: string; readonly en: string; readonly ko: string }>;
  readonly factorSets: Lookup<string, FactorSet>;
  readonly vehicleClasses: Lookup<string, VehicleClass>;
  readonly technologies: Lookup<string, MobileTechnology>;
  /** By "mode fuel gas technology": which of them has rows for which fuel. */
  readonly mobileOfTechnology: Lookup<string, Provenance>;
  readonly instruments: Lookup<string, ElectricityInstrument>;
  /** The year the package was put together: a clock that runs behind it is not believed. */
  readonly releasedYear: number;
}

/** Everything a calculation reads. Keys of more than one part are joined with a space, such as "kr-2022 diesel". */
export interface FactorData extends Vocabulary {
  /** The day the package was released, YYYY-MM-DD. */
  readonly version: string;
  /** SHA-256 over the content of the package. */
  readonly hash: string;
  readonly sources: Lookup<string, FactorSource>;
  /** By "revision fuel"; the IPCC's under "ipcc-2006 fuel". */
  readonly calorificValues: Lookup<string, CalorificValue>;
  /** By "revision fuel"; a revision that takes the rest from another already holds it. */
  readonly fuelCo2: Lookup<string, FuelCo2>;
  /** By "sector fuel gas", kg/TJ net. */
  readonly stationary: Lookup<`${Sector} ${string} ${CombustionGas}`, FactorRecord>;
  /** By "mode fuel gas", kg/TJ net; the default row of each. */
  readonly mobile: Lookup<`${MobileMode} ${string} ${'CH4' | 'N2O'}`, MobileFactor>;
  /** By "mode fuel gas technology": the rows of a technology that is named. */
  readonly mobileOfTechnology: Lookup<string, MobileFactor>;
  /** By "tier state sector", where state and sector are "any" when they do not matter. */
  readonly oxidation: Lookup<string, FactorRecord>;
  readonly grid: Lookup<string, GridFactor>;
  /** By calorific revision, consumption basis. */
  readonly electricityEnergy: Lookup<string, ElectricityEnergy>;
  /** kcal per kWh at final use. */
  readonly finalElectricity: FactorRecord;
  readonly heat: Lookup<HeatKind, HeatFactor>;
  /** By supplier id, oldest year first. */
  readonly supplierHeat: Lookup<string, readonly SupplierHeatFactor[]>;
  /** By "set gas": the general value, which combustion always uses; by "set gas fossil" and "set gas non-fossil" those of CH4 where the set has them. */
  readonly gwp: Lookup<string, FactorRecord>;
  /** By fuel; only plausible ones with a source. */
  readonly densities: Lookup<string, Density>;
  readonly uncertainties: UncertaintyData;
  readonly thresholds: Thresholds;
}
