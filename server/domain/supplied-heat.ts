import type { ActivityBase } from './activity-data.js';
import { exactSum } from './exact-sum.js';
import type { Fault } from './fault.js';
import type { Field } from './field.js';
import { refuseMoney } from './fuel-bill.js';
import { asObject, type Plain } from './plain.js';
import { refuse } from './refusal.js';
import { billInput, billOrigin, type Origin, shown } from './trace.js';
import { inBaseUnit, knownUnit, type Unit, unitOf } from './units.js';

/** What came back of the steam as hot water. */
export interface CondensateReturn {
  /** Of the mass of the steam. */
  readonly share: number;
  readonly enthalpyMJPerKg: number;
}

/** Heat on a bill: as energy, or as a mass of steam or hot water with what a kilogram of it carries. */
export interface HeatBill extends ActivityBase {
  readonly enthalpyMJPerKg?: number;
  readonly condensateReturn?: CondensateReturn;
  readonly sold?: number;
}

/** Water of any pressure and temperature carries less; more is kJ or kcal written for MJ. */
const mostEnthalpy = 4.5;

const enthalpy = (required: boolean, en: string): Field => ({
  key: 'enthalpyMJPerKg',
  kind: 'positive',
  required,
  unit: 'MJ/kg',
  en,
});

export const steamFields: readonly Field[] = [
  enthalpy(
    false,
    'Of steam or hot water given by mass: the heat a kilogram carries, MJ, by the steam table at the pressure and temperature of delivery (saturated steam at 0.7 MPa absolute: 2.763).',
  ),
  {
    key: 'condensateReturn',
    kind: 'object',
    required: false,
    fields: [
      { key: 'share', kind: 'share', required: true, en: 'Share of the mass that went back.' },
      enthalpy(true, 'The heat a kilogram of the returned water carries, MJ.'),
    ],
    en: 'Of steam given by mass: what went back to the supplier; its heat was not used.',
  },
];

const enthalpyFault = (value: unknown, field: string): Fault[] => {
  if (typeof value !== 'number' || value <= mostEnthalpy) return [];
  const likely = [
    ['kJ/kg', 0.001],
    ['kcal/kg', 0.004_186_8],
  ] as const;
  const per = value > 1100 ? likely[0] : likely[1];
  return [
    { code: 'enthalpyInOtherUnit', field, values: { given: String(value), most: mostEnthalpy, per: per[0], inMJ: shown(value * per[1]) } },
  ];
};

/** What single fields cannot tell: enthalpies in another unit, and a return that carries more than what came. */
export const steamFaults = (activity: Plain, path: string): readonly Fault[] => {
  const { enthalpyMJPerKg: steam } = activity;
  const back = asObject(activity.condensateReturn);
  const field = `${path}.condensateReturn`;
  const without = back !== null && !Object.hasOwn(activity, 'enthalpyMJPerKg');
  const values = { unit: String(activity.unit) };
  const isMass = unitOf(values.unit)?.dimension === 'mass';
  const isMore = typeof steam === 'number' && typeof back?.enthalpyMJPerKg === 'number' && back.enthalpyMJPerKg > steam;
  return [
    ...enthalpyFault(steam, `${path}.enthalpyMJPerKg`),
    ...(back === null ? [] : enthalpyFault(back.enthalpyMJPerKg, `${field}.enthalpyMJPerKg`)),
    ...(without
      ? [isMass ? { code: 'enthalpyMissing', field: `${path}.enthalpyMJPerKg`, values } : { code: 'enthalpyNotNeeded', field, values }]
      : []),
    ...(isMore
      ? [
          {
            code: 'condensateOverSteam',
            field: `${field}.enthalpyMJPerKg`,
            values: { given: String(back?.enthalpyMJPerKg), most: String(steam) },
          },
        ]
      : []),
  ];
};

/** Refuses a unit that does not measure heat. */
export const refuseStrangeHeat = (unit: Unit, field: string): void => {
  refuseMoney(unit, field);
  if (unit.dimension !== 'energy') refuse('unitOfOtherDimension', field, { unit: unit.symbol, what: 'heat', whatKo: '열' });
};

/** Heat with how it came about. */
export interface SuppliedHeat {
  readonly heatMJ: number;
  /** Of steam or hot water given by mass. */
  readonly kilograms: number | null;
  readonly origin: Origin;
}

/** Heat of a mass of steam:  Q = M · Δh, where Δh is the enthalpy of the steam less that of what went back. */
const ofMass = (quantity: number, unit: Unit, steam: number, back: CondensateReturn | undefined): SuppliedHeat => {
  const returned = back === undefined ? 0 : back.share * back.enthalpyMJPerKg;
  const perKg = steam - returned;
  const kilograms = inBaseUnit(quantity, unit);
  const heatMJ = kilograms * perKg;
  const how =
    back === undefined ? shown(steam) : `${shown(steam)} − ${shown(back.share)} × ${shown(back.enthalpyMJPerKg)} = ${shown(perKg)}`;
  const origin: Origin = {
    steps: [{ equation: 'Q = M · Δh', substituted: `Q = ${shown(kilograms)} kg × ${shown(perKg)} MJ/kg = ${shown(heatMJ)} MJ` }],
    inputs: [
      { ...billInput(quantity, unit.symbol), symbol: 'M' },
      { symbol: 'Δh', value: perKg, unit: 'MJ/kg', en: 'Heat a kilogram delivered', ko: '1kg이 전달한 열량' },
    ],
    factors: [],
    notes: [{ en: `Δh = ${how} MJ/kg, as stated with the activity.`, ko: `Δh = ${how} MJ/kg(활동자료에 적힌 값).` }],
  };
  return { heatMJ, kilograms, origin };
};

/** The heat that was used here: what was bought less what was sold on. */
export const suppliedHeat = (activity: HeatBill, path: string): SuppliedHeat => {
  const { quantity: bought, sold = 0, enthalpyMJPerKg, condensateReturn } = activity;
  const unit = knownUnit(activity.unit);
  const quantity = sold === 0 ? bought : Math.max(0, exactSum([bought, -sold]));
  const notes =
    sold === 0
      ? []
      : [
          {
            en: `Bought ${shown(bought)} ${unit.symbol}, of which ${shown(sold)} was sold on.`,
            ko: `산 열 ${shown(bought)} ${unit.symbol} 가운데 ${shown(sold)}을(를) 되팔았습니다.`,
          },
        ];
  if (unit.dimension === 'mass') {
    if (enthalpyMJPerKg === undefined) return refuse('enthalpyMissing', `${path}.enthalpyMJPerKg`, { unit: unit.symbol });
    const made = ofMass(quantity, unit, enthalpyMJPerKg, condensateReturn);
    return { ...made, origin: { ...made.origin, notes: [...notes, ...made.origin.notes] } };
  }
  refuseStrangeHeat(unit, `${path}.unit`);
  if (enthalpyMJPerKg !== undefined) refuse('enthalpyNotNeeded', `${path}.enthalpyMJPerKg`, { unit: unit.symbol });
  return { heatMJ: inBaseUnit(quantity, unit), kilograms: null, origin: { ...billOrigin(quantity, unit.symbol), notes } };
};
