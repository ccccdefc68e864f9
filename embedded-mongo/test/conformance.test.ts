import type { Db } from 'mongodb';
import { readCases } from './conformance/cases.js';
import { indexable, runCase } from './conformance/run-case.js';
import { sharedStore } from './support/shared.js';

describe('conformance', () => {
  let db: Db;

  before(async () => {
    db = (await sharedStore()).db();
  });

  for (const file of readCases()) {
    describe(file.name, () => {
      for (const test of file.cases) {
        it(test.name, () => runCase(db, file, test));
        if (indexable(test).length > 0) it(`${test.name}, with indexes`, () => runCase(db, file, test, indexable(test)));
      }
    });
  }
});
