import { besideEachOther } from './beside-each-other.js';
import { calculationVersion } from './calculation-version.js';
import { type ActivityData, categoryOf } from './categories.js';
import type { Estimate, Setting } from './estimate.js';
import type { FactorData } from './factor-data.js';
import { type Fault, withoutRepeats } from './fault.js';
import type { Inventory, InventoryWarning } from './inventory.js';
import type { InventoryRequest } from './inventory-request.js';
import { Refusal } from './refusal.js';
import { settingOf } from './setting.js';
import { totalsOf } from './totals.js';
import { warning } from './warnings.js';

/** What came of a request: an inventory, or every reason why there is none. */
export type InventoryResult = { readonly inventory: Inventory } | { readonly faults: readonly Fault[] };

/** Estimates one activity, or says why it cannot be. */
const attempt = (activity: ActivityData, path: string, setting: Setting): Estimate | Fault => {
  try {
    return categoryOf(activity.category).estimate(activity, path, setting);
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    throw error;
  }
};

/** A year that borrows the last row says so even where no activity shows it. */
const yearWarnings = (setting: Setting, warnings: readonly InventoryWarning[]): InventoryWarning[] =>
  setting.older && setting.set.fuelCo2 !== 'ipcc' && !warnings.some((each) => each.code === 'olderYear')
    ? [warning('olderYear', null, { year: String(setting.reportingYear), row: setting.row.id })]
    : [];

/** The path of an activity within its request, such as "activityData[1]". */
const pathOf = (index: number): string => `activityData[${index}]`;

/**
 * Computes the inventory of one establishment for one reporting year. Pure: the same request and data give the same bytes.
 * @param request      a request that was read by readInventoryRequest, or built from answers in the same shape
 * @param data         the emission factors
 * @param currentYear  years after it are refused
 * @param places       where each activity stands in what the user wrote; by default its place in the request
 * @returns the inventory, or the faults of the year and of every activity that cannot be estimated
 */
export const computeInventory = (
  request: InventoryRequest,
  data: FactorData,
  currentYear: number,
  places?: readonly number[],
): InventoryResult => {
  const setting = settingOf(request, data, currentYear);
  if ('faults' in setting) return setting;
  const { set, sector, reportingYear, gwp } = setting;
  const results = request.activityData.map((activity, index) => attempt(activity, pathOf(places?.[index] ?? index), setting));
  const faults = results.filter((result) => 'code' in result);
  if (faults.length > 0) return { faults: withoutRepeats(faults) };
  const estimates = results.filter((result) => 'lines' in result);
  const activities = request.activityData.map(({ id: activityDataId, category }, index) => {
    const { label: { en = '', ko = '' } = {}, parts = [] } = estimates[index] ?? {};
    return { activityDataId, category, label: { en, ko }, parts };
  });
  const lines = estimates.flatMap((each) => each.lines);
  const energy = estimates.flatMap((each) => each.energy ?? []);
  const warnings = [...estimates.flatMap((each) => each.warnings), ...besideEachOther(request.activityData, data)];
  return {
    inventory: {
      reportingYear,
      sector,
      factorSet: {
        id: set.id,
        version: data.version,
        hash: data.hash,
        gwp,
        ...(setting.gwpAlternatives.length === 0 ? {} : { gwpAlternatives: setting.gwpAlternatives.map((record) => record.id) }),
        row: setting.row.id,
      },
      calculationVersion,
      totals: totalsOf(lines, energy, data.gases),
      activities,
      lines,
      energy,
      warnings: [...yearWarnings(setting, warnings), ...warnings],
    },
  };
};
