import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../survey/edition.js';
import type { Example } from '../survey/example.js';
import { answersFromForm } from '../survey/form-fields.js';
import { readCodeLists } from './code-lists.js';
import { DataFileError, frozen, readYaml } from './data-files.js';
import { readMoneyPrices } from './money-prices.js';
import { inLine } from './schema-faults.js';
import { type Bank, readBank } from './survey-bank.js';
import { carryForwardFaults } from './survey-carry-forward.js';
import * as files from './survey-schemas.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

export { schemas } from './survey-schemas.js';

export interface SurveyDefinitions {
  /** By id. */
  readonly banks: Readonly<Record<string, Bank>>;
  /** By id: every form of every bank. */
  readonly editions: Readonly<Record<string, Edition>>;
  /** What the demo begins with, as far as it takes each example. */
  readonly examples: readonly Example[];
  /** Every example with all of its fields; `state` says how far the demo would take it. */
  readonly workedExamples: readonly Example[];
}

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** An example must be readable: a field that the form does not have is a mistake of whoever wrote it. */
const checkExample = (file: string, edition: Edition, record: files.ExampleRecord): void => {
  const fields = new Map(Object.entries(record.fields).map(([name, text]): [string, readonly string[]] => [name, [text]]));
  const { rejected } = answersFromForm(edition, fields, {});
  if (rejected.length > 0)
    throw new DataFileError(
      file,
      rejected.map(({ name, sentence }) => inLine(`fields.${name}`, sentence.en, sentence.ko)),
    );
};

interface ExampleOfForm {
  readonly record: files.ExampleRecord;
  readonly edition: Edition;
}

const readExamples = (folder: string, editions: readonly Edition[]): readonly ExampleOfForm[] =>
  readdirSync(join(folder, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = join(folder, 'examples', name);
      const record = readYaml(file, files.example);
      const edition = editions.find(({ form }) => form === record.form);
      if (edition === undefined)
        throw new DataFileError(file, [inLine('form', `there is no form ${record.form}`, `조사표 ${record.form}이(가) 없습니다`)]);
      checkExample(file, edition, record);
      return { record, edition };
    });

const exampleOf = ({ record, edition }: ExampleOfForm): Example => ({
  id: record.id,
  editionId: edition.id,
  name: record.name,
  register: { businessNumber: record.fields['business-number'] ?? null, region: record.fields.region ?? null },
  state: record.demo === 'none' ? 'draft' : record.demo,
  fields: record.fields,
  reasons: record.reasons,
  expected: record.expected,
});

const demoOf = ({ record, edition }: ExampleOfForm): readonly Example[] => {
  if (record.demo === 'none') return [];
  const whole = exampleOf({ record, edition });
  if (record.demo === 'untouched') return [{ ...whole, fields: {}, reasons: {} }];
  const taken = edition.sections.filter((section) => record.demoSections?.includes(section.id) ?? true);
  const ids = new Set(taken.flatMap((section) => section.questions.map((question) => question.id)));
  const fields = Object.entries(record.fields).filter(([name]) => ids.has(name.split('.')[0] as string));
  return [{ ...whole, fields: Object.fromEntries(fields) }];
};

/**
 * Reads the banks of `survey-definitions` with their forms, rules, code lists and examples. Frozen.
 * @param vocabulary the words of the calculation that the questions are mapped to
 * Throws DataFileError naming every fault of a file: an unknown question in an expression, an id given twice, a missing translation, a
 * mapping to a fuel or unit that the calculation does not know.
 */
export const readSurveyDefinitions = (root: string, vocabulary: SurveyVocabulary): SurveyDefinitions => {
  const lists = readCodeLists(root);
  const top = join(root, 'survey-definitions');
  const sources = new Set(readYaml(join(top, 'sources.yaml'), files.sources).map(({ id }) => id));
  const prices = readMoneyPrices(root);
  const found = folders(top)
    .filter((survey) => survey !== 'code-lists' && survey !== 'schema')
    .flatMap((survey) => folders(join(top, survey)).map((name) => join(top, survey, name)))
    .map((folder) => {
      const read = readBank(folder, { lists, sources, vocabulary, prices });
      return { ...read, folder, examples: readExamples(folder, read.editions) };
    });
  const ids = found.map(({ bank }) => bank.id);
  const twice = found.find(({ bank }, index) => ids.indexOf(bank.id) !== index);
  if (twice !== undefined)
    throw new DataFileError(join(twice.folder, 'edition.yaml'), [
      inLine('id', `the edition ${twice.bank.id} stands twice`, `조사표 판 ${twice.bank.id}이(가) 두 번 있습니다`),
    ]);
  const editions = Object.fromEntries(found.flatMap((one) => one.editions.map((edition) => [edition.id, edition])));
  for (const { folder, editions: own } of found) {
    const faults = own.flatMap((edition) => carryForwardFaults(edition, editions));
    if (faults.length > 0) throw new DataFileError(join(folder, 'carry-forward.yaml'), [...new Set(faults)]);
  }
  return frozen({
    banks: Object.fromEntries(found.map(({ bank }) => [bank.id, bank])),
    editions,
    examples: found.flatMap(({ examples }) => examples.flatMap(demoOf)),
    workedExamples: found.flatMap(({ examples }) => examples.map(exampleOf)),
  });
};
