import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../../server/catalog/data-files.js';
import { repositoryRoot } from '../../../server/root.js';
import type { Edition } from '../../../server/survey/edition.js';
import { answersFromForm } from '../../../server/survey/form-fields.js';
import { emptyResponse } from '../../../server/survey/response.js';
import { toActivityData } from '../../../server/survey/to-activity-data.js';
import { inventoryOf } from '../../support/emission-factors.js';
import { activityCatalog, posted } from '../edition-under-test.js';
import { madeUpEdition } from './made-up-edition.js';

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
      const { edition: made, faults } = madeUpEdition(questions);
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
