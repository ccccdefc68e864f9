import type { GwpSet, Sector } from './activity-data.js';
import { type Category, categories, categoryOf } from './categories.js';
import { choice, type Field, qualityField, uncertaintyField } from './field.js';

export const gwpSets: readonly GwpSet[] = ['SAR', 'AR4', 'AR5', 'AR6'];
export const sectors: readonly Sector[] = ['energy', 'manufacturing', 'commercial', 'residential'];

/** More activities than any establishment has bills in a year; the result of so many still fits into memory. */
export const mostActivities = 10_000;

const identity: readonly Field[] = [
  { key: 'id', kind: 'text', required: true, en: 'Unique within the request; comes back on every line and warning.' },
  choice('category', true, 'unknownCategory', () => categories, 'What the activity is.'),
];

/** The keys of an activity of a category. */
export const activityFields = (category: Category): readonly Field[] => [
  ...identity,
  qualityField,
  uncertaintyField,
  ...categoryOf(category).fields,
];

/** The keys of a request. */
export const requestFields: readonly Field[] = [
  { key: 'reportingYear', kind: 'year', required: true, en: 'The calendar year of the activity data.' },
  choice('factorSet', false, 'unknownFactorSet', (vocabulary) => Object.keys(vocabulary.factorSets), 'Default: kr-national.'),
  choice('gwp', false, 'unknownGwp', () => gwpSets, 'Default: AR5; k-ets knows SAR alone.'),
  {
    ...choice(
      'gwpAlternatives',
      false,
      'unknownGwpAlternative',
      (vocabulary) => Object.keys(vocabulary.gwpAlternatives),
      'Records of warming potentials that take the place of the default of the report, such as gwp.SF6.ar6-corrected.',
    ),
    kind: 'words',
  },
  choice('sector', false, 'unknownSector', () => sectors, 'Decides CH4, N2O and the oxidation of solids. Default: manufacturing.'),
  {
    key: 'activityData',
    kind: 'list',
    required: true,
    most: mostActivities,
    en: `What was used, at most ${mostActivities} activities. An empty list gives zeros.`,
  },
];
