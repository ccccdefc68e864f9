import type { Text } from './edition.js';
import type { Reason } from './response.js';

/** A correction that can be taken over with one tap: the texts to put into fields, by field name. */
export interface Suggestion {
  readonly text: Text;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the check of a response found. */
export interface Finding {
  /** Stable across revisions, unique in one form state: reasons hang on it. */
  readonly key: string;
  /** `unanswered`, `unreadable`, `bounds`, `form` (the shape of the answer), or the id of an edit rule such as `E020`. */
  readonly rule: string;
  /** error: blocks submission; warning: asks for a reason; note: informs. */
  readonly level: 'error' | 'warning' | 'note';
  /** Questions it is about; the first one is where the page shows it. */
  readonly questions: readonly string[];
  /** Names of the form fields it is about; the first one takes the focus. */
  readonly fields: readonly string[];
  readonly text: Text;
  /** What would satisfy it. */
  readonly wayOut: Text;
  readonly needsReason: boolean;
  readonly reason: Reason | null;
  /** Why the reason given does not do yet; null when there is none or it does. */
  readonly reasonFault: Text | null;
  readonly suggestions: readonly Suggestion[];
}

/** Whether the response cannot be submitted because of it. */
export const blocks = (finding: Finding): boolean =>
  finding.level === 'error' ||
  (finding.level === 'warning' && finding.needsReason && (finding.reason === null || finding.reasonFault !== null));
