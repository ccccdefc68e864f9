import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../server/root.js';

/** A JSON Schema as docs/schema has it. */
export const publishedSchema = (name: string): unknown => JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'schema', name), 'utf8'));
