import { defineCategory } from '../category.js';
import type { EquipmentKind, FugitiveMethod, FugitiveSource } from '../emission-source-data.js';
import { type Estimator, gasLine, requireGwp, type Setting, scope1 } from '../estimate.js';
import type { Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, type Field, type FieldKind } from '../field.js';
import type { FugitiveEmissionsActivity } from '../fugitive-activity.js';
import { fugitiveMass } from '../fugitive-mass.js';
import type { Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import { componentsOf, type Substance, substanceId, substanceLabel, substanceOf, substanceWords } from '../substances.js';
import { shown } from '../trace.js';
import { knownUnit, unitSymbols, unitsOf } from '../units.js';
import { factorWarnings } from '../warnings.js';

export const fugitiveMethods: readonly FugitiveMethod[] = ['topUp', 'leakRate', 'massBalance'];

/** What each method may be told besides source, gas, method and unit, and what it must be told. */
const keysOf: Readonly<Record<FugitiveMethod, { readonly needed: readonly string[]; readonly others: readonly string[] }>> = {
  topUp: { needed: ['quantity'], others: ['recovered'] },
  leakRate: {
    needed: ['quantity'],
    others: ['equipment', 'annualRate', 'installedQuantity', 'installationRate', 'retiredQuantity', 'remainingShare', 'recoveredShare'],
  },
  massBalance: { needed: ['purchases'], others: ['inventoryStart', 'inventoryEnd', 'sales', 'capacityStart', 'capacityEnd'] },
};

const methodKeys = Object.values(keysOf).flatMap(({ needed, others }) => [...needed, ...others]);

const number = (key: string, kind: FieldKind, en: string): Field => ({ key, kind, required: false, en });

const fields: readonly Field[] = [
  choice('source', true, 'unknownFugitiveSource', (vocabulary) => Object.keys(vocabulary.fugitiveSources), 'Where the gas escapes.'),
  choice('gas', false, 'unknownGas', substanceWords, 'The gas or blend, by id, name or trade name such as R-134a or R-410A.'),
  choice('method', false, 'unknownMethod', () => fugitiveMethods, 'How the loss is told; default topUp.'),
  choice('unit', true, 'unknownUnit', () => unitSymbols, 'The unit of every mass of the activity: g, kg or t.'),
  number('quantity', 'quantity', 'topUp: gas bought or put in. leakRate: charge of the equipment in use.'),
  number('recovered', 'quantity', 'topUp: what was taken back, in the same unit.'),
  number('co2VolumeShare', 'share', 'Argon with CO2: the share of CO2 by volume.'),
  choice('equipment', false, 'unknownEquipment', (vocabulary) => Object.keys(vocabulary.equipment), 'leakRate: the kind of equipment.'),
  number('annualRate', 'share', 'leakRate: share of the charge lost in a year, in place of that of the equipment.'),
  number('installedQuantity', 'quantity', 'leakRate: charge filled into new equipment on the site.'),
  number('installationRate', 'share', 'leakRate: share lost in filling, in place of that of the equipment.'),
  number('retiredQuantity', 'quantity', 'leakRate: full charge of the equipment that was scrapped.'),
  number('remainingShare', 'share', 'leakRate: share of the charge left when scrapped, in place of that of the equipment.'),
  number('recoveredShare', 'share', 'leakRate: share of the rest that was recovered, in place of that of the equipment.'),
  number('inventoryStart', 'quantity', 'massBalance: gas in containers at the start of the year.'),
  number('inventoryEnd', 'quantity', 'massBalance: gas in containers at the end of the year.'),
  number('purchases', 'quantity', 'massBalance: gas bought, also inside equipment.'),
  number('sales', 'quantity', 'massBalance: gas sold or given away, also inside equipment.'),
  number('capacityStart', 'quantity', 'massBalance: full charge of all equipment at the start of the year.'),
  number('capacityEnd', 'quantity', 'massBalance: full charge of all equipment at the end of the year.'),
];

const has = (activity: Plain, key: string): boolean => Object.hasOwn(activity, key);

/** Ends of a pair that stand alone: without its other end a stock tells nothing. */
const lonelyEnds = (activity: Plain, path: string): Fault[] =>
  (
    [
      ['inventoryStart', 'inventoryEnd'],
      ['capacityStart', 'capacityEnd'],
    ] as const
  ).flatMap(([start, end]) => {
    if (has(activity, start) === has(activity, end)) return [];
    const missing = has(activity, start) ? end : start;
    return [{ code: 'missingKey', field: `${path}.${missing}`, values: { key: missing } }];
  });

const methodFaults = (activity: Plain, source: FugitiveSource, path: string): Fault[] => {
  const method = fugitiveMethods.find((each) => each === (activity.method ?? 'topUp'));
  if (method === undefined) return [];
  if (!source.methods.includes(method)) {
    return [
      { code: 'methodNotOfSource', field: `${path}.method`, values: { method, source: source.id, known: source.methods.join(', ') } },
    ];
  }
  const { needed, others } = keysOf[method];
  return [
    ...needed.filter((key) => !has(activity, key)).map((key) => ({ code: 'missingKey', field: `${path}.${key}`, values: { key } })),
    ...methodKeys
      .filter((key) => has(activity, key) && !needed.includes(key) && !others.includes(key))
      .map((key) => ({
        code: 'keyNotOfMethod',
        field: `${path}.${key}`,
        values: { key, method, known: [...needed, ...others].join(', ') },
      })),
    ...(method === 'leakRate' && !has(activity, 'equipment') && !has(activity, 'annualRate')
      ? [{ code: 'rateOrEquipmentMissing', field: `${path}.equipment`, values: {} }]
      : []),
    ...(method === 'massBalance' ? lonelyEnds(activity, path) : []),
  ];
};

/** Whether a source may let out a substance: by id, or every gas of it by family. */
const mayHold = (source: FugitiveSource, substance: Substance, vocabulary: Vocabulary): boolean => {
  const isOfFamily = (gas: string): boolean => {
    const family = vocabulary.gases[gas]?.family;
    return source.gases.includes(gas) || (family !== undefined && source.families.includes(family));
  };
  if (substance.kind === 'blend') return Object.keys(substance.blend.massFractions).every(isOfFamily);
  return substance.kind === 'gas' ? isOfFamily(substance.gas.id) : source.gases.includes(substance.carrier.id);
};

const gasFaults = (activity: Plain, source: FugitiveSource, path: string, vocabulary: Vocabulary): Fault[] => {
  const { gas } = activity;
  if (gas === undefined) return source.only === null ? [{ code: 'missingKey', field: `${path}.gas`, values: { key: 'gas' } }] : [];
  const substance = typeof gas === 'string' ? substanceOf(gas, vocabulary) : null;
  if (substance === null) return [];
  if (!mayHold(source, substance, vocabulary)) {
    return [{ code: 'gasNotOfSource', field: `${path}.gas`, values: { gas: substanceId(substance), source: source.id } }];
  }
  const isMixed = substance.kind === 'carrier' && substance.carrier.molarMass !== null;
  if (isMixed === has(activity, 'co2VolumeShare')) return [];
  const key = 'co2VolumeShare';
  return isMixed
    ? [{ code: 'missingKey', field: `${path}.${key}`, values: { key } }]
    : [{ code: 'keyNotOfGas', field: `${path}.${key}`, values: { key, gas: substanceId(substance) } }];
};

const equipmentFaults = ({ equipment }: Plain, source: FugitiveSource, path: string, vocabulary: Vocabulary): Fault[] => {
  const kind = typeof equipment === 'string' ? vocabulary.equipment[equipment] : undefined;
  if (kind === undefined || kind.for === source.equipment) return [];
  const known = Object.values(vocabulary.equipment)
    .flatMap((each) => (each !== undefined && each.for === source.equipment ? [each.id] : []))
    .join(', ');
  return [{ code: 'equipmentNotOfSource', field: `${path}.equipment`, values: { equipment: kind.id, source: source.id, known } }];
};

const faults = (activity: Plain, path: string, vocabulary: Vocabulary): Fault[] => {
  const source = typeof activity.source === 'string' ? vocabulary.fugitiveSources[activity.source] : undefined;
  if (source === undefined) return [];
  return [
    ...methodFaults(activity, source, path),
    ...gasFaults(activity, source, path, vocabulary),
    ...equipmentFaults(activity, source, path, vocabulary),
  ];
};

const equipmentOf = ({ equipment }: FugitiveEmissionsActivity, { data }: Setting): EquipmentKind | null =>
  equipment === undefined ? null : (data.equipment[equipment] ?? null);

/** Gases that escape or are let out, Scope 1: a mass by top-up, leak rate or balance, split into its gases:  m = M · w · 10⁻³  [t]. */
const estimate: Estimator<FugitiveEmissionsActivity> = (activity, path, setting) => {
  const { data } = setting;
  const source = data.fugitiveSources[activity.source];
  const substance = substanceOf(activity.gas ?? source?.only ?? '', data);
  if (source === undefined || substance === null) throw new Error(`The source ${activity.source} was not checked before it was used.`);
  const unit = knownUnit(activity.unit);
  if (unit.dimension !== 'mass')
    refuse('unitNotOfQuantity', `${path}.unit`, {
      unit: unit.symbol,
      what: 'a mass of gas',
      whatKo: '가스의 질량',
      known: unitsOf('mass').join(', '),
    });
  const mass = fugitiveMass(activity, equipmentOf(activity, setting), path);
  const lines = componentsOf(substance, activity.co2VolumeShare ?? 0, data).map(({ gas, share, use, notes }) => {
    requireGwp(gas, activity.gas === undefined ? `${path}.source` : `${path}.gas`, setting);
    const tonnes = mass.kilograms * share * 1e-3;
    const [symbol, number] = use === null ? ['', ''] : [` · ${use.role}`, ` × ${shown(share)}`];
    const step = {
      equation: `m = M${symbol} · 10⁻³`,
      substituted: `m = ${shown(mass.kilograms)} kg${number} × 10⁻³ = ${shown(tonnes)} t`,
    };
    const { inputs, tier } = mass;
    const made = { steps: [mass.step, step], inputs, factors: [...mass.factors, ...(use === null ? [] : [use])], tier, notes };
    return gasLine(activity, scope1, gas, tonnes, made, setting, 'fossil');
  });
  const used = lines.flatMap((line) => line.trace.factors);
  const [of, name] = [source, substanceLabel(substance)];
  return {
    label: source.only === null ? { en: `${of.en}: ${name.en}`, ko: `${of.ko}: ${name.ko}` } : of,
    lines,
    energy: null,
    warnings: [...factorWarnings(activity.id, used, setting.reportingYear, setting.row.id), ...mass.warnings],
  };
};

/** Every gas, blend and carrier let out, and every kind of equipment with the rates it has. */
const samples = (vocabulary: Vocabulary): FugitiveEmissionsActivity[] => {
  const { gases, blends, carriers, equipment, fugitiveSources } = vocabulary;
  const base = { id: 'sample', category: 'fugitiveEmissions', quantity: 1, unit: 'kg' } as const;
  const released = [...Object.keys(gases), ...Object.keys(blends)].map((gas) => ({ ...base, source: 'otherRelease', gas }));
  const carried = Object.values(carriers).flatMap((carrier) => {
    const source = Object.values(fugitiveSources).find((each) => each?.gases.includes(carrier?.id ?? ''));
    if (carrier === undefined || source === undefined) return [];
    const share = carrier.molarMass === null ? {} : { co2VolumeShare: 0.5 };
    return [{ ...base, source: source.id, gas: carrier.id, ...share }];
  });
  const leaking = Object.values(equipment).flatMap((kind) => {
    const source = Object.values(fugitiveSources).find((each) => each?.equipment === kind?.for);
    if (kind === undefined || source === undefined) return [];
    return [
      {
        ...base,
        source: source.id,
        ...(source.only === null ? { gas: 'HFC134a' } : {}),
        method: 'leakRate' as const,
        equipment: kind.id,
        ...(kind.installation === null ? {} : { installedQuantity: 1 }),
        ...(kind.remaining === null ? {} : { retiredQuantity: 1, ...(kind.recovered === null ? { recoveredShare: 0 } : {}) }),
      },
    ];
  });
  return [...released, ...carried, ...leaking];
};

export const fugitiveEmissions = defineCategory<FugitiveEmissionsActivity>({
  id: 'fugitiveEmissions',
  scope: 1,
  en: 'Fugitive emissions',
  ko: '탈루배출',
  fields,
  faults,
  settle: (activity, vocabulary) => {
    const substance = activity.gas === undefined ? null : substanceOf(activity.gas, vocabulary);
    return substance === null ? activity : { ...activity, gas: substanceId(substance) };
  },
  estimate,
  samples,
  isProportional: false,
  methods: [
    {
      equation: 'M = Q − R;  m = M · w · 10⁻³',
      en: 'By top-up: what was put in to make up for losses, less what was recovered, split into its gases by mass.',
      ko: '보충량: 누출을 메우려고 넣은 양에서 회수량을 빼고, 성분 가스별 질량 비율로 나눕니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 7, eq. 7.9',
    },
    {
      equation: 'M = Q · x + Cₙ · k + Cᵣ · y · (1 − z)',
      en: 'By leak rate: the charge times the yearly rate of the equipment, what is lost in filling and what is left at the end.',
      ko: '누출률: 충전량에 설비별 연간 누출률을 곱하고, 새로 충전할 때와 폐기할 때의 배출을 더합니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 7, eq. 7.12 to 7.14',
    },
    {
      equation: 'M = (I₀ − I₁) + P − S + (K₀ − K₁)',
      en: 'By mass balance: what is missing of the gas at the end of the year.',
      ko: '물질수지: 한 해 동안 모자라게 된 가스의 양입니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 7, eq. 7.9',
    },
  ],
});
