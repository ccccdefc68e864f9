import { type AmountKind, amountReading } from '../presentation/amount-reading.js';

/**
 * Shows beside an amount how it was understood once its field is left, and nothing while it is being typed. While a button is being
 * pressed nothing appears: it would move away under the press.
 */
export const showReadings = (form: HTMLFormElement): void => {
  const placeOf = (field: EventTarget | null): HTMLElement | null =>
    field instanceof HTMLInputElement ? document.getElementById(`${field.id}-reading`) : null;
  const left = new Set<HTMLInputElement>();
  let pressed = false;
  const show = (): void => {
    for (const field of left) {
      const place = placeOf(field);
      place?.replaceChildren(amountReading(field.value, place.dataset.reading as AmountKind));
    }
    left.clear();
  };
  form.addEventListener('input', ({ target }) => placeOf(target)?.replaceChildren());
  form.addEventListener('focusout', ({ target }) => {
    if (placeOf(target) !== null) left.add(target as HTMLInputElement);
    if (!pressed) show();
  });
  document.addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      setTimeout(() => {
        pressed = false;
        show();
      });
    });
  }
};
