import type { ReviewState } from '../survey/review-state.js';
import { delegationsPath } from './delegation-page.js';
import { letInWords } from './devices-page.js';
import { responsePath } from './form-paths.js';
import { type Language, wordsOf } from './words/words.js';

/** What stands beside the sections of a survey: how its check stands, who else is in, and the ways to versions, help and others. */
export interface MoreLinks {
  /** That somebody fills in for the establishment; null: it is the establishment itself. */
  readonly you: string | null;
  readonly returned: { readonly title: string; readonly text: string; readonly href: string; readonly link: string } | null;
  /** How far the check is, where nothing is asked of the respondent; null: nothing was submitted. */
  readonly state: string | null;
  readonly letIn: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export const moreLinks = (
  read: {
    readonly responseId: string;
    readonly state: ReviewState | null;
    readonly letIn: readonly { readonly device: string; readonly since: Date }[];
    /** Of a delegate; null: the establishment itself. */
    readonly delegate: string | null;
  },
  language: Language,
): MoreLinks => {
  const { comments, history, delegation, devices, help } = wordsOf(language).page;
  const { responseId, state, delegate } = read;
  const path = responsePath(responseId);
  const goOn = { href: '/continue', text: devices.link };
  const own = [
    { href: `${path}/history`, text: history.link },
    { href: delegationsPath(responseId), text: delegation.link },
  ];
  return {
    you: delegate === null ? null : delegation.you(delegate),
    returned:
      state === 'returned' && delegate === null
        ? { title: comments.returned, text: comments.returnedLead, href: `${path}/comments`, link: comments.readAll }
        : null,
    state: state === null || state === 'returned' || delegate !== null ? null : comments.state(comments.states[state]),
    letIn: letInWords(read.letIn, language),
    links: [goOn, ...(delegate === null ? own : []), { href: '/help', text: help.link }],
  };
};
