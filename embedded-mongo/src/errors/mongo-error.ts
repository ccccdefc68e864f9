import { type CodeName, codeName, codes } from './codes.js';

/** A failure that goes to the client as MongoDB would word it. Anything else that is thrown is a bug and becomes InternalError. */
export class MongoError extends Error {
  readonly code: number;
  readonly labels: string[];
  /** Further fields of the error document, such as keyPattern and keyValue of a duplicate key. */
  readonly details: Record<string, unknown>;

  constructor(code: CodeName | number, message: string, details: Record<string, unknown> = {}, labels: string[] = []) {
    super(message);
    this.code = typeof code === 'number' ? code : codes[code];
    this.details = details;
    this.labels = labels;
  }

  get codeName(): string {
    return codeName(this.code);
  }
}

/** Throws; usable in expressions. */
export const fail = (code: CodeName | number, message: string): never => {
  throw new MongoError(code, message);
};

/** A conflict that a whole-transaction retry may resolve. */
export const writeConflict = (): MongoError =>
  new MongoError(
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    {},
    ['TransientTransactionError'],
  );
