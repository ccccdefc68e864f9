import { exactSum } from '../domain/exact-sum.js';
import { amount, rangeInWords } from './amounts-in-words.js';
import type { EndUseEnergy } from './end-use-energy.js';
import { isNone, piecesOf } from './equipment-energy.js';
import type { Figure, InvestmentUnit, ReductionMeasure } from './measure.js';
import type { Check, Equipment, FigureUse, Range, Text } from './plan.js';
import { atLeast, exactly, minus, over, rangeOf, scaled, sumOf, times } from './range.js';
import type { Saving } from './saving.js';

/** What a measure costs, or what is missing to tell. */
export interface Investment {
  readonly investment: Range | null;
  /** The same with the size that belongs to each end of the saving: a small saving goes with a small installation. */
  readonly forPayback: Range | null;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  readonly missing: readonly Check[];
}

const nothing: Investment = { investment: null, forPayback: null, basis: [], figures: [], missing: [] };

const inMegawattHours = (energy: Range): Range => (energy.unit === 'TJ' ? scaled(energy, 1 / 0.0036, 'MWh') : energy);

const energyFor = (unit: InvestmentUnit, endUse: EndUseEnergy, saving: Saving, share: Range): Range | null => {
  const [first, ...rest] = endUse.parts.map((part) => inMegawattHours(part.energy));
  const baseline = first === undefined ? null : sumOf(first, ...rest);
  if (unit.from === 'baseline') return baseline;
  if (unit.from === 'saved') return saving.energySaving === null ? null : inMegawattHours(saving.energySaving);
  if (unit.from === 'added') return saving.addedElectricity;
  return baseline === null ? null : times(baseline, minus(exactly(1, '1', 'derived'), share), 'MWh');
};

/** Number of units from the equipment table; null when no row tells. */
const fromEquipment = (unit: InvestmentUnit, rows: readonly Equipment[]): number | null => {
  const named = rows.filter((row) => unit.equipmentKinds?.includes(row.kind) === true && !isNone(row));
  if (unit.from === 'equipmentCount') {
    const pieces = named.map(piecesOf).filter((number) => number !== null);
    return pieces.length === 0 ? null : exactSum(pieces);
  }
  const sized = named.filter((row) => row.sizeUnit === unit.sizeUnit && row.size !== null);
  return sized.length === 0 ? null : exactSum(sized.map((row) => row.size ?? 0));
};

const lacking = (unit: InvestmentUnit, reason: Text): Investment => ({
  ...nothing,
  missing: [
    {
      label: { ko: `투자비(${unit.name.ko})`, en: `Investment (${unit.name.en})` },
      outcome: 'unknown',
      reason,
      ...(unit.equipmentKinds === undefined ? {} : { question: 'main-equipment' }),
    },
  ],
});

/** "유도가열 1 kW당" without its "per". */
const one = (unit: InvestmentUnit): string => unit.name.ko.replace(/당$/, '');

const unitCost = (cost: Figure, unit: InvestmentUnit): FigureUse => ({
  label: { ko: `투자비 단가(${unit.name.ko})`, en: `Investment ${unit.name.en}` },
  range: rangeOf(cost),
  sourceId: cost.source,
});

const counted = (cost: Figure, unit: InvestmentUnit, number: number, basis: readonly Text[]): Investment => {
  const investment = times(rangeOf(cost), exactly(number, '1', 'derived'), 'KRW');
  return { investment, forPayback: investment, basis, figures: [unitCost(cost, unit)], missing: [] };
};

/** Units from yearly energy:  n = E / h · units per MW, with h full-load hours that are not known, so that the range widens. */
const fromEnergy = (cost: Figure, unit: InvestmentUnit, energy: Range, perMegawatt: number, fullLoadHours: Figure): Investment => {
  const hours = rangeOf(fullLoadHours);
  const sized = scaled(over(energy, hours, 'MW'), perMegawatt, '1');
  const number = unit.smallest === undefined ? sized : atLeast(sized, unit.smallest);
  // Full installations run long at the high end of the saving; what is left over or added shrinks as the saving grows.
  const grows = unit.from === 'saved' || unit.from === 'baseline';
  const paired = grows ? { ...sized, low: (energy.high / hours.high) * perMegawatt, high: (energy.low / hours.low) * perMegawatt } : sized;
  const [words, of] = [rangeInWords(number), rangeInWords(energy)];
  const floor: readonly Text[] =
    unit.smallest === undefined || sized.low >= unit.smallest
      ? []
      : [
          {
            ko: `가장 작은 규격(${amount(unit.smallest)})보다 작게 잡지 않았습니다.`,
            en: `Never less than the smallest size built (${amount(unit.smallest)}).`,
          },
        ];
  return {
    investment: times(rangeOf(cost), number, 'KRW'),
    forPayback: times(rangeOf(cost), unit.smallest === undefined ? paired : atLeast(paired, unit.smallest), 'KRW'),
    basis: [
      {
        ko: `투자 물량: 확인된 용량이 없으므로 ${of.ko}를 전부하 상당 ${amount(hours.low)}~${amount(hours.high)}시간으로 나누어 ${words.ko}(단위: ${one(unit)})로 보았습니다. 용량과 가동시간을 알려 주시면 범위가 좁아집니다.`,
        en: `Units: no usable size is known, so ${of.en} over ${amount(hours.low)}–${amount(hours.high)} full-load hours give ${words.en} (counted ${unit.name.en}). Sizes and hours narrow the range.`,
      },
      ...floor,
    ],
    figures: [
      unitCost(cost, unit),
      { label: { ko: '전부하 상당 시간', en: 'Full-load hours' }, range: hours, sourceId: fullLoadHours.source },
    ],
    missing: [],
  };
};

/** Investment of a measure:  I = cost per unit · number of units, counted from the equipment table where it tells, else from energy. */
export const investmentOf = (
  measure: ReductionMeasure,
  units: readonly InvestmentUnit[],
  endUse: EndUseEnergy,
  saving: Saving,
  equipment: readonly Equipment[],
): Investment => {
  const cost = measure.investment;
  const unit = units.find((entry) => entry.id === cost?.per);
  if (cost === undefined || unit === undefined || unit.from === 'premium') return nothing;
  if (unit.from === 'site') return counted(cost, unit, 1, []);
  if (unit.from === 'equipmentCount' || unit.from === 'equipmentSize') {
    const number = fromEquipment(unit, equipment);
    if (number === null) return lacking(unit, unit.missing ?? unit.name);
    const words = amount(number);
    return counted(cost, unit, number, [
      {
        ko: `투자 물량: 주요 설비 기준 ${words}(단위: ${one(unit)}).`,
        en: `Units from the main equipment: ${words} (counted ${unit.name.en}).`,
      },
    ]);
  }
  const { perMegawatt, fullLoadHours } = unit;
  if (unit.from === 'notAsked' || perMegawatt === undefined || fullLoadHours === undefined) return lacking(unit, unit.missing ?? unit.name);
  const [only, ...others] = endUse.parts;
  if (unit.from === 'baseline' && others.length === 0 && only?.kilowatts != null) {
    const number = (only.kilowatts / 1000) * perMegawatt;
    const words = amount(number);
    return counted(cost, unit, number, [
      {
        ko: `투자 물량: 주요 설비 용량 기준 ${words}(단위: ${one(unit)}).`,
        en: `Units from the size of the main equipment: ${words} (counted ${unit.name.en}).`,
      },
    ]);
  }
  const energy = energyFor(unit, endUse, saving, rangeOf(measure.saving));
  if (energy === null) {
    return lacking(unit, {
      ko: '투자 물량을 정할 에너지량을 알 수 없습니다.',
      en: 'The energy that sets the number of units is not known.',
    });
  }
  return fromEnergy(cost, unit, energy, perMegawatt, fullLoadHours);
};
