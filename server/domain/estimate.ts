import type { ActivityData, GwpSet } from './activity-data.js';
import type { Gas } from './factor-data.js';
import type { Scheme } from './fuel-basis.js';
import { useOf } from './fuel-basis.js';
import type { EnergyLine, FactorUse, InventoryLine, InventoryWarning } from './inventory.js';
import { type Derivation, shown, traceOf } from './trace.js';
import { MJ_PER_TOE } from './units.js';

/** What the estimates of one request share. */
export interface Setting extends Scheme {
  readonly reportingYear: number;
  readonly gwp: GwpSet;
}

/** What one activity comes to. Every category makes the same: activity data -> estimate -> lines. */
export interface Estimate {
  readonly lines: readonly InventoryLine[];
  readonly energy: EnergyLine;
  readonly warnings: readonly InventoryWarning[];
}

/** Estimates one activity. Throws Refusal, with a fault below `path`, where it cannot. */
export type Estimator<Activity extends ActivityData> = (activity: Activity, path: string, setting: Setting) => Estimate;

type Place = Pick<InventoryLine, 'scope' | 'method' | 'biogenic'>;

export const scope1: Place = { scope: 1, method: null, biogenic: false };
export const biogenic: Place = { scope: null, method: null, biogenic: true };
export const locationBased: Place = { scope: 2, method: 'location', biogenic: false };
export const marketBased: Place = { scope: 2, method: 'market', biogenic: false };

/** A line of one gas: its tonnes times its global warming potential. */
export const gasLine = (
  activity: ActivityData,
  place: Place,
  gas: Gas,
  tonnes: number,
  made: Derivation,
  setting: Setting,
): InventoryLine => {
  const gwp = setting.data.gwp[`${setting.gwp} ${gas}`];
  if (gwp === undefined) throw new Error(`There is no global warming potential of ${gas} in ${setting.gwp}.`);
  const co2eq = tonnes * gwp.value;
  const step = { equation: 'CO2eq = m · GWP', substituted: `CO2eq = ${shown(tonnes)} t × ${shown(gwp.value)} = ${shown(co2eq)} tCO2eq` };
  const derivation = {
    ...made,
    steps: [...made.steps, step],
    factors: [...made.factors, { ...useOf(gwp, 'GWP', 'exact'), unit: gwp.unit }],
  };
  const { id: activityDataId, category } = activity;
  return { activityDataId, category, ...place, gas, tonnes, co2eq, trace: traceOf(derivation, setting.data.hash) };
};

/** A line whose value has no split by gas. */
export const co2eqLine = (activity: ActivityData, place: Place, co2eq: number, made: Derivation, setting: Setting): InventoryLine => {
  const { id: activityDataId, category } = activity;
  return { activityDataId, category, ...place, gas: 'CO2eq', tonnes: null, co2eq, trace: traceOf(made, setting.data.hash) };
};

/** Energy of a fuel or of heat in the five measures: toe follows from gross heat, and final energy is the gross heat itself. */
export const energyLine = (
  activity: ActivityData,
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
