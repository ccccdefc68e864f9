import type { SentFields } from './question-fields.js';

/** What was typed to a question and is not known to be saved. */
export interface Draft {
  /** The revision in which the question was as it stood when the typing began. */
  readonly base: number;
  readonly fields: SentFields;
  /** What was sent of it and not answered, latest last: when the server has it after all, nobody else wrote it. */
  readonly sent: readonly string[];
}

/** Drafts of one response, by question. They outlive the page: what is in them is put back when it is opened again in the same tab. */
export interface Drafts {
  all(): ReadonlyMap<string, Draft>;
  put(question: string, draft: Draft): void;
  drop(question: string): void;
  /** Whether they would outlive the page; a browser may forbid it, or be full. */
  isKept(): boolean;
}

type Kept = Readonly<Record<string, Draft>>;

/**
 * Opens the drafts of a response. They stand in the storage of the tab and not of the browser: on a computer that several people use,
 * nothing of them is left when the tab is closed.
 */
export const openDrafts = (responseId: string): Drafts => {
  const key = `onsil-drafts:${responseId}`;
  let kept = true;
  const read = (): Kept => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Kept;
    } catch {
      // No storage, or something unreadable in it: from here on the drafts live as long as the page, and leaving it asks first.
      kept = false;
      return {};
    }
  };
  const drafts = new Map(Object.entries(read()));
  const write = (): void => {
    try {
      if (drafts.size === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(drafts)));
      kept = true;
    } catch {
      kept = false;
    }
  };
  return {
    all: () => drafts,
    put: (question, draft) => {
      drafts.set(question, draft);
      write();
    },
    drop: (question) => {
      drafts.delete(question);
      write();
    },
    isKept: () => kept,
  };
};
