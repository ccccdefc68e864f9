/** Gives every row of a table its button that empties it. The row keeps its place and its number. */
export const clearRows = (form: HTMLFormElement): void => {
  for (const button of form.querySelectorAll<HTMLButtonElement>('.clear-row')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const fields = [...(button.closest('.row')?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? [])];
      for (const field of fields) {
        if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
        else if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
        else field.value = '';
      }
      fields[0]?.focus();
      fields[0]?.dispatchEvent(new Event('input', { bubbles: true }));
      fields[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
};
