/** Where a number stands in print and how far it can be trusted. */
export interface Provenance {
  readonly id: string;
  readonly sourceId: string;
  /** Page, table, row. */
  readonly locator: string;
}

/** An object without a prototype, so that no text of a user can name more than its own keys. */
export type Lookup<Key extends string, Value> = { readonly [key in Key]?: Value };
