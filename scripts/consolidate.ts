import { consolidationSchema } from '../server/catalog/consolidation-schema.js';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { consolidationInputSchema } from '../server/domain/consolidation/consolidation-input-schema.js';
import { consolidateText } from '../server/operations/consolidate.js';
import { repositoryRoot } from '../server/root.js';
import { documentCommand } from './document-command.js';

const help = `Usage: npx --no onsil consolidate FILE|-
       npx --no onsil consolidate --schema input|output

Computes the inventory of a group: organizations, their establishments and the meters of each. What an establishment emits counts by
operational control, financial control or equity share; steam and power sold within the group are netted, shared bills divided by a rule.

  echo '{ "reportingYear": 2024, "approach": "operationalControl",
    "organizations": [ { "id": "group" } ],
    "establishments": [
      { "id": "boiler house", "organization": "group", "activityData": [
        { "id": "gas", "category": "stationaryCombustion", "fuel": "cityGasLng", "quantity": 900000, "unit": "MJ" } ] },
      { "id": "dye works", "organization": "group", "activityData": [
        { "id": "steam", "category": "purchasedHeat", "kind": "boiler", "quantity": 500, "unit": "GJ" } ] } ],
    "transfers": [ { "id": "t1", "seller": "boiler house", "buyer": "dye works", "buyerActivity": "steam",
      "sold": { "quantity": 500, "unit": "GJ" }, "bought": { "quantity": 500, "unit": "GJ" } } ] }' | npx --no onsil consolidate -

A meter ("meters" of an establishment) hangs below an activity or another meter and divides it; it adds nothing to a total.
"findings" says what was left out, what does not match and what was taken for a part of the year. Nothing is rounded. Opens no store.
Exit codes: 0 done, 1 failed, 2 the input is wrong: one line per fault on stderr, "field: English | 한국어".
`;

/** `onsil consolidate`: a group in, its inventory out. */
export const consolidate = documentCommand({
  name: 'consolidate',
  summary: 'computes the inventory of a group of establishments',
  help,
  schema: { input: () => consolidationInputSchema(readEmissionFactors(repositoryRoot)), output: consolidationSchema },
  answer: (text) => {
    const site = { catalog: { emissionFactors: readEmissionFactors(repositoryRoot) }, clock: { now: () => new Date() } };
    const answer = consolidateText(site, text);
    return 'consolidation' in answer ? { result: answer.consolidation } : answer;
  },
});
