import type { SummaryView } from '../presentation/section-page.js';

/** The same as the template `summary`, for a list that changes while typing. What is read aloud then is said beside the fields. */
export const showSummaryIn = (place: HTMLElement, view: Pick<SummaryView, 'title' | 'entries'>, hint: string): void => {
  place.removeAttribute('role');
  const [title, about, list] = [place.querySelector('h2'), place.querySelector('p'), place.querySelector('ul')];
  if (title !== null) title.textContent = view.title;
  if (about !== null) about.textContent = hint;
  list?.replaceChildren(
    ...view.entries.map(({ href, text }) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = text;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
};
