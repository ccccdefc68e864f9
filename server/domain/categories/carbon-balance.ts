import type { Activity } from '../activity-data.js';
import { defineCategory } from '../category.js';
import type { CarbonMaterial } from '../emission-source-data.js';
import { biogenic, type Estimator, gasLine, type Place, type Setting, scope1 } from '../estimate.js';
import { exactSum } from '../exact-sum.js';
import type { Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice, type Field, quantityFields } from '../field.js';
import { useOf } from '../fuel-basis.js';
import type { FactorUse, InventoryLine, InventoryWarning } from '../inventory.js';
import { asObject, type Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import { shown, type TraceInput } from '../trace.js';
import { inBaseUnit, knownUnit, unitsOf } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

/** What went into a furnace or came out of it. */
export interface CarbonFlow {
  readonly material: string;
  readonly quantity: number;
  readonly unit: string;
  /** kg C per kg, in place of the default; needed where there is none. */
  readonly carbonContent?: number;
}

export interface CarbonBalanceActivity extends Activity {
  readonly category: 'carbonBalance';
  readonly inputs: readonly CarbonFlow[];
  readonly outputs?: readonly CarbonFlow[];
}

const mostFlows = 100;

const materialWords = ({ carbonMaterials }: Vocabulary): string[] =>
  Object.values(carbonMaterials).flatMap((material) =>
    material === undefined ? [] : [material.id, material.en, material.ko, ...material.aliases],
  );

const materialOf = (name: string, { carbonMaterials }: Vocabulary): CarbonMaterial | undefined =>
  Object.values(carbonMaterials).find(
    (material) => material !== undefined && [material.id, material.en, material.ko, ...material.aliases].includes(name),
  );

const flowFields: readonly Field[] = [
  choice('material', true, 'unknownMaterial', materialWords, 'The material, by id or name.'),
  ...quantityFields,
  { key: 'carbonContent', kind: 'share', required: false, en: 'kg C per kg, in place of the default; needed where there is none.' },
];

const flowFaults = (value: unknown, path: string, vocabulary: Vocabulary): Fault[] => {
  const flow = asObject(value);
  if (flow === null) return [];
  const material = typeof flow.material === 'string' ? materialOf(flow.material, vocabulary) : undefined;
  return material !== undefined && material.content === null && !Object.hasOwn(flow, 'carbonContent')
    ? [{ code: 'carbonContentMissing', field: `${path}.carbonContent`, values: { material: material.en, materialKo: material.ko } }]
    : [];
};

const faults = (activity: Plain, path: string, vocabulary: Vocabulary): Fault[] =>
  ['inputs', 'outputs'].flatMap((side) => {
    const flows = activity[side];
    return Array.isArray(flows) ? flows.flatMap((flow, index) => flowFaults(flow, `${path}.${side}[${index}]`, vocabulary)) : [];
  });

/** A flow as carbon. */
interface Carbon {
  readonly material: CarbonMaterial;
  readonly tonnes: number;
  readonly input: TraceInput;
  /** The default that was used; null where the activity gave its own. */
  readonly use: FactorUse | null;
  readonly text: string;
}

const carbonOf = (flow: CarbonFlow, symbol: string, path: string, { data }: Setting): Carbon => {
  const material = materialOf(flow.material, data);
  if (material === undefined) throw new Error(`The material ${flow.material} was not checked before it was used.`);
  const content = flow.carbonContent ?? material.content?.value;
  if (content === undefined) throw new Error(`The material ${flow.material} has no carbon content.`);
  const unit = knownUnit(flow.unit);
  if (unit.dimension !== 'mass') {
    const known = unitsOf('mass').join(', ');
    refuse('unitNotOfQuantity', `${path}.unit`, { unit: unit.symbol, what: 'a mass of material', whatKo: '물질의 질량', known });
  }
  const mass = inBaseUnit(flow.quantity, unit) * 1e-3;
  const isOwn = flow.carbonContent !== undefined;
  const [en, ko] = isOwn ? [`, ${shown(content)} kgC/kg of its own`, `, 고유 탄소 함량 ${shown(content)} kgC/kg`] : ['', ''];
  return {
    material,
    tonnes: mass * content,
    input: { symbol, value: flow.quantity, unit: flow.unit, en: `${material.en}${en}`, ko: `${material.ko}${ko}` },
    use: isOwn || material.content === null ? null : useOf(material.content, 'C', 'exact'),
    text: `${shown(mass)} t × ${shown(content)}`,
  };
};

const sum = (flows: readonly Carbon[]): number => exactSum(flows.map((flow) => flow.tonnes));
const written = (flows: readonly Carbon[]): string => (flows.length === 0 ? '0' : flows.map((flow) => flow.text).join(' + '));

/** The materials by name; three tell what furnace it is. */
const labelOf = (inputs: readonly Carbon[]): { readonly en: string; readonly ko: string } => {
  const materials = [...new Set(inputs.map((flow) => flow.material))].slice(0, 3);
  const named = (language: 'en' | 'ko'): string => materials.map((material) => material[language]).join(', ');
  return materials.length === 0 ? { en: 'Nothing', ko: '없음' } : { en: named('en'), ko: named('ko') };
};

/**
 * Carbon that entered less carbon that left, as CO2, Scope 1:  m = (Σ in − Σ out) · 44/12  [t]. Carbon that leaves is taken off the fossil
 * carbon first, because it comes of pig iron, scrap and coke; what biogenic carbon is left then stands beside the total.
 * Source: IPCC 2006, Vol. 3, Ch. 4, eq. 4.9.
 */
const estimate: Estimator<CarbonBalanceActivity> = (activity, path, setting) => {
  const inputs = activity.inputs.map((flow, index) => carbonOf(flow, 'I', `${path}.inputs[${index}]`, setting));
  const outputs = (activity.outputs ?? []).map((flow, index) => carbonOf(flow, 'O', `${path}.outputs[${index}]`, setting));
  const [fossil, living] = [inputs.filter((flow) => !flow.material.biogenic), inputs.filter((flow) => flow.material.biogenic)];
  const [entered, grown, left] = [sum(fossil), sum(living), sum(outputs)];
  // What cancels exactly on paper may leave a rest of rounding here.
  const slack = (entered + grown + left) * 1e-12;
  if (left > entered + grown + slack) {
    refuse('carbonBalanceNegative', `${path}.outputs`, { entered: shown(entered + grown), left: shown(left) });
  }
  const offFossil = Math.min(left, entered);
  const offLiving = Math.min(left - offFossil, grown);
  const factors = [...inputs, ...outputs].flatMap((flow) => flow.use ?? []);
  const tier: 2 | 3 = factors.length > 0 ? 2 : 3;
  const line = (place: Place, flows: readonly Carbon[], carbon: number, off: number): InventoryLine => {
    const tonnes = ((carbon - off) * 44) / 12;
    const isWhole = off === left;
    const step = {
      equation: 'm = (Σ I · C − Σ O · C) · 44/12',
      substituted: `m = (${written(flows)} − ${isWhole ? `(${written(outputs)})` : shown(off)}) × 44/12 = ${shown(tonnes)} t`,
    };
    const made = { steps: [step], inputs: [...inputs, ...outputs].map((flow) => flow.input), factors, tier, notes: [] };
    return gasLine(activity, place, 'CO2', tonnes, made, setting);
  };
  const lines = [line(scope1, fossil, entered, offFossil), ...(living.length === 0 ? [] : [line(biogenic, living, grown, offLiving)])];
  return {
    label: labelOf(inputs),
    lines,
    energy: null,
    warnings: factorWarnings(activity.id, factors, setting.reportingYear, setting.row.id),
  };
};

/** The same coke as a fuel of a furnace and as an input of its balance is one carbon twice. */
const besides = (own: readonly CarbonBalanceActivity[], all: readonly Activity[], vocabulary: Vocabulary): InventoryWarning[] => {
  const burnt = new Map<string, string>();
  for (const activity of all) {
    const { fuel } = activity as { readonly fuel?: unknown };
    if (activity.category === 'stationaryCombustion' && typeof fuel === 'string' && !burnt.has(fuel)) burnt.set(fuel, activity.id);
  }
  return own.flatMap(({ id, inputs }) => {
    const materials = new Set(inputs.flatMap((flow) => materialOf(flow.material, vocabulary) ?? []));
    return [...materials].flatMap((material) =>
      material.fuels
        .flatMap((fuel) => burnt.get(fuel) ?? [])
        .map((other) => warning('possibleDoubleCount', id, { other, material: material.en, materialKo: material.ko })),
    );
  });
};

/** Every material that has a carbon content of its own. */
const samples = ({ carbonMaterials }: Vocabulary): CarbonBalanceActivity[] =>
  Object.values(carbonMaterials).flatMap((material) =>
    material === undefined || material.content === null
      ? []
      : [{ id: 'sample', category: 'carbonBalance', inputs: [{ material: material.id, quantity: 1, unit: 't' }] }],
  );

export const carbonBalance = defineCategory<CarbonBalanceActivity>({
  id: 'carbonBalance',
  scope: 1,
  en: 'Carbon balance of metal works',
  ko: '금속 가공 탄소수지',
  fields: [
    { key: 'inputs', kind: 'list', required: true, fields: flowFields, most: mostFlows, en: 'What went into the furnace with its carbon.' },
    {
      key: 'outputs',
      kind: 'list',
      required: false,
      fields: flowFields,
      most: mostFlows,
      en: 'What came out: castings, steel, slag, dust.',
    },
  ],
  faults,
  estimate,
  samples,
  isProportional: false,
  besides,
  methods: [
    {
      equation: 'm = (Σ I · C − Σ O · C) · 44/12',
      en: 'Foundries and other metal works: the carbon that entered a furnace less the carbon that left in products; charcoal stands beside the total.',
      ko: '주물 등 금속 가공: 노에 들어간 탄소에서 제품 등으로 나온 탄소를 빼며, 목탄의 탄소는 합계 밖에 따로 둡니다.',
      source: 'IPCC 2006 Guidelines, Vol. 3, Ch. 4, eq. 4.9',
    },
  ],
});
