import { type AmountKind, amountReading } from '../presentation/amount-reading.js';

/** Shows beside an amount how it was understood once its field is left, and nothing while it is being typed. */
export const showReadings = (form: HTMLFormElement): void => {
  const placeOf = ({ target }: Event): HTMLElement | null =>
    target instanceof HTMLInputElement ? document.getElementById(`${target.id}-reading`) : null;
  form.addEventListener('input', (event) => placeOf(event)?.replaceChildren());
  form.addEventListener('focusout', (event) => {
    const place = placeOf(event);
    place?.replaceChildren(amountReading((event.target as HTMLInputElement).value, place.dataset.reading as AmountKind));
  });
};
