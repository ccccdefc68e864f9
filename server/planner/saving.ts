import { amount, rangeInWords, shareInWords } from './amounts-in-words.js';
import type { EndUseEnergy, PartEnergy } from './end-use-energy.js';
import { emissionFigure, marketFigure, newPriceMissing, noGridFactor, priceFigures, priceMissing } from './energy-figures.js';
import type { ReductionMeasure } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { atMost, exactly, minus, rangeOf, scaled, signedTimes, sumOf, times } from './range.js';
import type { CarrierEnergy } from './site-energy.js';

/** TJ in one MWh. */
const TJ_PER_MWH = 0.0036;

/** What a measure does in a year, taken alone. */
export interface Saving {
  readonly baseline: Range;
  readonly energySaving: Range | null;
  readonly addedElectricity: Range | null;
  readonly abatement: Range | null;
  readonly costSaving: Range | null;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  readonly missing: readonly Check[];
}

const inTerajoules = (energy: Range): Range => (energy.unit === 'MWh' ? scaled(energy, TJ_PER_MWH, 'TJ') : energy);

/** One part in its own unit; several together in TJ. */
const together = (ranges: readonly Range[]): Range => {
  const [first, ...rest] = ranges;
  if (first === undefined) throw new Error('An end use that is known has at least one part.');
  return rest.length === 0 ? first : sumOf(inTerajoules(first), ...rest.map(inTerajoules));
};

const sumOrNull = (ranges: readonly (Range | null)[]): Range | null => {
  const known = ranges.filter((range) => range !== null);
  const [first, ...rest] = known;
  return first === undefined || known.length < ranges.length ? null : sumOf(first, ...rest);
};

const emissions = (part: PartEnergy, energy: Range): Range | null =>
  part.source.emission === null ? null : times(energy, part.source.emission, 'tCO2eq');

const cost = (part: PartEnergy, energy: Range): Range | null =>
  part.source.price === null ? null : times(energy, part.source.price, 'KRW');

const unpriced = (parts: readonly PartEnergy[]): readonly Check[] =>
  parts.filter((part) => part.source.price === null).map((part) => priceMissing(part.source));

const energyFigures = (parts: readonly PartEnergy[]): readonly FigureUse[] =>
  parts.flatMap((part) => [...emissionFigure(part.source), ...priceFigures(part.source)]);

const bounded = (saving: Range, baseline: Range, limit: Range | null): Range => {
  const within = atMost(saving, baseline);
  return limit === null ? within : atMost(within, limit);
};

/** A measure that saves a share of each part:  ΔE = E · s,  ΔtCO2eq = ΔE · EF,  ΔKRW = ΔE · price. */
const saves = (measure: ReductionMeasure, parts: readonly PartEnergy[], limit: Range | null): Saving => {
  const share = rangeOf(measure.saving);
  const saved = parts.map((part) => ({ part, energy: bounded(times(part.energy, share, part.energy.unit), part.energy, limit) }));
  const energySaving = together(saved.map(({ energy }) => energy));
  const [shares, words] = [shareInWords(share), rangeInWords(energySaving)];
  return {
    baseline: together(parts.map((part) => part.energy)),
    energySaving,
    addedElectricity: null,
    abatement: sumOrNull(saved.map(({ part, energy }) => emissions(part, energy))),
    costSaving: sumOrNull(saved.map(({ part, energy }) => cost(part, energy))),
    basis: [{ ko: `절감률 ${shares.ko}를 적용하면 연간 ${words.ko}입니다.`, en: `A saving of ${shares.en} gives ${words.en} a year.` }],
    figures: energyFigures(parts),
    missing: unpriced(parts),
  };
};

/** A measure that leaves the energy and lowers its emissions:  ΔtCO2eq = E · EF · s. The change of the bill cannot be told. */
const switchesFuel = (measure: ReductionMeasure, parts: readonly PartEnergy[]): Saving => {
  const share = rangeOf(measure.saving);
  const before = sumOrNull(parts.map((part) => emissions(part, part.energy)));
  const words = shareInWords(share);
  return {
    baseline: together(parts.map((part) => part.energy)),
    energySaving: null,
    addedElectricity: null,
    abatement: before === null ? null : times(before, share, 'tCO2eq'),
    costSaving: null,
    basis: [
      {
        ko: `에너지 사용량은 그대로이고, 해당 연료 배출량의 ${words.ko}가 줄어듭니다.`,
        en: `Energy use stays; ${words.en} of the emissions of this fuel fall away.`,
      },
    ],
    figures: parts.flatMap((part) => emissionFigure(part.source)),
    missing: [newPriceMissing],
  };
};

/** Fuel out, electricity in:  ΔtCO2eq = F · EF_fuel - F · r · EF_grid,  with r = electricity per fuel. */
const replacesFuel = (measure: ReductionMeasure, parts: readonly PartEnergy[], electricity: CarrierEnergy): Saving => {
  const perFuel = measure.electricityPerFuel;
  if (perFuel === undefined) throw new Error(`${measure.id} replaces fuel without electricityPerFuel.`);
  const ratio = rangeOf(perFuel);
  const share = rangeOf(measure.saving);
  const removed = parts.map((part) => ({ part, energy: times(part.energy, share, 'TJ') }));
  const fuel = together(removed.map(({ energy }) => energy));
  const megawattHours = scaled(times(fuel, ratio, 'TJ'), 1 / TJ_PER_MWH, 'MWh');
  // Fuel and electricity rest on the same baseline, so what one TJ of fuel saves and adds is netted before the baseline spreads it.
  const perTerajoule = scaled(ratio, 1 / TJ_PER_MWH, 'MWh');
  const netted = (of: 'emission' | 'price', unit: string): Range | null =>
    sumOrNull(
      removed.map(({ part, energy }) => {
        const [fuelUnit, gridUnit] = [part.source[of], electricity[of]];
        return fuelUnit === null || gridUnit === null
          ? null
          : signedTimes(energy, minus(fuelUnit, times(perTerajoule, gridUnit, unit)), unit);
      }),
    );
  const [out, into] = [rangeInWords(fuel), rangeInWords(megawattHours)];
  return {
    baseline: together(parts.map((part) => part.energy)),
    energySaving: times(fuel, minus(exactly(1, '1', 'derived'), ratio), 'TJ'),
    addedElectricity: megawattHours,
    abatement: netted('emission', 'tCO2eq'),
    costSaving: netted('price', 'KRW'),
    basis: [
      {
        ko: `연료 ${out.ko}를 없애고 전력 ${into.ko}를 더 씁니다. 감축량과 절감액은 늘어난 전력의 배출과 비용을 뺀 값입니다.`,
        en: `Takes out ${out.en} of fuel and adds ${into.en} of electricity, whose emissions and cost are taken off.`,
      },
    ],
    figures: [
      { label: { ko: '연료 1 TJ을 대신할 전력', en: 'Electricity per TJ of fuel' }, range: ratio, sourceId: perFuel.source },
      ...energyFigures(parts),
      ...emissionFigure(electricity),
      ...priceFigures(electricity),
    ],
    missing: [...(electricity.emission === null ? [noGridFactor] : []), ...unpriced(parts)],
  };
};

/** Renewable electricity bought: market-based Scope 2 alone falls,  ΔtCO2eq = E · s · EF_market. */
const marketOnly = (measure: ReductionMeasure, part: PartEnergy): Saving => {
  const bought = times(part.energy, rangeOf(measure.saving), 'MWh');
  const factor = part.source.marketEmission;
  const words = rangeInWords(bought);
  return {
    baseline: part.energy,
    energySaving: null,
    addedElectricity: null,
    abatement: factor === null ? null : times(bought, factor, 'tCO2eq'),
    costSaving: null,
    basis: [
      {
        ko: `전력 ${words.ko}를 재생에너지로 조달할 때 시장기반 Scope 2에서만 줄어드는 양입니다.`,
        en: `What falls in market-based Scope 2 alone when ${words.en} are bought as renewable electricity.`,
      },
    ],
    figures: factor === null ? [] : [marketFigure(factor)],
    missing: [],
  };
};

/** What the measure saves on an end use that is known. `limit` bounds the saving of energy from outside, TJ. */
export const savingOf = (measure: ReductionMeasure, endUse: EndUseEnergy, electricity: CarrierEnergy, limit: Range | null): Saving => {
  const [part] = endUse.parts;
  if (part === undefined) throw new Error('An end use that is known has at least one part.');
  if (measure.effect === 'switchesFuel') return switchesFuel(measure, endUse.parts);
  if (measure.effect === 'replacesFuel') return replacesFuel(measure, endUse.parts, electricity);
  if (measure.effect === 'marketOnly') return marketOnly(measure, part);
  return saves(measure, endUse.parts, limit);
};

/** The limit another end use sets:  E · share  [TJ]. */
export const limitFrom = (endUse: EndUseEnergy, share: Range): Range =>
  times(sumOf(exactly(0, 'TJ', 'derived'), ...endUse.parts.map((part) => inTerajoules(part.energy))), share, 'TJ');

/** The typical amount without its sign, for a sentence about what would rise. */
export const typicalInWords = (range: Range): string => amount(Math.abs(range.typical ?? range.low));
