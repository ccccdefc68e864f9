import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageSchemas } from '../server/catalog/package-schemas.js';
import { repositoryRoot } from '../server/root.js';

/** Writes the JSON Schemas of the data packages from the schemas they are read with; run by `npm run schemas`. */
for (const [path, schema] of packageSchemas()) {
  const file = join(repositoryRoot, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  console.error(path);
}
