import type { Confidence } from './confidence.js';
import type { Provenance } from './provenance.js';

/** Any gas of `gases.yaml`, by its id. */
export type Gas = string;
/** Gases of the Kyoto Protocol by family, and those of the Montreal Protocol, which stand outside every total. */
export type GasFamily = 'co2' | 'ch4' | 'n2o' | 'hfcs' | 'pfcs' | 'sf6' | 'nf3' | 'montreal';

/** One number with its unit and provenance. */
export interface FactorRecord extends Provenance {
  readonly value: number;
  readonly unit: string;
  readonly confidence: Confidence;
}
