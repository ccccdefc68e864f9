import type { Text } from '../text.js';
import type { MoneyNote, MoneyRefusal } from './prices.js';

/** Why a conversion is wide. */
export const moneyNotes: Readonly<Record<MoneyNote, Text>> = {
  monthsSetAside: {
    ko: '사용량이 비어 있는 달이 있어, 적어 주신 달의 사용량은 쓰지 않았습니다.',
    en: 'Some months of the quantity are blank, so the months that were entered are not used.',
  },
  contractUnknown: {
    ko: '계약 종별·전압·선택요금을 다 알지 못해 가능한 요금표를 모두 썼습니다.',
    en: 'The contract is not fully known, so every tariff that may be meant was used.',
  },
  contractPowerUnknown: {
    ko: '계약전력을 몰라 기본요금을 어림하였습니다.',
    en: 'The contract power is not known, so the demand charge was estimated.',
  },
  bandsUnknown: {
    ko: '시간대별 사용량을 몰라 범위가 넓습니다.',
    en: 'The hours of use are not known, which makes the range wide.',
  },
  monthsUnknown: {
    ko: '달별 요금을 몰라 연간 요금을 열두 달로 똑같이 나누었습니다.',
    en: 'The months are not known, so the cost of the year was spread evenly.',
  },
  olderTariff: {
    ko: '그달의 요금표를 찾지 못해 그 뒤의 요금표를 썼습니다.',
    en: 'No tariff of the month was found; the next one was used.',
  },
  laterPrice: {
    ko: '그해의 단가를 찾지 못해 그 뒤의 단가를 썼습니다.',
    en: 'No price of the year was found; a later one was used.',
  },
  recalledPrice: {
    ko: '원문으로 확인하지 못한 단가입니다.',
    en: 'The price has not been checked against a document.',
  },
};

/** Why a cost gives no quantity, and the way out. */
export const moneyRefusals: Readonly<Record<MoneyRefusal | 'zero' | 'monthsMissing', { readonly text: Text; readonly wayOut: Text }>> = {
  noTariff: {
    text: {
      ko: '이 계약의 요금표가 없어 금액을 사용량으로 환산할 수 없습니다.',
      en: 'The cost cannot be converted: there is no tariff of this contract.',
    },
    wayOut: { ko: '고지서의 사용량을 적어 주십시오.', en: 'Enter the quantity of the bill.' },
  },
  noPrice: {
    text: {
      ko: '이 에너지의 단가가 없어 금액을 사용량으로 환산할 수 없습니다.',
      en: 'The cost cannot be converted: there is no price of it.',
    },
    wayOut: { ko: '고지서의 사용량을 적어 주십시오.', en: 'Enter the quantity of the bill.' },
  },
  belowDemandCharge: {
    text: {
      ko: '금액이 기본요금보다 적어 사용량으로 환산할 수 없습니다.',
      en: 'The cost cannot be converted: it does not cover the demand charge.',
    },
    wayOut: { ko: '금액과 계약전력을 확인해 주십시오.', en: 'Check the cost and the contract power.' },
  },
  zero: {
    text: {
      ko: '금액이 0원이라고 해서 쓰지 않았다고 볼 수는 없어 환산하지 않습니다.',
      en: 'Zero won is not zero use, so it is not converted.',
    },
    wayOut: { ko: '쓰지 않았으면 사용량에 0을 적어 주십시오.', en: 'If nothing was used, enter 0 as the quantity.' },
  },
  monthsMissing: {
    text: {
      ko: '금액이 비어 있는 달이 있어 사용량으로 환산할 수 없습니다.',
      en: 'The cost cannot be converted: some months are blank.',
    },
    wayOut: { ko: '빈 달을 채우거나 연간 합계를 적어 주십시오.', en: 'Fill them in, or enter the total of the year.' },
  },
};
