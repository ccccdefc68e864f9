import { BSONRegExp, type Doc, isDoc, type Value } from '../bson/values.js';
import { isNaNValue, isOperatorObject } from '../matcher/comparison.js';
import { isIndex } from '../matcher/path.js';
import { regexPrefix } from '../matcher/regex.js';
import { rank, typeRank } from '../order/compare.js';
import { after, KeyWriter, type StringFold } from '../order/key-encoding.js';

/** Key bytes of one ascending index field: from `start` on, and below `end`. */
export interface Interval {
  start: Buffer;
  end: Buffer | undefined;
  /** All keys of the interval hold one value. */
  point: boolean;
}

/** What a query demands of one path, as far as an index can use it. Several demands must all hold. */
export interface Demand {
  /** Intervals of which one must hold the value, in order. */
  intervals: Interval[];
  /** The values, when the intervals are points. */
  values?: Value[];
  /** Demands with the same number must be met by the same array element. */
  element: number | undefined;
}

export interface BoundsContext {
  /** Strings compare under a collation, so their byte order says nothing. */
  collated: boolean;
  fold: StringFold | undefined;
}

const holdsText = (value: Value): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && typeRank(value) === rank.string) ||
  Array.isArray(value) ||
  isDoc(value);

const encoded = (value: Value, fold: StringFold | undefined): Buffer => {
  const writer = new KeyWriter(fold);
  writer.value(value);
  return writer.edge();
};

const pointOf = (value: Value, context: BoundsContext): Interval | undefined => {
  // An array equals a whole array or an element that is an array: more than one place in an index.
  if (Array.isArray(value) || value instanceof BSONRegExp) return undefined;
  if (context.collated && holdsText(value) && !(typeof value === 'string' && context.fold)) return undefined;
  const start = encoded(value ?? null, context.fold);
  return { start, end: after(start), point: true };
};

const points = (values: Value[], context: BoundsContext): Omit<Demand, 'element'> | undefined => {
  const intervals: Interval[] = [];
  for (const value of values) {
    const point = pointOf(value, context);
    if (point === undefined) return undefined;
    if (!intervals.some((other) => other.start.equals(point.start))) intervals.push(point);
  }
  intervals.sort((a, b) => Buffer.compare(a.start, b.start));
  return { intervals, values };
};

const rangeOf = (operator: string, value: Value, context: BoundsContext): Omit<Demand, 'element'> | undefined => {
  if (value === null || value === undefined || Array.isArray(value) || isNaNValue(value)) return undefined;
  const type = typeRank(value);
  if (type === rank.minKey || type === rank.maxKey) return undefined;
  if (context.collated && holdsText(value)) return undefined;
  const edge = encoded(value, undefined);
  const low = Buffer.from([type]);
  const high = Buffer.from([type + 1]);
  const interval = operator === '$gt' || operator === '$gte' ? { start: edge, end: high } : { start: low, end: after(edge) };
  return { intervals: [{ ...interval, point: false }] };
};

const prefixOf = (regex: BSONRegExp, context: BoundsContext): Omit<Demand, 'element'> | undefined => {
  const prefix = regexPrefix(regex);
  if (prefix === undefined || context.collated) return undefined;
  const start = Buffer.concat([Buffer.from([rank.string]), Buffer.from(prefix, 'utf8')]);
  return { intervals: [{ start, end: after(start), point: false }] };
};

const demandOf = (operator: string, operand: Value, condition: Doc, context: BoundsContext): Omit<Demand, 'element'> | undefined => {
  switch (operator) {
    case '$eq':
      return points([operand], context);
    case '$in':
      return Array.isArray(operand) && operand.length > 0 ? points(operand, context) : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeOf(operator, operand, context);
    case '$regex':
      if (condition.$options !== undefined && condition.$options !== '') return undefined;
      return prefixOf(operand instanceof BSONRegExp ? operand : new BSONRegExp(typeof operand === 'string' ? operand : '', ''), context);
  }
  return undefined;
};

/** Collects what a query demands of each path. What is left out only makes the scan wider: every hit meets the matcher again. */
export const demandsOf = (query: Doc, context: BoundsContext): Map<string, Demand[]> => {
  const demands = new Map<string, Demand[]>();
  let elements = 0;
  const add = (path: string, demand: Omit<Demand, 'element'> | undefined, element: number | undefined): void => {
    if (!demand || path.split('.').some(isIndex)) return;
    const known = demands.get(path);
    if (known) known.push({ ...demand, element });
    else demands.set(path, [{ ...demand, element }]);
  };
  const condition = (path: string, operand: Value, element: number | undefined): void => {
    if (operand instanceof BSONRegExp || !isOperatorObject(operand)) {
      add(path, operand instanceof BSONRegExp ? prefixOf(operand, context) : points([operand], context), element);
      return;
    }
    for (const operator of Object.keys(operand)) {
      const inner = operand[operator];
      if (operator === '$elemMatch' && isDoc(inner) && element === undefined) {
        const own = ++elements;
        if (isOperatorObject(inner)) condition(path, inner, own);
        else collect(inner, `${path}.`, own);
      } else if (operator === '$all' && Array.isArray(inner) && inner.length > 0 && !inner.some(isOperatorObject)) {
        condition(path, inner[0], element);
      } else add(path, demandOf(operator, inner, operand, context), element);
    }
  };
  const collect = (part: Doc, prefix: string, element: number | undefined): void => {
    for (const name of Object.keys(part)) {
      const operand = part[name];
      if (name === '$and' && Array.isArray(operand)) for (const clause of operand) if (isDoc(clause)) collect(clause, prefix, element);
      if (!name.startsWith('$')) condition(prefix + name, operand, element);
    }
  };
  collect(query, '', undefined);
  return demands;
};

/** The part of two intervals that both hold. */
export const intersect = (a: Interval, b: Interval): Interval => {
  const start = Buffer.compare(a.start, b.start) >= 0 ? a.start : b.start;
  const end = a.end === undefined ? b.end : b.end === undefined ? a.end : Buffer.compare(a.end, b.end) <= 0 ? a.end : b.end;
  return { start, end, point: a.point || b.point };
};

const invert = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ~byte & 0xff));

/** The interval as a descending field stores it. A little wider at its start, which does no harm. */
export const descending = (interval: Interval): Interval => ({
  start: interval.point ? invert(interval.start) : interval.end ? invert(interval.end) : Buffer.alloc(0),
  end: after(invert(interval.start)),
  point: interval.point,
});
