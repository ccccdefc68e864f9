import type { CardValue } from '../domain/factor-card.js';
import { type CardsOf, cardOf, numberOf } from './card-of.js';

/** The three gases of a supply and the CO2eq printed for it. */
const gases = (
  { co2, ch4, n2o, confidence }: { co2: number | null; ch4: number | null; n2o: number | null; confidence: CardValue['confidence'] },
  units: readonly [string, string, string],
): readonly CardValue[] => [
  ...numberOf('CO2', co2, units[0], confidence),
  ...numberOf('CH4', ch4, units[1], confidence),
  ...numberOf('N2O', n2o, units[2], confidence),
];

const perTJ = ['kgCO2/TJ', 'kgCH4/TJ', 'kgN2O/TJ'] as const;

export const gridCards: CardsOf = (files) =>
  files['grid-electricity.yaml'].map((record) =>
    cardOf(record, {
      kind: 'grid',
      file: 'grid-electricity.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: `grid ${record.end}`,
      edition: record.id,
      since: record.validFrom,
      facets: { end: record.end, gwp: record.gwp },
      values: [
        ...numberOf('CO2eq', record.co2eq, 'tCO2eq/MWh', record.confidence, record.gwp),
        ...gases(record, ['tCO2/MWh', 'kgCH4/MWh', 'kgN2O/MWh']),
      ],
      comparable: { value: record.co2eq, unit: 'tCO2eq/MWh' },
    }),
  );

export const electricityEnergyCards: CardsOf = (files) =>
  files['electricity-energy.yaml'].map((record) => {
    const { basis, confidence, revision } = record;
    return cardOf(record, {
      kind: 'electricityEnergy',
      file: 'electricity-energy.yaml',
      subject: { en: 'Electricity', ko: '전력' },
      topic: `electricityEnergy ${basis}`,
      edition: revision,
      since: record.validFrom,
      facets: { end: basis },
      values: [
        ...numberOf('electricityGross', record.gross, 'MJ/kWh', confidence),
        ...numberOf('grossKcal', record.kcal, 'kcal/kWh', confidence),
        ...numberOf('toe', record.toe, 'toe/MWh', confidence),
      ],
      comparable: { value: record.gross, unit: 'MJ/kWh' },
    });
  });

export const conversionCards: CardsOf = (files) =>
  files['energy-conversions.yaml'].map((record) =>
    cardOf(record, {
      kind: 'conversion',
      file: 'energy-conversions.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: record.id,
      edition: '',
      since: '',
      values: numberOf('value', record.value, record.unit, record.confidence),
    }),
  );

export const heatCards: CardsOf = (files) =>
  files['heat.yaml'].map((record) =>
    cardOf(record, {
      kind: 'heat',
      file: 'heat.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: `heat ${record.kind}`,
      edition: '',
      since: '',
      facets: { gwp: record.gwp },
      values: [...gases(record, perTJ), ...numberOf('CO2eq', record.co2eq, 'kgCO2eq/TJ', record.confidence, record.gwp)],
      comparable: { value: record.co2, unit: 'kgCO2/TJ' },
    }),
  );

/** A supplier that published two figures for a year meant them for different reporting years. */
export const supplierHeatCards: CardsOf = (files) =>
  files['heat-supplier-factors.csv'].map((record) => {
    const supplier = files['heat-suppliers.yaml'].find(({ id }) => id === record.supplier);
    if (supplier === undefined) throw new Error(`The supplier ${record.supplier} is not listed.`);
    return cardOf(record, {
      kind: 'supplierHeat',
      file: 'heat-supplier-factors.csv',
      subject: { en: supplier.en, ko: supplier.ko },
      topic: `supplierHeat ${record.supplier}`,
      edition: record.phase === '' ? String(record.year) : `${record.year}/${record.phase}`,
      since: `${record.year}/${record.phase}`,
      facets: { supplier: record.supplier, serves: { from: record.servesFrom, to: record.servesTo } },
      values: gases(record, perTJ),
      comparable: { value: record.co2, unit: 'kgCO2/TJ' },
    });
  });
