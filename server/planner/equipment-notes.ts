import { exactSum } from '../domain/exact-sum.js';
import { amount } from './amounts-in-words.js';
import { equipmentEnergy } from './equipment-energy.js';
import type { EquipmentKind } from './measure.js';
import type { Equipment, Text } from './plan.js';

/** Least energy of all stated equipment of a carrier, MWh or TJ a year. */
const leastEnergy = (carrier: 'electricity' | 'fuel', rows: readonly Equipment[], kinds: readonly EquipmentKind[]): number => {
  const components = new Set(kinds.filter((kind) => kind.carrier === carrier).flatMap((kind) => kind.component ?? []));
  return exactSum([...components].map((component) => equipmentEnergy(component, carrier, rows, kinds)?.energy.low ?? 0));
};

/**
 * Says when the equipment as stated, even at its lowest load, uses more than the inventory holds: then sizes, hours or the bill are wrong.
 * @param total  energy of the carrier in the inventory, MWh or TJ; null when it is not known
 */
export const equipmentNotes = (
  carrier: 'electricity' | 'fuel',
  total: number | null,
  rows: readonly Equipment[],
  kinds: readonly EquipmentKind[],
): readonly Text[] => {
  const least = leastEnergy(carrier, rows, kinds);
  if (total === null || least <= total) return [];
  const unit = carrier === 'electricity' ? 'MWh' : 'TJ';
  const name: Text = carrier === 'electricity' ? { ko: '전력', en: 'electricity' } : { ko: '연료', en: 'fuel' };
  return [
    {
      ko: `주요 설비의 용량과 가동시간으로 계산한 ${name.ko} 사용량은 적어도 ${amount(least)} ${unit}인데 인벤토리에는 ${amount(total)} ${unit}만 있습니다. 용량, 가동시간, 고지서를 확인해 주세요.`,
      en: `The main equipment as stated uses at least ${amount(least)} ${unit} of ${name.en}, but the inventory holds ${amount(total)} ${unit}. Check sizes, hours and bills.`,
    },
  ];
};
