import { accumulation } from './accumulation.js';
import { arithmetic } from './arithmetic.js';
import { array } from './array.js';
import { boolean } from './boolean.js';
import { comparison } from './comparison.js';
import { conditional } from './conditional.js';
import { conversion } from './conversion.js';
import { dateArithmetic } from './date-arithmetic.js';
import { dateParts } from './date-parts.js';
import { dateText } from './date-text.js';
import { iteration } from './iteration.js';
import { object } from './object.js';
import type { Family } from './operands.js';
import { powers } from './powers.js';
import { regularExpression } from './regular-expression.js';
import { rounding } from './rounding.js';
import { set } from './set.js';
import { size } from './size.js';
import { string } from './string.js';
import { trigonometry } from './trigonometry.js';
import { variables } from './variables.js';

/** Every expression operator that is served. */
export const operators: Family = {
  ...accumulation,
  ...arithmetic,
  ...array,
  ...boolean,
  ...comparison,
  ...conditional,
  ...conversion,
  ...dateArithmetic,
  ...dateParts,
  ...dateText,
  ...iteration,
  ...object,
  ...powers,
  ...regularExpression,
  ...rounding,
  ...set,
  ...size,
  ...string,
  ...trigonometry,
  ...variables,
};

/** What MongoDB knows and this server does not serve. */
export const refusedOperators: ReadonlySet<string> = new Set([
  '$accumulator',
  '$bottom',
  '$bottomN',
  '$function',
  '$median',
  '$meta',
  '$percentile',
  '$toHashedIndexKey',
  '$top',
  '$topN',
]);
