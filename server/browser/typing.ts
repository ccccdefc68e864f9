/** Whether a key belongs to the making of a syllable. Safari ends the composition before it reports the key; the code tells. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const fieldsOf = (form: HTMLFormElement): readonly HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), select')].filter((field) => field.getClientRects().length > 0);

/** Enter goes to the next field, as in a spreadsheet, and never sends the form while a syllable is being made. */
export const keepTyping = (form: HTMLFormElement): void => {
  form.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (isComposing(event)) return;
    const fields = fieldsOf(form);
    fields[fields.indexOf(field) + 1]?.focus();
  });
};
