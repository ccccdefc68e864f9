import { choice, type Field } from '../field.js';
import { salesUnits, triggers } from './base-year-request.js';

const scopes: readonly Field[] = [
  { key: 'scope1', kind: 'quantity', required: true, en: 'tCO2eq of Scope 1.' },
  { key: 'scope2', kind: 'quantity', required: true, en: 'tCO2eq of Scope 2, by the same method in every year.' },
];

const productFields: readonly Field[] = [
  { key: 'name', kind: 'text', required: true, en: 'The product, named alike in every year.' },
  { key: 'quantity', kind: 'quantity', required: true, en: 'How much of it was made.' },
  { key: 'unit', kind: 'text', required: true, en: 'Its unit, such as t or pieces.' },
];

const salesFields: readonly Field[] = [
  { key: 'quantity', kind: 'quantity', required: true, en: 'Sales of the year.' },
  choice('unit', true, 'unknownSalesUnit', () => Object.keys(salesUnits), 'The unit of the sales, in won.'),
];

const yearFields: readonly Field[] = [
  { key: 'year', kind: 'year', required: true, en: 'The calendar year.' },
  ...scopes,
  { key: 'products', kind: 'list', required: false, most: 1000, fields: productFields, en: 'What was made, for intensities.' },
  { key: 'workers', kind: 'quantity', required: false, en: 'Persons at work, for the intensity per worker.' },
  { key: 'sales', kind: 'object', required: false, fields: salesFields, en: 'For the intensity per million won.' },
];

const effectFields: readonly Field[] = [
  { key: 'year', kind: 'year', required: true, en: 'A year before the change.' },
  {
    key: 'before',
    kind: 'object',
    required: true,
    fields: scopes,
    en: 'What of the touched emissions was in the reported figure; zero for what was bought later.',
  },
  {
    key: 'after',
    kind: 'object',
    required: true,
    fields: scopes,
    en: 'What of them belongs there after the change; zero for what was sold.',
  },
];

const changeFields: readonly Field[] = [
  { key: 'id', kind: 'text', required: true, en: 'Unique among the changes.' },
  { key: 'year', kind: 'year', required: true, en: 'The first year reported with the change in it.' },
  choice('trigger', true, 'unknownTrigger', () => triggers, 'What kind of change it is.'),
  { key: 'reason', kind: 'text', required: true, en: 'Why, as it is to be told.' },
  {
    key: 'effects',
    kind: 'list',
    required: true,
    most: 200,
    fields: effectFields,
    en: 'What the change does to each earlier year; an empty list for organic growth.',
  },
];

/** The keys of the input of `base-year`. */
export const baseYearFields: readonly Field[] = [
  { key: 'baseYear', kind: 'year', required: true, en: 'The year all others are compared with.' },
  {
    key: 'significanceThreshold',
    kind: 'percentage',
    required: false,
    en: 'Percent of the base year from which a change makes it be computed again. Default: the one of thresholds.yaml.',
  },
  { key: 'years', kind: 'list', required: true, most: 200, fields: yearFields, en: 'Every year as it was reported.' },
  { key: 'changes', kind: 'list', required: false, most: 1000, fields: changeFields, en: 'What changed since the base year.' },
];
