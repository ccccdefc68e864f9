import { type Language, wordsOf } from '../presentation/words/words.js';

/** The cells of a piece of a spreadsheet, by row and column. A line end at the very end is no cell. */
export const cellsOf = (text: string): readonly string[] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\t|\r?\n/)
    .map((cell) => cell.trim());

/** Several cells pasted into a month fill it and the months after it. What does not fit is said, not dropped in silence. */
export const spreadPastedMonths = (form: HTMLFormElement): void => {
  form.addEventListener('paste', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const grid = field.closest('.months');
    const cells = cellsOf(event.clipboardData?.getData('text/plain') ?? '');
    if (grid === null || cells.length < 2) return;
    event.preventDefault();
    const months = [...grid.querySelectorAll('input')];
    const room = months.slice(months.indexOf(field));
    room.slice(0, cells.length).forEach((month, at) => {
      month.value = cells[at] ?? '';
    });
    const left = cells.slice(room.length);
    const hint = grid.parentElement?.querySelector('.paste');
    const words = wordsOf(document.documentElement.lang as Language).page.question;
    if (hint) hint.textContent = left.length === 0 ? words.paste : words.pasteTooMany(left.join(', '));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
};
