import type { EndUse, EndUseSplit, EnergyPrice, EquipmentKind, FuelState, InvestmentUnit, ReductionMeasure } from './measure.js';
import type { Source, Text } from './plan.js';
import type { Ministry, ProgramLink, RootTechnology, SizeLimit, SizeRules, SupportProgram } from './program.js';

/** A fuel of the vocabulary of the emission factors, as far as measures need it. */
export interface PlannerFuel {
  readonly id: string;
  readonly name: Text;
  readonly state: FuelState;
  readonly biogenic: boolean;
}

/** The data package of measures, as the planner needs it. */
export interface MeasureData {
  readonly measures: readonly ReductionMeasure[];
  readonly endUses: readonly EndUse[];
  /** Parts of a carrier's use; a dedicated fuel (coke) goes into its component whole and into no other. */
  readonly components: readonly { readonly id: string; readonly name: Text; readonly dedicatedFuels?: readonly string[] | undefined }[];
  readonly splits: readonly EndUseSplit[];
  readonly investmentUnits: readonly InvestmentUnit[];
  readonly equipment: readonly EquipmentKind[];
  readonly prices: readonly EnergyPrice[];
  readonly fuels: readonly PlannerFuel[];
  readonly sources: readonly Source[];
}

/** The data package of support programs, as the planner needs it. */
export interface ProgramData {
  readonly programs: readonly SupportProgram[];
  readonly links: readonly ProgramLink[];
  readonly ministries: readonly Ministry[];
  readonly kinds: readonly { readonly id: string; readonly name: Text }[];
  readonly sizeLimits: readonly SizeLimit[];
  readonly sizeRules: SizeRules;
  readonly rootTechnologies: readonly RootTechnology[];
  readonly sources: readonly Source[];
}

/** A region of the first level (시도). A merged one names those it replaces. */
export interface Region {
  readonly code: string;
  readonly iso: string | null;
  readonly ko: string;
  readonly en: string;
  readonly shortKo: string;
  readonly replaces: readonly string[];
}

/** A KSIC code with its section letter ("C", "C24", "C24311"). */
export interface Industry {
  readonly code: string;
  readonly ko: string;
  readonly en: string | null;
}

/** Everything the planner reads beside the establishment and its inventory. */
export interface PlannerData {
  readonly measures: MeasureData;
  readonly programs: ProgramData;
  readonly regions: readonly Region[];
  readonly industries: readonly Industry[];
  readonly catalogHash: string;
}
