import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { baseYearSchema } from '../server/catalog/base-year-schema.js';
import { consolidationSchema } from '../server/catalog/consolidation-schema.js';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { inventorySchema } from '../server/catalog/inventory-schema.js';
import { ownCopySchema } from '../server/catalog/own-copy-schema.js';
import { packageSchemas } from '../server/catalog/package-schemas.js';
import { baseYearInputSchema } from '../server/domain/base-year/base-year-input-schema.js';
import { consolidationInputSchema } from '../server/domain/consolidation/consolidation-input-schema.js';
import { requestSchema } from '../server/domain/request-schema.js';
import { repositoryRoot } from '../server/root.js';

/** Writes the JSON Schemas of the data packages and of the command line from what the code reads and writes; run by `npm run schemas`. */
const published: readonly (readonly [string, unknown])[] = [
  ...packageSchemas(),
  ['docs/schema/inventory-request.schema.json', requestSchema(readEmissionFactors(repositoryRoot))],
  ['docs/schema/inventory.schema.json', inventorySchema()],
  ['docs/schema/consolidation-request.schema.json', consolidationInputSchema(readEmissionFactors(repositoryRoot))],
  ['docs/schema/consolidation.schema.json', consolidationSchema()],
  ['docs/schema/base-year-request.schema.json', baseYearInputSchema(readEmissionFactors(repositoryRoot))],
  ['docs/schema/base-year.schema.json', baseYearSchema()],
  ['docs/schema/own-copy.schema.json', ownCopySchema()],
];
for (const [path, schema] of published) {
  const file = join(repositoryRoot, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  console.error(path);
}
