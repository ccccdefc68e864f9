import type { EstablishmentName } from '../presentation/section-page.js';

/** What a page says of an establishment. */
export const named = ({ name, example }: { readonly name: string; readonly example: string | null }): EstablishmentName => ({
  name,
  isExample: example !== null,
});
