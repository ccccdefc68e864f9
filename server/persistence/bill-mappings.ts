/** How an establishment once said that the columns of a bill file are meant, offered again for a file with the same titles. */
export interface BillMapping {
  /** SHA-256 of the establishment and the titles. */
  readonly id: string;
  readonly establishmentId: string;
  /** The question that the bills filled. */
  readonly question: string;
  /** Which column holds what, as the respondent chose; by role, null: none. */
  readonly columns: Readonly<Record<string, number | null>>;
  readonly unit: string;
  readonly vat: string;
  readonly savedAt: Date;
}

export interface BillMappings {
  byId(id: string): Promise<BillMapping | null>;
  /** Adds it, or puts it in the place of the one before. */
  keep(mapping: BillMapping): Promise<void>;
}
