import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isValidOn } from '../survey/code-list.js';
import type { CodeList, Edition, Section } from '../survey/edition.js';
import type { Example } from '../survey/example.js';
import { answersFromForm } from '../survey/form-fields.js';
import { type CodeLists, readCodeLists } from './code-lists.js';
import { DataFileError, frozen, readYaml } from './data-files.js';
import { inLine } from './schema-faults.js';
import { editionFaults } from './survey-checks.js';
import { sectionOf } from './survey-questions.js';
import { expandRules } from './survey-rules.js';
import * as files from './survey-schemas.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

export { schemas } from './survey-schemas.js';

export interface SurveyDefinitions {
  /** By id. */
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

const refuse = (file: string, faults: readonly string[]): void => {
  if (faults.length > 0) throw new DataFileError(file, faults);
};

const readSections = (folder: string, names: readonly string[], lists: CodeLists): readonly Section[] =>
  names.map((name) => {
    const file = join(folder, `${name}.yaml`);
    const faults: string[] = [];
    const section = sectionOf(readYaml(file, files.section), lists, (fault) => faults.push(fault));
    refuse(file, faults);
    return section;
  });

/** The code lists an edition uses, as they are in force on its day. */
const listsOf = (sections: readonly Section[], lists: CodeLists, day: string): Readonly<Record<string, CodeList>> => {
  const used = new Set(
    sections.flatMap(({ questions }) => questions.flatMap((question) => (question.type === 'codeList' ? [question.list] : []))),
  );
  return Object.fromEntries(
    Object.entries(lists.lists)
      .filter(([id]) => used.has(id))
      .map(([id, list]) => [id, { ...list, entries: list.entries.filter((entry) => isValidOn(entry, day)) }]),
  );
};

const readEdition = (root: string, folder: string, lists: CodeLists, vocabulary: SurveyVocabulary): Edition => {
  const { sections: names, reviewBy: _, ...record } = readYaml(join(folder, 'edition.yaml'), files.edition);
  const sections = readSections(folder, names, lists);
  const ruleFile = join(folder, 'edit-rules.yaml');
  const rules = readYaml(ruleFile, files.editRules);
  const declared = new Set(readYaml(join(root, 'survey-definitions', 'sources.yaml'), files.sources).map((source) => source.id));
  const faults: string[] = [];
  const questions = new Set(sections.flatMap((section) => section.questions.map((question) => question.id)));
  const editRules = expandRules(rules, questions, lists, (fault) => faults.push(fault));
  faults.push(
    ...editRules
      .filter(({ origin }) => !declared.has(origin.source))
      .map(({ key, origin }) => inLine(`${key}: origin`, `there is no source ${origin.source}`, `출처 ${origin.source}이(가) 없습니다`)),
  );
  refuse(ruleFile, faults);
  const slips = readYaml(join(folder, 'slips.yaml'), files.slips).map((slip) => ({ ...slip, units: slip.units ?? null }));
  const content = {
    ...record,
    sections,
    editRules,
    slips,
    reasonCodes: lists.reasonCodes,
    codeLists: listsOf(sections, lists, record.codesAsOf),
  };
  refuse(join(folder, 'edition.yaml'), editionFaults(content, vocabulary));
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
};

/** An example must be readable: a field that the form does not have is a mistake of whoever wrote it. */
const checkExample = (file: string, edition: Edition, record: files.ExampleRecord): void => {
  const fields = new Map(Object.entries(record.fields).map(([name, text]): [string, readonly string[]] => [name, [text]]));
  const { rejected } = answersFromForm(edition, fields, {});
  refuse(
    file,
    rejected.map(({ name, sentence }) => inLine(`fields.${name}`, sentence.en, sentence.ko)),
  );
};

const readExamples = (folder: string, edition: Edition): readonly files.ExampleRecord[] =>
  readdirSync(join(folder, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = join(folder, 'examples', name);
      const record = readYaml(file, files.example);
      checkExample(file, edition, record);
      return record;
    });

const exampleOf = (edition: Edition, record: files.ExampleRecord): Example => ({
  id: record.id,
  editionId: edition.id,
  name: record.name,
  register: { businessNumber: record.fields['business-number'] ?? null, region: record.fields.region ?? null },
  state: record.demo === 'none' ? 'draft' : record.demo,
  fields: record.fields,
  reasons: record.reasons,
});

const demoOf = (edition: Edition, record: files.ExampleRecord): readonly Example[] => {
  if (record.demo === 'none') return [];
  const whole = exampleOf(edition, record);
  if (record.demo === 'untouched') return [{ ...whole, fields: {}, reasons: {} }];
  const taken = edition.sections.filter((section) => record.demoSections?.includes(section.id) ?? true);
  const ids = new Set(taken.flatMap((section) => section.questions.map((question) => question.id)));
  const fields = Object.entries(record.fields).filter(([name]) => ids.has(name.split('.')[0] as string));
  return [{ ...whole, fields: Object.fromEntries(fields) }];
};

/**
 * Reads the editions of `survey-definitions` with their rules, code lists and examples. Frozen; every edition carries a hash over all it
 * says.
 * @param vocabulary the words of the calculation that the questions are mapped to
 * Throws DataFileError naming every fault of a file: an unknown question in an expression, an id given twice, a missing translation, a
 * mapping to a fuel or unit that the calculation does not know.
 */
export const readSurveyDefinitions = (root: string, vocabulary: SurveyVocabulary): SurveyDefinitions => {
  const lists = readCodeLists(root);
  const top = join(root, 'survey-definitions');
  const found = folders(top)
    .filter((survey) => survey !== 'code-lists' && survey !== 'schema')
    .flatMap((survey) => folders(join(top, survey)).map((name) => join(top, survey, name)))
    .map((folder) => {
      const edition = readEdition(root, folder, lists, vocabulary);
      return { edition, folder, records: readExamples(folder, edition) };
    });
  const ids = found.map(({ edition }) => edition.id);
  const twice = found.find(({ edition }, index) => ids.indexOf(edition.id) !== index);
  if (twice !== undefined)
    throw new DataFileError(join(twice.folder, 'edition.yaml'), [
      inLine('id', `the edition ${twice.edition.id} stands twice`, `조사표 판 ${twice.edition.id}이(가) 두 번 있습니다`),
    ]);
  return frozen({
    editions: Object.fromEntries(found.map(({ edition }) => [edition.id, edition])),
    examples: found.flatMap(({ edition, records }) => records.flatMap((record) => demoOf(edition, record))),
    workedExamples: found.flatMap(({ edition, records }) => records.map((record) => exampleOf(edition, record))),
  });
};
