import type { Form } from '../survey/form.js';
import type { SizeBand } from '../survey/size-band.js';

/** One site of an enterprise, asked to answer. */
export interface Establishment {
  readonly id: string;
  readonly name: string;
  /** Ten digits; null when it is not known. Unique among establishments that have one. */
  readonly businessNumber: string | null;
  /** Code of its region in the register; null when it is not known. */
  readonly region: string | null;
  /** How many work there, as a band of `sizeBands`; null when it is not known. */
  readonly sizeBand: SizeBand | null;
  /** The form it is asked, where the register says so; null: its size decides. */
  readonly form: Form | null;
  /** Where letters go to: no person, the establishment. Each null when it is not known. */
  readonly postcode: string | null;
  readonly address: string | null;
  readonly email: string | null;
  /** Key of the example it was made from; null for a real establishment. Examples answer example rounds alone. */
  readonly example: string | null;
  readonly createdAt: Date;
}

/** Which establishments somebody may know of. Every limit that is not null must hold; the store applies them. */
export interface Reach {
  readonly ids: readonly string[] | null;
  readonly regions: readonly string[] | null;
}

export interface Establishments {
  byId(id: string): Promise<Establishment | null>;
  byBusinessNumber(businessNumber: string): Promise<Establishment | null>;
  byExample(example: string): Promise<Establishment | null>;
  /** One of those within reach; null for one that is not, exactly as for one that does not exist. */
  within(id: string, reach: Reach): Promise<Establishment | null>;
  /** The first so many within reach, by name. */
  allWithin(reach: Reach, limit: number): Promise<readonly Establishment[]>;
  /** Those that have one of these business numbers. */
  withBusinessNumbers(numbers: readonly string[]): Promise<readonly Establishment[]>;
  /** By name. */
  all(): Promise<readonly Establishment[]>;
  /** Throws AlreadyThere when the id, the business number or the example key is taken. */
  add(establishment: Establishment): Promise<void>;
  /** Replaces one that is there; tells whether it was. Throws AlreadyThere when the business number is another's. */
  replace(establishment: Establishment): Promise<boolean>;
}
