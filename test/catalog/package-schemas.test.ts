import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageSchemas } from '../../server/catalog/package-schemas.js';
import { repositoryRoot } from '../../server/root.js';

describe('the published JSON Schemas of the data packages', () => {
  it('say what the files are read with (npm run schemas writes them anew)', () => {
    const stale = [...packageSchemas()].filter(
      ([path, schema]) =>
        JSON.stringify(JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8'))) !== JSON.stringify(JSON.parse(JSON.stringify(schema))),
    );
    expect(stale.map(([path]) => path)).to.deep.equal([]);
  });
});
