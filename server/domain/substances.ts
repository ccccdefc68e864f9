import type { Blend, Carrier } from './emission-source-data.js';
import type { Gas, GasRecord, Vocabulary } from './factor-data.js';
import { useOf } from './fuel-basis.js';
import type { FactorUse } from './inventory.js';
import { shown, type TraceNote } from './trace.js';

/** What was let out, by whatever name: a gas, a blend of gases, or something that makes or carries one. */
export type Substance =
  | { readonly kind: 'gas'; readonly gas: GasRecord }
  | { readonly kind: 'blend'; readonly blend: Blend }
  | { readonly kind: 'carrier'; readonly carrier: Carrier };

const present = <Value>(values: Readonly<Record<string, Value | undefined>>): Value[] =>
  Object.values(values).filter((value) => value !== undefined);

const tables = new WeakMap<object, ReadonlyMap<string, Substance>>();

/** Every name of every substance: ids, English and Korean names, and the names of the trade such as R-134a. */
const tableOf = (vocabulary: Vocabulary): ReadonlyMap<string, Substance> => {
  const known = tables.get(vocabulary);
  if (known !== undefined) return known;
  const table = new Map<string, Substance>();
  const name = (words: readonly string[], substance: Substance): void => {
    for (const word of words) table.set(word, substance);
  };
  for (const gas of present(vocabulary.gases)) name([gas.id, gas.en, gas.ko, ...gas.aliases], { kind: 'gas', gas });
  for (const blend of present(vocabulary.blends)) name([blend.id, ...blend.aliases], { kind: 'blend', blend });
  for (const carrier of present(vocabulary.carriers))
    name([carrier.id, carrier.en, carrier.ko, ...carrier.aliases], { kind: 'carrier', carrier });
  tables.set(vocabulary, table);
  return table;
};

export const substanceWords = (vocabulary: Vocabulary): readonly string[] => [...tableOf(vocabulary).keys()];

export const substanceOf = (name: string, vocabulary: Vocabulary): Substance | null => tableOf(vocabulary).get(name) ?? null;

/** The id a substance is known by. */
export const substanceId = (substance: Substance): string => {
  if (substance.kind === 'gas') return substance.gas.id;
  return substance.kind === 'blend' ? substance.blend.id : substance.carrier.id;
};

export const substanceLabel = (substance: Substance): { readonly en: string; readonly ko: string } => {
  if (substance.kind === 'blend') return { en: substance.blend.id, ko: substance.blend.id };
  return substance.kind === 'gas' ? substance.gas : substance.carrier;
};

/** One gas of what was let out, and its share by mass. */
export interface Component {
  readonly gas: Gas;
  readonly share: number;
  /** The factor its share is, null where the whole is the gas. */
  readonly use: FactorUse | null;
  readonly notes: readonly TraceNote[];
}

const blendNotes = ({ id, others }: Blend): TraceNote[] => {
  const parts = Object.entries(others).map(([name, share]) => `${name} ${shown(share * 100)} %`);
  if (parts.length === 0) return [];
  return [
    {
      en: `${id} also holds ${parts.join(', ')}, which no total of greenhouse gases counts.`,
      ko: `${id}에는 온실가스 합계에 넣지 않는 성분(${parts.join(', ')})도 들어 있습니다.`,
    },
  ];
};

const componentsOfBlend = (blend: Blend): Component[] =>
  Object.entries(blend.massFractions).map(([gas, share]) => ({
    gas,
    share,
    use: {
      role: 'w',
      factorId: blend.recordId,
      value: share,
      unit: `kg${gas}/kg`,
      match: 'exact',
      confidence: blend.confidence,
      sourceId: blend.sourceId,
      locator: blend.locator,
    },
    notes: blendNotes(blend),
  }));

/** The gas of a carrier by mass: its yield, or what a share by volume comes to by molar masses. */
const componentOfCarrier = ({ gas, yield: ratio, molarMass }: Carrier, volumeShare: number): Component => {
  if (ratio !== null) return { gas, share: ratio.value, use: useOf(ratio, 'EF', 'exact'), notes: [] };
  if (molarMass === null) throw new Error(`The carrier of ${gas} has neither a yield nor molar masses.`);
  const [own, other] = [volumeShare * molarMass.gas.value, (1 - volumeShare) * molarMass.carrier.value];
  const share = own / (own + other);
  const sum = `${shown(volumeShare)} × ${molarMass.gas.value} / (${shown(volumeShare)} × ${molarMass.gas.value} + ${shown(1 - volumeShare)} × ${molarMass.carrier.value})`;
  return {
    gas,
    share,
    use: { ...useOf(molarMass.gas, 'w', 'exact'), value: share, unit: `kg${gas}/kg` },
    notes: [{ en: `Share by mass: ${sum} = ${shown(share)}.`, ko: `질량 비율: ${sum} = ${shown(share)}.` }],
  };
};

/**
 * The gases of a substance by mass.
 * @param volumeShare the share by volume of the gas in a carrier that has no fixed one
 */
export const componentsOf = (substance: Substance, volumeShare: number, { released }: Vocabulary): readonly Component[] => {
  if (substance.kind === 'blend') return componentsOfBlend(substance.blend);
  if (substance.kind === 'carrier') return [componentOfCarrier(substance.carrier, volumeShare)];
  const record = released[substance.gas.id];
  const use = record === undefined ? null : useOf(record, 'EF', 'exact');
  return [{ gas: substance.gas.id, share: record?.value ?? 1, use, notes: [] }];
};
