import type { HeatKind, OwnFactor } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { co2eqLine, type Estimator, energyLine, gasLine, locationBased, marketBased, type Place, type Setting } from '../estimate.js';
import { exactSum } from '../exact-sum.js';
import type { CombustionGas, HeatFactor, SupplierHeatFactor, Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, ownFactorField, quantityFields } from '../field.js';
import type { ActivityPart, FactorMatch, FactorUse, InventoryLine, InventoryWarning } from '../inventory.js';
import { factorUnitOf, knownFactorUnit, ownUse } from '../own-factor.js';
import { asObject, type Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import { soldFaults, soldField } from '../sold-on.js';
import { type HeatBill, refuseStrangeHeat, type SuppliedHeat, steamFaults, steamFields, suppliedHeat } from '../supplied-heat.js';
import { type Derivation, shown, stepOf, type TraceNote, type Origin as Trail } from '../trace.js';
import { factorWarnings, warning } from '../warnings.js';

/** Needs exactly one of `supplier` and `kind`, or a factor of its own. */
export interface PurchasedHeatActivity extends HeatBill {
  readonly category: 'purchasedHeat';
  readonly supplier?: string;
  readonly kind?: HeatKind;
  /** The kind whose national value is taken where the supplier has no figure for the year. */
  readonly fallbackKind?: HeatKind;
  readonly factor?: OwnFactor;
}

export const heatKinds: readonly HeatKind[] = ['boiler', 'chp', 'average'];

interface Origin {
  readonly heat: HeatFactor;
  readonly match: FactorMatch;
  readonly tier: 1 | 2;
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
  const national = activity.fallbackKind === undefined ? undefined : data.heat[activity.fallbackKind];
  if (heat === undefined && national !== undefined) {
    const said = warning('nationalHeatForSupplier', activity.id, { supplier, year: String(year), kind: national.en, kindKo: national.ko });
    return { heat: national, match: 'other-revision', tier: 1, warnings: [said], notes: [] };
  }
  if (heat === undefined) {
    const first = Math.min(...figures.map((figure) => figure.year));
    return refuse('supplierFigureTooNew', `${path}.supplier`, { supplier, year, first });
  }
  const notes = otherFigures(figures, heat);
  if (heat.year === year) return { heat, match: 'exact', tier: 2, warnings: [], notes };
  const older = warning('olderSupplierYear', activity.id, { year: String(year), row: String(heat.year) });
  return { heat, match: 'older-year', tier: 2, warnings: [older], notes };
};

const originOf = (activity: PurchasedHeatActivity, path: string, setting: Setting): Origin => {
  if (activity.supplier !== undefined) return bySupplier(activity, activity.supplier, path, setting);
  const heat = activity.kind === undefined ? undefined : setting.data.heat[activity.kind];
  if (heat === undefined) return refuse('heatOriginMissing', path);
  if (setting.set.fuelCo2 !== 'ipcc') return { heat, match: 'exact', tier: 1, warnings: [], notes: [] };
  return { heat, match: 'other-revision', tier: 1, warnings: [warning('nationalHeat', activity.id)], notes: [] };
};

const made = (origin: Trail, amount: string, tonnes: number, use: FactorUse, tier: 1 | 2 | 3, notes: readonly TraceNote[]): Derivation => ({
  steps: [...origin.steps, stepOf(amount, use, tonnes)],
  inputs: origin.inputs,
  factors: [...origin.factors, use],
  tier,
  notes: [...origin.notes, ...notes],
});

/** The heat of a bill on its way to its lines. */
interface Supplied extends SuppliedHeat {
  readonly activity: PurchasedHeatActivity;
  readonly setting: Setting;
}

const byOwnFactor = ({ activity, heatMJ, kilograms, origin, setting }: Supplied, factor: OwnFactor, place: Place): InventoryLine => {
  const { gas, per, tonnes: inTonnes } = knownFactorUnit(factor);
  const isPerMass = per.dimension === 'mass' && kilograms !== null;
  const amount = (isPerMass ? kilograms : heatMJ) / per.inBase;
  const tonnes = amount * factor.value * inTonnes;
  const amountText = `${shown(amount)} ${per.symbol}`;
  // A factor per tonne of steam needs no heat: the step that made it is left out.
  const derivation = isPerMass
    ? {
        ...made({ ...origin, steps: [] }, amountText, tonnes, ownUse(factor), 3, []),
        steps: [stepOf(amountText, ownUse(factor), tonnes, 'M')],
      }
    : made(origin, amountText, tonnes, ownUse(factor), 3, []);
  return gas === 'CO2eq'
    ? co2eqLine(activity, place, tonnes, derivation, setting)
    : gasLine(activity, place, gas, tonnes, derivation, setting);
};

const byOrigin = (
  { activity, heatMJ, origin, setting }: Supplied,
  { heat, match, tier, notes }: Origin,
  gas: CombustionGas,
  kgPerTJ: number,
  place: Place,
): InventoryLine => {
  const { id: factorId, confidence, sourceId, locator } = heat;
  const use: FactorUse = { role: 'EF', factorId, value: kgPerTJ, unit: `kg${gas}/TJ`, match, confidence, sourceId, locator };
  const heatTJ = heatMJ * 1e-6;
  const tonnes = heatTJ * kgPerTJ * 1e-3;
  return gasLine(activity, place, gas, tonnes, made(origin, `${shown(heatTJ)} TJ`, tonnes, use, tier, notes), setting);
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

/**
 * Heat and steam bought, Scope 2:  m = Q · EF · 10⁻³  [t], Q in TJ of heat supplied. The same in both methods.
 * A figure of the supplier is tier 2, the national one tier 1, a factor of one's own tier 3.
 */
const estimate: Estimator<PurchasedHeatActivity> = (activity, path, setting) => {
  const heat = suppliedHeat(activity, path);
  const own = activity.factor === undefined ? null : knownFactorUnit(activity.factor);
  if (own !== null && !(own.per.dimension === 'mass' && heat.kilograms !== null)) refuseStrangeHeat(own.per, `${path}.factor.unit`);
  const origin = own?.gas === 'CO2eq' ? null : originOf(activity, path, setting);
  const supplied: Supplied = { ...heat, activity, setting };
  const lines = [...linesAt(supplied, origin, locationBased), ...linesAt(supplied, origin, marketBased)];
  // An older figure of a supplier has a warning of its own, which names its year.
  const factors = lines.flatMap((line) => line.trace.factors).filter((use) => use.match !== 'older-year');
  const { sold = 0 } = activity;
  const warnings = [
    ...factorWarnings(activity.id, factors, setting.reportingYear, setting.row.id),
    ...(origin?.warnings ?? []),
    ...(origin === null ? [warning('noGasSplit', activity.id)] : []),
    ...(sold > 0 ? [warning('heatSold', activity.id, { amount: `${shown(sold)} ${activity.unit}` })] : []),
  ];
  const label = origin?.heat ?? { en: 'Purchased heat', ko: '구매열' };
  const parts = partsOf(activity);
  return { label, lines, parts, energy: energyLine(activity, label, supplied.heatMJ, supplied.heatMJ, []), warnings };
};

/** The ids and both names of every supplier: a person types the name, a program the id. */
const supplierWords = (vocabulary: Vocabulary): string[] =>
  Object.values(vocabulary.suppliers).flatMap((supplier) => (supplier === undefined ? [] : [supplier.id, supplier.en, supplier.ko]));

const supplierId = (name: string, vocabulary: Vocabulary): string =>
  Object.values(vocabulary.suppliers).find((supplier) => supplier !== undefined && [supplier.id, supplier.en, supplier.ko].includes(name))
    ?.id ?? name;

/** What was used here and what was sold on. */
const partsOf = ({ quantity, unit, sold = 0 }: PurchasedHeatActivity): readonly ActivityPart[] =>
  sold === 0
    ? []
    : [
        { id: 'used', en: 'Used here', ko: '사업장 사용', quantity: exactSum([quantity, -sold]), unit, counted: true },
        { id: 'sold', en: 'Sold on', ko: '재판매', quantity: sold, unit, counted: false },
      ];

const originFaults = (activity: Plain, path: string): Fault[] => {
  const named = ['supplier', 'kind'].filter((key) => Object.hasOwn(activity, key));
  if (named.length === 2) return [{ code: 'heatOriginTwice', field: `${path}.kind`, values: {} }];
  if (Object.hasOwn(activity, 'fallbackKind') && !Object.hasOwn(activity, 'supplier'))
    return [{ code: 'fallbackKindNotNeeded', field: `${path}.fallbackKind`, values: {} }];
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
    choice(
      'fallbackKind',
      false,
      'unknownHeatKind',
      () => heatKinds,
      'With `supplier`: the kind whose national value is taken, with a warning, where the supplier has no figure for the year.',
    ),
    ...steamFields,
    soldField('Sold on to others, in the unit of the bill: not used here.'),
  ],
  faults: (activity, path) => [...originFaults(activity, path), ...steamFaults(activity, path), ...soldFaults(activity, path)],
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
    {
      equation: 'Q = M · Δh',
      en: 'Steam or hot water given by mass is heat by the enthalpy stated with it, less that of the water that went back.',
      ko: '질량으로 적은 스팀·온수는 함께 적은 엔탈피에서 회수된 물의 엔탈피를 뺀 값으로 열량을 구합니다.',
      source: 'Energy balance of the supply; enthalpies by the steam table',
    },
  ],
});
