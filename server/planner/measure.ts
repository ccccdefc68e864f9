import type { Confidence } from '../domain/confidence.js';
import type { Condition } from './condition.js';
import type { Text } from './plan.js';

/** A number of the data: a range, its unit, and where it stands. `endsConfidence` is given where the ends are weaker than the typical value. */
export interface Figure {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly unit: string;
  readonly confidence: Confidence;
  readonly endsConfidence?: Confidence | undefined;
  readonly source: string;
  readonly locator: string;
}

/**
 * What a measure does to its end use: `saves` a share of it; `replacesFuel` takes the fuel out and puts `electricityPerFuel` in;
 * `switchesFuel` leaves the energy and lowers its emissions; `marketOnly` lowers market-based Scope 2; `none` cuts nothing.
 */
export type Effect = 'saves' | 'replacesFuel' | 'switchesFuel' | 'marketOnly' | 'none';

export type FuelState = 'solid' | 'liquid' | 'gas';

/** The states of fuel a measure can act on; `fossilOnly` leaves out fuels that are biogenic already. */
export interface FuelFit {
  readonly states: readonly FuelState[];
  readonly fossilOnly?: boolean | undefined;
}

export interface ReductionMeasure {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  readonly applicability: Text;
  readonly category: Text;
  readonly carrier: 'electricity' | 'fuel' | 'both' | 'refrigerant';
  readonly effect: Effect;
  readonly endUse: string;
  /** Fuels of the end use that the measure can act on: a burner burns no coke. Absent: every fuel. */
  readonly fuels?: FuelFit | undefined;
  /** Share of the energy of the end use; of its emissions for `switchesFuel`. */
  readonly saving: Figure;
  /** Energy of electricity needed per energy of fuel replaced, TJ/TJ. */
  readonly electricityPerFuel?: Figure | undefined;
  /** KRW per unit of `per`, an id of the investment units; counted from the energy of `endUse` where it is not the measure's own. */
  readonly investment?: (Figure & { readonly per: string; readonly endUse?: string | undefined }) | undefined;
  /** The saving is at most this share of the energy of another end use (heat of compressors); without that end use there is no measure. */
  readonly limit?: (Figure & { readonly endUse: string }) | undefined;
  readonly lifetime: { readonly value: number; readonly confidence: Confidence; readonly source: string };
  /** Share of the investment per year. */
  readonly upkeep: { readonly value: number; readonly confidence: Confidence; readonly source: string };
  /** Decide whether the measure is offered: no -> set aside, unknown -> cannot tell. */
  readonly needs: readonly Condition[];
  /** What must be confirmed on site before anything is bought. */
  readonly confirm: readonly Text[];
  readonly exclusiveWith: readonly string[];
  readonly evidence: readonly { readonly fact: string; readonly source: string; readonly confidence: Confidence }[];
}

export interface EndUse {
  readonly id: string;
  readonly name: Text;
  readonly parts: readonly {
    readonly carrier: 'electricity' | 'fuel' | 'mobileFuel';
    /** Components of the carrier, or `total`. */
    readonly components: readonly string[];
    /** Only these fuels of the carrier. */
    readonly fuels?: readonly string[] | undefined;
  }[];
  /** What to find out when the energy of this end use cannot be told. */
  readonly missing?: Text | undefined;
  readonly question?: string | undefined;
}

/** Shares of a carrier by component for industries whose code begins so. */
export interface EndUseSplit {
  readonly id: string;
  readonly name: Text;
  readonly industries: readonly string[];
  readonly carrier: 'electricity' | 'fuel';
  readonly shares: Readonly<Record<string, number>>;
  /** The share of one site as a multiple of the share of its industry: default shares are not measured, so every result carries a range. */
  readonly spread: Figure;
  /** False: components that are not named exist, but their share is not known. */
  readonly complete: boolean;
  readonly confidence: Confidence;
  readonly source: string;
  readonly locator: string;
}

/** What an investment is counted in. `perMegawatt` turns mean load into units; `from` says of which energy. */
export interface InvestmentUnit {
  readonly id: string;
  readonly name: Text;
  readonly from: 'site' | 'baseline' | 'saved' | 'remaining' | 'added' | 'equipmentCount' | 'equipmentSize' | 'premium' | 'notAsked';
  readonly perMegawatt?: number | undefined;
  /** The smallest size that is built: fewer units than this are not counted. */
  readonly smallest?: number | undefined;
  /** h/year of full load that carry the yearly energy. */
  readonly fullLoadHours?: Figure | undefined;
  readonly equipmentKinds?: readonly string[] | undefined;
  readonly sizeUnit?: string | undefined;
  readonly missing?: Text | undefined;
}

export interface EquipmentKind {
  readonly id: string;
  readonly name: Text;
  readonly component?: string | undefined;
  readonly carrier?: 'electricity' | 'fuel' | undefined;
  /** `kilowatts` of input per unit of size; absent where the unit says nothing of energy. */
  readonly sizeUnits: readonly { readonly id: string; readonly kilowatts?: number | undefined }[];
  readonly loadFactor?: Figure | undefined;
}

/** A default price: KRW/MWh of electricity; KRW/GJ gross, KRW/L or KRW/kg of fuel. */
export interface EnergyPrice extends Figure {
  readonly id: string;
  readonly name: Text;
  readonly carrier: 'electricity' | 'fuel';
  readonly fuels?: readonly string[] | undefined;
  readonly validFrom: string;
}
