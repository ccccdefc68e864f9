import { expect } from 'chai';
import { forgetLogs, hasLogs, linesHolding } from './all-logs.js';
import { theCatalog } from './test-site.js';

/** What tests call the establishments they make up. */
const establishments = ['한빛주물', '다온도금'];

/** What the tests of a file, and those before it in the same process, put into sites stands in none of the sites' logs. */
export const mochaHooks = {
  afterAll: () => {
    if (!hasLogs()) return;
    const examples = theCatalog().surveys.examples.flatMap(({ name, fields }) => [
      name,
      ...['respondent-name', 'respondent-phone', 'respondent-email'].flatMap((id) => fields[id] ?? []),
    ]);
    expect(linesHolding([...establishments, ...examples])).to.deep.equal([]);
    forgetLogs();
  },
};
