import { baseYearSchema } from '../server/catalog/base-year-schema.js';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { baseYearInputSchema } from '../server/domain/base-year/base-year-input-schema.js';
import { recalculateBaseYearText } from '../server/operations/recalculate-base-year.js';
import { repositoryRoot } from '../server/root.js';
import { documentCommand } from './document-command.js';

const help = `Usage: npx --no onsil base-year FILE|-
       npx --no onsil base-year --schema input|output

Decides for every change since the base year whether the base year is computed again, and writes both series: as reported, and
recalculated, with the reason of each difference; intensities per product, worker and sales; and the trend of both.

  echo '{ "baseYear": 2021,
    "years": [ { "year": 2021, "scope1": 30, "scope2": 20, "workers": 12 },
               { "year": 2022, "scope1": 35, "scope2": 25, "workers": 13 },
               { "year": 2023, "scope1": 50, "scope2": 30, "workers": 20 } ],
    "changes": [ { "id": "plant C", "year": 2023, "trigger": "acquisition", "reason": "bought from another company",
      "effects": [ { "year": 2021, "before": { "scope1": 0, "scope2": 0 }, "after": { "scope1": 10, "scope2": 5 } },
                   { "year": 2022, "before": { "scope1": 0, "scope2": 0 }, "after": { "scope1": 12, "scope2": 8 } } ] } ] }' | npx --no onsil base-year -

A change of the significance threshold or more (default: that of emission-factors/thresholds.yaml), alone or together with smaller ones,
makes the base year be computed again; organic growth never does. Emissions are tCO2eq; nothing is rounded. Opens no store.
Exit codes: 0 done, 1 failed, 2 the input is wrong: one line per fault on stderr, "field: English | 한국어".
`;

/** `onsil base-year`: years and changes in, both series out. */
export const baseYear = documentCommand({
  name: 'base-year',
  summary: 'computes a base year again after changes, and keeps both series',
  help,
  schema: { input: () => baseYearInputSchema(readEmissionFactors(repositoryRoot)), output: baseYearSchema },
  answer: (text) => recalculateBaseYearText({ catalog: { emissionFactors: readEmissionFactors(repositoryRoot) } }, text),
});
