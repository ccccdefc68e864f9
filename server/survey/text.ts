/** A text in both languages of the product. */
export interface Text {
  readonly ko: string;
  readonly en: string;
}
