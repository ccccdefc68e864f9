import { numberText } from '../numbers.js';
import type { Text } from '../text.js';
import { moneyNotes } from './money-words.js';
import type { ConvertedQuantity } from './prices.js';

/** An amount in a sentence: more digits than a conversion deserves would only look exact. */
const rounded = (amount: number, digits: number): string => {
  const short = Number(amount.toPrecision(digits));
  return numberText(short >= 1000 ? Math.round(short) : Number(amount.toPrecision(3)));
};

/** "12,345 kWh (9,800–15,100)". */
export const convertedAmount = ({ low, typical, high, unit }: Pick<ConvertedQuantity, 'low' | 'typical' | 'high' | 'unit'>): Text => {
  const amount = `${rounded(typical, 5)} ${unit}`;
  const [from, to] = [rounded(low, 3), rounded(high, 3)];
  return from === to ? { ko: amount, en: amount } : { ko: `${amount}(${from}~${to})`, en: `${amount} (${from}–${to})` };
};

interface Converted extends ConvertedQuantity {
  readonly cost: { readonly won: number; readonly vatIncluded: boolean };
}

/** What a result says of a quantity that was converted from money. */
export const convertedText = (conversion: Converted): Text => {
  const amount = convertedAmount(conversion);
  const won = numberText(conversion.cost.won);
  const [vatKo, vatEn] = conversion.cost.vatIncluded ? ['(부가가치세 포함)', ' with VAT'] : ['', ''];
  const why = conversion.notes.map((note) => moneyNotes[note]);
  return {
    ko: [`금액 환산: 사용량 대신 금액 ${won}원${vatKo}을 환산하여 썼습니다. 환산량 ${amount.ko}.`, ...why.map(({ ko }) => ko)].join(' '),
    en: [`Converted from money: ${amount.en}, for ${won} won${vatEn}, stands in for the quantity.`, ...why.map(({ en }) => en)].join(' '),
  };
};
