import type { Names } from '../domain/factor-card.js';
import { type CardsOf, cardOf, numberOf } from './card-of.js';

export const vehicleClassCards: CardsOf = (files) =>
  files['vehicle-classes.yaml'].map((record) =>
    cardOf(record, {
      kind: 'vehicleClass',
      file: 'vehicle-classes.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: `vehicleClass ${record.id}`,
      edition: '',
      since: '',
      facets: { fuel: record.fuels[0] ?? null, mode: 'road' },
      values: numberOf('value', record.value, record.unit, record.confidence),
      comparable: { value: record.value, unit: record.unit },
    }),
  );

/** What the market-based method counts, where it is no number. */
const statements: Readonly<Record<'zero' | 'grid' | 'own' | 'disputed', Names>> = {
  zero: { en: 'Counts as zero by market.', ko: '시장기반에서 0으로 봅니다.' },
  grid: { en: 'Counts as grid electricity by market.', ko: '시장기반에서 전력망 전력으로 봅니다.' },
  own: { en: 'Counts by the factor that comes with it.', ko: '함께 적은 배출계수로 산정합니다.' },
  disputed: {
    en: 'Disputed: counts as grid electricity by market unless a request asks for zero.',
    ko: '이견이 있어 시장기반에서 전력망 전력으로 봅니다. 요청하면 0으로 산정합니다.',
  },
};

/** What the market-based method counts for an instrument; one that brings its own factor has no number here. */
export const instrumentCards: CardsOf = (files) =>
  files['electricity-instruments.yaml'].map((record) =>
    cardOf(record, {
      kind: 'instrument',
      file: 'electricity-instruments.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: `instrument ${record.id}`,
      edition: '',
      since: '',
      values: record.counted === 'zero' ? numberOf('CO2eq', 0, 'tCO2eq/MWh', record.confidence) : [],
      statement: statements[record.isDisputed ? 'disputed' : record.counted],
    }),
  );
