import type { ActivityData } from '../domain/categories.js';
import { exactSum } from '../domain/exact-sum.js';
import { amount, capital, percent } from './amounts-in-words.js';
import { componentEnergy } from './component-energy.js';
import type { EnergySetting } from './energy-setting.js';
import { fuelFits, fuelNames } from './fuels.js';
import type { EndUse, FuelFit, FuelState } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { atMost, exactly, scaled, sumOf } from './range.js';
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
  const sum = sumOf(first.energy, ...rest.map((result) => result.energy));
  const stated = known.every((result) => result.kilowatts !== null);
  const kilowatts = stated ? exactSum(known.map((result) => result.kilowatts ?? 0)) : null;
  return {
    outcome: 'known',
    parts: [{ carrier, source, energy: atMost(sum, exactly(total, source.unit, 'derived')), kilowatts }],
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

type FuelActivity = Extract<ActivityData, { readonly fuel: string }>;

/** Stationary fuels of the inventory that are used at all, by their ids. */
const burntFuels = (setting: EnergySetting): readonly string[] => [
  ...new Set(
    setting.activityData
      .filter((activity): activity is FuelActivity => activity.category === 'stationaryCombustion' && activity.quantity > 0)
      .map((activity) => activity.fuel),
  ),
];

/** The part of a split that the fitting fuels hold: each use is taken to burn the fuels of the site in the same mix. */
const ofMix = (slice: Slice, fitting: CarrierEnergy, total: number, fuels: Text): Slice => {
  const share = (fitting.amount ?? 0) / total;
  if (slice.outcome !== 'known') return slice;
  const words = percent(share);
  return {
    ...slice,
    parts: slice.parts.map((part) => ({
      ...part,
      source: fitting,
      energy: scaled(part.energy, share, part.energy.unit),
      kilowatts: part.kilowatts === null ? null : part.kilowatts * share,
    })),
    basis: [
      ...slice.basis,
      {
        ko: `이 가운데 이 수단을 쓸 수 있는 연료(${fuels.ko})의 비중 ${words}만 기준으로 합니다.`,
        en: `Of this only the ${words} of fuels that the measure can act on (${fuels.en}) are the baseline.`,
      },
    ],
  };
};

/** Stationary fuel by components: a dedicated fuel goes whole into its own component, the others are split. */
const splitFuel = (endUse: EndUse, components: readonly string[], setting: EnergySetting, fit: FuelFit | undefined): Slice => {
  const { inventory, activityData, data } = setting;
  const fuel = (wanted: (id: string) => boolean): CarrierEnergy => siteFuel(inventory, activityData, 'stationaryCombustion', data, wanted);
  const fits = (id: string): boolean => fuelFits(id, fit, data.fuels);
  const dedicated = new Set(data.components.flatMap((component) => component.dedicatedFuels ?? []));
  const burnt = burntFuels(setting);
  const own = data.components.filter((component) => components.includes(component.id) && component.dedicatedFuels !== undefined);
  const wholes = own.flatMap((component) => {
    const ids = burnt.filter((id) => component.dedicatedFuels?.includes(id) === true && fits(id));
    const source = fuel((id) => ids.includes(id));
    const used = fuelNames(ids, data.fuels);
    const name: Text = { ko: `${component.name.ko} 전용 연료(${used.ko})`, en: `fuel for ${component.name.en} alone (${used.en})` };
    return source.amount === 0 ? [] : [whole('fuel', source, name)];
  });
  const others = burnt.filter((id) => !dedicated.has(id));
  const ownBurnt = own.some((component) => burnt.some((id) => component.dedicatedFuels?.includes(id) === true));
  if (!ownBurnt && others.length === 0 && burnt.length > 0) {
    const fuels = fuelNames(burnt, data.fuels);
    return slice('none', [
      {
        ko: `인벤토리의 고정연소 연료(${fuels.ko})는 ${endUse.name.ko}에 쓰이지 않습니다.`,
        en: `The stationary fuel of the inventory (${fuels.en}) is not burnt in ${endUse.name.en}.`,
      },
    ]);
  }
  const rest = fuel((id) => !dedicated.has(id));
  const fitting = fuel((id) => !dedicated.has(id) && fits(id));
  if (others.length === 0 && ownBurnt) return joined(wholes);
  if (others.every(fits) || rest.amount === null || fitting.amount === null) {
    return joined([...wholes, split(endUse, 'fuel', components, rest, setting)]);
  }
  if (fitting.amount === 0) return joined(wholes);
  const mixed = split(endUse, 'fuel', components, rest, setting);
  return joined([...wholes, ofMix(mixed, fitting, rest.amount, fuelNames(others.filter(fits), data.fuels))]);
};

const partEnergy = (endUse: EndUse, part: Part, setting: EnergySetting, fit: FuelFit | undefined): Slice => {
  const { inventory, activityData, data } = setting;
  const { carrier, components, fuels } = part;
  if (carrier === 'electricity') {
    const source = siteElectricity(inventory, data.prices);
    return components.includes('total')
      ? whole(carrier, source, carrierNames[carrier])
      : split(endUse, carrier, components, source, setting);
  }
  if (carrier === 'fuel' && !components.includes('total')) return splitFuel(endUse, components, setting, fit);
  const category = carrier === 'fuel' ? 'stationaryCombustion' : 'mobileCombustion';
  const wanted = (id: string): boolean => (fuels === undefined || fuels.includes(id)) && fuelFits(id, fit, data.fuels);
  return whole(
    carrier,
    siteFuel(inventory, activityData, category, data, wanted),
    fuels === undefined ? carrierNames[carrier] : endUse.name,
  );
};

const stateNames: Readonly<Record<FuelState, Text>> = {
  solid: { ko: '고체', en: 'solid' },
  liquid: { ko: '액체', en: 'liquid' },
  gas: { ko: '기체', en: 'gaseous' },
};

/** Says which fuels of the end use the measure cannot act on; null where it can act on all. */
const leftOut = (endUse: EndUse, setting: EnergySetting, fit: FuelFit | undefined): Text | null => {
  const { components, fuels } = setting.data;
  const used = new Set(endUse.parts.flatMap((part) => (part.carrier === 'fuel' ? part.components : [])));
  const elsewhere = components.filter(({ id }) => !used.has(id)).flatMap((component) => component.dedicatedFuels ?? []);
  const out = burntFuels(setting).filter((id) => !elsewhere.includes(id) && !fuelFits(id, fit, fuels));
  if (fit === undefined || used.size === 0 || out.length === 0) return null;
  const names = fuelNames(out, fuels);
  const fossil = fit.fossilOnly === true ? { ko: '화석 ', en: ' fossil' } : { ko: '', en: '' };
  const states = fit.states.map((state) => stateNames[state]);
  return {
    ko: `이 수단은 ${fossil.ko}${states.map((state) => state.ko).join('·')} 연료에만 쓸 수 있어 ${names.ko}의 사용량은 넣지 않았습니다.`,
    en: `The measure acts on${fossil.en} ${states.map((state) => state.en).join(', ')} fuel alone, so the use of ${names.en} is left out.`,
  };
};

/**
 * Baseline energy of an end use: the inventory's energy, split by the equipment of the site or by the shares of its industry.
 * @param fit  the fuels that count; the others are left out and named. Absent: all
 */
export const endUseEnergy = (endUse: EndUse, setting: EnergySetting, fit?: FuelFit): EndUseEnergy => {
  const found = joined(endUse.parts.map((part) => partEnergy(endUse, part, setting, fit)));
  const out = leftOut(endUse, setting, fit);
  return out === null ? found : { ...found, basis: [...found.basis, out] };
};
