import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { parseExpression } from '../../../server/expression/parse.js';
import { printExpression } from '../../../server/expression/print.js';
import { repositoryRoot } from '../../../server/root.js';
import { questionsOf } from '../../../server/survey/form-fields.js';
import { fromXPath } from '../../../server/survey/xlsform/from-xpath.js';
import { ownFields } from '../../../server/survey/xlsform/own-field.js';
import { toXPath, Untranslatable } from '../../../server/survey/xlsform/to-xpath.js';
import { UnreadXPath } from '../../../server/survey/xlsform/xpath-tokens.js';
import { editionM } from '../../support/test-site.js';

interface Case {
  readonly rule: string | boolean;
  readonly xpath: string;
  readonly back?: string;
}

const { cases, others, outside } = parse(readFileSync(`${repositoryRoot}/test/survey/xlsform/conditions.yaml`, 'utf8')) as {
  readonly cases: readonly Case[];
  readonly others: readonly Case[];
  readonly outside: readonly string[];
};
const questions = new Map(questionsOf(editionM()).map((question) => [question.id, question]));

const field = ownFields((id) => questions.get(id));

describe('conditions of an XLSForm', () => {
  for (const { rule, xpath, back } of cases)
    it(`${String(rule)} is ${xpath}, and back`, () => {
      expect(toXPath(parseExpression(String(rule)), (id) => questions.get(id))).to.equal(xpath);
      expect(printExpression(fromXPath(xpath, field))).to.equal(back ?? printExpression(parseExpression(String(rule))));
    });

  it('that every edition asks by come back as the same XPath', () => {
    for (const { relevance } of questions.values()) {
      if (relevance === null) continue;
      const xpath = toXPath(relevance, (id) => questions.get(id));
      expect(toXPath(fromXPath(xpath, field), (id) => questions.get(id))).to.equal(xpath);
    }
  });

  it('that XLSForm cannot say are refused with the reason', () => {
    for (const rule of [
      'unknown',
      "quantity(diesel-used, 'kL') > 1",
      'businessNumberHolds(business-number)',
      "diesel-used.unit = 'it\\'s \"x\"'",
    ])
      expect(() => toXPath(parseExpression(rule), (id) => questions.get(id)), rule).to.throw(Untranslatable);
  });

  it('that people write in other words are understood as well', () => {
    for (const { rule, xpath } of others) expect(printExpression(fromXPath(xpath, field)), xpath).to.equal(rule);
  });

  it('that lie outside of what is read are refused with their place, however hostile', () => {
    const hostile = [`${'('.repeat(5000)}1`, `${'not('.repeat(200)}true()${')'.repeat(200)}`, `'${'a'.repeat(5000)}`];
    for (const xpath of [...outside, ...hostile]) expect(() => fromXPath(xpath, field), xpath.slice(0, 40)).to.throw(UnreadXPath);
  });
});
