import type { Activity, GwpSet } from './activity-data.js';
import type { GwpAlternative } from './emission-source-data.js';
import type { FactorRecord, Gas } from './factor-data.js';
import type { Scheme } from './fuel-basis.js';
import { useOf } from './fuel-basis.js';
import type { ActivityLine, ActivityPart, EnergyLine, FactorUse, InventoryLine, InventoryWarning } from './inventory.js';
import { refuse } from './refusal.js';
import { type Derivation, shown, traceOf } from './trace.js';
import { MJ_PER_TOE } from './units.js';

/** What the estimates of one request share. */
export interface Setting extends Scheme {
  readonly reportingYear: number;
  readonly gwp: GwpSet;
  /** Values chosen in place of the defaults of that report. */
  readonly gwpAlternatives: readonly GwpAlternative[];
}

/** What one activity comes to. Every category makes the same: activity data -> estimate -> lines. */
export interface Estimate {
  /** What the activity is called. */
  readonly label: ActivityLine['label'];
  readonly lines: readonly InventoryLine[];
  /** Left out where the activity is told as a whole. */
  readonly parts?: readonly ActivityPart[];
  /** Null where the activity is no use of energy. */
  readonly energy: EnergyLine | null;
  readonly warnings: readonly InventoryWarning[];
}

/** Estimates one activity. Throws Refusal, with a fault below `path`, where it cannot. */
export type Estimator<Kind extends Activity> = (activity: Kind, path: string, setting: Setting) => Estimate;

export type Place = Pick<InventoryLine, 'scope' | 'method' | 'biogenic' | 'montrealProtocol'>;

export const scope1: Place = { scope: 1, method: null, biogenic: false, montrealProtocol: false };
export const biogenic: Place = { scope: null, method: null, biogenic: true, montrealProtocol: false };
export const locationBased: Place = { scope: 2, method: 'location', biogenic: false, montrealProtocol: false };
export const marketBased: Place = { scope: 2, method: 'market', biogenic: false, montrealProtocol: false };
const besideTotals: Place = { scope: null, method: null, biogenic: false, montrealProtocol: true };

/**
 * Which value of CH4 counts: the general one where the CO2 of its carbon is counted already (combustion), the fossil one where it is not,
 * the non-fossil one where the carbon was taken from the air not long ago (waste water).
 */
export type Carbon = 'counted' | 'fossil' | 'non-fossil';

const gwpOf = (gas: Gas, carbon: Carbon, { data, gwp, gwpAlternatives }: Setting): FactorRecord | undefined =>
  gwpAlternatives.find((record) => record.gas === gas) ??
  (carbon === 'counted' ? undefined : data.gwp[`${gwp} ${gas} ${carbon}`]) ??
  data.gwp[`${gwp} ${gas}`];

/** Refuses a gas that the chosen report has no global warming potential for, naming the field the gas came from. */
export const requireGwp = (gas: Gas, field: string, setting: Setting): void => {
  if (gwpOf(gas, 'counted', setting) === undefined) refuse('noGwpOfGas', field, { gas, gwp: setting.gwp });
};

/** A line of one gas: its tonnes times its global warming potential. A gas of the Montreal Protocol stands beside the totals wherever it was meant to go. */
export const gasLine = (
  activity: Activity,
  place: Place,
  gas: Gas,
  tonnes: number,
  made: Derivation,
  setting: Setting,
  carbon: Carbon = 'counted',
): InventoryLine => {
  const gwp = gwpOf(gas, carbon, setting);
  if (gwp === undefined) throw new Error(`There is no global warming potential of ${gas} in ${setting.gwp}.`);
  const co2eq = tonnes * gwp.value;
  const step = { equation: 'CO2eq = m · GWP', substituted: `CO2eq = ${shown(tonnes)} t × ${shown(gwp.value)} = ${shown(co2eq)} tCO2eq` };
  const derivation = {
    ...made,
    steps: [...made.steps, step],
    factors: [...made.factors, { ...useOf(gwp, 'GWP', 'exact'), unit: gwp.unit }],
  };
  const { id: activityDataId, category, quality = null } = activity;
  const at = setting.data.gases[gas]?.family === 'montreal' ? besideTotals : place;
  return {
    activityDataId,
    category,
    ...at,
    gas,
    tonnes,
    co2eq,
    part: null,
    quality,
    trace: traceOf(derivation, setting.data.hash),
  };
};

/** A line whose value has no split by gas. */
export const co2eqLine = (activity: Activity, place: Place, co2eq: number, made: Derivation, setting: Setting): InventoryLine => {
  const { id: activityDataId, category, quality = null } = activity;
  return {
    activityDataId,
    category,
    ...place,
    gas: 'CO2eq',
    tonnes: null,
    co2eq,
    part: null,
    quality,
    trace: traceOf(made, setting.data.hash),
  };
};

/** Lines of a part of an activity. */
export const ofPart = (part: string, lines: readonly InventoryLine[]): InventoryLine[] => lines.map((line) => ({ ...line, part }));

/** Energy of a fuel or of heat in the five measures: toe follows from gross heat, and final energy is the gross heat itself. */
export const energyLine = (
  activity: Activity,
  { en, ko }: EnergyLine['label'],
  netMJ: number | null,
  grossMJ: number | null,
  factors: readonly FactorUse[],
): EnergyLine => {
  const grossTJ = grossMJ === null ? null : grossMJ * 1e-6;
  const toe = grossMJ === null ? null : grossMJ / MJ_PER_TOE;
  const { id: activityDataId, category } = activity;
  const netTJ = netMJ === null ? null : netMJ * 1e-6;
  return { activityDataId, category, label: { en, ko }, factors, netTJ, grossTJ, toe, finalTJ: grossTJ, finalToe: toe };
};
