/** Pixels that a finger may slip while it presses. */
const slip = 8;

/**
 * A press counts for the button it began on. A browser that ends a composition scrolls back to the field that was typed in, and the button
 * is gone from under the pointer before it is let go: no click would come of it.
 */
export const keepPresses = (form: HTMLFormElement): void => {
  let press: { readonly button: HTMLButtonElement; readonly x: number; readonly y: number } | null = null;
  form.addEventListener('pointerdown', ({ target, isPrimary, button: which, clientX, clientY }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    press = isPrimary && which === 0 && button !== null ? { button, x: clientX, y: clientY } : null;
  });
  document.addEventListener('pointercancel', () => {
    press = null;
  });
  document.addEventListener('pointerup', ({ clientX, clientY }) => {
    const begun = press;
    press = null;
    if (begun === null || Math.hypot(clientX - begun.x, clientY - begun.y) > slip) return;
    if (!begun.button.contains(document.elementFromPoint(clientX, clientY))) begun.button.click();
  });
};
