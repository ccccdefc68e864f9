import { amount, capital } from './amounts-in-words.js';
import { componentEnergy } from './component-energy.js';
import type { EnergySetting } from './energy-setting.js';
import type { EndUse } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { exactly, plus } from './range.js';
import { type CarrierEnergy, carrierNames, siteElectricity, siteFuel } from './site-energy.js';

/** Energy of one carrier (or of a fuel that only one component burns) in an end use. */
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

type Part = EndUse['parts'][number];
type Slice = EndUseEnergy;

const slice = (outcome: 'none' | 'unknown', basis: readonly Text[], missing: readonly Check[] = []): Slice => ({
  outcome,
  parts: [],
  basis,
  figures: [],
  missing,
});

const notKnown = (name: Text): Slice => {
  const reason: Text = { ko: `${name.ko}의 에너지량을 알 수 없습니다.`, en: `The energy of the ${name.en} is not known.` };
  return slice('unknown', [reason], [{ label: { ko: name.ko, en: capital(name.en) }, outcome: 'unknown', reason }]);
};

const notUsed = (name: Text): Slice =>
  slice('none', [{ ko: `인벤토리에 ${name.ko} 사용이 없습니다.`, en: `The inventory holds no ${name.en}.` }]);

/** All energy of a carrier, or of the given fuels. */
const whole = (carrier: Part['carrier'], source: CarrierEnergy, name: Text): Slice => {
  if (source.amount === null) return notKnown(name);
  if (source.amount === 0) return notUsed(name);
  const text = `${amount(source.amount)} ${source.unit}`;
  return {
    outcome: 'known',
    parts: [{ carrier, source, energy: exactly(source.amount, source.unit, 'derived'), kilowatts: null }],
    basis: [{ ko: `인벤토리의 ${name.ko} ${text} 전체를 기준으로 합니다.`, en: `Based on all ${name.en} of the inventory, ${text}.` }],
    figures: [],
    missing: [],
  };
};

/** The components of a carrier, each from equipment or shares. */
const split = (
  endUse: EndUse,
  carrier: 'electricity' | 'fuel',
  components: readonly string[],
  source: CarrierEnergy,
  setting: EnergySetting,
): Slice => {
  const total = source.amount;
  if (total === null) return notKnown(carrierNames[carrier]);
  if (total === 0) return notUsed(carrierNames[carrier]);
  const results = components.map((component) => componentEnergy(component, carrier, total, endUse, setting));
  const known = results.filter((result) => result.outcome === 'known');
  const missing = results.flatMap((result) => result.missing);
  const [first, ...rest] = known;
  if (first === undefined) {
    return slice(
      missing.length > 0 ? 'unknown' : 'none',
      results.flatMap((result) => result.basis),
      missing,
    );
  }
  const stated = known.every((result) => result.kilowatts !== null);
  const kilowatts = stated ? known.reduce((sum, result) => sum + (result.kilowatts ?? 0), 0) : null;
  return {
    outcome: 'known',
    parts: [{ carrier, source, energy: rest.reduce((sum, result) => plus(sum, result.energy), first.energy), kilowatts }],
    basis: results.filter((result) => result.outcome !== 'none').flatMap((result) => result.basis),
    figures: known.flatMap((result) => result.figures),
    missing,
  };
};

const joined = (slices: readonly Slice[]): EndUseEnergy => {
  const outcomes = slices.map((entry) => entry.outcome);
  const outcome = outcomes.includes('known') ? 'known' : outcomes.includes('unknown') ? 'unknown' : 'none';
  return {
    outcome,
    parts: slices.flatMap((entry) => entry.parts),
    basis: slices.filter((entry) => outcome !== 'known' || entry.outcome !== 'none').flatMap((entry) => entry.basis),
    figures: slices.flatMap((entry) => entry.figures),
    missing: slices.flatMap((entry) => entry.missing),
  };
};

/** Stationary fuel by components: a dedicated fuel goes whole into its own component, the others are split. */
const splitFuel = (endUse: EndUse, components: readonly string[], setting: EnergySetting): Slice => {
  const { inventory, activityData, data } = setting;
  const fuel = (wanted: (id: string) => boolean): CarrierEnergy =>
    siteFuel(inventory, activityData, 'stationaryCombustion', data.prices, wanted);
  const dedicated = new Set(data.components.flatMap((component) => component.dedicatedFuels ?? []));
  const own = data.components.filter((component) => components.includes(component.id) && component.dedicatedFuels !== undefined);
  const wholes = own.flatMap((component) => {
    const source = fuel((id) => component.dedicatedFuels?.includes(id) === true);
    const used = activityData.flatMap((activity) =>
      'fuel' in activity && component.dedicatedFuels?.includes(activity.fuel) === true ? [activity.fuel] : [],
    );
    const name: Text = {
      ko: `${component.name.ko} 전용 연료(${used.join(', ')})`,
      en: `fuel for ${component.name.en} alone (${used.join(', ')})`,
    };
    return source.amount === 0 ? [] : [whole('fuel', source, name)];
  });
  const rest = fuel((id) => !dedicated.has(id));
  const burnt = activityData.flatMap((activity) =>
    activity.category === 'stationaryCombustion' && dedicated.has(activity.fuel) ? [activity.fuel] : [],
  );
  if (rest.amount === 0 && wholes.length === 0 && burnt.length > 0) {
    const fuels = [...new Set(burnt)].join(', ');
    return slice('none', [
      {
        ko: `인벤토리의 고정연소 연료(${fuels})는 ${endUse.name.ko}에 쓰이지 않습니다.`,
        en: `The stationary fuel of the inventory (${fuels}) is not burnt in ${endUse.name.en}.`,
      },
    ]);
  }
  return joined([...wholes, split(endUse, 'fuel', components, rest, setting)]);
};

const partEnergy = (endUse: EndUse, part: Part, setting: EnergySetting): Slice => {
  const { inventory, activityData, data } = setting;
  const { carrier, components, fuels } = part;
  if (carrier === 'electricity') {
    const source = siteElectricity(inventory, data.prices);
    return components.includes('total')
      ? whole(carrier, source, carrierNames[carrier])
      : split(endUse, carrier, components, source, setting);
  }
  if (carrier === 'fuel' && !components.includes('total')) return splitFuel(endUse, components, setting);
  const category = carrier === 'fuel' ? 'stationaryCombustion' : 'mobileCombustion';
  const source = siteFuel(inventory, activityData, category, data.prices, (id) => fuels === undefined || fuels.includes(id));
  return whole(carrier, source, fuels === undefined ? carrierNames[carrier] : endUse.name);
};

/** Baseline energy of an end use: the inventory's energy, split by the equipment of the site or by the shares of its industry. */
export const endUseEnergy = (endUse: EndUse, setting: EnergySetting): EndUseEnergy =>
  joined(endUse.parts.map((part) => partEnergy(endUse, part, setting)));
