import type { EquipmentKind } from './emission-source-data.js';
import type { FactorRecord } from './factor-data.js';
import { useOf } from './fuel-basis.js';
import type { FugitiveEmissionsActivity } from './fugitive-activity.js';
import type { FactorMatch, FactorUse, InventoryWarning } from './inventory.js';
import { refuse } from './refusal.js';
import { type Step, shown, type TraceInput } from './trace.js';
import { inBaseUnit, knownUnit } from './units.js';
import { warning } from './warnings.js';

/** What escaped, before it is split into gases. */
export interface FugitiveMass {
  readonly kilograms: number;
  readonly step: Step;
  readonly inputs: readonly TraceInput[];
  readonly factors: readonly FactorUse[];
  readonly tier: 1 | 2;
  readonly warnings: readonly InventoryWarning[];
}

const input = (symbol: string, value: number, unit: string, en: string, ko: string): TraceInput => ({ symbol, value, unit, en, ko });

/**
 * What was put in to make up for losses:  M = Q − R. Source: IPCC 2006, Vol. 3, Ch. 7, eq. 7.9 (mass balance, no change of stock or
 * capacity); EPA, Direct Fugitive Emissions, sec. 2.4 (simplified material balance).
 */
const topUp = (activity: FugitiveEmissionsActivity, path: string): FugitiveMass => {
  const { quantity = 0, recovered = 0, unit } = activity;
  if (recovered > quantity) refuse('recoveredMoreThanBought', `${path}.recovered`, { recovered, quantity, unit });
  const left = quantity - recovered;
  return {
    kilograms: inBaseUnit(left, knownUnit(unit)),
    step:
      recovered === 0
        ? { equation: 'M = Q', substituted: `M = ${shown(quantity)} ${unit}` }
        : { equation: 'M = Q − R', substituted: `M = ${shown(quantity)} ${unit} − ${shown(recovered)} ${unit} = ${shown(left)} ${unit}` },
    inputs: [
      input('Q', quantity, unit, 'Gas bought or topped up', '구입·보충한 가스'),
      ...(recovered === 0 ? [] : [input('R', recovered, unit, 'Gas recovered', '회수한 가스')]),
    ],
    factors: [],
    tier: 2,
    warnings: [],
  };
};

/**
 * What is missing at the end of the year:  M = (I₀ − I₁) + P − S + (K₀ − K₁), I stock in containers, P bought, S sold or given away,
 * K full charge of all equipment. Source: IPCC 2006, Vol. 3, Ch. 7, eq. 7.9; EPA, Direct Fugitive Emissions, sec. 2.3 (material balance).
 */
const massBalance = (activity: FugitiveEmissionsActivity, path: string): FugitiveMass => {
  const {
    unit,
    inventoryStart: i0 = 0,
    inventoryEnd: i1 = 0,
    purchases = 0,
    sales = 0,
    capacityStart: k0 = 0,
    capacityEnd: k1 = 0,
  } = activity;
  const lost = i0 - i1 + purchases - sales + k0 - k1;
  // What cancels exactly on paper may leave a rest of rounding here.
  const least = -1e-12 * (i0 + i1 + purchases + sales + k0 + k1);
  if (lost < least) refuse('massBalanceNegative', path, { result: shown(lost), unit });
  const left = Math.max(lost, 0);
  const [a, b, c, d, e, f] = [i0, i1, purchases, sales, k0, k1].map(shown);
  return {
    kilograms: inBaseUnit(left, knownUnit(unit)),
    step: {
      equation: 'M = (I₀ − I₁) + P − S + (K₀ − K₁)',
      substituted: `M = (${a} − ${b}) + ${c} − ${d} + (${e} − ${f}) = ${shown(left)} ${unit}`,
    },
    inputs: [
      input('I₀', i0, unit, 'Stock at the start', '연초 재고'),
      input('I₁', i1, unit, 'Stock at the end', '연말 재고'),
      input('P', purchases, unit, 'Bought, also inside equipment', '구입량(설비에 든 것 포함)'),
      input('S', sales, unit, 'Sold or given away, also inside equipment', '판매·반출량(설비에 든 것 포함)'),
      input('K₀', k0, unit, 'Full charge of all equipment at the start', '연초 전체 설비 충전 용량'),
      input('K₁', k1, unit, 'Full charge of all equipment at the end', '연말 전체 설비 충전 용량'),
    ],
    factors: [],
    tier: 2,
    warnings: [],
  };
};

/** Korea takes its own figures and those of the IPCC for the world without a mark. */
const matchOf = ({ country }: EquipmentKind): FactorMatch => (country === null || country === 'KR' ? 'exact' : 'other-country');

/** A share of the charge: the activity's own, else that of the kind of equipment. */
class Rates {
  readonly factors: FactorUse[] = [];
  readonly inputs: TraceInput[] = [];

  constructor(
    readonly kind: EquipmentKind | null,
    readonly path: string,
  ) {}

  take(key: string, own: number | undefined, record: FactorRecord | null | undefined, symbol: string, en: string, ko: string): number {
    if (own !== undefined) {
      this.inputs.push(input(symbol, own, '1', en, ko));
      return own;
    }
    if (this.kind === null || record === null || record === undefined) {
      return refuse('rateMissing', `${this.path}.${key}`, { key, equipment: this.kind?.id ?? '–' });
    }
    this.factors.push(useOf(record, symbol, matchOf(this.kind)));
    return record.value;
  }
}

const rateWarnings = ({ id, annualRate }: FugitiveEmissionsActivity, kind: EquipmentKind | null): InventoryWarning[] =>
  kind?.usual != null && annualRate !== undefined && (annualRate < kind.usual.low || annualRate > kind.usual.high)
    ? [warning('outsideUsualRange', id, { what: 'annualRate', low: String(kind.usual.low), high: String(kind.usual.high) })]
    : [];

/**
 * By charge and rates:  M = Q · x + Cₙ · k + Cᵣ · y · (1 − z). Q charge in use, x lost a year, Cₙ filled on the site, k lost in filling,
 * Cᵣ charge of what was scrapped, y what was left of it, z what was recovered. Source: IPCC 2006, Vol. 3, Ch. 7, eq. 7.12 to 7.14.
 */
const leakRate = (activity: FugitiveEmissionsActivity, kind: EquipmentKind | null, path: string): FugitiveMass => {
  const { quantity = 0, unit, installedQuantity: filled = 0, retiredQuantity: scrapped = 0 } = activity;
  const rates = new Rates(kind, path);
  const x = rates.take('annualRate', activity.annualRate, kind?.annual, 'x', 'Share lost in a year', '연간 누출률');
  let [equation, numbers] = ['M = Q · x', `${shown(quantity)} ${unit} × ${shown(x)}`];
  let lost = quantity * x;
  const inputs = [input('Q', quantity, unit, 'Charge of the equipment in use', '사용 중인 설비의 충전량')];
  if (filled > 0) {
    const k = rates.take('installationRate', activity.installationRate, kind?.installation, 'k', 'Share lost in filling', '충전 시 누출률');
    lost += filled * k;
    [equation, numbers] = [`${equation} + Cₙ · k`, `${numbers} + ${shown(filled)} ${unit} × ${shown(k)}`];
    inputs.push(input('Cₙ', filled, unit, 'Charge filled on the site', '현장에서 새로 충전한 양'));
  }
  if (scrapped > 0) {
    const y = rates.take('remainingShare', activity.remainingShare, kind?.remaining, 'y', 'Share left when scrapped', '폐기 시 잔존율');
    const z = rates.take('recoveredShare', activity.recoveredShare, kind?.recovered, 'z', 'Share of the rest recovered', '폐기 시 회수율');
    lost += scrapped * y * (1 - z);
    [equation, numbers] = [`${equation} + Cᵣ · y · (1 − z)`, `${numbers} + ${shown(scrapped)} ${unit} × ${shown(y)} × (1 − ${shown(z)})`];
    inputs.push(input('Cᵣ', scrapped, unit, 'Full charge of what was scrapped', '폐기한 설비의 충전 용량'));
  }
  return {
    kilograms: inBaseUnit(lost, knownUnit(unit)),
    step: { equation, substituted: `M = ${numbers} = ${shown(lost)} ${unit}` },
    inputs: [...inputs, ...rates.inputs],
    factors: rates.factors,
    tier: activity.annualRate === undefined ? 1 : 2,
    warnings: rateWarnings(activity, kind),
  };
};

/** The mass that escaped, by the method of the activity. */
export const fugitiveMass = (activity: FugitiveEmissionsActivity, kind: EquipmentKind | null, path: string): FugitiveMass => {
  switch (activity.method ?? 'topUp') {
    case 'topUp':
      return topUp(activity, path);
    case 'massBalance':
      return massBalance(activity, path);
    case 'leakRate':
      return leakRate(activity, kind, path);
  }
};
