import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readFactorFiles } from '../../server/catalog/emission-factors-files.js';
import { categories, categoryOf } from '../../server/domain/categories.js';
import { warningCodes } from '../../server/domain/warnings.js';
import { citedSources } from '../../server/operations/cited-sources.js';
import { methodDocument } from '../../server/presentation/method-document.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors } from '../support/emission-factors.js';

const files = readFactorFiles(join(repositoryRoot, 'emission-factors'));
const made = (language: 'en' | 'ko'): string => methodDocument(emissionFactors(), citedSources(files), language);

describe('the method document', () => {
  for (const [language, name] of [
    ['en', 'method.md'],
    ['ko', 'method.ko.md'],
  ] as const) {
    it(`docs/${name} is what \`npm run docs:method\` makes of code and data today`, () => {
      expect(readFileSync(join(repositoryRoot, 'docs', name), 'utf8')).to.equal(made(language));
    });

    it(`docs/${name} holds every category with its equations, every set, every warning, every gas`, () => {
      const text = made(language);
      for (const id of categories) {
        const { methods, ...definition } = categoryOf(id);
        expect(methods, id).to.not.deep.equal([]);
        expect(text).to.include(`### ${definition[language]}\n`);
        for (const method of methods) expect(text).to.include(method.equation).and.include(method[language]).and.include(method.source);
      }
      for (const set of Object.values(emissionFactors().factorSets)) expect(text).to.include(`(\`${set?.id}\`)`);
      for (const code of warningCodes) expect(text).to.include(`\`${code}\``);
      for (const gas of files['gases.yaml']) expect(text).to.include(`| ${gas.id} |`);
      for (const { title } of files['sources.yaml']) expect(text).to.include(title.replaceAll('|', '\\|'));
    });
  }

  it('counts every number of the package once', () => {
    const counted = citedSources(files).flatMap(({ numbers }) => Object.values(numbers));
    const marks = Object.values(files).flatMap((content: unknown) =>
      Array.isArray(content)
        ? content.flatMap(({ confidence, netConfidence, grossConfidence }: Readonly<Record<string, unknown>>) => [
            confidence,
            netConfidence,
            grossConfidence,
          ])
        : [],
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(marks.filter(Boolean).length);
  });
});
