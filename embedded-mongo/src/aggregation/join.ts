import { BSONRegExp, type Doc, isDoc, type Value } from '../bson/values.js';
import { anyAtPath, splitPath } from '../matcher/path.js';
import { parseFieldPath } from './expressions/field-path.js';
import { Reads, type Scope } from './expressions/scope.js';
import { type Memory, sizeOf } from './memory.js';
import type { Paths, PipelineContext } from './pipeline.js';
import { allOf } from './query-paths.js';
import { type Items, itemsOf, type Run, Wait } from './run.js';
import type { Chain } from './stage.js';
import { type Identity, identityOf } from './values/identity.js';

/** The equality by which documents of another collection are found. */
export interface JoinKey {
  readonly path: string;
  /** What the path must be equal to (any of them) for a document; undefined where the equality cannot be used. */
  values(doc: Doc, run: Run): Value[] | undefined;
}

const fieldOf = (text: Value): string | undefined => (typeof text === 'string' && /^\$[^$]/.test(text) ? text.slice(1) : undefined);

/** {$eq: ["$path", "$$variable"]} in a query's $expr: an equality that needs no reading of the whole collection. */
const equalityIn = (expression: Value, names: readonly string[], scope: Scope): JoinKey | undefined => {
  if (!isDoc(expression)) return undefined;
  if (Array.isArray(expression.$and)) {
    for (const part of expression.$and) {
      const found = equalityIn(part, names, scope);
      if (found) return found;
    }
  }
  const sides = expression.$eq;
  if (!Array.isArray(sides) || sides.length !== 2) return undefined;
  for (const [field, variable] of [sides, [sides[1], sides[0]]] as [Value, Value][]) {
    const path = fieldOf(field);
    if (
      path === undefined ||
      typeof variable !== 'string' ||
      !names.some((name) => variable === `$$${name}` || variable.startsWith(`$$${name}.`))
    )
      continue;
    parseFieldPath(path);
    const { evaluate } = scope.reading(new Reads()).compile(variable);
    const values = (doc: Doc, run: Run): Value[] | undefined => {
      const value = evaluate(doc, run.frame);
      // A path through arrays gives an array as an expression, but its elements to a query.
      return Array.isArray(value) ? undefined : [value ?? null];
    };
    return { path, values };
  }
  return undefined;
};

/** The equality that a pipeline's leading $match demands of a variable. */
export const equalityInPipeline = (pipeline: readonly Value[], names: readonly string[], scope: Scope): JoinKey | undefined => {
  const [first] = pipeline;
  const query = isDoc(first) ? first.$match : undefined;
  return isDoc(query) ? equalityIn(query.$expr, names, scope) : undefined;
};

/** A query for any of some values. In a list, patterns and documents of operators would not stand for themselves. */
const equalTo = (path: string, values: readonly Value[]): Doc => {
  if (values.length === 1) return { [path]: { $eq: values[0] } };
  if (values.some((value) => value instanceof BSONRegExp || isDoc(value)))
    return { $or: values.map((value) => ({ [path]: { $eq: value } })) };
  return { [path]: { $in: [...values] } };
};

/** A collection by the values at one path. */
class Table {
  private readonly byValue = new Map<Identity, number[]>();
  readonly docs: Doc[] = [];

  constructor(
    path: string,
    private readonly fold: PipelineContext['fold'],
    private readonly memory: Memory,
  ) {
    this.path = splitPath(path);
  }

  private readonly path: readonly string[];

  add(doc: Doc): void {
    this.memory.hold(sizeOf(doc) + 64);
    const place = this.docs.push(doc) - 1;
    // The values that a query would be tested with.
    anyAtPath(doc, this.path, 0, 'elements', (value) => {
      const identity = identityOf(value, this.fold);
      const places = this.byValue.get(identity);
      if (!places) this.byValue.set(identity, [place]);
      else if (places.at(-1) !== place) places.push(place);
      return false;
    });
  }

  find(values: readonly Value[]): Doc[] {
    if (values.length === 1) return (this.byValue.get(identityOf(values[0], this.fold)) ?? []).map((place) => this.docs[place] as Doc);
    const places = new Set(values.flatMap((value) => this.byValue.get(identityOf(value, this.fold)) ?? []));
    return [...places].sort((a, b) => a - b).map((place) => this.docs[place] as Doc);
  }
}

const withField = (paths: Paths, path: string): Paths => {
  const reads = new Reads();
  reads.add(paths);
  reads.path(path);
  return reads.paths;
};

/** The other side of a join during one run. */
export class Foreign {
  private table: Table | undefined;
  private same: Doc[] | undefined;

  constructor(
    private readonly from: string | undefined,
    private readonly chain: Chain,
    private readonly key: JoinKey | undefined,
    /** The pipeline gives the same for every document. */
    private readonly constant: boolean,
    private readonly context: PipelineContext,
    private readonly memory: Memory,
  ) {}

  /** The documents that belong to one document. */
  *of(doc: Doc, run: Run): Generator<Wait, Doc[], undefined> {
    if (this.same) return this.same;
    const found: Doc[] = [];
    for (const item of yield* this.candidates(doc, run)) {
      if (item instanceof Wait) yield item;
      else for (const each of item) found.push(each);
    }
    if (this.constant) {
      for (const each of found) this.memory.hold(sizeOf(each));
      this.same = found;
    }
    return found;
  }

  private *candidates(doc: Doc, run: Run): Generator<Wait, Items, undefined> {
    const { from, chain, key, context } = this;
    if (from === undefined) return chain.run([], run, false);
    const values = key?.values(doc, run);
    if (key && values && !context.hasIndex(from, key.path)) {
      this.table ??= yield* this.readTable(from, key, run);
      return chain.run([this.table.find(values)], run, false);
    }
    if (values?.length === 0) return chain.run([], run, false);
    const equality: Doc = key && values ? equalTo(key.path, values) : {};
    const { documents, sorted } = context.read(from, { ...chain.lead, query: allOf([equality, chain.lead.query]) });
    return chain.run(itemsOf(documents, run), run, sorted);
  }

  private *readTable(from: string, key: JoinKey, run: Run): Generator<Wait, Table, undefined> {
    const table = new Table(key.path, this.context.fold, this.memory);
    const { query, paths } = this.chain.lead;
    const { documents } = this.context.read(from, { query, sort: undefined, limit: undefined, paths: withField(paths, key.path) });
    for (const item of itemsOf(documents, run)) {
      if (item instanceof Wait) yield item;
      else for (const doc of item) table.add(doc);
    }
    return table;
  }
}
