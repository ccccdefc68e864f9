import { expect } from 'chai';
import { consolidationFaultsOf, diesel, group, power, steam } from '../../support/consolidation.js';

const amount = { quantity: 5, unit: 'GJ' };
const sale = { id: 't', seller: 'a', buyer: 'b', buyerActivity: 'steam', sold: amount, bought: amount };
const two = [
  { id: 'a', activityData: [diesel('fuel', 1)] },
  { id: 'b', activityData: [steam('steam', 10)] },
];
const shared = (more: object) => ({
  sharedUtilities: [{ activity: power('air', 1), rule: 'area', unit: 'm2', shares: [{ establishment: 'a', value: 1 }], ...more }],
});
const metered = (...meters: readonly object[]) => group([{ id: 'a', activityData: [power('power', 10)], meters }]);
const meter = { id: 'm', parent: 'power', quantity: 1, unit: 'MWh' };

describe('reading a group', () => {
  for (const [what, value, wanted] of [
    ['no object', 5, [' wrongType']],
    ['an unknown key', group(two, { sites: [] }), ['sites unknownKey']],
    ['a missing approach', { ...group(two), approach: undefined }, ['approach wrongType']],
    ['an unknown approach', group(two, { approach: 'control' }), ['approach unknownApproach']],
    ['a day that is none', group([{ id: 'a', from: '2023-02-29' }]), ['establishments[0].from notADay']],
    ['a day in words', group([{ id: 'a', from: 'May' }]), ['establishments[0].from notADay']],
    ['more than all', group([{ id: 'a', equityShare: 101 }]), ['establishments[0].equityShare notAPercentage']],
    ['a minus zero', group([{ id: 'a', equityShare: -0 }]), ['establishments[0].equityShare negativeZero']],
    ['control in words', group([{ id: 'a', operationalControl: 'yes' }]), ['establishments[0].operationalControl wrongType']],
    ['a days backward', group([{ id: 'a', from: '2024-05-01', to: '2024-04-01' }]), ['establishments[0].to periodBackward']],
    ['no establishment', group([]), ['establishments listEmpty']],
    ['an establishment twice', group([{ id: 'a' }, { id: 'a' }]), ['establishments[1].id idTwice']],
    ['an organization that is not there', group([{ id: 'a', organization: 'b' }]), ['establishments[0].organization organizationUnknown']],
    ['two that report', group(two, { organizations: [{ id: 'group' }, { id: 'b' }] }), ['organizations notOneReportingOrganization']],
    [
      'organizations in a circle',
      group(two, { organizations: [{ id: 'group' }, { id: 'b', parent: 'c' }, { id: 'c', parent: 'b' }] }),
      ['organizations[1].parent circleOfParents', 'organizations[2].parent circleOfParents'],
    ],
    [
      'an activity that cannot be estimated, at its place',
      group([{ id: 'a' }, { id: 'b', activityData: [power('p', 1), { ...diesel('d', 1), unit: 'Nm3' }] }]),
      ['establishments[1].activityData[1].unit normalVolumeOfLiquid'],
    ],
    [
      'an activity of a bad shape',
      group([{ id: 'a', activityData: [{ ...power('p', -1) }] }]),
      ['establishments[0].activityData[0].quantity negativeNumber'],
    ],
    [
      'two activities of one id',
      group([{ id: 'a', activityData: [power('p', 1), power('p', 2)] }]),
      ['establishments[0].activityData[1].id duplicateId'],
    ],
    ['a year before the set', group(two, { reportingYear: 1999 }), ['reportingYear yearBeforeSet']],
    ['a GWP the set does not allow', group(two, { factorSet: 'k-ets', gwp: 'AR5' }), ['gwp gwpNotInSet']],
    ['a meter below nothing', metered({ ...meter, parent: 'gas' }), ['establishments[0].meters[0].parent parentUnknown']],
    ['a meter below itself', metered({ ...meter, parent: 'm' }), ['establishments[0].meters[0].parent circleOfParents']],
    ['a meter of another dimension', metered({ ...meter, unit: 't' }), ['establishments[0].meters[0].unit unitBesideParent']],
    ['a meter named like its activity', metered({ ...meter, id: 'power' }), ['establishments[0].meters[0].id idTwice']],
    [
      'a meter that runs longer than the one above it',
      metered({ ...meter, to: '2024-06-30' }, { ...meter, id: 'n', parent: 'm' }),
      ['establishments[0].meters[1].from outsideParentPeriod'],
    ],
    [
      'a sale to oneself',
      group(two, { transfers: [{ ...sale, buyer: 'a', buyerActivity: 'fuel' }] }),
      ['transfers[0].buyer transferToItself'],
    ],
    ['a sale of a stranger', group(two, { transfers: [{ ...sale, seller: 'c' }] }), ['transfers[0].seller establishmentUnlisted']],
    [
      'a purchase that is not there',
      group(two, { transfers: [{ ...sale, buyerActivity: 'x' }] }),
      ['transfers[0].buyerActivity activityUnlisted'],
    ],
    [
      'a purchase that is fuel',
      group(two, {
        transfers: [
          { ...sale, seller: 'b', buyer: 'a', buyerActivity: 'fuel', sold: { quantity: 1, unit: 'L' }, bought: { quantity: 1, unit: 'L' } },
        ],
      }),
      ['transfers[0].buyerActivity transferOfOtherActivity'],
    ],
    [
      'a sale in another dimension',
      group(two, { transfers: [{ ...sale, sold: { quantity: 1, unit: 't' } }] }),
      ['transfers[0].sold.unit unitBesideParent'],
    ],
    ['a shared bill of nobody', group(two, shared({ shares: [] })), ['sharedUtilities[0].shares listEmpty']],
    [
      'a shared bill of a stranger',
      group(two, shared({ shares: [{ establishment: 'c', value: 1 }] })),
      ['sharedUtilities[0].shares[0].establishment establishmentUnlisted'],
    ],
    [
      'a shared bill of zeros',
      group(two, shared({ shares: [{ establishment: 'a', value: 0 }] })),
      ['sharedUtilities[0].shares sharesOfNothing'],
    ],
    [
      'a shared bill that names one twice',
      group(
        two,
        shared({
          shares: [
            { establishment: 'a', value: 1 },
            { establishment: 'a', value: 1 },
          ],
        }),
      ),
      ['sharedUtilities[0].shares[1].establishment establishmentNamedTwice'],
    ],
    [
      'a shared bill of the id of an own one',
      group(two, shared({ activity: diesel('fuel', 1) })),
      ['sharedUtilities[0].activity.id duplicateId'],
    ],
    ['a shared bill without an activity', group(two, shared({ activity: 5 })), ['sharedUtilities[0].activity wrongType']],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(consolidationFaultsOf(value)).to.deep.equal(wanted);
    });
  }
});
