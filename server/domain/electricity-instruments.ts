import type { ActivityBase, OwnFactor } from './activity-data.js';
import { co2eqLine, gasLine, marketBased, ofPart, type Setting } from './estimate.js';
import { exactSum } from './exact-sum.js';
import type { ElectricityInstrument, Vocabulary } from './factor-data.js';
import type { Fault } from './fault.js';
import { choice, type Field, ownFactorField, quantityFields } from './field.js';
import { type Electricity, type Grid, gridCo2eq, gridLines, megawattHours, refuseStrangeElectricity } from './grid-electricity.js';
import type { InventoryLine, InventoryWarning } from './inventory.js';
import { factorUnitOf, knownFactorUnit, ownUse } from './own-factor.js';
import { asObject, type Plain } from './plain.js';
import { refuse } from './refusal.js';
import { type Origin, shown, stepOf, type TraceNote } from './trace.js';
import { knownUnit } from './units.js';
import { warning } from './warnings.js';

/** A contract or certificate on electricity, with the amount it covers. */
export interface HeldInstrument {
  readonly kind: string;
  readonly quantity: number;
  readonly unit: string;
  readonly factor?: OwnFactor;
  readonly evidence?: string;
}

/** How a green premium is counted: as nothing, or as electricity from the grid. */
export type GreenPremium = 'zero' | 'grid';

export const instrumentsField: Field = {
  key: 'instruments',
  kind: 'list',
  required: false,
  most: 100,
  fields: [
    choice('kind', true, 'unknownInstrument', (vocabulary) => Object.keys(vocabulary.instruments), 'The kind of contract or certificate.'),
    ...quantityFields,
    ownFactorField,
    { key: 'evidence', kind: 'text', required: false, en: 'What proves it, such as the number of the usage certificate.' },
  ],
  en: 'Contracts and certificates on the electricity; together they cover no more than was used. They change the market-based method alone.',
};

export const greenPremiumField: Field = choice(
  'greenPremium',
  false,
  'unknownGreenPremium',
  () => ['zero', 'grid'],
  'How a green premium is counted. Default: grid, because its claim is disputed; either way a warning tells the other figure.',
);

/** What single fields of an instrument cannot tell: whether it brings a factor, and one that counts all gases per energy. */
export const instrumentFaults = (activity: Plain, path: string, vocabulary: Vocabulary): readonly Fault[] => {
  const list = Array.isArray(activity.instruments) ? (activity.instruments as readonly unknown[]) : [];
  return list.flatMap((entry, index): Fault[] => {
    const held = asObject(entry);
    const rule = typeof held?.kind === 'string' ? vocabulary.instruments[held.kind] : undefined;
    const field = `${path}.instruments[${index}].factor`;
    if (held === null || rule === undefined) return [];
    const values = { kind: rule.id };
    if (!Object.hasOwn(held, 'factor')) return rule.factor === 'required' ? [{ code: 'instrumentNeedsFactor', field, values }] : [];
    if (rule.factor === 'none') return [{ code: 'instrumentTakesNoFactor', field, values }];
    const unit = asObject(held.factor)?.unit;
    if (typeof unit !== 'string' || unit.trim() === '') return [];
    const read = factorUnitOf(unit);
    const isWhole = read?.gas === 'CO2eq' && read.per.dimension === 'energy' && read.per.symbol !== 'toe';
    return isWhole ? [] : [{ code: 'badInstrumentFactor', field: `${field}.unit`, values: { given: unit } }];
  });
};

/** An instrument with what is known of it. */
export interface Covered {
  /** Its kind, with a number behind it where a kind comes more than once. */
  readonly part: string;
  readonly held: HeldInstrument;
  readonly rule: ElectricityInstrument;
  readonly mwh: number;
}

/** More than was used, by so much of it, is a slip of decimals. */
const tolerance = 1e-9;

/** The instruments of an activity in MWh; refuses the first of them that covers more than is left. */
export const coveredBy = (
  instruments: readonly HeldInstrument[],
  consumedMWh: number,
  path: string,
  { data }: Setting,
): readonly Covered[] => {
  const seen = new Map<string, number>();
  const covered: Covered[] = [];
  for (const [index, held] of instruments.entries()) {
    const at = `${path}.instruments[${index}]`;
    const unit = knownUnit(held.unit);
    refuseStrangeElectricity(unit, `${at}.unit`);
    const rule = data.instruments[held.kind];
    if (rule === undefined)
      return refuse('unknownInstrument', `${at}.kind`, { given: held.kind, known: Object.keys(data.instruments).join(', ') });
    const count = (seen.get(rule.id) ?? 0) + 1;
    seen.set(rule.id, count);
    covered.push({ part: count === 1 ? rule.id : `${rule.id}${count}`, held, rule, mwh: megawattHours(held.quantity, unit) });
    const sum = exactSum(covered.map((each) => each.mwh));
    if (sum > consumedMWh * (1 + tolerance))
      refuse('instrumentsOverConsumption', `${at}.quantity`, { kind: rule.id, covered: shown(sum), consumed: shown(consumedMWh) });
  }
  return covered;
};

const originOf = ({ held, rule }: Covered, notes: readonly TraceNote[]): Origin => ({
  steps: [],
  inputs: [{ symbol: 'Q', value: held.quantity, unit: held.unit, en: `Electricity covered: ${rule.en}`, ko: `적용 전력량: ${rule.ko}` }],
  factors: [],
  notes: [
    ...notes,
    held.evidence === undefined
      ? { en: 'No evidence was named.', ko: '증빙이 적혀 있지 않습니다.' }
      : { en: `Evidence: ${held.evidence}.`, ko: `증빙: ${held.evidence}.` },
  ],
});

const zeroLine = (activity: ActivityBase, covered: Covered, notes: readonly TraceNote[], setting: Setting): InventoryLine => {
  const { rule, mwh } = covered;
  const { id: factorId, confidence, sourceId, locator } = rule;
  const use = { role: 'EF', factorId, value: 0, unit: 'tCO2/MWh', match: 'exact', confidence, sourceId, locator } as const;
  const origin = originOf(covered, notes);
  const made = { ...origin, steps: [stepOf(`${shown(mwh)} MWh`, use, 0)], factors: [use], tier: 2 } as const;
  return gasLine(activity, marketBased, 'CO2', 0, made, setting);
};

const ownLine = (activity: ActivityBase, covered: Covered, factor: OwnFactor, setting: Setting): InventoryLine => {
  const { per, tonnes: inTonnes } = knownFactorUnit(factor);
  const amount = (covered.mwh * 3600) / per.inBase;
  const tonnes = amount * factor.value * inTonnes;
  const use = ownUse(factor);
  const made = {
    ...originOf(covered, []),
    steps: [stepOf(`${shown(amount)} ${per.symbol}`, use, tonnes)],
    factors: [use],
    tier: 3,
  } as const;
  return co2eqLine(activity, marketBased, tonnes, made, setting);
};

/** The market-based lines of one instrument, and what has to be said of it. */
export const instrumentLines = (
  activity: ActivityBase & { readonly greenPremium?: GreenPremium },
  covered: Covered,
  grid: Grid,
  setting: Setting,
): { readonly lines: readonly InventoryLine[]; readonly warnings: readonly InventoryWarning[] } => {
  const { held, rule, mwh, part } = covered;
  const values = { what: rule.en, whatKo: rule.ko };
  const unproven = held.evidence === undefined ? [warning('instrumentWithoutEvidence', activity.id, values)] : [];
  if (held.factor !== undefined) return { lines: ofPart(part, [ownLine(activity, covered, held.factor, setting)]), warnings: unproven };
  const counted = rule.isDisputed ? (activity.greenPremium ?? rule.counted) : rule.counted;
  const other = shown(gridCo2eq(mwh, grid, setting));
  const isZero = counted === 'zero';
  const notes: readonly TraceNote[] = !rule.isDisputed
    ? []
    : isZero
      ? [{ en: `At the grid value it would be ${other} tCO2eq.`, ko: `전력망 배출계수를 적용하면 ${other} tCO2eq입니다.` }]
      : [{ en: `Counted as zero it would be 0 instead of ${other} tCO2eq.`, ko: `0으로 보면 ${other} tCO2eq가 아니라 0입니다.` }];
  const disputed = rule.isDisputed ? [warning(isZero ? 'disputedAsZero' : 'disputedAsGrid', activity.id, { ...values, other })] : [];
  const electricity: Electricity = { mwh, origin: originOf(covered, notes) };
  const lines = isZero ? [zeroLine(activity, covered, notes, setting)] : gridLines(activity, electricity, grid, marketBased, setting);
  return { lines: ofPart(part, lines), warnings: [...disputed, ...(isZero ? unproven : [])] };
};
