import type { ActivityBase } from './activity-data.js';
import { co2eqLine, gasLine, type Place, type Setting } from './estimate.js';
import { exactSum } from './exact-sum.js';
import type { CombustionGas, GridFactor } from './factor-data.js';
import type { FactorMatch, FactorUse, InventoryLine } from './inventory.js';
import { refuse } from './refusal.js';
import { type Origin, shown, stepOf } from './trace.js';
import { inBaseUnit, type Unit } from './units.js';

export const MJ_PER_MWH = 3600;

/** The grid value of a request, and how it was found. */
export interface Grid {
  readonly factor: GridFactor;
  readonly match: FactorMatch;
  /** The set has no grid value of its own and took the national one. */
  readonly isForeign: boolean;
}

/** The grid value that serves the reporting year, or a refusal of a year before the first. */
export const gridOf = ({ row, set, data, older, reportingYear }: Setting): Grid => {
  const factor = row.grid === null ? undefined : data.grid[row.grid];
  if (factor === undefined) return refuse('electricityBeforeGrid', 'reportingYear', { year: reportingYear, set: set.id });
  const isForeign = set.fuelCo2 === 'ipcc';
  return { factor, match: older ? 'older-year' : isForeign ? 'other-revision' : 'exact', isForeign };
};

/** Refuses a unit that does not measure electricity, and toe, which measures it in two ways. */
export const refuseStrangeElectricity = (unit: Unit, field: string): void => {
  if (unit.dimension === 'money') refuse('moneyIsNoQuantity', field, { unit: unit.symbol });
  if (unit.dimension !== 'energy') refuse('unitOfOtherDimension', field, { unit: unit.symbol, what: 'electricity', whatKo: '전력' });
  if (unit.symbol === 'toe') refuse('toeOfElectricity', field);
};

/** An amount of electricity in MWh. */
export const megawattHours = (quantity: number, unit: Unit): number => inBaseUnit(quantity, unit) / MJ_PER_MWH;

interface Share {
  readonly gas: CombustionGas;
  /** Tonnes per MWh. */
  readonly perMWh: number;
  readonly printed: number;
  readonly unit: string;
}

/** The split of a grid value by gas; null where none is published. */
export const splitByGas = ({ co2, ch4, n2o }: GridFactor): readonly Share[] | null =>
  co2 === null || ch4 === null || n2o === null
    ? null
    : [
        { gas: 'CO2', perMWh: co2, printed: co2, unit: 'tCO2/MWh' },
        { gas: 'CH4', perMWh: ch4 * 1e-3, printed: ch4, unit: 'kgCH4/MWh' },
        { gas: 'N2O', perMWh: n2o * 1e-3, printed: n2o, unit: 'kgN2O/MWh' },
      ];

const gridUse = ({ factor, match }: Grid, value: number, unit: string): FactorUse => ({
  role: 'EF',
  factorId: factor.id,
  value,
  unit,
  match,
  confidence: factor.confidence,
  sourceId: factor.sourceId,
  locator: factor.locator,
});

/** An amount of electricity on its way to lines. */
export interface Electricity {
  readonly mwh: number;
  readonly origin: Origin;
}

/** The lines of an amount at the grid value:  m = Q · EF  [t], by gas where the published value has a split. */
export const gridLines = (
  activity: ActivityBase,
  { mwh, origin }: Electricity,
  grid: Grid,
  place: Place,
  setting: Setting,
): InventoryLine[] => {
  const { factor } = grid;
  const shares = splitByGas(factor);
  const amount = `${shown(mwh)} MWh`;
  const published = {
    en: `Published: ${factor.co2eq} tCO2eq/MWh with the GWPs of ${factor.gwp}.`,
    ko: `공표값: ${factor.co2eq} tCO2eq/MWh (${factor.gwp} 지구온난화지수 기준).`,
  };
  const made = (use: FactorUse, tonnes: number) =>
    ({
      steps: [...origin.steps, stepOf(amount, use, tonnes)],
      inputs: origin.inputs,
      factors: [...origin.factors, use],
      tier: 1,
      notes: [...origin.notes, published],
    }) as const;
  if (shares === null) {
    const co2eq = mwh * factor.co2eq;
    return [co2eqLine(activity, place, co2eq, made(gridUse(grid, factor.co2eq, 'tCO2eq/MWh'), co2eq), setting)];
  }
  return shares.map(({ gas, perMWh, printed, unit }) => {
    const tonnes = mwh * perMWh;
    return gasLine(activity, place, gas, tonnes, made(gridUse(grid, printed, unit), tonnes), setting);
  });
};

/** tCO2eq of an amount at the grid value, for a figure that is told beside the result. */
export const gridCo2eq = (mwh: number, { factor }: Grid, { data, gwp }: Setting): number => {
  const shares = splitByGas(factor);
  if (shares === null) return mwh * factor.co2eq;
  return exactSum(shares.map(({ gas, perMWh }) => mwh * perMWh * (data.gwp[`${gwp} ${gas}`]?.value ?? 0)));
};
