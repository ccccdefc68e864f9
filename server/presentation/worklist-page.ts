import { type ReviewState, reviewStates } from '../survey/review-state.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { reviewPath } from './review-page.js';
import { formatMoment } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

interface ShownWorklist {
  readonly rounds: readonly { readonly id: string }[];
  readonly round: { readonly id: string } | null;
  readonly filter: { readonly state: ReviewState | null; readonly text: string };
  readonly entries: readonly {
    readonly responseId: string;
    readonly establishment: { readonly name: string };
    readonly version: number;
    readonly submittedAt: Date;
    readonly state: ReviewState;
    readonly isChanging: boolean;
  }[];
  readonly counts: Readonly<Record<ReviewState, number>>;
  readonly isCut: boolean;
}

/** The submitted answers within reach, to be checked. */
export const worklistPage = (list: ShownWorklist, language: Language): AdminPage => {
  const words = wordsOf(language).page.review;
  const { submitted, inReview, returned, accepted } = list.counts;
  const states = [{ value: '', text: words.every }, ...reviewStates.map((state) => ({ value: state, text: words.states[state] }))];
  const rounds = list.rounds.map(({ id }) => ({ value: id, text: id }));
  const fields = [
    adminField({ name: 'round', label: words.round, kind: 'select', options: rounds, value: list.round?.id ?? '' }, null),
    adminField({ name: 'state', label: words.state, kind: 'select', options: states, value: list.filter.state ?? '' }, null),
    adminField({ name: 'text', label: words.text, kind: 'search', value: list.filter.text, optional: true }, null),
  ];
  const rows = list.entries.map((entry) => ({
    cells: [
      adminCell(entry.establishment.name, { isHead: true, href: reviewPath(entry.responseId) }),
      adminCell(entry.isChanging ? `${words.states[entry.state]} (${words.changing})` : words.states[entry.state]),
      adminCell(String(entry.version), { isNumber: true }),
      adminCell(formatMoment(entry.submittedAt, language)),
    ],
  }));
  return adminPage(words.title, {
    lead: words.lead,
    blocks: [
      adminBlock('filter', { form: adminForm('/review', words.show, fields, { isPost: false }) }),
      adminBlock('list', {
        lead: words.counts(submitted, inReview, returned, accepted),
        items: list.isCut ? [words.cut(list.entries.length)] : rows.length === 0 ? [words.none] : [],
        table: rows.length === 0 ? null : { label: words.title, head: words.head, rows },
      }),
    ],
  });
};
