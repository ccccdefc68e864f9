import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFileError } from '../../server/catalog/data-files.js';
import { readSurveyDefinitions } from '../../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../../server/catalog/survey-vocabulary.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors } from './emission-factors.js';

/** A copy of the survey definitions in which a test changes one text at a time. */
export class ChangedDefinitions {
  root = '';

  make(): void {
    this.root = mkdtempSync(join(tmpdir(), 'onsil-survey-'));
    for (const part of ['survey-definitions', 'reduction-measures', join('emission-factors', 'heat-suppliers.yaml')])
      cpSync(join(repositoryRoot, part), join(this.root, part), { recursive: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The faults that are named when one text of a file is replaced; the file is mended again. */
  faultsWith(file: string, from: string, to: string): readonly string[] {
    const path = join(this.root, file);
    const good = readFileSync(path, 'utf8');
    if (!good.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(path, good.replace(from, to));
    try {
      readSurveyDefinitions(this.root, surveyVocabulary(emissionFactors()));
      return [];
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      return error.faults;
    } finally {
      writeFileSync(path, good);
    }
  }
}
