import { type ActivityData, isDivisible } from '../categories.js';
import type { Fault } from '../fault.js';
import { convert } from '../units.js';
import type {
  Amount,
  ConsolidationRequest,
  EstablishmentEntry,
  MeterEntry,
  OrganizationEntry,
  SharedUtilityEntry,
  TransferEntry,
} from './consolidation-request.js';
import { isBackward, liesWithin, type Period } from './period.js';

const fault = (code: string, field: string, values: Fault['values'] = {}): Fault => ({ code, field, values });

const twice = (list: readonly { readonly id: string }[], at: string): Fault[] => {
  const first = new Map<string, number>();
  return list.flatMap(({ id }, index): Fault[] => {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    return before === undefined ? [] : [fault('idTwice', `${at}[${index}].id`, { id, first: `${at}[${before}]` })];
  });
};

const backward = (period: Period, at: string): Fault[] =>
  isBackward(period) ? [fault('periodBackward', `${at}.to`, { from: period.from ?? '', to: period.to ?? '' })] : [];

/** Whether going up from an id comes back to it. */
const isInCircle = (id: string, parents: ReadonlyMap<string, string | undefined>): boolean => {
  let at = parents.get(id);
  for (let steps = 0; at !== undefined && steps <= parents.size; steps += 1) {
    if (at === id) return true;
    at = parents.get(at);
  }
  return false;
};

const organizationFaults = (organizations: readonly OrganizationEntry[]): Fault[] => {
  const parents = new Map(organizations.map(({ id, parent }) => [id, parent]));
  const tops = organizations.filter(({ parent }) => parent === undefined).length;
  return [
    ...twice(organizations, 'organizations'),
    ...(tops === 1 ? [] : [fault('notOneReportingOrganization', 'organizations', { count: tops })]),
    ...organizations.flatMap(({ id, parent, ...rest }, index): Fault[] => {
      const at = `organizations[${index}]`;
      if (parent !== undefined && !parents.has(parent)) return [fault('organizationUnknown', `${at}.parent`, { given: parent })];
      return [...(isInCircle(id, parents) ? [fault('circleOfParents', `${at}.parent`, { id })] : []), ...backward(rest, at)];
    }),
  ];
};

/** The activity a meter hangs below, over the meters between. */
const rootOf = (meter: MeterEntry, meters: ReadonlyMap<string, MeterEntry>): string => {
  let at = meter.parent;
  for (let steps = 0; steps <= meters.size; steps += 1) {
    const above = meters.get(at);
    if (above === undefined) return at;
    at = above.parent;
  }
  return at;
};

const meterFaults = (establishment: EstablishmentEntry, at: string): Fault[] => {
  const { meters, activityData } = establishment;
  const byId = new Map(meters.map((meter) => [meter.id, meter]));
  const units = new Map(activityData.filter(isDivisible).map(({ id, unit }) => [id, unit]));
  const parents = new Map(meters.map(({ id, parent }) => [id, byId.has(parent) ? parent : undefined]));
  return meters.flatMap((meter, index): Fault[] => {
    const place = `${at}.meters[${index}]`;
    if (units.has(meter.id)) return [fault('idTwice', `${place}.id`, { id: meter.id, first: `${at}.activityData` })];
    const above = byId.get(meter.parent);
    if (above === undefined && !units.has(meter.parent)) return [fault('parentUnknown', `${place}.parent`, { given: meter.parent })];
    if (isInCircle(meter.id, parents)) return [fault('circleOfParents', `${place}.parent`, { id: meter.id })];
    const unit = units.get(rootOf(meter, byId));
    const strange = unit !== undefined && convert(1, meter.unit, unit) === null;
    return [
      ...(strange ? [fault('unitBesideParent', `${place}.unit`, { unit: meter.unit, parentUnit: unit, parent: meter.parent })] : []),
      ...backward(meter, place),
      ...(above !== undefined && !liesWithin(meter, above) ? [fault('outsideParentPeriod', `${place}.from`, { parent: above.id })] : []),
    ];
  });
};

const establishmentFaults = ({ organizations, establishments }: ConsolidationRequest): Fault[] => {
  const known = new Set(organizations.map(({ id }) => id));
  return [
    ...(establishments.length === 0 ? [fault('listEmpty', 'establishments')] : []),
    ...twice(establishments, 'establishments'),
    ...establishments.flatMap((establishment, index): Fault[] => {
      const at = `establishments[${index}]`;
      const { organization, meters } = establishment;
      return [
        ...(known.has(organization) ? [] : [fault('organizationUnknown', `${at}.organization`, { given: organization })]),
        ...backward(establishment, at),
        ...twice(meters, `${at}.meters`),
        ...meterFaults(establishment, at),
      ];
    }),
  ];
};

const nettable: readonly string[] = ['purchasedElectricity', 'purchasedHeat'];

/** The activities of every establishment, its parts of shared bills included. */
type Activities = ReadonlyMap<string, readonly { readonly id: string; readonly category: string; readonly unit: string }[]>;

const activitiesOf = ({ establishments, sharedUtilities }: ConsolidationRequest): Activities =>
  new Map(
    establishments.map(({ id, activityData }) => [
      id,
      [
        ...activityData.map((activity) => ({ ...activity, unit: 'unit' in activity ? activity.unit : '' })),
        ...sharedUtilities.filter(({ shares }) => shares.some((share) => share.establishment === id)).map(({ activity }) => activity),
      ],
    ]),
  );

const transferFaults = (transfer: TransferEntry, at: string, activities: Activities): Fault[] => {
  const { seller, sellerActivity, buyer, buyerActivity, sold, bought } = transfer;
  const unlisted = ([key, id]: readonly [string, string]): Fault[] =>
    activities.has(id) ? [] : [fault('establishmentUnlisted', `${at}.${key}`, { given: id })];
  const missing = (key: string, establishment: string, id: string | undefined): Fault[] =>
    id === undefined || (activities.get(establishment) ?? []).some((each) => each.id === id)
      ? []
      : [fault('activityUnlisted', `${at}.${key}`, { establishment, given: id })];
  const strangers = [...unlisted(['seller', seller]), ...unlisted(['buyer', buyer])];
  if (strangers.length > 0) return strangers;
  if (seller === buyer) return [fault('transferToItself', `${at}.buyer`)];
  const lost = [...missing('sellerActivity', seller, sellerActivity), ...missing('buyerActivity', buyer, buyerActivity)];
  if (lost.length > 0) return lost;
  const purchase = (activities.get(buyer) ?? []).find(({ id }) => id === buyerActivity);
  if (purchase === undefined) return [];
  const { category, unit: parentUnit } = purchase;
  const strange = (key: 'sold' | 'bought', { unit }: Amount): Fault[] =>
    convert(1, unit, parentUnit) === null
      ? [fault('unitBesideParent', `${at}.${key}.unit`, { unit, parentUnit, parent: buyerActivity })]
      : [];
  return [
    ...(nettable.includes(category) ? [] : [fault('transferOfOtherActivity', `${at}.buyerActivity`, { given: buyerActivity, category })]),
    ...strange('sold', sold),
    ...strange('bought', bought),
    ...backward(transfer, at),
  ];
};

const utilityFaults = ({ activity, shares, others = 0 }: SharedUtilityEntry, at: string, activities: Activities): Fault[] => [
  ...(isDivisible(activity)
    ? []
    : [fault('sharedNotDivisible', `${at}.activity.category`, { category: (activity as ActivityData).category })]),
  ...(shares.length === 0 ? [fault('listEmpty', `${at}.shares`)] : []),
  ...shares.flatMap(({ establishment }, index): Fault[] => {
    const place = `${at}.shares[${index}].establishment`;
    if (!activities.has(establishment)) return [fault('establishmentUnlisted', place, { given: establishment })];
    const isAgain = shares.slice(0, index).some((share) => share.establishment === establishment);
    return isAgain ? [fault('establishmentNamedTwice', place, { given: establishment })] : [];
  }),
  ...(shares.length > 0 && others === 0 && shares.every(({ value }) => value === 0) ? [fault('sharesOfNothing', `${at}.shares`)] : []),
];

/** What is wrong with the tree of a group: names that lead nowhere or twice, circles, days, units. */
export const structureFaults = (request: ConsolidationRequest): Fault[] => {
  const activities = activitiesOf(request);
  return [
    ...organizationFaults(request.organizations),
    ...establishmentFaults(request),
    ...twice(request.transfers, 'transfers'),
    ...request.transfers.flatMap((transfer, index) => transferFaults(transfer, `transfers[${index}]`, activities)),
    ...request.sharedUtilities.flatMap((utility, index) => utilityFaults(utility, `sharedUtilities[${index}]`, activities)),
  ];
};
