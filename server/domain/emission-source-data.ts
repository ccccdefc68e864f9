import type { FactorRecord, Gas, GasFamily } from './factor-record.js';
import type { ModifierKey } from './process-modifiers.js';
import type { Lookup } from './provenance.js';
import type { Dimension } from './units.js';

/** A name in both languages. */
export interface Named {
  readonly id: string;
  readonly en: string;
  readonly ko: string;
}

/** One factor of a chain: tonnes of gas per tonne of product, or heat per tonne, carbon per heat and so on. */
export interface ChainFactor extends FactorRecord {
  /** What it is called in the equation: "EF", "FR". */
  readonly symbol: string;
  /** As its row prints it, with the product; `unit` is the short form. */
  readonly printedUnit: string;
}

/** The gas of a process and how much of it comes of the quantity. */
export interface ProcessEmission {
  readonly gas: Gas;
  /** Multiplied by each other. Empty where a range alone is printed. */
  readonly factors: readonly ChainFactor[];
  /** The chain ends in carbon, which becomes CO2 by 44/12. */
  readonly carbon: boolean;
  /** Made of another gas, not left over of the one that was used. */
  readonly byproduct: boolean;
  /** Where no single value is printed: its ends, in tonnes per base unit of the quantity, and as printed. */
  readonly range: { readonly low: number; readonly high: number; readonly unit: string } | null;
}

/** A term of the equation that a process knows besides its quantity. */
export interface ProcessModifier {
  readonly key: ModifierKey;
  /** The gases it belongs to; null for all of them. */
  readonly gases: readonly Gas[] | null;
  readonly least: number;
  readonly most: number;
  /** The activity has to give it: no default is printed. */
  readonly required: boolean;
  /** Null: it does not apply unless it is given. */
  readonly default: FactorRecord | null;
  /** The range that is printed for it; outside it there is a warning. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  /** What the factor holds already; a value of the activity's own takes its place. */
  readonly included: FactorRecord | null;
}

/** A process that emits without burning. */
export interface Process extends Named {
  readonly tier: 1 | 2;
  /** What is measured: product made, carbonate used, area processed, gas used. */
  readonly quantity: { readonly en: string; readonly ko: string; readonly dimension: Dimension };
  readonly emissions: readonly ProcessEmission[];
  readonly modifiers: readonly ProcessModifier[];
  readonly note: { readonly en: string; readonly ko: string } | null;
}

/** A mixture of gases by mass fraction; `others` are no greenhouse gases. */
export interface Blend {
  /** Such as R-410A. */
  readonly id: string;
  readonly recordId: string;
  readonly massFractions: Readonly<Record<Gas, number>>;
  readonly others: Readonly<Record<string, number>>;
  readonly aliases: readonly string[];
  readonly confidence: FactorRecord['confidence'];
  readonly sourceId: string;
  readonly locator: string;
}

/** What is no greenhouse gas but makes or carries one: acetylene, argon with CO2. */
export interface Carrier extends Named {
  readonly aliases: readonly string[];
  readonly gas: Gas;
  /** kg of gas per kg; null where it follows from a share by volume. */
  readonly yield: FactorRecord | null;
  /** Molar masses, g/mol. */
  readonly molarMass: { readonly gas: FactorRecord; readonly carrier: FactorRecord } | null;
}

export type FugitiveMethod = 'topUp' | 'leakRate' | 'massBalance';

/** Where a gas escapes or is let out. */
export interface FugitiveSource extends Named {
  readonly families: readonly GasFamily[];
  /** Gases and carriers by id, besides those of the families. */
  readonly gases: readonly string[];
  /** The gas where there is one alone. */
  readonly only: Gas | null;
  readonly methods: readonly FugitiveMethod[];
  /** The kinds of equipment whose rates may be used. */
  readonly equipment: string | null;
}

/** Equipment that holds a gas. Rates are shares of the charge; null where none is printed. */
export interface EquipmentKind extends Named {
  readonly for: string;
  /** Where the figures were measured or decided, such as KR; null for those of the IPCC for the world. */
  readonly country: string | null;
  readonly installation: FactorRecord | null;
  readonly annual: FactorRecord;
  readonly remaining: FactorRecord | null;
  readonly recovered: FactorRecord | null;
  readonly usual: { readonly low: number; readonly high: number; readonly id: string } | null;
}

/** What enters or leaves a furnace, with its carbon in kg per kg; null where it varies too much for a default. */
export interface CarbonMaterial extends Named {
  readonly aliases: readonly string[];
  readonly biogenic: boolean;
  /** Fuels whose combustion could count the same carbon. */
  readonly fuels: readonly string[];
  readonly content: FactorRecord | null;
}

/** How waste water is treated or discharged, with the share of the methane capacity that is realized. */
export interface Treatment extends Named {
  readonly conversion: FactorRecord;
}

/** A global warming potential beside the default of its report. */
export interface GwpAlternative extends FactorRecord {
  readonly gas: Gas;
  readonly set: string;
}

/** Everything that can be named in activities other than the use of energy. */
export interface EmissionSources {
  readonly processes: Lookup<string, Process>;
  readonly blends: Lookup<string, Blend>;
  readonly carriers: Lookup<string, Carrier>;
  /** kg of gas let out per kg bought, where a record says so. */
  readonly released: Lookup<Gas, FactorRecord>;
  readonly fugitiveSources: Lookup<string, FugitiveSource>;
  readonly equipment: Lookup<string, EquipmentKind>;
  readonly carbonMaterials: Lookup<string, CarbonMaterial>;
  readonly treatments: Lookup<string, Treatment>;
  /** Bo by COD and BOD, and N2O-N per N discharged. */
  readonly wasteWater: { readonly COD: FactorRecord; readonly BOD: FactorRecord; readonly nitrogen: FactorRecord };
  readonly gwpAlternatives: Lookup<string, GwpAlternative>;
}
