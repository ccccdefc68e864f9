import { exactSum } from './exact-sum.js';
import type { Fault } from './fault.js';
import { choice, type Field } from './field.js';
import type { FuelBill } from './fuel-bill.js';
import type { ActivityPart } from './inventory.js';
import { asObject, type Plain } from './plain.js';
import { type Origin, type Step, shown, type TraceNote } from './trace.js';

/** What became of a fuel that was bought. */
export type FuelUse = 'fuel' | 'ownGeneration' | 'rawMaterial' | 'sold';
export type SplitBasis = 'quantity' | 'share';

/** A bill split into uses, in its own unit or as shares of it. What is not named is `fuel`. */
export type FuelSplit = { readonly basis: SplitBasis } & { readonly [Use in FuelUse]?: number };

interface UseWords {
  readonly en: string;
  readonly ko: string;
  readonly isBurnt: boolean;
  readonly note: TraceNote | null;
}

/** The uses in the order they are told, and what is said of each. */
export const fuelUses: Readonly<Record<FuelUse, UseWords>> = {
  fuel: { en: 'Fuel', ko: '연료', isBurnt: true, note: null },
  ownGeneration: {
    en: 'Own power generation',
    ko: '자가발전',
    isBurnt: true,
    note: {
      en: 'Burnt to make electricity: Scope 1. The electricity made from it is not bought, so it does not belong to purchasedElectricity.',
      ko: '전기를 만드는 데 태운 연료로 직접배출(Scope 1)입니다. 여기서 나온 전기는 산 전기가 아니므로 purchasedElectricity에 넣지 않습니다.',
    },
  },
  rawMaterial: {
    en: 'Raw material',
    ko: '원료',
    isBurnt: false,
    note: {
      en: 'Raw material: not burnt. Its carbon stays in the product or leaves in a process, whose emissions belong to the process categories.',
      ko: '원료로 쓴 양은 태우지 않았습니다. 탄소는 제품에 남거나 공정에서 배출되며, 공정배출은 공정배출 활동으로 따로 적습니다.',
    },
  },
  sold: {
    en: 'Sold',
    ko: '판매',
    isBurnt: false,
    note: {
      en: 'Sold: it is burnt by its buyer, whose Scope 1 it is.',
      ko: '판매한 양은 사 간 쪽의 직접배출(Scope 1)입니다.',
    },
  },
};

const uses = Object.keys(fuelUses) as readonly FuelUse[];

const useField = (key: FuelUse, en: string): Field => ({ key, kind: 'quantity', required: false, en });

export const splitField: Field = {
  key: 'split',
  kind: 'object',
  required: false,
  fields: [
    choice(
      'basis',
      true,
      'unknownSplitBasis',
      () => ['quantity', 'share'],
      'Whether the parts are in the unit of the bill or shares of it.',
    ),
    useField('fuel', 'Burnt for heat or power on the site. Default: what the other parts leave.'),
    useField('ownGeneration', 'Burnt to make electricity of one’s own: Scope 1, told apart.'),
    useField('rawMaterial', 'Used as raw material: not burnt.'),
    useField('sold', 'Sold on: burnt by the buyer.'),
  ],
  en: 'What became of the fuel. The parts sum to the bill.',
};

/** Shares and quantities typed with a few decimals may miss the whole by this much of it. */
const tolerance = 1e-9;

/** Parts that are more than the bill, or that are all told and are not the whole of it. */
export const splitFaults = (activity: Plain, path: string): readonly Fault[] => {
  const split = asObject(activity.split);
  const { quantity } = activity;
  if (split === null || typeof quantity !== 'number' || (split.basis !== 'quantity' && split.basis !== 'share')) return [];
  const whole = split.basis === 'share' ? 1 : quantity;
  const parts = uses.flatMap((use) => (split[use] === undefined ? [] : [split[use]]));
  const numbers = parts.filter((part) => typeof part === 'number');
  if (numbers.length < parts.length || !numbers.every((part) => part >= 0)) return [];
  const field = `${path}.split`;
  if (numbers.length === 0) return [{ code: 'splitEmpty', field, values: { known: uses.join(', ') } }];
  const sum = exactSum(numbers);
  const values = { sum: shown(sum), whole: shown(whole) };
  if (sum > whole * (1 + tolerance)) return [{ code: 'splitOverWhole', field, values }];
  return split.fuel !== undefined && sum < whole * (1 - tolerance) ? [{ code: 'splitNotWhole', field, values }] : [];
};

/** A use of a fuel with its part of the bill, in the unit of the bill. */
export interface FuelPart {
  readonly use: FuelUse;
  readonly quantity: number;
  /** Of the whole bill; null where the parts were given as quantities. */
  readonly share: number | null;
}

/** The parts of a bill. Together they are the whole bill. */
export const partsOf = (quantity: number, split: FuelSplit): readonly FuelPart[] => {
  const isShare = split.basis === 'share';
  const whole = isShare ? 1 : quantity;
  const others = uses.filter((use) => use !== 'fuel' && split[use] !== undefined);
  const rest = Math.max(0, exactSum([whole, ...others.map((use) => -(split[use] ?? 0))]));
  return (['fuel', ...others] as const).map((use) => {
    const part = use === 'fuel' ? rest : (split[use] ?? 0);
    return isShare ? { use, quantity: quantity * part, share: part } : { use, quantity: part, share: null };
  });
};

/** The parts of an activity in the unit of its bill, which is another where m3 were brought to Nm3; then they are told as shares. */
export const partsOfBill = (bill: FuelBill, quantity: number, split: FuelSplit): readonly FuelPart[] => {
  const parts = partsOf(quantity, split);
  if (bill.quantity === quantity) return parts;
  return parts.map((part) => {
    const share = part.share ?? part.quantity / quantity;
    return { use: part.use, quantity: bill.quantity * share, share };
  });
};

/** How much of an activity was burnt, in the unit of its bill. */
export const burntQuantity = ({ quantity, split }: { readonly quantity: number; readonly split?: FuelSplit }): number =>
  split === undefined
    ? quantity
    : exactSum(partsOf(quantity, split).flatMap((part) => (fuelUses[part.use].isBurnt ? [part.quantity] : [])));

/** The parts as the inventory tells them. */
export const toldParts = (parts: readonly FuelPart[], unit: string): readonly ActivityPart[] =>
  parts.map(({ use, quantity }) => {
    const { en, ko, isBurnt } = fuelUses[use];
    return { id: use, en, ko, quantity, unit, counted: isBurnt };
  });

const billedNote = (bill: FuelBill, parts: readonly FuelPart[]): TraceNote => {
  const list = (language: 'en' | 'ko'): string =>
    parts.map(({ use, quantity }) => `${fuelUses[use][language]} ${shown(quantity)}`).join(' + ');
  const whole = `${shown(bill.quantity)} ${bill.unit.symbol}`;
  return { en: `The bill: ${whole} = ${list('en')}.`, ko: `청구서의 ${whole} = ${list('ko')}.` };
};

/** A step that made the bill makes B, of which Q is a part. */
const asWhole = ({ equation, substituted }: Step): Step => ({
  equation: equation.replace(/^Q =/, 'B ='),
  substituted: substituted.replace(/^Q =/, 'B ='),
});

/** The bill of one part, with how it was split from the whole in its trace. */
export const billOfPart = (bill: FuelBill, part: FuelPart, parts: readonly FuelPart[]): FuelBill => {
  const { symbol } = bill.unit;
  const { note, en, ko } = fuelUses[part.use];
  const notes = [...bill.origin.notes, billedNote(bill, parts), ...(note === null ? [] : [note])];
  if (part.share === null) {
    const input = { symbol: 'Q', value: part.quantity, unit: symbol, en: `Part of the bill: ${en}`, ko: `청구서 가운데 ${ko}` };
    return { ...bill, quantity: part.quantity, origin: { ...bill.origin, inputs: [input], notes } };
  }
  const substituted = `Q = ${shown(bill.quantity)} ${symbol} × ${shown(part.share)} = ${shown(part.quantity)} ${symbol}`;
  const origin: Origin = {
    ...bill.origin,
    steps: [...bill.origin.steps.map(asWhole), { equation: 'Q = B · s', substituted }],
    inputs: [
      ...bill.origin.inputs.map((input) => (input.symbol === 'Q' ? { ...input, symbol: 'B' } : input)),
      { symbol: 's', value: part.share, unit: '1', en: `Share of the bill: ${en}`, ko: `청구서에서 차지하는 비율: ${ko}` },
    ],
    notes,
  };
  return { ...bill, quantity: part.quantity, origin };
};
