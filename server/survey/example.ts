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
}
