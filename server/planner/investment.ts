import { rangeInWords } from './amounts-in-words.js';
import type { EndUseEnergy } from './end-use-energy.js';
import { piecesOf } from './equipment-energy.js';
import type { Figure, InvestmentUnit, ReductionMeasure } from './measure.js';
import type { Check, Equipment, FigureUse, Range, Text } from './plan.js';
import { exactly, minus, over, plus, rangeOf, scaled, times } from './range.js';
import type { Saving } from './saving.js';

/** What a measure costs, or what is missing to tell. */
export interface Investment {
  readonly investment: Range | null;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  readonly missing: readonly Check[];
}

const nothing: Investment = { investment: null, basis: [], figures: [], missing: [] };

const inMegawattHours = (energy: Range): Range => (energy.unit === 'TJ' ? scaled(energy, 1 / 0.0036, 'MWh') : energy);

const energyFor = (unit: InvestmentUnit, endUse: EndUseEnergy, saving: Saving): Range | null => {
  const [first, ...rest] = endUse.parts.map((part) => inMegawattHours(part.energy));
  const baseline = first === undefined ? null : rest.reduce(plus, first);
  if (unit.from === 'baseline') return baseline;
  if (unit.from === 'saved') return saving.energySaving === null ? null : inMegawattHours(saving.energySaving);
  if (unit.from === 'added') return saving.addedElectricity;
  return baseline === null || saving.energySaving === null ? null : minus(baseline, inMegawattHours(saving.energySaving));
};

/** Number of units from the equipment table; null when no row tells. */
const fromEquipment = (unit: InvestmentUnit, rows: readonly Equipment[]): number | null => {
  const named = rows.filter((row) => unit.equipmentKinds?.includes(row.kind) === true);
  if (unit.from === 'equipmentCount') return named.length === 0 ? null : named.reduce((sum, row) => sum + piecesOf(row), 0);
  const sized = named.filter((row) => row.sizeUnit === unit.sizeUnit && row.size !== null);
  return sized.length === 0 ? null : sized.reduce((sum, row) => sum + (row.size ?? 0), 0);
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

const priced = (cost: Figure, unit: InvestmentUnit, number: Range, basis: readonly Text[], figures: readonly FigureUse[]): Investment => ({
  investment: times(rangeOf(cost), number, 'KRW'),
  basis,
  figures: [
    { label: { ko: `투자비 ${unit.name.ko}`, en: `Investment ${unit.name.en}` }, range: rangeOf(cost), sourceId: cost.source },
    ...figures,
  ],
  missing: [],
});

/**
 * Investment of a measure:  I = cost per unit · number of units.  The number comes from the equipment table, or from the yearly energy:
 * n = E / (full-load hours) · units per MW, so that unknown hours widen the range.
 */
export const investmentOf = (
  measure: ReductionMeasure,
  units: readonly InvestmentUnit[],
  endUse: EndUseEnergy | null,
  saving: Saving,
  equipment: readonly Equipment[],
): Investment => {
  const cost = measure.investment;
  const unit = units.find((entry) => entry.id === cost?.per);
  if (cost === undefined || unit === undefined || unit.from === 'premium') return nothing;
  if (unit.from === 'site') return priced(cost, unit, exactly(1, '1', 'derived'), [], []);
  if (unit.from === 'equipmentCount' || unit.from === 'equipmentSize') {
    const number = fromEquipment(unit, equipment);
    if (number === null) return lacking(unit, unit.missing ?? unit.name);
    return priced(
      cost,
      unit,
      exactly(number, '1', 'derived'),
      [{ ko: `투자 물량: 주요 설비 기준 ${number}.`, en: `Units from the main equipment: ${number}.` }],
      [],
    );
  }
  const { perMegawatt, fullLoadHours } = unit;
  if (unit.from === 'notAsked' || perMegawatt === undefined || fullLoadHours === undefined) return lacking(unit, unit.missing ?? unit.name);
  const kilowatts = endUse?.parts.length === 1 ? (endUse.parts[0]?.kilowatts ?? null) : null;
  if (unit.from === 'baseline' && kilowatts !== null) {
    const number = exactly((kilowatts / 1000) * perMegawatt, '1', 'derived');
    const text = rangeInWords({ ...number, unit: '' }).trim();
    return priced(
      cost,
      unit,
      number,
      [
        {
          ko: `투자 물량: 주요 설비 용량 기준 ${text}(${unit.name.ko}).`,
          en: `Units from the size of the main equipment: ${text} (${unit.name.en}).`,
        },
      ],
      [],
    );
  }
  const energy = endUse === null || endUse.outcome !== 'known' ? null : energyFor(unit, endUse, saving);
  if (energy === null) {
    return lacking(unit, {
      ko: '투자 물량을 정할 에너지량을 알 수 없습니다.',
      en: 'The energy that sets the number of units is not known.',
    });
  }
  const hours = rangeOf(fullLoadHours);
  const number = scaled(over(energy, hours, 'MW'), perMegawatt, '1');
  const words = rangeInWords({ ...number, unit: '' }).trim();
  return priced(
    cost,
    unit,
    number,
    [
      {
        ko: `투자 물량: 용량을 모르므로 ${rangeInWords(energy)}를 전부하 상당 ${hours.low}~${hours.high}시간으로 나누어 ${words}(${unit.name.ko})로 보았습니다. 용량과 가동시간을 알려 주시면 범위가 좁아집니다.`,
        en: `Units: the size is not known, so ${rangeInWords(energy)} over ${hours.low} to ${hours.high} full-load hours give ${words} (${unit.name.en}). Sizes and hours narrow the range.`,
      },
    ],
    [{ label: { ko: '전부하 상당 시간', en: 'Full-load hours' }, range: hours, sourceId: fullLoadHours.source }],
  );
};
