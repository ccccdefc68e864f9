import type { FuelActivity, MobileMode } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type ChooseCombustionFactors, combust } from '../combustion.js';
import type { Setting } from '../estimate.js';
import type { Fuel } from '../factor-data.js';
import { choice } from '../field.js';
import { useOf } from '../fuel-basis.js';
import { fuelFields } from '../fuel-fields.js';
import type { FactorUse } from '../inventory.js';
import { refuse } from '../refusal.js';
import type { TraceNote } from '../trace.js';

interface Row {
  readonly use: FactorUse;
  readonly note: TraceNote | null;
}

/**
 * The CH4 or N2O row of a vehicle fuel. Off the road the IPCC has no row for LPG: forklifts take the stationary one, marked as of a
 * broader class. Source: IPCC 2006, Vol. 2, tables 3.2.2 and 3.3.1.
 */
const rowOf = (fuel: Fuel, mode: MobileMode, gas: 'CH4' | 'N2O', { data, sector }: Setting): Row | null => {
  const record = data.mobile[`${mode} ${fuel.ipccRow} ${gas}`];
  if (record !== undefined) {
    const note = { en: `IPCC row: ${record.technology}.`, ko: `IPCC 표의 행: ${record.technology}.` };
    return { use: useOf(record, 'EF', fuel.ipccMatch), note: record.technology === '' ? null : note };
  }
  const stationary = data.stationary[`${sector} ${fuel.ipccRow} ${gas}`];
  if (mode !== 'offroad' || fuel.ipccRow !== 'lpg' || stationary === undefined) return null;
  return {
    use: useOf(stationary, 'EF', 'broader-fuel'),
    note: { en: 'No off-road row exists for LPG; the stationary one was used.', ko: 'LPG의 비도로 행이 없어 고정연소 값을 사용했습니다.' },
  };
};

const chooseFor =
  (mode: MobileMode, path: string): ChooseCombustionFactors =>
  (fuel, _basis, setting) => {
    const ch4 = rowOf(fuel, mode, 'CH4', setting);
    const n2o = rowOf(fuel, mode, 'N2O', setting);
    if (ch4 === null || n2o === null) return refuse('noMobileRow', `${path}.fuel`, { fuel: fuel.id, mode });
    return { oxidation: null, ch4: ch4.use, n2o: n2o.use, notes: ch4.note === null ? [] : [ch4.note] };
  };

export interface MobileCombustionActivity extends FuelActivity {
  readonly category: 'mobileCombustion';
  /** Default: road. */
  readonly mode?: MobileMode;
}

export const mobileModes: readonly MobileMode[] = ['road', 'offroad'];

/** Fuel burnt in vehicles and moving machines: Scope 1, all carbon taken to burn. */
export const mobileCombustion = defineCategory<MobileCombustionActivity>({
  id: 'mobileCombustion',
  scope: 1,
  en: 'Mobile combustion',
  ko: '이동연소',
  fields: [...fuelFields, choice('mode', false, 'unknownMode', () => mobileModes, 'On the road (default) or off it, such as forklifts.')],
  estimate: (activity, path, setting) => combust(activity, path, setting, chooseFor(activity.mode ?? 'road', path)),
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · NCV · EF · 10⁻⁹',
      en: 'Fuel burnt in vehicles and moving machines; all carbon is taken to burn.',
      ko: '차량과 이동 기계에서 태운 연료: 탄소가 모두 연소한다고 봅니다.',
      source: 'IPCC 2006 Guidelines, Vol. 2, Ch. 3, eq. 3.2.1',
    },
  ],
});
