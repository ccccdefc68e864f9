import { type Prepared, reselect, type Selected, select } from '../query/select.js';
import type { Collection } from '../storage/catalog.js';
import { documentKey, type RecordId } from '../storage/keys.js';
import type { WriteView } from '../storage/view.js';
import type { Call } from './command.js';
import type { StatementResult, WriteResults } from './write-results.js';

/** Statements, or documents of one statement, that share a commit: what is larger gives way to others in between. */
export const CHANGES_PER_COMMIT = 1000;

/** How a command runs its statements. */
export interface Statements<S> {
  /** True for one that may change many documents outside of a transaction: it is run in parts, and is not atomic, as on MongoDB. */
  inParts(statement: S): boolean;
  now(view: WriteView, statement: S): StatementResult;
  partly(statement: S): Promise<StatementResult>;
}

/** Runs the statements of a command one after the other; of those behind an error, only unordered ones. */
export const runStatements = async <S>(
  call: Call,
  parsed: readonly S[],
  ordered: boolean,
  results: WriteResults,
  how: Statements<S>,
): Promise<void> => {
  let at = 0;
  const failed = (error: unknown): void => {
    results.failed(at, error);
    if (ordered) at = parsed.length;
  };
  const some = (view: WriteView): void => {
    const end = Math.min(parsed.length, at + CHANGES_PER_COMMIT);
    for (; at < end && !how.inParts(parsed[at] as S); at++) {
      if (results.alreadyDone(at)) continue;
      try {
        results.done(at, how.now(view, parsed[at] as S));
      } catch (error) {
        failed(error);
      }
    }
    results.save();
  };
  while (at < parsed.length) {
    const statement = parsed[at] as S;
    if (!how.inParts(statement)) {
      await call.write(some);
      continue;
    }
    try {
      results.done(at, await how.partly(statement));
    } catch (error) {
      failed(error);
    }
    at++;
  }
};

/**
 * Changes every document that a query selects, many of them in parts. They are found first, so that a changed one is not met again;
 * only their numbers are kept. Each is read and matched again when it is its turn, for others may have been there in between.
 */
export const changeAll = async (
  call: Call,
  collection: Collection,
  prepared: Prepared,
  change: (view: WriteView, collection: Collection, selected: Selected) => void,
): Promise<void> => {
  const found: RecordId[] = [];
  for await (const batch of select(call.view, collection, prepared, call.pacer)) for (const { record } of batch) found.push(record);
  for (let from = 0; from < found.length; from += CHANGES_PER_COMMIT) {
    call.pacer.check();
    const part = found.slice(from, from + CHANGES_PER_COMMIT);
    await call.write((view) => {
      const current = call.collection(collection.name);
      // Dropped meanwhile: nothing is left to change.
      if (current?.id !== collection.id) return;
      for (const record of part) {
        const bytes = view.get('documents', documentKey(current.id, record));
        const selected = bytes && reselect({ record, bytes }, prepared);
        if (selected) change(view, current, selected);
      }
    });
  }
};
