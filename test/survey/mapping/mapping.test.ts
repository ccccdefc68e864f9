import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readCodeLists } from '../../../server/catalog/code-lists.js';
import { readYaml } from '../../../server/catalog/data-files.js';
import { mappingFaults } from '../../../server/catalog/mapping-checks.js';
import { sectionOf } from '../../../server/catalog/survey-questions.js';
import { section as sectionSchema } from '../../../server/catalog/survey-schemas.js';
import { repositoryRoot } from '../../../server/root.js';
import type { Edition } from '../../../server/survey/edition.js';
import { answersFromForm, questionsOf } from '../../../server/survey/form-fields.js';
import { emptyResponse } from '../../../server/survey/response.js';
import { toActivityData } from '../../../server/survey/to-activity-data.js';
import { emissionFactors, inventoryOf } from '../../support/emission-factors.js';
import { activityCatalog, edition, posted } from '../edition-under-test.js';

type Plain = Record<string, unknown>;
const plain = z.record(z.string(), z.unknown());

const file = readYaml(
  join(repositoryRoot, 'test/survey/mapping/categories.yaml'),
  z.array(
    z.strictObject({
      name: z.string(),
      questions: z.array(plain),
      cases: z.array(
        z.strictObject({ fields: z.record(z.string(), z.string()), activities: z.array(plain), notes: z.array(z.string()).default([]) }),
      ),
    }),
  ),
);

/** A question that a person may read, from one that names what matters alone. */
const whole = (question: Plain, code: string): Plain => {
  const columns = question.columns as readonly Plain[] | undefined;
  return {
    code,
    text: { ko: `질문 ${String(question.id)}`, en: `Question ${String(question.id)}` },
    ...(['quantity', 'money', 'monthly'].includes(String(question.type)) ? { bounds: { min: null, max: null } } : {}),
    ...(question.type === 'number' ? { wholeNumber: false } : {}),
    ...question,
    ...(columns === undefined ? {} : { columns: columns.map((column, index) => whole(column, `${code}.${index + 1}`)) }),
  };
};

/** An edition with one section of these questions. */
const editionOf = (questions: readonly Plain[]): { readonly edition: Edition; readonly faults: readonly string[] } => {
  const record = sectionSchema.parse({
    id: 'Z',
    title: { ko: '시험', en: 'Test' },
    questions: questions.map((question, index) => whole(question, `Z${index + 1}`)),
  });
  const faults: string[] = [];
  const ids = new Set(record.questions.map(({ id }) => id));
  const onForm = { form: 'M', questions: ids, bank: ids } as const;
  const section = sectionOf(record, false, readCodeLists(repositoryRoot), onForm, (fault) => faults.push(fault));
  const made = { ...edition(), sections: section === null ? [] : [section] };
  const all = new Map(questionsOf(made).map((question) => [question.id, question]));
  const context = { questions: all, codeLists: made.codeLists, vocabulary: emissionFactors(), prices: made.prices };
  const found = [...all.values()].flatMap((question) =>
    'mappings' in question ? mappingFaults(question, question.mappings ?? [], context) : [],
  );
  return { edition: made, faults: [...faults, ...found] };
};

/** Numbers to ten digits: the last bits of a division are no part of an example. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === 'number' ? Number(inner.toPrecision(10)) : inner));

const surveyed = (made: Edition, fields: Readonly<Record<string, string>>) => {
  const { answers, rejected } = answersFromForm(made, posted(fields), {});
  expect(rejected.map(({ name }) => name)).to.deep.equal([]);
  const response = emptyResponse(made, { id: 'b3b1c1f0-0000-4000-8000-000000000000', establishmentId: 'example', roundId: 'round' });
  return toActivityData(made, { ...response, answers }, activityCatalog());
};

describe('mappings of answers to activities', () => {
  for (const { name, questions, cases } of file) {
    describe(name, () => {
      const { edition: made, faults } = editionOf(questions);
      it('is taken by the check of the data files', () => {
        expect(faults).to.deep.equal([]);
      });
      for (const { fields, activities, notes } of cases) {
        it(`makes ${activities.length} of ${Object.keys(fields).length} fields${notes.length === 0 ? '' : `, and tells ${notes.join(', ')}`}`, () => {
          const { notes: told, ...request } = surveyed(made, fields);
          const placed = told.map(
            ({ question, row, column, code }) => `${[question, row, column].filter((part) => part !== undefined).join('.')} ${code}`,
          );
          expect(rounded(request.activityData)).to.deep.equal(activities);
          expect(placed.toSorted()).to.deep.equal(notes.toSorted());
          const inventory = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
          expect([...new Set([...inventory.lines, ...inventory.energy].map((line) => line.activityDataId))].toSorted()).to.deep.equal(
            activities.map(({ id }) => String(id)).toSorted(),
          );
        });
      }
    });
  }
});
