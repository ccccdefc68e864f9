import { type Doc, hasOwn, isDoc, setField, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import { isIndex, type Path } from '../matcher/path.js';

/** MongoDB pads arrays with at most this many nulls. */
const MAX_PADDING = 1_500_000;

/** One place in a document that an update operator works on. The way to it is made when something is set. */
export class Slot {
  constructor(
    readonly document: Doc,
    readonly path: Path,
  ) {}

  get name(): string {
    return this.path.join('.');
  }

  /** The value there; undefined when there is none. */
  get(): Value {
    let current: Value = this.document;
    for (const part of this.path) {
      if (isDoc(current)) current = hasOwn(current, part) ? current[part] : undefined;
      else if (Array.isArray(current)) current = isIndex(part) ? current[Number(part)] : undefined;
      else return undefined;
    }
    return current;
  }

  set(value: Value): void {
    let current: Value = this.document;
    for (let i = 0; i < this.path.length; i++) {
      const part = this.path[i] as string;
      const last = i === this.path.length - 1;
      const existing = this.step(current, i);
      if (last) assign(current as Doc | Value[], part, value);
      else if (existing === undefined) {
        const made: Doc = {};
        assign(current as Doc | Value[], part, made);
        current = made;
      } else current = existing;
    }
  }

  /** Removes a field; an array's element becomes null, as its neighbors keep their places. */
  unset(): void {
    const parent = new Slot(this.document, this.path.slice(0, -1)).get();
    const part = this.path.at(-1) as string;
    if (isDoc(parent)) delete parent[part];
    else if (Array.isArray(parent) && isIndex(part) && Number(part) < parent.length) parent[Number(part)] = null;
  }

  /** The child at a position of the path; refuses a way through something that cannot hold it. */
  private step(current: Value, at: number): Value {
    const part = this.path[at] as string;
    if (isDoc(current)) return hasOwn(current, part) ? current[part] : undefined;
    const holder = this.path[at - 1] ?? '';
    if (Array.isArray(current) && isIndex(part)) {
      if (Number(part) - current.length > MAX_PADDING) {
        throw new MongoError('BadValue', `can't backfill more than ${MAX_PADDING} elements`);
      }
      return current[Number(part)];
    }
    throw new MongoError('PathNotViable', `Cannot create field '${part}' in element {${holder}: ${show(current)}}`);
  }

  /** Refuses a path that no value could be set at. */
  check(): void {
    let current: Value = this.document;
    for (let i = 0; i < this.path.length && current !== undefined; i++) current = this.step(current, i);
  }
}

const assign = (holder: Doc | Value[], part: string, value: Value): void => {
  if (!Array.isArray(holder)) {
    setField(holder, part, value);
    return;
  }
  const at = Number(part);
  while (holder.length < at) holder.push(null);
  holder[at] = value;
};
