import { seoulDay } from '../domain/seoul-time.js';
import type { Establishment } from '../persistence/establishments.js';
import { accessProblem } from '../problem/access-problems.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { businessNumberDigits, businessNumberHolds } from '../survey/business-number.js';
import { type CodeList, findCode, isValidOn } from '../survey/code-list.js';
import { forms } from '../survey/form.js';
import { isSizeBand, sizeBands } from '../survey/size-band.js';
import type { AccountHolder } from './account-holder.js';

/** What the register holds of an establishment, in the order of its form and its file. */
export const registerColumns = ['name', 'businessNumber', 'region', 'sizeBand', 'form', 'postcode', 'address', 'email'] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** As typed; every one may be empty. */
export type TypedEstablishment = Readonly<Record<RegisterColumn, string>>;
export type EstablishmentFacts = Pick<Establishment, RegisterColumn>;

const noRegions: CodeList['entries'] = [];

/** The regions in force today. */
export const regionsInForce = (site: Site): CodeList['entries'] => {
  const today = seoulDay(site.clock.now());
  return (site.catalog.codeLists.lists.regions?.entries ?? noRegions).filter((entry) => isValidOn(entry, today));
};

/** The regions somebody's grants reach; null: all of them. */
const regionsOf = ({ grants }: AccountHolder): ReadonlySet<string> | null => {
  const limits = grants.map(({ scope }) => scope.regions);
  return limits.includes(null) ? null : new Set(limits.flatMap((regions) => regions ?? []));
};

/**
 * Reads what was typed of establishments, with everything that is wrong with it: the field of each fault is its column. A text is kept as it
 * is, also one that a spreadsheet would take for a formula.
 */
export const factsReader = (
  site: Site,
  who: AccountHolder,
): ((typed: TypedEstablishment) => { readonly facts: EstablishmentFacts; readonly faults: readonly Problem[] }) => {
  const entries = regionsInForce(site);
  const list = site.catalog.codeLists.lists.regions;
  const regions = list === undefined ? null : { ...list, entries };
  const reach = regionsOf(who);
  return (typed) => {
    const faults: Problem[] = [];
    const text = (column: RegisterColumn): string | null => {
      const tidy = typed[column].normalize('NFC').trim();
      return tidy === '' ? null : tidy;
    };
    const name = text('name') ?? '';
    if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) faults.push(accessProblem('establishmentName', {}, 'name'));
    const number = text('businessNumber');
    const digits = number === null ? null : businessNumberDigits(number);
    if (number !== null && (digits === null || !businessNumberHolds(digits)))
      faults.push(accessProblem('businessNumber', { number }, 'businessNumber'));
    const typedRegion = text('region');
    const [region = null] = typedRegion === null || regions === null ? [] : findCode(regions, typedRegion);
    if (typedRegion !== null && region === null) faults.push(adminProblem('regionUnknown', { typed: typedRegion }, 'region'));
    else if (reach !== null && (region === null || !reach.has(region)))
      faults.push(adminProblem('regionNotYours', { typed: region ?? '-' }, 'region'));
    const band = text('sizeBand');
    const sizeBand = band !== null && isSizeBand(band) ? band : null;
    if (band !== null && sizeBand === null)
      faults.push(adminProblem('sizeBandUnknown', { typed: band, bands: sizeBands.join(', ') }, 'sizeBand'));
    const typedForm = text('form');
    const form = forms.find((one) => one === typedForm?.toUpperCase()) ?? null;
    if (typedForm !== null && form === null)
      faults.push(adminProblem('formUnknown', { typed: typedForm, forms: forms.join(', ') }, 'form'));
    const postcode = text('postcode');
    if (postcode !== null && !/^\d{5}$/.test(postcode)) faults.push(adminProblem('postcodeForm', { typed: postcode }, 'postcode'));
    const address = text('address');
    if (address !== null && (address.length > 200 || /\p{Cc}/u.test(address))) faults.push(adminProblem('addressForm', {}, 'address'));
    const email = text('email');
    if (email !== null && !/^[^\s@<>,;:"\\()[\]\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,190}$/u.test(email))
      faults.push(accessProblem('emailForm', {}, 'email'));
    return { facts: { name, businessNumber: digits, region, sizeBand, form, postcode, address, email }, faults };
  };
};
