import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../../server/root.js';
import { sourceFiles } from '../support/imports.js';

const server = sourceFiles('server');
const textOf = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');
const filesWith = (pattern: RegExp, files = server): readonly string[] => files.filter((file) => pattern.test(textOf(file)));

// What comes in goes through http/entry.ts, is typed field by field, and reaches the database through persistence/documents.ts alone.
describe('what comes in', () => {
  it('is read by one file, and by no parser that builds objects from it', () => {
    expect(filesWith(/\b(request|req)\.body\b|express\.(urlencoded|json|raw|text)\b|from '(qs|body-parser|multer|busboy)'/)).to.deep.equal(
      [],
    );
    expect(filesWith(/\breceiveForm\(/)).to.have.members(['server/http/entry.ts']);
    expect(filesWith(/\bdecodeURIComponent\(/)).to.have.members(['server/http/form-fields.ts']);
  });

  it('becomes a document in one place alone, from a shape of ours', () => {
    expect(filesWith(/new (model|Model)\(|\b[mM]odel\.(create|insertMany)\(/)).to.deep.equal(['server/persistence/documents.ts']);
    expect(textOf('server/persistence/documents.ts').match(/new model\([^)]*\)/g)).to.deep.equal(['new model(shape.lay(value)']);
  });

  it('is never spread into a query or a document', () => {
    expect(filesWith(/\.\.\.(form|posted|body|query|params)\b/, sourceFiles('server/persistence'))).to.deep.equal([]);
  });

  it('meets no operator that runs code, and no query but of the repositories', () => {
    expect(filesWith(/['"]?\$(where|function|accumulator|expr)['"]?\s*:|mapReduce\(|\beval\(|new Function\(/)).to.deep.equal([]);
    const models = server.filter((file) => !file.startsWith('server/persistence/'));
    expect(filesWith(/from 'mongoose'/, models)).to.deep.equal([]);
  });

  it('is held by the settings of Mongoose: operators refused in filters, unknown fields refused everywhere', () => {
    expect(textOf('server/persistence/connect.ts')).to.match(/strictQuery: 'throw', sanitizeFilter: true/);
    expect(textOf('server/persistence/schema.ts')).to.match(/strict: 'throw',\n\s*strictQuery: 'throw'/);
    const schemas = filesWith(/new Schema\(/);
    expect(schemas).to.deep.equal(['server/persistence/schema.ts']);
  });

  it('may hold an operator of ours only where a repository says so', () => {
    const trusting = filesWith(/\btrusted\(/).map((file) => file.replace('server/persistence/', ''));
    for (const file of trusting) expect(file).to.match(/-collection\.ts$/);
  });
});
