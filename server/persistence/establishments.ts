/** One site of an enterprise, asked to answer. */
export interface Establishment {
  readonly id: string;
  readonly name: string;
  /** Ten digits; null when it is not known. Unique among establishments that have one. */
  readonly businessNumber: string | null;
  /** Key of the example it was made from; null for a real establishment. Examples answer example rounds alone. */
  readonly example: string | null;
  readonly createdAt: Date;
}

export interface Establishments {
  byId(id: string): Promise<Establishment | null>;
  byBusinessNumber(businessNumber: string): Promise<Establishment | null>;
  byExample(example: string): Promise<Establishment | null>;
  /** By name. */
  all(): Promise<readonly Establishment[]>;
  /** Throws AlreadyThere when the id, the business number or the example key is taken. */
  add(establishment: Establishment): Promise<void>;
}
