import type { Contact } from '../presentation/contact-view.js';
import type { EstablishmentName } from '../presentation/section-page.js';

/**
 * What a page says of an establishment.
 * @param round the round the page is of, whose contact stands on it; null: of none
 */
export const named = (
  { name, example }: { readonly name: string; readonly example: string | null },
  round: { readonly contact: Contact | null } | null,
): EstablishmentName => ({
  name,
  isExample: example !== null,
  ...(round === null ? {} : { contact: round.contact }),
});
