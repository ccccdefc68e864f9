import { type CardsOf, cardOf, fuelNames, numberOf } from './card-of.js';

/** National calorific values: net and gross, and the kilocalories and toe printed beside them. */
export const calorificCards: CardsOf = (files) =>
  files['calorific-values.csv'].map((record) => {
    const { fuel, revision, unit, net, gross, netConfidence, grossConfidence, grossKcal, netKcal, toePerThousand } = record;
    const per = unit.slice('MJ/'.length);
    return cardOf(record, {
      kind: 'calorificValue',
      file: 'calorific-values.csv',
      subject: fuelNames(files, fuel),
      topic: `calorificValue ${fuel}`,
      edition: revision,
      since: record.validFrom,
      facets: { fuel },
      values: [
        ...numberOf('net', net, unit, netConfidence ?? 'recalled'),
        ...numberOf('gross', gross, unit, grossConfidence ?? 'recalled'),
        ...numberOf('netKcal', netKcal, `kcal/${per}`, record.netKcalConfidence ?? 'recalled'),
        ...numberOf('grossKcal', grossKcal, `kcal/${per}`, record.grossKcalConfidence ?? 'recalled'),
        ...numberOf('toe', toePerThousand, `toe/1000 ${per}`, record.grossKcalConfidence ?? 'recalled'),
      ],
      comparable: net === null ? null : { value: net, unit },
    });
  });

export const ipccCalorificCards: CardsOf = (files) =>
  files['calorific-values-ipcc.csv'].map((record) =>
    cardOf(record, {
      kind: 'calorificValue',
      file: 'calorific-values-ipcc.csv',
      subject: fuelNames(files, record.fuel),
      topic: `calorificValue ${record.fuel}`,
      edition: 'ipcc-2006',
      since: '2006',
      facets: { fuel: record.fuel },
      values: numberOf('net', record.net, record.unit, record.confidence),
      comparable: { value: record.net, unit: record.unit },
    }),
  );

const kgCo2PerTC = (44 / 12) * 1000;

/** CO2 of national fuels. Compares by the carbon content in kgCO2/TJ, because not every revision prints one. */
export const fuelCo2Cards: CardsOf = (files) =>
  files['fuel-co2.csv'].map((record) => {
    const { fuel, revision, carbonContent, printed, confidence } = record;
    const fromCarbon = Number((carbonContent * kgCo2PerTC).toPrecision(7));
    return cardOf(record, {
      kind: 'fuelCo2',
      file: 'fuel-co2.csv',
      subject: fuelNames(files, fuel),
      topic: `fuelCo2 ${fuel}`,
      edition: revision,
      since: record.validFrom ?? '2006-12-31',
      facets: { fuel, gas: 'CO2' },
      values: [
        ...numberOf('carbonContent', carbonContent, 'tC/TJ', confidence),
        ...numberOf('printedCo2', printed, 'kgCO2/TJ', confidence),
        ...numberOf('co2FromCarbon', fromCarbon, 'kgCO2/TJ', 'derived'),
      ],
      comparable: { value: fromCarbon, unit: 'kgCO2/TJ' },
    });
  });

/** The IPCC's CO2 of a fuel is the same quantity as the national one; its CH4 and N2O are told apart by sector. */
export const stationaryCards: CardsOf = (files) =>
  files['ipcc-stationary.csv'].map((record) => {
    const { fuel, sector, gas, value } = record;
    const unit = `kg${gas}/TJ`;
    return cardOf(record, {
      kind: 'stationary',
      file: 'ipcc-stationary.csv',
      subject: fuelNames(files, fuel),
      topic: gas === 'CO2' ? `fuelCo2 ${fuel}` : `stationary ${fuel} ${gas}`,
      edition: 'ipcc-2006',
      since: '2006',
      facets: { fuel, sector, gas },
      values: numberOf('value', value, unit, record.confidence),
      comparable: { value, unit },
    });
  });

export const mobileCards: CardsOf = (files) =>
  files['ipcc-mobile.csv'].map((record) => {
    const { fuel, mode, gas, technology, value } = record;
    const unit = `kg${gas}/TJ`;
    return cardOf(record, {
      kind: 'mobile',
      file: 'ipcc-mobile.csv',
      subject: fuelNames(files, fuel),
      topic: `mobile ${fuel} ${mode} ${gas}`,
      edition: 'ipcc-2006',
      since: '2006',
      facets: { fuel, mode, gas, technology: technology === '' ? null : technology },
      values: numberOf('value', value, unit, record.confidence),
      comparable: { value, unit },
    });
  });

export const oxidationCards: CardsOf = (files) =>
  files['oxidation.yaml'].map((record) =>
    cardOf(record, {
      kind: 'oxidation',
      file: 'oxidation.yaml',
      subject: { en: 'Carbon that burns', ko: '타는 탄소의 비율' },
      topic: 'oxidation',
      edition: `tier-${record.tier}`,
      since: String(record.tier),
      facets: { state: record.state, sector: record.sector, tier: record.tier, gas: 'CO2' },
      values: numberOf('value', record.value, '1', record.confidence),
    }),
  );

export const densityCards: CardsOf = (files) =>
  files['densities.yaml'].map((record) =>
    cardOf(record, {
      kind: 'density',
      file: 'densities.yaml',
      subject: fuelNames(files, record.fuel),
      topic: `density ${record.fuel}`,
      edition: '',
      since: '2024',
      facets: { fuel: record.fuel },
      values: numberOf('value', record.value, record.unit, record.confidence),
      comparable: { value: record.value, unit: record.unit },
      usable: record.usable,
    }),
  );
