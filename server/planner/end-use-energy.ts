import { amount } from './amounts-in-words.js';
import { componentEnergy } from './component-energy.js';
import type { EnergySetting } from './energy-setting.js';
import type { EndUse } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { exactly, plus } from './range.js';
import { type CarrierEnergy, carrierNames, siteElectricity, siteFuel } from './site-energy.js';

/** Energy of one carrier in an end use. */
export interface PartEnergy {
  readonly carrier: 'electricity' | 'fuel' | 'mobileFuel';
  readonly source: CarrierEnergy;
  /** MWh/year or TJ/year. */
  readonly energy: Range;
  /** kW of the equipment the energy was found from; null where it was found from shares. */
  readonly kilowatts: number | null;
}

/** `known`: at least one part has energy. `none`: no part has any. `unknown`: it cannot be told. */
export interface EndUseEnergy {
  readonly outcome: 'known' | 'none' | 'unknown';
  readonly parts: readonly PartEnergy[];
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  /** What is missing, where a part or the whole is unknown. */
  readonly missing: readonly Check[];
}

const carrierEnergy = (part: EndUse['parts'][number], setting: EnergySetting): CarrierEnergy => {
  const { inventory, activityData, data } = setting;
  if (part.carrier === 'electricity') return siteElectricity(inventory, data.prices);
  const category = part.carrier === 'fuel' ? 'stationaryCombustion' : 'mobileCombustion';
  return siteFuel(inventory, activityData, category, data.prices, part.fuels);
};

interface PartResult {
  readonly outcome: EndUseEnergy['outcome'];
  readonly part: PartEnergy | null;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  readonly missing: readonly Check[];
}

const nothing = (outcome: 'none' | 'unknown', basis: readonly Text[], missing: readonly Check[] = []): PartResult => ({
  outcome,
  part: null,
  basis,
  figures: [],
  missing,
});

const partEnergy = (endUse: EndUse, part: EndUse['parts'][number], setting: EnergySetting): PartResult => {
  const source = carrierEnergy(part, setting);
  const name = part.fuels === undefined ? carrierNames[part.carrier] : endUse.name;
  if (source.amount === null) {
    const reason: Text = { ko: `${name.ko}의 에너지량을 알 수 없습니다.`, en: `The energy of the ${name.en} is not known.` };
    return nothing('unknown', [reason], [{ label: name, outcome: 'unknown', reason }]);
  }
  if (source.amount === 0)
    return nothing('none', [{ ko: `인벤토리에 ${name.ko} 사용이 없습니다.`, en: `The inventory holds no ${name.en}.` }]);
  const carrier = part.carrier;
  if (carrier === 'mobileFuel' || part.components.includes('total')) {
    const text = `${amount(source.amount)} ${source.unit}`;
    return {
      outcome: 'known',
      part: { carrier, source, energy: exactly(source.amount, source.unit, 'derived'), kilowatts: null },
      basis: [{ ko: `인벤토리의 ${name.ko} ${text} 전체를 기준으로 합니다.`, en: `Based on all ${name.en} of the inventory, ${text}.` }],
      figures: [],
      missing: [],
    };
  }
  const components = part.components.map((component) => componentEnergy(component, carrier, source.amount ?? 0, endUse, setting));
  const known = components.filter((component) => component.outcome === 'known');
  const [first, ...rest] = known;
  const missing = components.flatMap((component) => component.missing);
  const basis = components.flatMap((component) => component.basis);
  if (first === undefined) return nothing(missing.length > 0 ? 'unknown' : 'none', basis, missing);
  const kilowatts = known.every((component) => component.kilowatts !== null)
    ? known.reduce((sum, component) => sum + (component.kilowatts ?? 0), 0)
    : null;
  return {
    outcome: 'known',
    part: { carrier, source, energy: rest.reduce((sum, component) => plus(sum, component.energy), first.energy), kilowatts },
    basis,
    figures: components.flatMap((component) => component.figures),
    missing,
  };
};

/** Baseline energy of an end use: the inventory's energy, split by the equipment of the site or by the shares of its industry. */
export const endUseEnergy = (endUse: EndUse, setting: EnergySetting): EndUseEnergy => {
  const results = endUse.parts.map((part) => partEnergy(endUse, part, setting));
  const outcomes = results.map((result) => result.outcome);
  const outcome = outcomes.includes('known') ? 'known' : outcomes.includes('unknown') ? 'unknown' : 'none';
  return {
    outcome,
    parts: results.flatMap((result) => (result.part === null ? [] : [result.part])),
    basis: results.flatMap((result) => result.basis),
    figures: results.flatMap((result) => result.figures),
    missing: results.flatMap((result) => result.missing),
  };
};
