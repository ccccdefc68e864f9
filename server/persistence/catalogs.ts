/** The emission factors that computed something here, whole, so that it can be computed again when the data have changed. Written once. */
export interface RecordedCatalog {
  /** The calculation version and the hash of the data: the same data read by other code may come to other values. */
  readonly id: string;
  /** The day the package was released. */
  readonly version: string;
  readonly hash: string;
  readonly calculationVersion: number;
  /** As `domain/factor-snapshot.ts` takes it. */
  readonly snapshot: string;
  readonly recordedAt: Date;
}

export interface Catalogs {
  has(id: string): Promise<boolean>;
  byId(id: string): Promise<RecordedCatalog | null>;
  /** Oldest first. */
  all(): Promise<readonly RecordedCatalog[]>;
  /** Throws AlreadyThere when it is recorded. */
  add(catalog: RecordedCatalog): Promise<void>;
}
