import type { Activity } from './activity-data.js';
import type { FugitiveMethod } from './emission-source-data.js';

/** Gas that escaped or was let out. Every mass is in its one unit. */
export interface FugitiveEmissionsActivity extends Activity {
  readonly category: 'fugitiveEmissions';
  readonly source: string;
  /** A gas, a blend or a carrier by any of its names; not needed where the source has one alone. */
  readonly gas?: string;
  /** Default: topUp. */
  readonly method?: FugitiveMethod;
  readonly unit: string;
  /** topUp: what was bought or put in. leakRate: the charge in use. */
  readonly quantity?: number;
  readonly recovered?: number;
  readonly co2VolumeShare?: number;
  readonly equipment?: string;
  readonly annualRate?: number;
  readonly installedQuantity?: number;
  readonly installationRate?: number;
  readonly retiredQuantity?: number;
  readonly remainingShare?: number;
  readonly recoveredShare?: number;
  readonly inventoryStart?: number;
  readonly inventoryEnd?: number;
  readonly purchases?: number;
  readonly sales?: number;
  readonly capacityStart?: number;
  readonly capacityEnd?: number;
}
