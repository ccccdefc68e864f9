import type { FuelActivity, MobileMode } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type ChooseCombustionFactors, combust, fuelOf } from '../combustion.js';
import type { Estimator, Setting } from '../estimate.js';
import type { Fuel, Vocabulary } from '../factor-data.js';
import type { Fault } from '../fault.js';
import { choice } from '../field.js';
import { useOf } from '../fuel-basis.js';
import { type FuelBill, fuelBill, heatBasis } from '../fuel-bill.js';
import {
  type AppliedEconomy,
  amountOfDistance,
  type FuelEconomy,
  fuelEconomyFaults,
  fuelEconomyField,
  isDistance,
  ownEconomy,
} from '../fuel-economy.js';
import { fuelFaults, fuelFields } from '../fuel-fields.js';
import type { FactorUse, InventoryWarning } from '../inventory.js';
import type { Plain } from '../plain.js';
import { refuse } from '../refusal.js';
import type { TraceNote } from '../trace.js';
import { knownUnit } from '../units.js';
import { warning } from '../warnings.js';

export interface MobileCombustionActivity extends FuelActivity {
  readonly category: 'mobileCombustion';
  /** Default: road. */
  readonly mode?: MobileMode;
  /** Of the rows for CH4 and N2O, where the table has several. */
  readonly technology?: string;
  /** Of a quantity in km: one of the two. */
  readonly vehicleClass?: string;
  readonly fuelEconomy?: FuelEconomy;
}

export const mobileModes: readonly MobileMode[] = ['road', 'offroad'];

interface Row {
  readonly use: FactorUse;
  readonly note: TraceNote | null;
}

/**
 * The CH4 or N2O row of a vehicle fuel: that of the technology where one is named, else the default one. Off the road the IPCC has no row
 * for LPG: forklifts take the stationary one, marked as of a broader class. Source: IPCC 2006, Vol. 2, tables 3.2.2 and 3.3.1.
 */
const rowOf = (fuel: Fuel, mode: MobileMode, gas: 'CH4' | 'N2O', technology: string | undefined, { data, sector }: Setting): Row | null => {
  const record =
    technology === undefined
      ? data.mobile[`${mode} ${fuel.ipccRow} ${gas}`]
      : data.mobileOfTechnology[`${mode} ${fuel.ipccRow} ${gas} ${technology}`];
  if (record !== undefined) {
    const note = { en: `IPCC row: ${record.technology}.`, ko: `IPCC 표의 행: ${record.technology}.` };
    return { use: useOf(record, 'EF', fuel.ipccMatch), note: record.technology === '' ? null : note };
  }
  const stationary = data.stationary[`${sector} ${fuel.ipccRow} ${gas}`];
  if (mode !== 'offroad' || technology !== undefined || fuel.ipccRow !== 'lpg' || stationary === undefined) return null;
  return {
    use: useOf(stationary, 'EF', 'broader-fuel'),
    note: { en: 'No off-road row exists for LPG; the stationary one was used.', ko: 'LPG의 비도로 행이 없어 고정연소 값을 사용했습니다.' },
  };
};

/** The technologies a fuel has rows of its own for, by both gases. */
const technologiesOf = (fuel: Fuel, mode: unknown, { technologies, mobileOfTechnology }: Vocabulary): readonly string[] =>
  Object.keys(technologies).filter((id) =>
    ['CH4', 'N2O'].every((gas) => mobileOfTechnology[`${String(mode)} ${fuel.ipccRow} ${gas} ${id}`] !== undefined),
  );

/** A technology that exists, and that the table has no row of for this fuel. */
const technologyFaults = ({ fuel: id, mode = 'road', technology }: Plain, path: string, vocabulary: Vocabulary): readonly Fault[] => {
  const fuel = typeof id === 'string' ? vocabulary.fuels[id] : undefined;
  if (fuel === undefined || typeof technology !== 'string' || vocabulary.technologies[technology] === undefined) return [];
  const known = technologiesOf(fuel, mode, vocabulary);
  if (known.includes(technology)) return [];
  const values = { technology, fuel: fuel.id, mode: String(mode), known: known.join(', ') };
  return [{ code: known.length === 0 ? 'technologyNotNeeded' : 'technologyNotOfFuel', field: `${path}.technology`, values }];
};

const chooseFor =
  ({ mode = 'road', technology }: MobileCombustionActivity, path: string): ChooseCombustionFactors =>
  (fuel, _basis, setting) => {
    const ch4 = rowOf(fuel, mode, 'CH4', technology, setting);
    const n2o = rowOf(fuel, mode, 'N2O', technology, setting);
    if (ch4 !== null && n2o !== null) return { oxidation: null, ch4: ch4.use, n2o: n2o.use, notes: ch4.note === null ? [] : [ch4.note] };
    return refuse('noMobileRow', `${path}.fuel`, { fuel: fuel.id, mode });
  };

/** The mean fuel economy of the vehicles of a class. */
const economyOfClass = (id: string, fuel: Fuel, path: string, { data }: Setting): AppliedEconomy => {
  const vehicles = data.vehicleClasses[id];
  const field = `${path}.vehicleClass`;
  if (vehicles === undefined)
    return refuse('unknownVehicleClass', field, { given: id, known: Object.keys(data.vehicleClasses).join(', ') });
  if (!vehicles.fuels.includes(fuel.id))
    return refuse('vehicleClassOfOtherFuel', field, { given: id, fuel: fuel.id, fuels: vehicles.fuels.join(', ') });
  const { role: _role, ...use } = useOf(vehicles, 'FE', 'exact');
  const [en, ko] =
    vehicles.measured === 'road'
      ? ['as driven', '실주행 연비']
      : [
          'as certified for the label of new vehicles; on the road more fuel is burnt',
          '신차의 표시연비로, 실제 주행에서는 연료를 더 씁니다',
        ];
  return {
    value: vehicles.value,
    unit: vehicles.unit,
    use,
    notes: [{ en: `Mean fuel economy: ${vehicles.en} (${en}).`, ko: `평균 연비: ${vehicles.ko}(${ko}).` }],
  };
};

/** The fuel a distance took. Its energy, CH4 and N2O need it even where a factor of one's own is per distance. */
const billOfDistance = (activity: MobileCombustionActivity, fuel: Fuel, path: string, setting: Setting): FuelBill => {
  const driven = { quantity: activity.quantity, unit: knownUnit(activity.unit) };
  const { fuelEconomy, vehicleClass } = activity;
  const economy =
    fuelEconomy === undefined
      ? vehicleClass === undefined
        ? null
        : economyOfClass(vehicleClass, fuel, path, setting)
      : ownEconomy(fuelEconomy);
  if (economy === null) return refuse('fuelEconomyMissing', `${path}.vehicleClass`, { ways: 'vehicleClass, fuelEconomy' });
  const { quantity, unit, origin } = amountOfDistance(driven.quantity, driven.unit, economy);
  if (unit.dimension === 'energy') return refuse('electricVehicle', `${path}.fuelEconomy.unit`, { unit: economy.unit });
  return {
    quantity,
    unit,
    heat: heatBasis(fuel, unit),
    grossMJPerNm3: activity.grossMJPerNm3 ?? null,
    distance: driven,
    unitField: `${path}.${fuelEconomy === undefined ? 'vehicleClass' : 'fuelEconomy.unit'}`,
    origin,
  };
};

/** That kilometers stand for the fuel, and whose fuel economy was taken. */
const distanceWarnings = ({ id, vehicleClass }: MobileCombustionActivity, { data }: Setting): InventoryWarning[] => {
  const vehicles = vehicleClass === undefined ? undefined : data.vehicleClasses[vehicleClass];
  if (vehicles === undefined) return [];
  const values = { what: vehicles.en, whatKo: vehicles.ko };
  return [warning(vehicles.measured === 'road' ? 'meanFuelEconomy' : 'labelFuelEconomy', id, values)];
};

const estimate: Estimator<MobileCombustionActivity> = (activity, path, setting) => {
  const fuel = fuelOf(activity, path, setting);
  const isByDistance = isDistance(activity.unit);
  const bill = isByDistance ? billOfDistance(activity, fuel, path, setting) : fuelBill(activity, fuel, path);
  const made = combust(activity, fuel, bill, path, setting, chooseFor(activity, path));
  return isByDistance ? { ...made, warnings: [...made.warnings, ...distanceWarnings(activity, setting)] } : made;
};

/** Fuel burnt in vehicles and moving machines: Scope 1, all carbon taken to burn. */
export const mobileCombustion = defineCategory<MobileCombustionActivity>({
  id: 'mobileCombustion',
  scope: 1,
  en: 'Mobile combustion',
  ko: '이동연소',
  fields: [
    ...fuelFields,
    choice('mode', false, 'unknownMode', () => mobileModes, 'On the road (default) or off it, such as forklifts.'),
    choice(
      'technology',
      false,
      'unknownTechnology',
      (vocabulary) => Object.keys(vocabulary.technologies),
      'Of the rows for CH4 and N2O where the table has several. Left out, the default row, which the trace names.',
    ),
    choice(
      'vehicleClass',
      false,
      'unknownVehicleClass',
      (vocabulary) => Object.keys(vocabulary.vehicleClasses),
      'Of a quantity in km: the class whose mean fuel economy is taken. Either this or `fuelEconomy`.',
    ),
    fuelEconomyField,
  ],
  faults: (activity, path, vocabulary) => [
    ...fuelFaults(activity, path),
    ...fuelEconomyFaults(activity, path, ['vehicleClass', 'fuelEconomy']),
    ...technologyFaults(activity, path, vocabulary),
  ],
  estimate,
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · NCV · EF · 10⁻⁹',
      en: 'Fuel burnt in vehicles and moving machines; all carbon is taken to burn.',
      ko: '차량과 이동 기계에서 태운 연료: 탄소가 모두 연소한다고 봅니다.',
      source: 'IPCC 2006 Guidelines, Vol. 2, Ch. 3, eq. 3.2.1',
    },
    {
      equation: 'Q = D / FE',
      en: 'Where kilometers alone are known, they are turned into fuel by a fuel economy: one’s own, or the mean of a class of vehicles.',
      ko: '주행거리만 아는 경우 연비로 연료 사용량을 구합니다. 고유 연비를 먼저 쓰고, 없으면 차종별 평균 연비를 씁니다.',
      source: 'IPCC 2006 Guidelines, Vol. 2, Ch. 3, section 3.2.1.3 (fuel from distance)',
    },
  ],
});
