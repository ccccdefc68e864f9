import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { type Environment, evaluate } from '../../server/expression/evaluate.js';
import type { Value } from '../../server/expression/expression.js';
import { ExpressionError } from '../../server/expression/expression-error.js';
import { parseExpression } from '../../server/expression/parse.js';
import { repositoryRoot } from '../../server/root.js';

const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
const cases = readYaml(
  join(repositoryRoot, 'test/expression/cases.yaml'),
  z.array(
    z.union([
      z.strictObject({ rule: z.string(), known: z.record(z.string(), value).default({}), is: value.nullable() }),
      z.strictObject({ rule: z.string(), error: z.string() }),
    ]),
  ),
);

const knowing = (known: Readonly<Record<string, Value>>): Environment => ({
  reference: (path) => known[path] ?? null,
  questionFunction: () => undefined,
});

describe('the language of rules', () => {
  for (const one of cases) {
    if ('error' in one) {
      it(`refuses ${one.rule} (${one.error})`, () => {
        expect(() => parseExpression(one.rule)).to.throw(ExpressionError, one.error);
      });
    } else {
      it(`gives ${JSON.stringify(one.is)} for ${one.rule} ${Object.keys(one.known).length > 0 ? JSON.stringify(one.known) : ''}`, () => {
        expect(evaluate(parseExpression(one.rule), knowing(one.known))).to.equal(one.is);
      });
    }
  }

  it('refuses what is nested more deeply than a browser can stand', () => {
    expect(() => parseExpression(`${'('.repeat(500)}1${')'.repeat(500)}`)).to.throw(ExpressionError, 'nested too deeply');
    expect(() => parseExpression(`${'not '.repeat(500)}true`)).to.throw(ExpressionError, 'nested too deeply');
    // A chain of operators nests as deep as it is long.
    expect(() => parseExpression(`1${' + 1'.repeat(5000)}`)).to.throw(ExpressionError, '2000 are the most');
  });

  it('names a mistake of ours instead of returning a wrong value: a number is no truth', () => {
    expect(() => evaluate(parseExpression('1 and true'), knowing({}))).to.throw('needs a truth');
    expect(() => evaluate(parseExpression("1 = 'a'"), knowing({}))).to.throw('needs a number');
  });
});
