import type { Form } from './form.js';
import type { SizeBand } from './size-band.js';

/** What the register knows that decides which form an establishment is asked. */
export interface RegisteredForm {
  /** Written into the register: whoever reports its energy elsewhere gets L. Null: the size decides. */
  readonly form: Form | null;
  readonly sizeBand: SizeBand | null;
}

/** The form the register gives an establishment; null: it does not say, and the respondent is asked. */
export const formOfEstablishment = ({ form, sizeBand }: RegisteredForm): Form | null => {
  if (form !== null) return form;
  if (sizeBand === null) return null;
  return sizeBand === '1-9' ? 'S' : 'M';
};
