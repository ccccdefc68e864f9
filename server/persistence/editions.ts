/** An edition as it was when somebody first answered it. */
export interface KeptEdition {
  /** Its hash. */
  readonly id: string;
  readonly editionId: string;
  /** The whole edition as JSON. */
  readonly content: string;
  readonly recordedAt: Date;
}

export interface Editions {
  has(hash: string): Promise<boolean>;
  byHash(hash: string): Promise<KeptEdition | null>;
  /** Throws AlreadyThere when it is kept already. */
  add(edition: KeptEdition): Promise<void>;
}
