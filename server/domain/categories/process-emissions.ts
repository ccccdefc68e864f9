import type { ActivityBase, OwnFactor } from '../activity-data.js';
import { defineCategory } from '../category.js';
import type { Process, ProcessEmission } from '../emission-source-data.js';
import { co2eqLine, type Estimator, gasLine, requireGwp, type Setting, scope1 } from '../estimate.js';
import type { Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, type Field, ownFactorField, quantityFields } from '../field.js';
import type { InventoryLine, InventoryWarning } from '../inventory.js';
import { knownFactorUnit } from '../own-factor.js';
import type { Plain } from '../plain.js';
import { type ModifierKey, modifierKeys, modifierOf } from '../process-modifiers.js';
import { type Multiplier, ownMultiplier, printedMultiplier } from '../process-multiplier.js';
import { type Given, recoveredInput, recoveredOf, termsOf } from '../process-terms.js';
import { refuse } from '../refusal.js';
import { billInput, type Derivation, shown } from '../trace.js';
import { inBaseUnit, knownUnit, type Unit, unitsOf } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

export interface ProcessEmissionsActivity extends ActivityBase, Given {
  readonly category: 'processEmissions';
  readonly process: string;
  readonly factor?: OwnFactor;
}

const fields: readonly Field[] = [
  ...quantityFields,
  ownFactorField,
  choice('process', true, 'unknownProcess', (vocabulary) => Object.keys(vocabulary.processes), 'What is made or used.'),
  ...modifierKeys.map((key): Field => {
    const { kind, unit, en } = modifierOf(key);
    return { key, kind, required: false, unit, en: `${en}.` };
  }),
];

const pairFaults = (activity: Plain, path: string): Fault[] => {
  const pair = ['destructionEfficiency', 'treatedShare'];
  const given = [...pair, 'byproductDestructionEfficiency'].filter((key) => Object.hasOwn(activity, key));
  const missing = pair.find((key) => !Object.hasOwn(activity, key));
  return given.length === 0 || missing === undefined ? [] : [{ code: 'abatementNeedsBoth', field: `${path}.${missing}`, values: {} }];
};

/** Whether a number can be such a modifier at all. Where it cannot, its field has been refused already, and one fault is enough. */
const isOfKind = (key: ModifierKey, value: number): boolean => {
  const { kind } = modifierOf(key);
  return kind === 'positive' ? value > 0 : value >= 0 && (kind !== 'share' || value <= 1);
};

const modifierFaults = (activity: Plain, kind: Process, path: string): Fault[] =>
  modifierKeys.flatMap((key): Fault[] => {
    const field = `${path}.${key}`;
    const known = kind.modifiers.find((modifier) => modifier.key === key);
    const value = activity[key];
    if (value === undefined) {
      if (known?.required !== true) return [];
      const { low, high } = known.usual ?? { low: known.least, high: known.most };
      return [
        {
          code: 'modifierMissing',
          field,
          values: { key, process: kind.id, what: modifierOf(key).en, whatKo: modifierOf(key).ko, low, high },
        },
      ];
    }
    if (known === undefined) {
      const names = kind.modifiers.map((modifier) => modifier.key).join(', ');
      return [{ code: 'modifierNotOfProcess', field, values: { key, process: kind.id, known: names === '' ? '–' : names } }];
    }
    return typeof value === 'number' && isOfKind(key, value) && (value < known.least || value > known.most)
      ? [{ code: 'modifierOutOfBounds', field, values: { given: value, key, least: known.least, most: known.most } }]
      : [];
  });

const rangeFaults = (activity: Plain, kind: Process, path: string): Fault[] => {
  const range = kind.emissions.find((emission) => emission.range !== null)?.range;
  if (range === undefined || range === null || Object.hasOwn(activity, 'factor')) return [];
  return [{ code: 'factorRangeOnly', field: `${path}.factor`, values: { process: kind.id, range: range.unit } }];
};

const faults = (activity: Plain, path: string, { processes }: Vocabulary): Fault[] => {
  const kind = typeof activity.process === 'string' ? processes[activity.process] : undefined;
  if (kind === undefined) return [];
  return [...modifierFaults(activity, kind, path), ...rangeFaults(activity, kind, path), ...pairFaults(activity, path)];
};

/** An activity with everything that was looked up for it. */
interface Running {
  readonly activity: ProcessEmissionsActivity;
  readonly kind: Process;
  readonly unit: Unit;
  /** The quantity in the base unit of its dimension. */
  readonly amount: number;
  readonly path: string;
  readonly setting: Setting;
}

const own = ({ activity, unit, amount, path }: Running, factor: OwnFactor): Multiplier => {
  const { per } = knownFactorUnit(factor);
  if (per.dimension !== unit.dimension) {
    refuse('factorUnitOtherDimension', `${path}.factor.unit`, { unit: per.symbol, fuel: activity.process, given: unit.symbol });
  }
  return ownMultiplier(factor, amount);
};

/** A range is what nature allows: a factor of one's own lies within it. */
const checkRange = ({ path }: Running, { range }: ProcessEmission, factor: OwnFactor): void => {
  if (range === null) return;
  const { per, tonnes } = knownFactorUnit(factor);
  const perBase = (factor.value * tonnes) / per.inBase;
  const slack = range.high * 1e-9;
  if (perBase < range.low - slack || perBase > range.high + slack) {
    refuse('factorOutsideRange', `${path}.factor.value`, { given: factor.value, unit: factor.unit, range: range.unit });
  }
};

const ofGas = (running: Running, emission: ProcessEmission): InventoryLine => {
  const { activity, kind, path, setting } = running;
  const factor = activity.factor !== undefined && knownFactorUnit(activity.factor).gas === emission.gas ? activity.factor : null;
  requireGwp(emission.gas, `${path}.process`, setting);
  if (factor !== null) checkRange(running, emission, factor);
  if (factor === null && emission.range !== null) {
    refuse('factorRangeOnly', `${path}.factor`, { process: kind.id, range: emission.range.unit });
  }
  const multiplier = factor === null ? printedMultiplier(emission, running.amount) : own(running, factor);
  const terms = termsOf(kind, emission, activity, factor !== null);
  const recovered = recoveredOf(emission, activity);
  const made = multiplier.amount * multiplier.value * terms.times * multiplier.tonnes;
  if (recovered > made) refuse('recoveredMoreThanMade', `${path}.recoveredCo2Tonnes`, { recovered, made: shown(made) });
  const tonnes = made - recovered;
  const [off, offNumbers] = recovered === 0 ? ['', ''] : [' − R', ` − ${shown(recovered)} t`];
  const derivation: Derivation = {
    steps: [
      {
        equation: `m = Q${multiplier.symbols}${terms.symbols}${multiplier.scale.symbols}${off}`,
        substituted: `m = ${shown(multiplier.amount)} ${multiplier.per}${multiplier.numbers}${terms.numbers}${multiplier.scale.numbers}${offNumbers} = ${shown(tonnes)} t`,
      },
    ],
    inputs: [
      { ...billInput(activity.quantity, activity.unit), en: kind.quantity.en, ko: kind.quantity.ko },
      ...terms.inputs,
      ...(recovered === 0 ? [] : [recoveredInput(recovered)]),
    ],
    factors: [...multiplier.uses, ...terms.factors],
    tier: factor === null ? kind.tier : 3,
    notes: kind.note === null ? [] : [kind.note],
  };
  return gasLine(activity, scope1, emission.gas, tonnes, derivation, setting, 'fossil');
};

/** A factor of one's own in CO2eq replaces every gas. */
const asWhole = (running: Running, factor: OwnFactor): InventoryLine => {
  const { activity, kind, setting } = running;
  const [emission, ...others] = kind.emissions;
  if (emission !== undefined && others.length === 0) checkRange(running, emission, factor);
  const { amount, per, value, numbers, tonnes: inTonnes, scale, uses } = own(running, factor);
  const co2eq = amount * value * inTonnes;
  const step = {
    equation: `m = Q · EF${scale.symbols}`,
    substituted: `m = ${shown(amount)} ${per}${numbers}${scale.numbers} = ${shown(co2eq)} t`,
  };
  const inputs = [{ ...billInput(activity.quantity, activity.unit), en: kind.quantity.en, ko: kind.quantity.ko }];
  return co2eqLine(activity, scope1, co2eq, { steps: [step], inputs, factors: uses, tier: 3, notes: [] }, setting);
};

const refuseStrangeUnit = ({ kind: { quantity }, unit, path }: Running): void => {
  if (unit.dimension === quantity.dimension) return;
  const known = unitsOf(quantity.dimension).join(', ');
  refuse('unitNotOfQuantity', `${path}.unit`, { unit: unit.symbol, what: quantity.en, whatKo: quantity.ko, known });
};

const refuseStrangeFactor = ({ kind, path }: Running, factor: OwnFactor): void => {
  const { gas } = knownFactorUnit(factor);
  const known = kind.emissions.map((emission) => emission.gas);
  if (gas !== 'CO2eq' && !known.includes(gas)) {
    refuse('factorGasNotOfProcess', `${path}.factor.unit`, { gas, process: kind.id, known: [...known, 'CO2eq'].join(', ') });
  }
};

const unusual = ({ activity, kind }: Running): InventoryWarning[] =>
  kind.modifiers.flatMap(({ key, usual }) => {
    const value = activity[key];
    return usual !== null && value !== undefined && (value < usual.low || value > usual.high)
      ? [warning('outsideUsualRange', activity.id, { what: key, low: String(usual.low), high: String(usual.high) })]
      : [];
  });

/** Emissions of a process, Scope 1:  m = Q · EF · terms  [t], by gas; 44/12 where the factors end in carbon. */
const estimate: Estimator<ProcessEmissionsActivity> = (activity, path, setting) => {
  const kind = setting.data.processes[activity.process];
  if (kind === undefined) throw new Error(`The process ${activity.process} was not checked before it was used.`);
  const unit = knownUnit(activity.unit);
  const running: Running = { activity, kind, unit, amount: inBaseUnit(activity.quantity, unit), path, setting };
  refuseStrangeUnit(running);
  const missing = kind.modifiers.find(({ key, required }) => required && activity[key] === undefined);
  if (missing !== undefined) throw new Error(`${missing.key} of ${kind.id} was not checked before it was used.`);
  const { factor } = activity;
  if (factor !== undefined) refuseStrangeFactor(running, factor);
  const isWhole = factor !== undefined && knownFactorUnit(factor).gas === 'CO2eq';
  const lines = isWhole ? [asWhole(running, factor)] : kind.emissions.map((emission) => ofGas(running, emission));
  const { en, ko } = kind;
  return {
    label: { en, ko },
    lines,
    energy: null,
    warnings: [
      ...factorWarnings(
        activity.id,
        lines.flatMap((line) => line.trace.factors),
        setting.reportingYear,
        setting.row.id,
      ),
      ...unusual(running),
      ...(isWhole ? [warning('noGasSplit', activity.id)] : []),
    ],
  };
};

/** Every process once, with what it needs from the middle of its bounds; a process with a range alone has no factor to show. */
const samples = ({ processes }: Vocabulary): ProcessEmissionsActivity[] =>
  Object.values(processes).flatMap((kind) => {
    const unit = kind === undefined ? undefined : unitsOf(kind.quantity.dimension).at(-1);
    if (kind === undefined || unit === undefined || kind.emissions.some((emission) => emission.range !== null)) return [];
    const given = kind.modifiers.filter((modifier) => modifier.required).map(({ key, least, most }) => [key, (least + most) / 2] as const);
    return [{ id: 'sample', category: 'processEmissions', process: kind.id, quantity: 1, unit, ...Object.fromEntries(given) }];
  });

export const processEmissions = defineCategory<ProcessEmissionsActivity>({
  id: 'processEmissions',
  scope: 1,
  en: 'Process emissions',
  ko: '공정배출',
  fields,
  faults,
  estimate,
  samples,
  isProportional: false,
  methods: [
    {
      equation: 'm = Q · EF · CF · F · (1 − CR)',
      en: 'Product made or carbonate used times the factor of the process, with the terms the process knows (kiln dust, calcined share, cullet).',
      ko: '제품 생산량이나 탄산염 사용량에 공정 배출계수를 곱하고, 공정마다 정한 보정(킬른더스트, 소성률, 파유리)을 적용합니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 2 to 4',
    },
    {
      equation: 'm = Q · FR · CC · COF · 44/12 − R',
      en: 'Ammonia, lubricants, waxes: heat times carbon content; CO2 recovered for another product is taken off.',
      ko: '암모니아·윤활유·왁스: 열량에 탄소 함량을 곱하고, 다른 제품에 쓰려고 회수한 CO2를 뺍니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 3, eq. 3.1; Ch. 5, eq. 5.2',
    },
    {
      equation: 'm = Q · (1 − h) · (1 − U) · (1 − d · a)',
      en: 'Semiconductors, displays and solar cells by gas used: what stays in the container and what abatement destroys are taken off; by-products are added.',
      ko: '반도체·디스플레이·태양전지(가스별): 용기 잔류분과 저감 설비의 분해량을 빼고 부생 가스를 더합니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 6, eq. 6.2 to 6.6',
    },
  ],
});
