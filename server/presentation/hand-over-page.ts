import type { EstablishmentName } from './section-page.js';

/** Secrets that are shown once, to be carried elsewhere: a link, a code. */
export interface HandOverPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly lead: string;
  readonly shown: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  /** A QR picture; null: none. */
  readonly picture: { readonly address: string; readonly alt: string } | null;
  readonly expires: string;
  readonly warning: string;
  readonly back: { readonly href: string; readonly text: string };
}
