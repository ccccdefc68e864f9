import type { Doc, Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { StringCompare } from '../../order/compare.js';
import type { Paths } from '../pipeline.js';
import type { Fold } from '../values/identity.js';

/** The values of the variables, by slot. A child scope's slots follow its parent's, so one frame serves a whole expression. */
export type Frame = Value[];

/** Gives an expression's value for a document; undefined where it is missing. */
export type Evaluate = (root: Doc, frame: Frame) => Value;

/** A compiled expression; a constant one gives the same value for every document. */
export interface Expression {
  readonly evaluate: Evaluate;
  readonly constant: boolean;
}

export type Compile = (value: Value, scope: Scope) => Expression;

/** Collects the paths that expressions read of the document. */
export class Reads {
  private readonly found = new Set<string>();
  private whole = false;

  path(path: string): void {
    // A number may pick an element of an array: everything from there on is read.
    const parts = path.split('.');
    const index = parts.findIndex((part, i) => i > 0 && /^\d+$/.test(part));
    this.found.add(index < 0 ? path : parts.slice(0, index).join('.'));
  }

  all(): void {
    this.whole = true;
  }

  add(paths: Paths): void {
    if (paths === 'all') this.all();
    else for (const path of paths) this.path(path);
  }

  get paths(): Paths {
    return this.whole ? 'all' : this.found;
  }
}

export interface ScopeSettings {
  /** $$NOW. */
  readonly now: Date;
  readonly strings?: StringCompare | undefined;
  readonly fold?: Fold;
}

/** What an expression is compiled under: the variables in sight, the collation, and where the read paths are noted. */
export class Scope {
  constructor(
    readonly settings: ScopeSettings,
    private readonly compiler: Compile,
    readonly reads: Reads = new Reads(),
    private readonly slots: ReadonlyMap<string, number> = new Map(),
    /** How many slots are taken. */
    readonly size = 0,
  ) {}

  compile(value: Value): Expression {
    return this.compiler(value, this);
  }

  /** A scope that also sees the given variables, in the slots from `size` on. */
  with(names: readonly string[]): Scope {
    const slots = new Map(this.slots);
    names.forEach((name, i) => {
      slots.set(name, this.size + i);
    });
    return new Scope(this.settings, this.compiler, this.reads, slots, this.size + names.length);
  }

  /** The same scope, noting what is read elsewhere. */
  reading(reads: Reads = new Reads()): Scope {
    return new Scope(this.settings, this.compiler, reads, this.slots, this.size);
  }

  slot(name: string): number | undefined {
    return this.slots.get(name);
  }
}

/** Names of user variables begin with a lower-case letter; only CURRENT may be rebound among the system's. */
export const checkVariableName = (name: string): void => {
  if (name === '') throw new MongoError('FailedToParse', 'empty variable names are not allowed');
  if (name === 'CURRENT') return;
  if (!/^[a-z\u0080-\uffff]/.test(name))
    throw new MongoError('FailedToParse', `'${name}' starts with an invalid character for a user variable name`);
  const wrong = /[^A-Za-z0-9_\u0080-\uffff]/.exec(name);
  if (wrong) throw new MongoError('FailedToParse', `'${name}' contains an invalid character for a variable name: '${wrong[0]}'`);
};
