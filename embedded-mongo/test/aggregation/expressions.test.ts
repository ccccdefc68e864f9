import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { expression, newScope } from '../../src/aggregation/expressions/expression.js';
import type { Doc, Value } from '../../src/bson/values.js';
import { MongoError } from '../../src/errors/mongo-error.js';
import { fromJson, readCases, written } from './support.js';

interface ExpressionCase {
  readonly expression: unknown;
  readonly document?: unknown;
  /** The expected value; absent together with `error`: the result is missing. */
  readonly value?: unknown;
  readonly error?: number;
  readonly note?: string;
}

const evaluate = (given: Value, document: Doc): Value => {
  const { scope, frame } = newScope({ now: new Date('2024-05-06T07:08:09.010Z') });
  return expression(given, scope).evaluate(document, frame);
};

const families = readdirSync(new URL('../../../test/aggregation/cases/', import.meta.url))
  .filter((name) => name.startsWith('expression-'))
  .map((name) => name.replace('.json', ''));

describe('aggregation expressions, by the documentation', () => {
  for (const family of families) {
    describe(family.replace('expression-', ''), () => {
      for (const each of readCases<ExpressionCase[]>(family)) {
        const title = `${JSON.stringify(each.expression)} of ${JSON.stringify(each.document ?? {})}${each.note ? ` (${each.note})` : ''}`;
        it(title, () => {
          const run = (): Value => evaluate(fromJson(each.expression), fromJson(each.document ?? {}) as Doc);
          if (each.error !== undefined) {
            expect(run).to.throw(MongoError).with.property('code', each.error);
          } else {
            expect(written(run())).to.equal(written('value' in each ? fromJson(each.value) : undefined));
          }
        });
      }
    });
  }
});
