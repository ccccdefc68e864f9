/** Whether a key belongs to the making of a syllable. Safari ends the composition before it reports the key; the code tells. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const fieldsOf = (form: HTMLFormElement): readonly HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), select')].filter((field) => field.getClientRects().length > 0);

/**
 * Keeps what is typed from being lost by a slip: Enter goes to the next field, as in a spreadsheet, and never sends the form while a
 * syllable is being made; leaving the page with unsaved changes asks first.
 * @param changed called when there is something to save
 */
export const keepTyping = (form: HTMLFormElement, changed: () => void): void => {
  let unsaved = false;
  form.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (isComposing(event)) return;
    const fields = fieldsOf(form);
    fields[fields.indexOf(field) + 1]?.focus();
  });
  form.addEventListener('input', () => {
    unsaved = true;
    changed();
  });
  form.addEventListener('submit', () => {
    unsaved = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
};
