import { choice, type Field, ownFactorField, quantityFields } from './field.js';

/** What is asked of a fuel, burnt standing or moving. */
export const fuelFields: readonly Field[] = [
  ...quantityFields,
  ownFactorField,
  choice('fuel', true, 'unknownFuel', (vocabulary) => Object.keys(vocabulary.fuels), 'The fuel.'),
  { key: 'grossMJPerNm3', kind: 'positive', required: false, en: 'City gas: the heat content printed on the bill, gross MJ per Nm3.' },
];
