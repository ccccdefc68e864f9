import type { Check, FigureUse, Range } from './plan.js';
import { rangeOf } from './range.js';
import type { CarrierEnergy } from './site-energy.js';

/** The emission factor that a saving of this carrier used. */
export const emissionFigure = (source: CarrierEnergy): readonly FigureUse[] =>
  source.emission === null
    ? []
    : [
        {
          label: { ko: `인벤토리의 배출계수(${source.unit}당)`, en: `Emission factor of the inventory (per ${source.unit})` },
          range: source.emission,
          sourceId: null,
        },
      ];

/** The market-based factor that a purchase of renewable electricity used. */
export const marketFigure = (factor: Range): FigureUse => ({
  label: { ko: '인벤토리의 시장기반 배출계수(MWh당)', en: 'Market-based factor of the inventory (per MWh)' },
  range: factor,
  sourceId: null,
});

/** The default prices of this carrier. */
export const priceFigures = (source: CarrierEnergy): readonly FigureUse[] =>
  source.prices.map((price) => ({
    label: { ko: `기본 단가: ${price.name.ko}(${price.validFrom})`, en: `Default price: ${price.name.en} (${price.validFrom})` },
    range: rangeOf(price),
    sourceId: price.source,
  }));

/** No price is known for a fuel, so the cost saving cannot be told. */
export const priceMissing = (source: CarrierEnergy): Check => ({
  label: { ko: '에너지 단가', en: 'Energy price' },
  outcome: 'unknown',
  reason: {
    ko: `단가 자료가 없어 비용 절감액을 계산하지 못했습니다(${source.unpriced.map((fuel) => fuel.ko).join(', ')}). 고지서의 단가를 확인해 주세요.`,
    en: `No price is known for ${source.unpriced.map((fuel) => fuel.en).join(', ')}, so the cost saving cannot be told. See the bill.`,
  },
});

export const newPriceMissing: Check = {
  label: { ko: '새 연료의 계약 단가', en: 'Contract price of the new fuel' },
  outcome: 'unknown',
  reason: {
    ko: '새 연료의 공급 가격을 알아야 비용 절감액을 계산할 수 있습니다.',
    en: 'The cost saving needs the supply price of the new fuel.',
  },
};

export const noGridFactor: Check = {
  label: { ko: '전력배출계수', en: 'Grid emission factor' },
  outcome: 'unknown',
  reason: {
    ko: '인벤토리에 구매전력이 없어 늘어나는 전력의 배출량을 알 수 없습니다.',
    en: 'The inventory holds no purchased electricity, so the emissions of the added electricity are not known.',
  },
};
