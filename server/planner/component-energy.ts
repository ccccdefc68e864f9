import { amount, capital, percent, rangeInWords, same, shareInWords } from './amounts-in-words.js';
import type { EnergySetting } from './energy-setting.js';
import { equipmentEnergy, type StatedEnergy, statedNone } from './equipment-energy.js';
import { longestBeginning } from './industry-code.js';
import type { EndUse, EndUseSplit } from './measure.js';
import type { Check, FigureUse, Range, Text } from './plan.js';
import { atMost, exactly, rangeOf, scaled, times } from './range.js';

/** Energy of one component of a carrier: from equipment, else from the share of the industry. */
export interface ComponentEnergy {
  readonly outcome: 'known' | 'none' | 'unknown';
  readonly energy: Range;
  readonly kilowatts: number | null;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
  readonly missing: readonly Check[];
}

const splitFor = (industry: string, carrier: 'electricity' | 'fuel', splits: readonly EndUseSplit[]): EndUseSplit | null => {
  const open = splits.filter((split) => split.carrier === carrier);
  const codes = open.flatMap((split) => split.industries);
  const code = longestBeginning(industry, codes);
  return code === null ? null : (open.find((split) => split.industries.includes(code)) ?? null);
};

const blank = (outcome: 'none' | 'unknown', unit: string, reason: Text, missing: readonly Check[]): ComponentEnergy => ({
  outcome,
  energy: exactly(0, unit, 'derived'),
  kilowatts: null,
  basis: [reason],
  figures: [],
  missing,
});

const unknown = (unit: string, label: Text, reason: Text, question: string | undefined): ComponentEnergy =>
  blank('unknown', unit, reason, [{ label, outcome: 'unknown', reason, ...(question === undefined ? {} : { question }) }]);

/**
 * Energy of the equipment, never more than the inventory holds. Where even the lowest load would take more, the stated size cannot be
 * right, so costs are not counted from it but from the energy that is left.
 */
const withinInventory = (stated: StatedEnergy, total: number, unit: string): ComponentEnergy => {
  const impossible = stated.energy.low > total;
  const [most, size] = [`${amount(total)} ${unit}`, `${amount(stated.kilowatts)} kW`];
  const cut: Text = {
    ko: `설비로 계산한 값이 인벤토리의 ${most}를 넘어 그 값으로 제한했습니다.`,
    en: `The equipment gives more than the ${most} of the inventory and was limited to it.`,
  };
  const cost: Text = {
    ko: `적힌 용량(합계 ${size})은 이 사용량과 맞지 않아 투자비에 쓰지 않았습니다.`,
    en: `The size as entered (${size} in all) does not agree with it, so costs are not counted from that size.`,
  };
  return {
    outcome: 'known',
    energy: atMost(stated.energy, exactly(total, unit, 'derived')),
    kilowatts: impossible ? null : stated.kilowatts,
    basis: [...stated.basis, ...(stated.energy.high > total ? [cut] : []), ...(impossible ? [cost] : [])],
    figures: stated.figures,
    missing: [],
  };
};

const shared = (name: Text, total: number, share: number, split: EndUseSplit, unit: string): ComponentEnergy => {
  const usual = exactly(share, '1', split.confidence);
  const range = atMost(times(usual, rangeOf(split.spread), '1'), exactly(1, '1', 'derived'));
  const energy = scaled(range, total, unit);
  const result = rangeInWords(energy);
  return {
    outcome: 'known',
    energy,
    kilowatts: null,
    basis: [
      {
        ko: `${name.ko}: 인벤토리 ${amount(total)} ${unit} × 업종 기본 비중 ${percent(share)}(${split.name.ko}, 사업장에 따라 ${shareInWords(range).ko}) = ${result.ko}.`,
        en: `${capital(name.en)}: ${amount(total)} ${unit} of the inventory × default share ${percent(share)} (${split.name.en}; one site may have ${shareInWords(range).en}) = ${result.en}.`,
      },
    ],
    figures: [
      {
        label: { ko: `${name.ko} 비중(${split.name.ko})`, en: `Share of ${name.en} (${split.name.en})` },
        range: usual,
        sourceId: split.source,
      },
      {
        label: { ko: `${name.ko} 비중의 사업장별 차이(배수)`, en: `Spread of the share of ${name.en} between sites (multiple)` },
        range: rangeOf(split.spread),
        sourceId: split.spread.source,
      },
    ],
    missing: [],
  };
};

/** The energy of a component, MWh/year or TJ/year, never more than the total of its carrier. */
export const componentEnergy = (
  component: string,
  carrier: 'electricity' | 'fuel',
  total: number,
  endUse: EndUse,
  setting: EnergySetting,
): ComponentEnergy => {
  const { data, equipment, facts } = setting;
  const unit = carrier === 'electricity' ? 'MWh' : 'TJ';
  const name = data.components.find((entry) => entry.id === component)?.name ?? same(component);
  const label: Text = { ko: `${name.ko}의 에너지 사용량`, en: `Energy of ${name.en}` };
  if (statedNone(component, equipment, data.equipment)) {
    const reason: Text = {
      ko: `주요 설비에 ${name.ko} 설비의 용량이나 가동시간이 0으로 적혀 있습니다.`,
      en: `The main equipment of ${name.en} was entered with size or hours of zero.`,
    };
    return blank('none', unit, reason, []);
  }
  const stated = equipmentEnergy(component, carrier, equipment, data.equipment);
  if (stated !== null) return withinInventory(stated, total, unit);
  if (endUse.missing !== undefined)
    return unknown(unit, { ko: endUse.name.ko, en: capital(endUse.name.en) }, endUse.missing, endUse.question);
  if (facts.industry === null) {
    const reason: Text = {
      ko: '업종코드가 없어 용도별 비중을 정할 수 없습니다. 업종코드나 주요 설비를 알려 주세요.',
      en: 'Without an industry code there is no end-use share. Give the industry code or the main equipment.',
    };
    return unknown(unit, label, reason, 'industry-code');
  }
  const split = splitFor(facts.industry, carrier, data.splits);
  const share = split?.shares[component];
  if (split !== null && share !== undefined) return shared(name, total, share, split, unit);
  if (split?.complete === true) {
    const reason: Text = {
      ko: `업종 기본 비중(${split.name.ko})에 '${name.ko}' 용도가 없습니다. 있다면 주요 설비에 적어 주세요.`,
      en: `The default shares (${split.name.en}) hold no ${name.en}. If there is some, enter it among the main equipment.`,
    };
    return blank('none', unit, reason, []);
  }
  const reason: Text = {
    ko: `업종 ${facts.industry}의 '${name.ko}' 비중 자료가 없습니다. 주요 설비에 용량과 가동시간을 적어 주세요.`,
    en: `There is no share of ${name.en} for the industry ${facts.industry}. Enter it with size and hours among the main equipment.`,
  };
  return unknown(unit, label, reason, 'main-equipment');
};
