import { choice, type Field } from '../field.js';
import { requestFields } from '../request-shape.js';
import { unitSymbols } from '../units.js';
import { allocationRules, approaches, financialControls } from './consolidation-request.js';

const days: readonly Field[] = [
  { key: 'from', kind: 'day', required: false, en: 'The first day, such as 2024-07-01. Left out: from the beginning.' },
  { key: 'to', kind: 'day', required: false, en: 'The last day. Left out: to this day.' },
];

const holding: readonly Field[] = [
  { key: 'name', kind: 'text', required: false, en: 'What people call it.' },
  { key: 'equityShare', kind: 'percentage', required: false, en: 'Percent held by the one above. Default: 100.' },
  { key: 'operationalControl', kind: 'boolean', required: false, en: 'Whether the one above sets its operating policies. Default: true.' },
  choice(
    'financialControl',
    false,
    'unknownFinancialControl',
    () => financialControls,
    'Whether the one above has financial control; joint counts by equity. Default: full.',
  ),
  { key: 'fixedAssetInvestment', kind: 'boolean', required: false, en: 'Held as an investment alone: counts under no approach.' },
  ...days,
];

const id: Field = { key: 'id', kind: 'text', required: true, en: 'Unique among its like.' };

const organizationFields: readonly Field[] = [
  id,
  { key: 'parent', kind: 'text', required: false, en: 'The organization above. The one that reports has none.' },
  ...holding,
];

const amount: readonly Field[] = [
  { key: 'quantity', kind: 'quantity', required: true, en: 'Zero or more, as read.' },
  choice('unit', true, 'unknownUnit', () => unitSymbols, 'The unit of the reading.'),
];

const meterFields: readonly Field[] = [
  id,
  { key: 'parent', kind: 'text', required: true, en: 'The activity or the meter it hangs below. A breakdown, never an addition.' },
  ...amount,
  ...days,
];

const establishmentFields: readonly Field[] = [
  id,
  { key: 'organization', kind: 'text', required: true, en: 'The organization it belongs to.' },
  ...holding,
  { key: 'activityData', kind: 'list', required: true, most: 10_000, en: 'What it used, as for `calculate`.' },
  { key: 'meters', kind: 'list', required: false, most: 10_000, fields: meterFields, en: 'Readings below its activities.' },
];

const transferFields: readonly Field[] = [
  id,
  { key: 'seller', kind: 'text', required: true, en: 'The establishment that sells steam or power.' },
  { key: 'sellerActivity', kind: 'text', required: false, en: 'The activity it was made with, where one stands for it.' },
  { key: 'buyer', kind: 'text', required: true, en: 'The establishment that buys it.' },
  { key: 'buyerActivity', kind: 'text', required: true, en: 'The purchase of the buyer it is part of.' },
  { key: 'sold', kind: 'object', required: true, fields: amount, en: 'What the seller reports.' },
  { key: 'bought', kind: 'object', required: true, fields: amount, en: 'What the buyer reports.' },
  ...days,
];

const shareFields: readonly Field[] = [
  { key: 'establishment', kind: 'text', required: true, en: 'The establishment.' },
  { key: 'value', kind: 'quantity', required: true, en: 'Its area, workers, metered use or production.' },
];

const utilityFields: readonly Field[] = [
  { key: 'activity', kind: 'activity', required: true, en: 'The shared bill, as an activity of `calculate`.' },
  choice('rule', true, 'unknownAllocationRule', () => allocationRules, 'What it is divided by.'),
  { key: 'unit', kind: 'text', required: true, en: 'The unit of the values, such as m2, persons, MWh or t.' },
  { key: 'shares', kind: 'list', required: true, most: 1000, fields: shareFields, en: 'The value of every establishment of the group.' },
  { key: 'others', kind: 'quantity', required: false, en: 'The value of those outside the group together. Default: 0.' },
];

/** The keys of the input of `consolidate`. */
export const consolidationFields: readonly Field[] = [
  ...requestFields.filter(({ key }) => key !== 'activityData'),
  choice('approach', true, 'unknownApproach', () => approaches, 'Which emissions count as those of the group.'),
  { key: 'organizations', kind: 'list', required: true, most: 1000, fields: organizationFields, en: 'The companies of the group.' },
  { key: 'establishments', kind: 'list', required: true, most: 1000, fields: establishmentFields, en: 'Its sites.' },
  { key: 'transfers', kind: 'list', required: false, most: 10_000, fields: transferFields, en: 'Steam and power sold within the group.' },
  { key: 'sharedUtilities', kind: 'list', required: false, most: 1000, fields: utilityFields, en: 'Bills that several sites share.' },
];
