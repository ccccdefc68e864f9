import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { readFactorFiles } from '../server/catalog/emission-factors-files.js';
import { citedSources } from '../server/operations/cited-sources.js';
import { methodDocument } from '../server/presentation/method-document.js';
import { repositoryRoot } from '../server/root.js';

/** Writes the method document in both languages from the categories and the emission factors; run by `npm run docs:method`. */
const data = readEmissionFactors(repositoryRoot);
const cited = citedSources(readFactorFiles(join(repositoryRoot, 'emission-factors')));
for (const [language, name] of [
  ['en', 'method.md'],
  ['ko', 'method.ko.md'],
] as const) {
  writeFileSync(join(repositoryRoot, 'docs', name), methodDocument(data, cited, language));
  console.error(`docs/${name}`);
}
