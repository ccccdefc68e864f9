import { amount, percent, rangeInWords } from './amounts-in-words.js';
import type { EndUseEnergy, PartEnergy } from './end-use-energy.js';
import type { ReductionMeasure } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { atMost, exactly, minus, plus, rangeOf, scaled, times } from './range.js';
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

/** One part in its own unit; two carriers together in TJ. */
const together = (ranges: readonly Range[]): Range => {
  const [first, ...rest] = ranges;
  if (first === undefined) throw new Error('An end use that is known has at least one part.');
  return rest.length === 0 ? first : rest.map(inTerajoules).reduce(plus, inTerajoules(first));
};

const sumOrNull = (ranges: readonly (Range | null)[]): Range | null => {
  const [first, ...rest] = ranges;
  if (first === undefined || first === null) return null;
  return rest.reduce<Range | null>((sum, next) => (sum === null || next === null ? null : plus(sum, next)), first);
};

const emissionFigure = (source: CarrierEnergy): readonly FigureUse[] =>
  source.emission === null
    ? []
    : [
        {
          label: { ko: `인벤토리의 배출계수(${source.unit}당)`, en: `Emission factor of the inventory (per ${source.unit})` },
          range: source.emission,
          sourceId: null,
        },
      ];

const priceFigures = (source: CarrierEnergy): readonly FigureUse[] =>
  source.prices.map((price) => ({
    label: { ko: `기본 단가: ${price.name.ko}(${price.validFrom})`, en: `Default price: ${price.name.en} (${price.validFrom})` },
    range: rangeOf(price),
    sourceId: price.source,
  }));

const priceMissing = (source: CarrierEnergy): Check => ({
  label: { ko: '에너지 단가', en: 'Energy price' },
  outcome: 'unknown',
  reason: {
    ko: `단가 자료가 없어 비용 절감액을 계산하지 못했습니다(${source.unpriced.join(', ')}). 고지서의 단가를 확인해 주세요.`,
    en: `No price is known for ${source.unpriced.join(', ')}, so the cost saving cannot be told. See the bill.`,
  },
});

const capped = (saving: Range, baseline: Range, limit: Range | null): Range => {
  const bounded = atMost(saving, baseline);
  return limit === null ? bounded : atMost(bounded, limit);
};

/** A measure that saves a share of each part:  ΔE = E · s,  ΔtCO2eq = ΔE · EF,  ΔKRW = ΔE · price. */
const saves = (measure: ReductionMeasure, parts: readonly PartEnergy[], limit: Range | null): Saving => {
  const share = rangeOf(measure.saving);
  const saved = parts.map((part) => ({ part, energy: capped(times(part.energy, share, part.energy.unit), part.energy, limit) }));
  const abatement = sumOrNull(
    saved.map(({ part, energy }) => (part.source.emission === null ? null : times(energy, part.source.emission, 'tCO2eq'))),
  );
  const costSaving = sumOrNull(
    saved.map(({ part, energy }) => (part.source.price === null ? null : times(energy, part.source.price, 'KRW'))),
  );
  const energySaving = together(saved.map(({ energy }) => energy));
  return {
    baseline: together(parts.map((part) => part.energy)),
    energySaving,
    addedElectricity: null,
    abatement,
    costSaving,
    basis: [
      {
        ko: `절감률 ${percent(share.low)}~${percent(share.high)}을(를) 적용하여 연간 ${rangeInWords(energySaving)}.`,
        en: `A saving of ${percent(share.low)} to ${percent(share.high)} gives ${rangeInWords(energySaving)} a year.`,
      },
    ],
    figures: parts.flatMap((part) => [...emissionFigure(part.source), ...priceFigures(part.source)]),
    missing: costSaving === null ? parts.filter((part) => part.source.price === null).map((part) => priceMissing(part.source)) : [],
  };
};

/** A measure that leaves the energy and lowers its emissions:  ΔtCO2eq = E · EF · s. The change of the bill cannot be told. */
const switchesFuel = (measure: ReductionMeasure, part: PartEnergy): Saving => {
  const share = rangeOf(measure.saving);
  const emissions = part.source.emission === null ? null : times(part.energy, part.source.emission, 'tCO2eq');
  return {
    baseline: part.energy,
    energySaving: null,
    addedElectricity: null,
    abatement: emissions === null ? null : times(emissions, share, 'tCO2eq'),
    costSaving: null,
    basis: [
      {
        ko: `에너지 사용량은 그대로이고, 해당 연료 배출량의 ${percent(share.low)}~${percent(share.high)}가 줄어듭니다.`,
        en: `Energy use stays; ${percent(share.low)} to ${percent(share.high)} of the emissions of this fuel fall away.`,
      },
    ],
    figures: emissionFigure(part.source),
    missing: [
      {
        label: { ko: '새 연료의 계약 단가', en: 'Contract price of the new fuel' },
        outcome: 'unknown',
        reason: {
          ko: '새 연료의 공급 가격을 알아야 비용 절감액을 계산할 수 있습니다.',
          en: 'The cost saving needs the supply price of the new fuel.',
        },
      },
    ],
  };
};

/** Fuel out, electricity in:  ΔtCO2eq = F · EF_fuel - F · r · EF_grid,  with r = electricity per fuel. */
const replacesFuel = (measure: ReductionMeasure, part: PartEnergy, electricity: CarrierEnergy): Saving => {
  const perFuel = measure.electricityPerFuel;
  if (perFuel === undefined) throw new Error(`${measure.id} replaces fuel without electricityPerFuel.`);
  const ratio = rangeOf(perFuel);
  const removed = times(part.energy, rangeOf(measure.saving), 'TJ');
  const added = times(removed, ratio, 'TJ');
  const addedMegawattHours = scaled(added, 1 / TJ_PER_MWH, 'MWh');
  const known = part.source.emission !== null && electricity.emission !== null;
  const abatement =
    part.source.emission === null || electricity.emission === null
      ? null
      : minus(times(removed, part.source.emission, 'tCO2eq'), times(addedMegawattHours, electricity.emission, 'tCO2eq'));
  const costSaving =
    part.source.price === null || electricity.price === null
      ? null
      : minus(times(removed, part.source.price, 'KRW'), times(addedMegawattHours, electricity.price, 'KRW'));
  const grid: readonly Check[] = known
    ? []
    : [
        {
          label: { ko: '전력배출계수', en: 'Grid emission factor' },
          outcome: 'unknown',
          reason: {
            ko: '인벤토리에 구매전력이 없어 늘어나는 전력의 배출량을 알 수 없습니다.',
            en: 'The inventory holds no purchased electricity, so the emissions of the added electricity are not known.',
          },
        },
      ];
  const price = part.source.price === null ? [priceMissing(part.source)] : [];
  return {
    baseline: part.energy,
    energySaving: minus(removed, added),
    addedElectricity: addedMegawattHours,
    abatement,
    costSaving,
    basis: [
      {
        ko: `연료 ${rangeInWords(removed)}를 없애고 전력 ${rangeInWords(addedMegawattHours)}를 더 씁니다. 늘어난 전력의 배출과 비용은 뺀 값입니다.`,
        en: `Takes out ${rangeInWords(removed)} of fuel and adds ${rangeInWords(addedMegawattHours)} of electricity, whose emissions and cost are taken off.`,
      },
    ],
    figures: [
      { label: { ko: '연료 1 TJ을 대신할 전력', en: 'Electricity per TJ of fuel' }, range: ratio, sourceId: perFuel.source },
      ...emissionFigure(part.source),
      ...emissionFigure(electricity),
      ...priceFigures(part.source),
      ...priceFigures(electricity),
    ],
    missing: [...grid, ...price],
  };
};

/** Renewable electricity bought: market-based Scope 2 alone falls,  ΔtCO2eq = E · s · EF_market. */
const marketOnly = (measure: ReductionMeasure, part: PartEnergy): Saving => {
  const bought = times(part.energy, rangeOf(measure.saving), 'MWh');
  const factor = part.source.marketEmission;
  return {
    baseline: part.energy,
    energySaving: null,
    addedElectricity: null,
    abatement: factor === null ? null : times(bought, factor, 'tCO2eq'),
    costSaving: null,
    basis: [
      {
        ko: `전력 ${rangeInWords(bought)}를 재생에너지로 조달할 때 시장기반 Scope 2에서만 줄어드는 양입니다.`,
        en: `What falls in market-based Scope 2 alone when ${rangeInWords(bought)} are bought as renewable electricity.`,
      },
    ],
    figures:
      factor === null
        ? []
        : [{ label: { ko: '시장기반 배출계수(MWh당)', en: 'Market-based factor (per MWh)' }, range: factor, sourceId: null }],
    missing: [],
  };
};

/** What the measure saves on an end use that is known. `limit` bounds the saving of energy from outside, in the unit of the part. */
export const savingOf = (measure: ReductionMeasure, endUse: EndUseEnergy, electricity: CarrierEnergy, limit: Range | null): Saving => {
  const [part] = endUse.parts;
  if (part === undefined) throw new Error('An end use that is known has at least one part.');
  if (measure.effect === 'switchesFuel') return switchesFuel(measure, part);
  if (measure.effect === 'replacesFuel') return replacesFuel(measure, part, electricity);
  if (measure.effect === 'marketOnly') return marketOnly(measure, part);
  return saves(measure, endUse.parts, limit);
};

/** The limit another end use sets, in TJ:  E · share. */
export const limitFrom = (endUse: EndUseEnergy, share: Range): Range =>
  times(endUse.parts.map((part) => inTerajoules(part.energy)).reduce(plus, exactly(0, 'TJ', 'derived')), share, 'TJ');

/** "3.2 tCO2eq" of the typical value, for sentences about what would rise. */
export const typicalInWords = (range: Range): string => amount(Math.abs(range.typical ?? range.low));
