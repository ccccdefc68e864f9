/** What a reader of a consolidated inventory must know: nothing is left out or taken twice without a word. */
export interface ConsolidationFinding {
  readonly code: FindingCode;
  /** The establishment, meter or transfer it concerns. */
  readonly id: string;
  readonly en: string;
  readonly ko: string;
}

interface Wording {
  readonly en: string;
  readonly ko: string;
}

type Values = Readonly<Record<string, string>>;

const wordings = {
  outsideYear: ({ id = '', year = '' }: Values): Wording => ({
    en: `${id} was not part of the group on any day of ${year}; it is not counted.`,
    ko: `${id}은(는) ${year}년에 그룹에 속한 날이 없어 합산하지 않았습니다.`,
  }),
  partOfYear: ({ id = '', year = '' }: Values): Wording => ({
    en: `${id} was part of the group for a part of ${year}; its quantities are taken to be those of that part.`,
    ko: `${id}은(는) ${year}년 일부 기간만 그룹에 속했습니다. 적힌 사용량을 그 기간의 것으로 보았습니다.`,
  }),
  notConsolidated: ({ id = '', approach = '', approachKo = '' }: Values): Wording => ({
    en: `${id} does not count under ${approach}.`,
    ko: `${id}은(는) ${approachKo} 기준에서 합산 대상이 아닙니다.`,
  }),
  belowOnePercent: ({ id = '', percent = '' }: Values): Wording => ({
    en: `${id} counts for ${percent} % of its emissions; if that is too little, write its equity share in percent: 40 for 40 %, not 0.4.`,
    ko: `${id}은(는) 배출량의 ${percent} %만 합산했습니다. 너무 적다면 지분율을 퍼센트로 적으세요(40 %는 0.4가 아니라 40).`,
  }),
  meterOutsideYear: ({ id = '', year = '' }: Values): Wording => ({
    en: `The meter ${id} ran on no day of ${year}; it is left out of the breakdown.`,
    ko: `계량기 ${id}은(는) ${year}년에 쓰인 날이 없어 내역에서 뺐습니다.`,
  }),
  submetersExceedParent: ({ id = '', sum = '', quantity = '', unit = '' }: Values): Wording => ({
    en: `The meters below ${id} sum to ${sum} ${unit}, more than its ${quantity} ${unit}; the total stays that of ${id}, and no breakdown is made.`,
    ko: `${id} 아래 계량기의 합(${sum} ${unit})이 ${id}의 값(${quantity} ${unit})보다 큽니다. 합계는 ${id}의 값을 따르고 내역은 나누지 않았습니다.`,
  }),
  transferMismatch: ({ id = '', sold = '', bought = '', percent = '' }: Values): Wording => ({
    en: `In the transfer ${id} the seller reports ${sold} and the buyer ${bought}, ${percent} % apart; the smaller one was netted.`,
    ko: `거래 ${id}에서 판 쪽은 ${sold}, 산 쪽은 ${bought}으로 ${percent} % 차이가 납니다. 작은 쪽을 상계했습니다.`,
  }),
  transferExceedsPurchase: ({ id = '', activity = '', quantity = '' }: Values): Wording => ({
    en: `The transfers into ${activity} sum to more than its ${quantity}; no more than that was netted (${id}).`,
    ko: `${activity}(으)로 들어간 거래의 합이 구매량 ${quantity}보다 큽니다. 구매량까지만 상계했습니다(${id}).`,
  }),
  transferOutsideYear: ({ id = '', year = '' }: Values): Wording => ({
    en: `The transfer ${id} has no day in ${year}; it was not netted.`,
    ko: `거래 ${id}은(는) ${year}년에 해당하는 날이 없어 상계하지 않았습니다.`,
  }),
  sellerOutside: ({ id = '', seller = '' }: Values): Wording => ({
    en: `The seller ${seller} of the transfer ${id} does not count in this group, so the purchase stays in Scope 2.`,
    ko: `거래 ${id}의 판매자 ${seller}이(가) 합산 대상이 아니어서 구매분을 Scope 2에 그대로 두었습니다.`,
  }),
  buyerOutside: ({ id = '', buyer = '' }: Values): Wording => ({
    en: `The buyer ${buyer} of the transfer ${id} does not count in this group: there was nothing to net.`,
    ko: `거래 ${id}의 구매자 ${buyer}이(가) 합산 대상이 아니어서 상계할 것이 없습니다.`,
  }),
  allocatedOutside: ({ id = '', percent = '' }: Values): Wording => ({
    en: `${percent} % of the shared ${id} is used by others and is not counted.`,
    ko: `공동 설비 ${id}의 ${percent} %는 다른 사용자의 몫이어서 합산하지 않았습니다.`,
  }),
} as const;

export type FindingCode = keyof typeof wordings;
export const findingCodes = Object.keys(wordings) as readonly FindingCode[];

/** A finding in both languages. */
export const finding = (code: FindingCode, id: string, values: Values = {}): ConsolidationFinding => ({
  code,
  id,
  ...wordings[code]({ id, ...values }),
});
