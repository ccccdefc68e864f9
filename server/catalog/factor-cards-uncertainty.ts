import type { CardValue, Names } from '../domain/factor-card.js';
import { type CardsOf, cardOf, numberOf } from './card-of.js';
import type { FactorFiles } from './emission-factors-files.js';

type Uncertainty = FactorFiles['uncertainties.yaml'][number];

const qualities: Readonly<Record<Extract<Uncertainty, { of: 'quantity' }>['quality'], Names>> = {
  metered: { en: 'metered', ko: '계량' },
  billed: { en: 'billed', ko: '고지서' },
  estimated: { en: 'estimated', ko: '추정' },
  convertedFromMoney: { en: 'converted from money', ko: '금액에서 환산' },
  imputed: { en: 'imputed', ko: '대체' },
};

const subjectOf = (record: Uncertainty): Names => {
  if (record.of === 'factor') return { en: record.covers.join(', '), ko: record.covers.join(', ') };
  if (record.of === 'quantity') {
    const quality = qualities[record.quality];
    return { en: `Activity data, ${quality.en}`, ko: `활동자료(${quality.ko})` };
  }
  return { en: `Activity data of tier ${record.tier}`, ko: `활동자료 산정등급 ${record.tier}` };
};

const valuesOf = (record: Uncertainty): readonly CardValue[] => {
  const { confidence } = record;
  if ('percent' in record) return numberOf('halfWidth', record.percent, ' %', confidence);
  if (!('central' in record)) return [];
  const limits: CardValue = { name: 'limits', of: null, value: record.lower, to: record.upper, unit: '1', confidence };
  return [limits, ...numberOf('value', record.central, '1', confidence)];
};

const statements: Readonly<Record<'convention' | 'notPublished', Names>> = {
  convention: { en: 'A rule fixes the number, so it carries no uncertainty.', ko: '규칙으로 정한 수여서 불확도를 두지 않습니다.' },
  notPublished: { en: 'No limits were found in print.', ko: '인쇄된 한계를 찾지 못했습니다.' },
};

const statementOf = (record: Uncertainty): Names | null =>
  'basis' in record && (record.basis === 'convention' || record.basis === 'notPublished') ? statements[record.basis] : null;

/** How well numbers are known: a record for a group of factors, for a quality or for a tier of activity data. */
export const uncertaintyCards: CardsOf = (files) =>
  files['uncertainties.yaml'].map((record) =>
    cardOf(record, {
      kind: 'uncertainty',
      file: 'uncertainties.yaml',
      subject: subjectOf(record),
      topic: record.id,
      edition: '',
      since: '',
      values: valuesOf(record),
      statement: statementOf(record),
    }),
  );
