import type { Establishment } from '../persistence/establishments.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { businessNumberDigits, businessNumberHolds } from '../survey/business-number.js';
import type { Form } from '../survey/form.js';

export interface EstablishmentToAdd {
  readonly name: string;
  /** As typed, with or without hyphens; null when it is not known. */
  readonly businessNumber: string | null;
  /** Code of its region; absent: not known. */
  readonly region?: string;
  /** The form it is asked; absent: its size decides. */
  readonly form?: Form;
  /** Key of the example it is made from; null for a real one. */
  readonly example: string | null;
}

const digitsOf = (typed: string): string => {
  const digits = businessNumberDigits(typed);
  if (digits === null || !businessNumberHolds(digits)) throw accessProblem('businessNumber', { number: typed }, 'businessNumber');
  return digits;
};

/** Adds an establishment that is to answer. Throws establishmentName, businessNumber, establishmentThere. */
export const addEstablishment = async (site: Site, toAdd: EstablishmentToAdd): Promise<Establishment> => {
  const name = toAdd.name.normalize('NFC').trim();
  if (name === '' || name.length > 100) throw accessProblem('establishmentName', {}, 'name');
  const businessNumber = toAdd.businessNumber === null ? null : digitsOf(toAdd.businessNumber);
  const { store, random, clock } = site;
  const { example, region = null, form = null } = toAdd;
  const establishment: Establishment = {
    id: random.uuid(),
    name,
    businessNumber,
    region,
    sizeBand: null,
    form,
    postcode: null,
    address: null,
    email: null,
    example,
    createdAt: clock.now(),
  };
  try {
    await store.establishments.add(establishment);
  } catch (error) {
    if (!(error instanceof AlreadyThere) || businessNumber === null) throw error;
    const there = await store.establishments.byBusinessNumber(businessNumber);
    if (there === null) throw error;
    throw accessProblem('establishmentThere', { number: businessNumber, id: there.id }, 'businessNumber');
  }
  return establishment;
};
