import type { CardValue } from '../domain/factor-card.js';
import { type CardsOf, cardOf, numberOf } from './card-of.js';
import type { FactorFiles } from './emission-factors-files.js';

/** The years the assessment reports came out; AR5 with climate-carbon feedback stands beside AR5. */
const reportYears: Readonly<Record<string, string>> = { SAR: '1995', AR4: '2007', AR5: '2013', 'AR5-feedback': '2013', AR6: '2021' };

export const gwpCards: CardsOf = (files) =>
  files['gwp.csv'].map((record) => {
    const { gas, set, kind, value } = record;
    const names = files['gases.yaml'].find(({ id }) => id === gas);
    if (names === undefined) throw new Error(`The gas ${gas} is not declared.`);
    return cardOf(record, {
      kind: 'gwp',
      file: 'gwp.csv',
      subject: { en: names.en, ko: names.ko },
      topic: `gwp ${gas}`,
      edition: kind === 'general' ? set : `${set}/${kind}`,
      since: `${reportYears[set] ?? ''} ${set}`,
      facets: { gas, gwp: set },
      values: numberOf('value', value, record.unit, record.confidence),
      comparable: { value, unit: record.unit },
    });
  });

/** The potential of a blend under a report: the sum of its gases by mass; none where the report lacks one of them. */
const blendGwp = (files: FactorFiles, fractions: Readonly<Record<string, number>>, set: string): readonly CardValue[] => {
  const parts = Object.entries(fractions).map(([gas, fraction]) => {
    const record = files['gwp.csv'].find((each) => each.gas === gas && each.set === set && each.default === 'yes');
    return record === undefined ? null : record.value * fraction;
  });
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return [];
  return numberOf('blendGwp', Number(known.reduce((sum, part) => sum + part, 0).toPrecision(7)), 'kgCO2eq/kg', 'derived', set);
};

export const blendCards: CardsOf = (files) =>
  files['gwp-blends.yaml'].map((record) =>
    cardOf(record, {
      kind: 'blend',
      file: 'gwp-blends.yaml',
      subject: { en: record.name, ko: record.name },
      topic: `blend ${record.name}`,
      edition: '',
      since: '',
      values: [
        ...Object.entries({ ...record.massFractions, ...record.others }).flatMap(([gas, fraction]) =>
          numberOf('massFraction', fraction, '1', record.confidence, gas),
        ),
        ...['SAR', 'AR4', 'AR5', 'AR6'].flatMap((set) => blendGwp(files, record.massFractions, set)),
        ...numberOf('publishedAr4', record.publishedAr4, 'kgCO2eq/kg', record.confidence, 'AR4'),
      ],
    }),
  );

export const processCards: CardsOf = (files) =>
  files['process.csv'].map((record) => {
    const { group, en, gas, value, low, high, unit, confidence, text } = record;
    const range = low === null ? [] : [{ name: 'range', of: null, value: low, to: high, unit, confidence } as const];
    return cardOf(record, {
      kind: 'process',
      file: 'process.csv',
      subject: { en, ko: `${group}: ${en}` },
      topic: record.id,
      edition: '',
      since: '',
      facets: { gas: gas === '' ? null : gas, technology: record.tier === '' ? null : record.tier },
      values: [...numberOf('value', value, unit, confidence), ...range],
      statement: text === '' ? null : { en: `${text} ${unit}`, ko: `${text} ${unit}` },
    });
  });

const shares = ['value', 'installation', 'annualLeak', 'remainingAtDisposal', 'recovered'] as const;

export const leakRateCards: CardsOf = (files) =>
  files['leak-rates.yaml'].map((record) =>
    cardOf(record, {
      kind: 'leakRate',
      file: 'leak-rates.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: record.id,
      edition: '',
      since: '',
      values: shares.flatMap((name) => numberOf(name, record[name], record.unit, record.confidence)),
    }),
  );

export const wastewaterCards: CardsOf = (files) =>
  files['wastewater.csv'].map((record) =>
    cardOf(record, {
      kind: 'wastewater',
      file: 'wastewater.csv',
      subject: { en: record.en, ko: record.ko },
      topic: record.id,
      edition: '',
      since: '',
      facets: { gas: record.gas },
      values: numberOf('value', record.value, record.unit, record.confidence),
    }),
  );

export const carbonContentCards: CardsOf = (files) =>
  files['carbon-contents.yaml'].map((record) =>
    cardOf(record, {
      kind: 'process',
      file: 'carbon-contents.yaml',
      subject: { en: `Carbon content: ${record.en}`, ko: `탄소 함량: ${record.ko}` },
      topic: record.id,
      edition: '',
      since: '',
      values: numberOf('value', record.value, record.unit, record.confidence),
      statement: record.value === null ? { en: 'Varies too much for a default.', ko: '값이 제각각이어서 기본값이 없습니다.' } : null,
    }),
  );

export const ruleCards: CardsOf = (files) =>
  files['rules.yaml'].map((record) =>
    cardOf(record, {
      kind: 'rule',
      file: 'rules.yaml',
      subject: { en: record.en, ko: record.ko },
      topic: record.id,
      edition: '',
      since: '',
      values: [],
      statement: { en: record.statement, ko: record.statement },
    }),
  );
