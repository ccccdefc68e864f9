import type { PurchasedHeatActivity } from '../activity-data.js';
import { co2eqLine, type Estimator, energyLine, gasLine, locationBased, marketBased, type Setting } from '../estimate.js';
import type { Gas, HeatFactor } from '../factor-data.js';
import type { FactorMatch, FactorUse, InventoryLine, InventoryWarning } from '../inventory.js';
import { knownFactorUnit, ownUse } from '../own-factor.js';
import { refuse } from '../refusal.js';
import { billInput, type Derivation, shown, stepOf } from '../trace.js';
import { inBaseUnit, knownUnit } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

interface Origin {
  readonly heat: HeatFactor;
  readonly match: FactorMatch;
  readonly warnings: readonly InventoryWarning[];
}

/** The supplier's newest figure that is not of a year after the reporting year, among those that serve that year. */
const bySupplier = (activity: PurchasedHeatActivity, supplier: string, path: string, { data, reportingYear: year }: Setting): Origin => {
  const figures = data.supplierHeat[supplier] ?? [];
  const heat = figures.findLast(
    (figure) => figure.year <= year && figure.servesFrom <= year && (figure.servesTo === null || year <= figure.servesTo),
  );
  if (heat === undefined) {
    const first = Math.min(...figures.map((figure) => figure.year));
    return refuse('supplierFigureTooNew', `${path}.supplier`, { supplier, year, first });
  }
  if (heat.year === year) return { heat, match: 'exact', warnings: [] };
  return {
    heat,
    match: 'older-year',
    warnings: [warning('olderSupplierYear', activity.id, { year: String(year), row: String(heat.year) })],
  };
};

const originOf = (activity: PurchasedHeatActivity, path: string, setting: Setting): Origin => {
  if (activity.supplier !== undefined) return bySupplier(activity, activity.supplier, path, setting);
  const heat = activity.kind === undefined ? undefined : setting.data.heat[activity.kind];
  if (heat === undefined) return refuse('heatOriginMissing', path);
  if (setting.set.fuelCo2 !== 'ipcc') return { heat, match: 'exact', warnings: [] };
  return { heat, match: 'other-revision', warnings: [warning('nationalHeat', activity.id)] };
};

const made = (activity: PurchasedHeatActivity, amount: string, tonnes: number, use: FactorUse, tier: 1 | 2 | 3): Derivation => ({
  steps: [stepOf(amount, use, tonnes)],
  inputs: [billInput(activity.quantity, activity.unit)],
  factors: [use],
  tier,
  notes: [],
});

/**
 * Heat and steam bought, Scope 2:  m = Q · EF · 10⁻³  [t], Q in TJ of heat supplied. The same in both methods.
 * A figure of the supplier is tier 2, the national one tier 1, a factor of one's own tier 3.
 */
export const purchasedHeat: Estimator<PurchasedHeatActivity> = (activity, path, setting) => {
  const unit = knownUnit(activity.unit);
  if (unit.dimension !== 'energy') refuse('unitOfOtherDimension', `${path}.unit`, { unit: unit.symbol, what: 'heat' });
  const heatMJ = inBaseUnit(activity.quantity, unit);
  const { factor } = activity;
  const own = factor === undefined ? null : knownFactorUnit(factor);
  if (own !== null && own.per.dimension !== 'energy')
    refuse('unitOfOtherDimension', `${path}.factor.unit`, { unit: own.per.symbol, what: 'heat' });
  const origin = own?.gas === 'CO2eq' ? null : originOf(activity, path, setting);

  const ownDerivation = (): { tonnes: number; derivation: Derivation } => {
    if (factor === undefined || own === null) throw new Error('There is no factor of its own.');
    const amount = heatMJ / own.per.inBase;
    const tonnes = amount * factor.value * own.tonnes;
    return { tonnes, derivation: made(activity, `${shown(amount)} ${own.per.symbol}`, tonnes, ownUse(factor), 3) };
  };
  const line = (place: typeof locationBased, gas: Gas, kgPerTJ: number, heat: HeatFactor, match: FactorMatch): InventoryLine => {
    if (own?.gas === gas) {
      const { tonnes, derivation } = ownDerivation();
      return gasLine(activity, place, gas, tonnes, derivation, setting);
    }
    const tonnes = heatMJ * 1e-6 * kgPerTJ * 1e-3;
    const { id: factorId, confidence, sourceId, locator } = heat;
    const use: FactorUse = { role: 'EF', factorId, value: kgPerTJ, unit: `kg${gas}/TJ`, match, confidence, sourceId, locator };
    return gasLine(
      activity,
      place,
      gas,
      tonnes,
      made(activity, `${shown(heatMJ * 1e-6)} TJ`, tonnes, use, activity.supplier === undefined ? 1 : 2),
      setting,
    );
  };
  const linesAt = (place: typeof locationBased): InventoryLine[] => {
    if (origin === null) {
      const { tonnes, derivation } = ownDerivation();
      return [co2eqLine(activity, place, tonnes, derivation, setting)];
    }
    const { heat, match } = origin;
    return [
      line(place, 'CO2', heat.co2, heat, match),
      line(place, 'CH4', heat.ch4, heat, match),
      line(place, 'N2O', heat.n2o, heat, match),
    ];
  };
  const lines = [...linesAt(locationBased), ...linesAt(marketBased)];
  const trusted = lines.flatMap((each) => each.trace.factors).filter((use) => use.match !== 'older-year');
  const warnings = [
    ...factorWarnings(activity.id, trusted, setting.reportingYear, setting.row.id),
    ...(origin?.warnings ?? []),
    ...(origin === null ? [warning('noGasSplit', activity.id)] : []),
  ];
  return { lines, energy: energyLine(activity, origin?.heat ?? { en: 'Purchased heat', ko: '구매열' }, heatMJ, heatMJ), warnings };
};
