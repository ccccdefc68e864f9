import type { ActivityBase } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type Estimator, marketBased, ofPart, type Setting } from '../estimate.js';
import { exactSum } from '../exact-sum.js';
import type { Fault } from '../fault.js';
import { choice, quantityFields } from '../field.js';
import { useOf } from '../fuel-basis.js';
import { gridLines, gridOf, megawattHours, refuseStrangeElectricity } from '../grid-electricity.js';
import type { ActivityPart, EnergyLine, InventoryLine } from '../inventory.js';
import type { Plain } from '../plain.js';
import { soldFaults, soldField } from '../sold-on.js';
import { shown } from '../trace.js';
import { knownUnit } from '../units.js';
import { factorWarnings, warning } from '../warnings.js';

export type OwnPlant = 'solar' | 'wind' | 'hydro' | 'geothermal';

export const ownPlants: readonly OwnPlant[] = ['solar', 'wind', 'hydro', 'geothermal'];

/** `quantity` is what the plant made. */
export interface OwnElectricityActivity extends ActivityBase {
  readonly category: 'ownElectricity';
  readonly plant: OwnPlant;
  /** Fed into the grid or sold to others, in the unit of the quantity. */
  readonly sold?: number;
  /** Of what was used here, the amount whose certificates were sold: its green claim is gone. */
  readonly certificatesSold?: number;
}

const plantNames: Readonly<Record<OwnPlant, { readonly en: string; readonly ko: string }>> = {
  solar: { en: 'Own solar power', ko: '자가 태양광 전력' },
  wind: { en: 'Own wind power', ko: '자가 풍력 전력' },
  hydro: { en: 'Own hydropower', ko: '자가 수력 전력' },
  geothermal: { en: 'Own geothermal power', ko: '자가 지열 전력' },
};

/** What was made and not sold. */
const usedHere = ({ quantity, sold = 0 }: OwnElectricityActivity): number => Math.max(0, exactSum([quantity, -sold]));

/**
 * Electricity of one's own plant as energy, 3.6 MJ/kWh in every measure: the statutory 9.6 MJ/kWh stands for the fuel that power stations
 * burn, and none was burnt.
 */
const energyOf = (activity: OwnElectricityActivity, mwh: number, { data }: Setting): EnergyLine => {
  const terajoules = mwh * 0.0036;
  const toe = mwh * data.finalElectricity.value * 1e-4;
  return {
    activityDataId: activity.id,
    category: activity.category,
    label: plantNames[activity.plant],
    factors: [useOf(data.finalElectricity, 'final', 'exact')],
    netTJ: terajoules,
    grossTJ: terajoules,
    toe,
    finalTJ: terajoules,
    finalToe: toe,
  };
};

/** Market-based lines of the electricity whose certificates were sold: it counts as grid electricity. */
const claimLines = (activity: OwnElectricityActivity, quantity: number, setting: Setting): InventoryLine[] => {
  const mwh = megawattHours(quantity, knownUnit(activity.unit));
  const input = {
    symbol: 'Q',
    value: quantity,
    unit: activity.unit,
    en: 'Own electricity used here whose certificates were sold',
    ko: '사업장에서 썼으나 인증서를 판매한 전력량',
  };
  const origin = { steps: [], inputs: [input], factors: [], notes: [] };
  return ofPart('certificatesSold', gridLines(activity, { mwh, origin }, gridOf(setting), marketBased, setting));
};

const partsOf = (activity: OwnElectricityActivity): readonly ActivityPart[] => {
  const { unit, sold = 0, certificatesSold = 0 } = activity;
  const part = (id: string, en: string, ko: string, quantity: number, counted: boolean): ActivityPart[] =>
    quantity === 0 && id !== 'used' ? [] : [{ id, en, ko, quantity, unit, counted }];
  return [
    ...part('used', 'Used here', '자가소비', exactSum([usedHere(activity), -certificatesSold]), true),
    ...part('certificatesSold', 'Used here, certificates sold', '자가소비(인증서 판매)', certificatesSold, true),
    ...part('sold', 'Sold', '판매', sold, false),
  ];
};

/** Electricity of one's own renewable plant: no Scope 2 emissions, its use is energy, what is sold is told and never subtracted. */
const estimate: Estimator<OwnElectricityActivity> = (activity, path, setting) => {
  const unit = knownUnit(activity.unit);
  refuseStrangeElectricity(unit, `${path}.unit`);
  const { id, sold = 0, certificatesSold = 0 } = activity;
  const energy = energyOf(activity, megawattHours(usedHere(activity), unit), setting);
  const lines = certificatesSold === 0 ? [] : claimLines(activity, certificatesSold, setting);
  const told = (quantity: number) => ({ amount: `${shown(quantity)} ${activity.unit}` });
  return {
    label: energy.label,
    lines,
    parts: partsOf(activity),
    energy,
    warnings: [
      ...factorWarnings(id, [...lines.flatMap((line) => line.trace.factors), ...energy.factors], setting.reportingYear, setting.row.id),
      ...(lines.some((line) => line.gas === 'CO2eq') ? [warning('noGasSplit', id)] : []),
      ...(sold > 0 ? [warning('ownElectricitySold', id, told(sold))] : []),
      ...(certificatesSold > 0 ? [warning('certificatesSold', id, told(certificatesSold))] : []),
    ],
  };
};

/** Certificates can be sold of no more than was used here. */
const certificateFaults = (activity: Plain, path: string): readonly Fault[] => {
  const { quantity, sold = 0, certificatesSold } = activity;
  if (typeof quantity !== 'number' || typeof sold !== 'number' || typeof certificatesSold !== 'number') return [];
  const used = exactSum([quantity, -sold]);
  return certificatesSold > used
    ? [{ code: 'certificatesOverUse', field: `${path}.certificatesSold`, values: { given: shown(certificatesSold), used: shown(used) } }]
    : [];
};

export const ownElectricity = defineCategory<OwnElectricityActivity>({
  id: 'ownElectricity',
  scope: 2,
  en: 'Own renewable electricity',
  ko: '자가 재생에너지 전력',
  fields: [
    ...quantityFields,
    choice(
      'plant',
      true,
      'unknownPlant',
      () => ownPlants,
      'What makes it. Electricity of one’s own from fuel belongs to the fuel: `split`.',
    ),
    soldField('Of the quantity: fed into the grid or sold to others.'),
    {
      key: 'certificatesSold',
      kind: 'quantity',
      required: false,
      en: 'Of what was used here: the amount whose certificates (REC) were issued and sold. By market it counts as grid electricity.',
    },
  ],
  faults: (activity, path) => [...soldFaults(activity, path), ...certificateFaults(activity, path)],
  estimate,
  isProportional: false,
  methods: [
    {
      equation: 'm = 0',
      en: 'Electricity of one’s own renewable plant used here has no Scope 2 emissions; where its certificates were sold it counts as grid electricity by market.',
      ko: '자가 재생에너지 설비에서 만들어 쓴 전력은 간접배출(Scope 2)이 없습니다. 인증서를 판매한 양은 시장기반에서 전력망 전력으로 봅니다.',
      source:
        'GHG Protocol Scope 2 Guidance, Ch. 6; The Climate Registry, Accounting for Production, Consumption and Sale of Renewable Energy',
    },
  ],
});
