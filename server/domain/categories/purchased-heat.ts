import type { ActivityBase, HeatKind, OwnFactor } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { co2eqLine, type Estimator, energyLine, gasLine, locationBased, marketBased, type Place, type Setting } from '../estimate.js';
import type { CombustionGas, HeatFactor, SupplierHeatFactor, Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, ownFactorField, quantityFields } from '../field.js';
import type { FactorMatch, FactorUse, InventoryLine, InventoryWarning } from '../inventory.js';
import { factorUnitOf, knownFactorUnit, ownUse } from '../own-factor.js';
import { asObject, type Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import { billInput, type Derivation, shown, stepOf, type TraceNote } from '../trace.js';
import { inBaseUnit, knownUnit, type Unit } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

/** Needs exactly one of `supplier` and `kind`, or a factor of its own. */
export interface PurchasedHeatActivity extends ActivityBase {
  readonly category: 'purchasedHeat';
  readonly supplier?: string;
  readonly kind?: HeatKind;
  readonly factor?: OwnFactor;
}

export const heatKinds: readonly HeatKind[] = ['boiler', 'chp', 'average'];

interface Origin {
  readonly heat: HeatFactor;
  readonly match: FactorMatch;
  readonly warnings: readonly InventoryWarning[];
  readonly notes: readonly TraceNote[];
}

/** What else the supplier published for the same year, so that the choice can be seen. */
const otherFigures = (figures: readonly SupplierHeatFactor[], chosen: SupplierHeatFactor): TraceNote[] =>
  figures
    .filter((figure) => figure.year === chosen.year && figure.id !== chosen.id)
    .map(({ id, co2, servesFrom }) => ({
      en: `For reporting years from ${servesFrom} the supplier published another figure of the same year: ${shown(co2)} kgCO2/TJ (${id}).`,
      ko: `공급자는 같은 해에 ${servesFrom}년 이후에 쓸 값도 공표했습니다: ${shown(co2)} kgCO2/TJ (${id}).`,
    }));

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
  const notes = otherFigures(figures, heat);
  if (heat.year === year) return { heat, match: 'exact', warnings: [], notes };
  const older = warning('olderSupplierYear', activity.id, { year: String(year), row: String(heat.year) });
  return { heat, match: 'older-year', warnings: [older], notes };
};

const originOf = (activity: PurchasedHeatActivity, path: string, setting: Setting): Origin => {
  if (activity.supplier !== undefined) return bySupplier(activity, activity.supplier, path, setting);
  const heat = activity.kind === undefined ? undefined : setting.data.heat[activity.kind];
  if (heat === undefined) return refuse('heatOriginMissing', path);
  if (setting.set.fuelCo2 !== 'ipcc') return { heat, match: 'exact', warnings: [], notes: [] };
  return { heat, match: 'other-revision', warnings: [warning('nationalHeat', activity.id)], notes: [] };
};

const made = (
  activity: PurchasedHeatActivity,
  amount: string,
  tonnes: number,
  use: FactorUse,
  tier: 1 | 2 | 3,
  notes: readonly TraceNote[],
): Derivation => ({
  steps: [stepOf(amount, use, tonnes)],
  inputs: [billInput(activity.quantity, activity.unit)],
  factors: [use],
  tier,
  notes,
});

/** The heat of a bill on its way to its lines. */
interface Supplied {
  readonly activity: PurchasedHeatActivity;
  readonly heatMJ: number;
  readonly setting: Setting;
}

const byOwnFactor = ({ activity, heatMJ, setting }: Supplied, factor: OwnFactor, place: Place): InventoryLine => {
  const { gas, per, tonnes: inTonnes } = knownFactorUnit(factor);
  const amount = heatMJ / per.inBase;
  const tonnes = amount * factor.value * inTonnes;
  const derivation = made(activity, `${shown(amount)} ${per.symbol}`, tonnes, ownUse(factor), 3, []);
  return gas === 'CO2eq'
    ? co2eqLine(activity, place, tonnes, derivation, setting)
    : gasLine(activity, place, gas, tonnes, derivation, setting);
};

const byOrigin = (
  { activity, heatMJ, setting }: Supplied,
  { heat, match, notes }: Origin,
  gas: CombustionGas,
  kgPerTJ: number,
  place: Place,
): InventoryLine => {
  const { id: factorId, confidence, sourceId, locator } = heat;
  const use: FactorUse = { role: 'EF', factorId, value: kgPerTJ, unit: `kg${gas}/TJ`, match, confidence, sourceId, locator };
  const heatTJ = heatMJ * 1e-6;
  const tonnes = heatTJ * kgPerTJ * 1e-3;
  const tier = activity.supplier === undefined ? 1 : 2;
  return gasLine(activity, place, gas, tonnes, made(activity, `${shown(heatTJ)} TJ`, tonnes, use, tier, notes), setting);
};

/** A factor of one's own in CO2eq replaces every line, one of a gas that of the gas. */
const linesAt = (supplied: Supplied, origin: Origin | null, place: Place): InventoryLine[] => {
  const { factor } = supplied.activity;
  if (origin === null) {
    if (factor === undefined) throw new Error('Heat of no origin needs a factor of its own.');
    return [byOwnFactor(supplied, factor, place)];
  }
  const { co2, ch4, n2o } = origin.heat;
  const published = [
    ['CO2', co2],
    ['CH4', ch4],
    ['N2O', n2o],
  ] as const;
  return published.map(([gas, kgPerTJ]) =>
    factor !== undefined && knownFactorUnit(factor).gas === gas
      ? byOwnFactor(supplied, factor, place)
      : byOrigin(supplied, origin, gas, kgPerTJ, place),
  );
};

const refuseOtherDimension = (unit: Unit, field: string): void => {
  if (unit.dimension !== 'energy') refuse('unitOfOtherDimension', field, { unit: unit.symbol, what: 'heat' });
};

/**
 * Heat and steam bought, Scope 2:  m = Q · EF · 10⁻³  [t], Q in TJ of heat supplied. The same in both methods.
 * A figure of the supplier is tier 2, the national one tier 1, a factor of one's own tier 3.
 */
const estimate: Estimator<PurchasedHeatActivity> = (activity, path, setting) => {
  const unit = knownUnit(activity.unit);
  refuseOtherDimension(unit, `${path}.unit`);
  const own = activity.factor === undefined ? null : knownFactorUnit(activity.factor);
  if (own !== null) refuseOtherDimension(own.per, `${path}.factor.unit`);
  const origin = own?.gas === 'CO2eq' ? null : originOf(activity, path, setting);
  const supplied: Supplied = { activity, heatMJ: inBaseUnit(activity.quantity, unit), setting };
  const lines = [...linesAt(supplied, origin, locationBased), ...linesAt(supplied, origin, marketBased)];
  // An older figure of a supplier has a warning of its own, which names its year.
  const factors = lines.flatMap((line) => line.trace.factors).filter((use) => use.match !== 'older-year');
  const warnings = [
    ...factorWarnings(activity.id, factors, setting.reportingYear, setting.row.id),
    ...(origin?.warnings ?? []),
    ...(origin === null ? [warning('noGasSplit', activity.id)] : []),
  ];
  const label = origin?.heat ?? { en: 'Purchased heat', ko: '구매열' };
  return { label, lines, energy: energyLine(activity, label, supplied.heatMJ, supplied.heatMJ, []), warnings };
};

/** The ids and both names of every supplier: a person types the name, a program the id. */
const supplierWords = (vocabulary: Vocabulary): string[] =>
  Object.values(vocabulary.suppliers).flatMap((supplier) => (supplier === undefined ? [] : [supplier.id, supplier.en, supplier.ko]));

const supplierId = (name: string, vocabulary: Vocabulary): string =>
  Object.values(vocabulary.suppliers).find((supplier) => supplier !== undefined && [supplier.id, supplier.en, supplier.ko].includes(name))
    ?.id ?? name;

const originFaults = (activity: Plain, path: string): Fault[] => {
  const named = ['supplier', 'kind'].filter((key) => Object.hasOwn(activity, key));
  if (named.length === 2) return [{ code: 'heatOriginTwice', field: `${path}.kind`, values: {} }];
  const unit = asObject(activity.factor)?.unit;
  const isWhole = typeof unit === 'string' && factorUnitOf(unit)?.gas === 'CO2eq';
  return named.length === 0 && !isWhole ? [{ code: 'heatOriginMissing', field: `${path}.supplier`, values: {} }] : [];
};

export const purchasedHeat = defineCategory<PurchasedHeatActivity>({
  id: 'purchasedHeat',
  scope: 2,
  en: 'Purchased heat',
  ko: '구매열',
  fields: [
    ...quantityFields,
    ownFactorField,
    choice('supplier', false, 'unknownSupplier', supplierWords, 'The supplier of the heat, by id or name. Either this or `kind`.'),
    choice('kind', false, 'unknownHeatKind', () => heatKinds, 'The kind of plant the heat comes from. Either this or `supplier`.'),
  ],
  faults: originFaults,
  settle: (activity, vocabulary) =>
    activity.supplier === undefined ? activity : { ...activity, supplier: supplierId(activity.supplier, vocabulary) },
  estimate,
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · EF · 10⁻³',
      en: "Heat and steam bought: the supplier's own figure first, then the national one of the kind of plant; the same in both methods.",
      ko: '외부에서 산 열과 스팀: 공급자가 공표한 값을 먼저 쓰고, 없으면 열원 종류별 국가 값을 씁니다. 두 방식의 값이 같습니다.',
      source: 'K-ETS guideline, annex 6; GHG Protocol Scope 2 Guidance',
    },
  ],
});
