import type { ActivityBase } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type Estimator, gasLine, scope1 } from '../estimate.js';
import type { Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, quantityFields } from '../field.js';
import { useOf } from '../fuel-basis.js';
import type { Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import { type Step, shown, type TraceInput } from '../trace.js';
import { inBaseUnit, knownUnit, unitOf, unitsOf } from '../units.js';
import { factorWarnings } from '../warnings.js';

export interface WasteWaterActivity extends ActivityBase {
  readonly category: 'wasteWater';
  /** How the organic load was measured. */
  readonly measure: 'COD' | 'BOD';
  readonly treatment: string;
  /** Needed where the quantity is a volume of water. */
  readonly concentrationMgPerL?: number;
  readonly sludgeRemovedKg?: number;
  readonly recoveredCh4Kg?: number;
  readonly nitrogenDischargedKg?: number;
}

export const loadMeasures = ['COD', 'BOD'] as const;

const faults = (activity: Plain, path: string): Fault[] => {
  const unit = typeof activity.unit === 'string' ? unitOf(activity.unit) : null;
  if (unit === null) return [];
  const key = 'concentrationMgPerL';
  const isGiven = Object.hasOwn(activity, key);
  if (unit.dimension === 'volume') return isGiven ? [] : [{ code: 'missingKey', field: `${path}.${key}`, values: { key } }];
  return isGiven ? [{ code: 'concentrationOfMass', field: `${path}.${key}`, values: { unit: unit.symbol } }] : [];
};

/** The organic load in kg: as given, or water times concentration. */
const loadOf = ({ quantity, unit, concentrationMgPerL }: WasteWaterActivity): { readonly kilograms: number; readonly step: Step } => {
  const amount = inBaseUnit(quantity, knownUnit(unit));
  if (concentrationMgPerL === undefined) {
    return { kilograms: amount, step: { equation: 'TOW = Q', substituted: `TOW = ${shown(quantity)} ${unit} = ${shown(amount)} kg` } };
  }
  const kilograms = amount * concentrationMgPerL * 1e-6;
  const step = {
    equation: 'TOW = Q · c · 10⁻⁶',
    substituted: `TOW = ${shown(amount)} L × ${shown(concentrationMgPerL)} mg/L × 10⁻⁶ = ${shown(kilograms)} kg`,
  };
  return { kilograms, step };
};

const input = (symbol: string, value: number | undefined, unit: string, en: string, ko: string): TraceInput[] =>
  value === undefined ? [] : [{ symbol, value, unit, en, ko }];

/**
 * Waste water of industry, Scope 1:  CH4 = (TOW − S) · Bo · MCF − R  and  N2O = N · EF · 44/28  [kg]. The CO2 of treatment is of biogenic
 * carbon and not counted. Source: IPCC 2006, Vol. 5, Ch. 6, eq. 6.4 and 6.7.
 */
const estimate: Estimator<WasteWaterActivity> = (activity, path, setting) => {
  const { data } = setting;
  const treatment = data.treatments[activity.treatment];
  if (treatment === undefined) throw new Error(`The treatment ${activity.treatment} was not checked before it was used.`);
  const { symbol, dimension } = knownUnit(activity.unit);
  if (dimension !== 'mass' && dimension !== 'volume') {
    const known = [...unitsOf('mass'), ...unitsOf('volume')].join(', ');
    refuse('unitNotOfQuantity', `${path}.unit`, { unit: symbol, what: 'an organic load or water', whatKo: '유기물 부하나 폐수', known });
  }
  const { sludgeRemovedKg: sludge = 0, recoveredCh4Kg: recovered = 0, nitrogenDischargedKg: nitrogen } = activity;
  const load = loadOf(activity);
  if (sludge > load.kilograms) refuse('sludgeMoreThanLoad', `${path}.sludgeRemovedKg`, { sludge, load: shown(load.kilograms) });
  const [capacity, conversion] = [data.wasteWater[activity.measure], treatment.conversion];
  const made = (load.kilograms - sludge) * capacity.value * conversion.value;
  if (recovered > made) refuse('recoveredMoreThanMade', `${path}.recoveredCh4Kg`, { recovered, made: shown(made) });
  const methane = (made - recovered) * 1e-3;
  const [kilograms, parts] = [shown(load.kilograms), `${shown(capacity.value)} × ${shown(conversion.value)}`];
  const step =
    sludge === 0 && recovered === 0
      ? { equation: 'm = TOW · Bo · MCF · 10⁻³', substituted: `m = ${kilograms} kg × ${parts} × 10⁻³ = ${shown(methane)} t` }
      : {
          equation: 'm = ((TOW − S) · Bo · MCF − R) · 10⁻³',
          substituted: `m = ((${kilograms} − ${shown(sludge)}) kg × ${parts} − ${shown(recovered)} kg) × 10⁻³ = ${shown(methane)} t`,
        };
  const inputs = [
    {
      symbol: 'Q',
      value: activity.quantity,
      unit: activity.unit,
      en: 'Organic load, or water treated',
      ko: '유기물 부하 또는 처리한 폐수',
    },
    ...input('c', activity.concentrationMgPerL, 'mg/L', `${activity.measure} of the water`, `폐수의 ${activity.measure} 농도`),
    ...input('S', activity.sludgeRemovedKg, 'kg', 'Load removed as sludge', '슬러지로 제거된 부하'),
    ...input('R', activity.recoveredCh4Kg, 'kg', 'CH4 recovered', '회수한 CH4'),
  ];
  const factors = [useOf(capacity, 'Bo', 'exact'), useOf(conversion, 'MCF', 'exact')];
  const notes = [{ en: `Treatment: ${treatment.en}.`, ko: `처리 방식: ${treatment.ko}.` }];
  const lines = [
    gasLine(activity, scope1, 'CH4', methane, { steps: [load.step, step], inputs, factors, tier: 1, notes }, setting, 'non-fossil'),
  ];
  if (nitrogen !== undefined) {
    const factor = data.wasteWater.nitrogen;
    const oxide = (nitrogen * factor.value * 44 * 1e-3) / 28;
    const derivation = {
      steps: [
        {
          equation: 'm = N · EF · 44/28 · 10⁻³',
          substituted: `m = ${shown(nitrogen)} kg × ${shown(factor.value)} × 44/28 × 10⁻³ = ${shown(oxide)} t`,
        },
      ],
      inputs: input('N', nitrogen, 'kg', 'Nitrogen discharged', '방류수의 질소'),
      factors: [useOf(factor, 'EF', 'exact')],
      tier: 1 as const,
      notes: [],
    };
    lines.push(gasLine(activity, scope1, 'N2O', oxide, derivation, setting));
  }
  const used = lines.flatMap((line) => line.trace.factors);
  const label = { en: `Waste water: ${treatment.en}`, ko: `폐수 처리: ${treatment.ko}` };
  return { label, lines, energy: null, warnings: factorWarnings(activity.id, used, setting.reportingYear, setting.row.id) };
};

/** Every treatment by both measures, with nitrogen. */
const samples = ({ treatments }: Vocabulary): WasteWaterActivity[] =>
  Object.keys(treatments).flatMap((treatment) =>
    loadMeasures.map((measure) => ({
      id: 'sample',
      category: 'wasteWater' as const,
      quantity: 1,
      unit: 't',
      measure,
      treatment,
      nitrogenDischargedKg: 1,
    })),
  );

export const wasteWater = defineCategory<WasteWaterActivity>({
  id: 'wasteWater',
  scope: 1,
  en: 'Waste water',
  ko: '폐수 처리',
  fields: [
    ...quantityFields,
    choice('measure', true, 'unknownMeasure', () => loadMeasures, 'Whether the organic load is COD or BOD.'),
    choice(
      'treatment',
      true,
      'unknownTreatment',
      (vocabulary) => Object.keys(vocabulary.treatments),
      'How the water is treated or discharged.',
    ),
    {
      key: 'concentrationMgPerL',
      kind: 'quantity',
      required: false,
      unit: 'mg/L',
      en: 'COD or BOD of the water in mg/L, where the quantity is a volume.',
    },
    { key: 'sludgeRemovedKg', kind: 'quantity', required: false, unit: 'kg', en: 'Organic load removed as sludge, kg of COD or BOD.' },
    { key: 'recoveredCh4Kg', kind: 'quantity', required: false, unit: 'kg', en: 'CH4 recovered and burnt or flared, kg.' },
    { key: 'nitrogenDischargedKg', kind: 'quantity', required: false, unit: 'kg', en: 'Nitrogen in the water discharged, kg.' },
  ],
  faults,
  estimate,
  samples,
  isProportional: false,
  methods: [
    {
      equation: 'm = ((TOW − S) · Bo · MCF − R) · 10⁻³',
      en: 'CH4 of industrial waste water by its organic load and its treatment; the biogenic CO2 of treatment is not counted.',
      ko: '산업폐수의 CH4: 유기물 부하와 처리 방식에 따라 산정하며, 처리 과정의 생물 기원 CO2는 세지 않습니다.',
      source: 'IPCC 2006 Guidelines, Vol. 5, Ch. 6, eq. 6.4',
    },
    {
      equation: 'm = N · EF · 44/28 · 10⁻³',
      en: 'N2O by the nitrogen discharged.',
      ko: '방류수의 질소에 따른 N2O입니다.',
      source: 'IPCC 2006 Guidelines, Vol. 5, Ch. 6, eq. 6.7',
    },
  ],
});
