/** What an example comes to, computed by hand: national factors, AR5, by location. */
export interface ExpectedInventory {
  /** tCO2eq. */
  readonly scope1: number;
  readonly scope2: number;
  /** Of Scope 1: tonnes of a gas, tCO2eq of the two families. */
  readonly gases: Readonly<Record<'co2' | 'ch4' | 'n2o' | 'hfcs' | 'pfcs' | 'sf6' | 'nf3', number>>;
  readonly biogenicCo2: number;
  readonly energy: { readonly netTJ: number; readonly grossTJ: number; readonly toe: number };
  /** Question and reason of everything that is said of the answers. */
  readonly leftOut: readonly string[];
  /** By the id of the activity. */
  readonly activities: Readonly<Record<string, { readonly quantity: number; readonly unit: string; readonly co2eq: number }>>;
}

/** A made-up establishment with answers as they would be typed, by field name. Its name says that it is an example. */
export interface Example {
  readonly id: string;
  readonly editionId: string;
  /** Korean. */
  readonly name: string;
  /** What the register knows of it, also where nothing was answered yet. */
  readonly register: { readonly businessNumber: string | null; readonly region: string | null };
  /** How far the demo takes it. */
  readonly state: 'untouched' | 'draft' | 'submitted';
  readonly fields: Readonly<Record<string, string>>;
  /** By the key of the finding. */
  readonly reasons: Readonly<Record<string, { readonly code: string; readonly text: string }>>;
  /** Of all its fields, also where the demo takes only some of them. */
  readonly expected: ExpectedInventory;
}
