import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CodeList, isValidOn } from '../survey/code-list.js';
import type { Edition, Question, Section, Text } from '../survey/edition.js';
import type { EnergyReportRules } from '../survey/energy-report-rules.js';
import { type Form, forms } from '../survey/form.js';
import type { IndicatorList } from '../survey/indicators.js';
import { type MoneyPrices, pricesOfYear } from '../survey/money/prices.js';
import type { CodeLists } from './code-lists.js';
import { DataFileError, readYaml } from './data-files.js';
import { inLine } from './schema-faults.js';
import { carryForwardOf } from './survey-carry-forward.js';
import { cellsOf } from './survey-cells.js';
import { editionFaults } from './survey-checks.js';
import { energyReportOn } from './survey-energy-report.js';
import { readIndicators } from './survey-indicators.js';
import { type OnForm, sectionOf, standsOn } from './survey-questions.js';
import { expandRules } from './survey-rules.js';
import * as files from './survey-schemas.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

/** An item bank: everything a survey may ask in one year, and the forms that are made of it. */
export interface Bank {
  readonly id: string;
  readonly survey: string;
  readonly title: Text;
  readonly referenceYear: number;
  /** The id of the edition of each form. */
  readonly forms: Readonly<Partial<Record<Form, string>>>;
  /** Indicators that others ask for, as far as the answers tell them (K-ESG); null: the bank names none. */
  readonly indicators: IndicatorList | null;
}

/** What the files of a bank say, before it is cut to a form. */
interface BankFiles {
  readonly folder: string;
  readonly edition: files.EditionRecord;
  readonly sections: readonly {
    readonly file: string;
    readonly record: files.SectionRecord | files.ModuleRecord;
    readonly isModule: boolean;
  }[];
  readonly rules: readonly { readonly file: string; readonly records: readonly files.EditRuleRecord[] }[];
  readonly slips: Edition['slips'];
  readonly cellFile: string;
  /** Null: there is no such file, and nothing is compared. */
  readonly cells: files.CellStatisticsRecord | null;
  readonly carryForward: Edition['carryForward'];
  readonly reportFile: string;
  readonly energyReport: EnergyReportRules | null;
}

const refuse = (file: string, faults: readonly string[]): void => {
  if (faults.length > 0) throw new DataFileError(file, [...new Set(faults)]);
};

const moduleFiles = (folder: string): readonly string[] => {
  const modules = join(folder, 'modules');
  if (!existsSync(modules)) return [];
  const strange = readdirSync(modules).filter((name) => !name.endsWith('.yaml'));
  refuse(
    modules,
    strange.map((name) => inLine(name, 'a module is a file that ends in .yaml', '모듈은 .yaml로 끝나는 파일이어야 합니다')),
  );
  return readdirSync(modules)
    .sort()
    .map((name) => join(modules, name));
};

const readModule = (file: string): BankFiles['sections'][number] => {
  const record = readYaml(file, files.module);
  const name = basename(file, '.yaml');
  if (record.id !== name)
    throw new DataFileError(file, [inLine('id', `must be the name of its file, ${name}`, `파일 이름과 같아야 합니다(${name})`)]);
  return { file, record, isModule: true };
};

const readFiles = (folder: string): BankFiles => {
  const edition = readYaml(join(folder, 'edition.yaml'), files.edition);
  const sections = edition.sections.flatMap((name) => {
    if (name === 'modules') return moduleFiles(folder).map(readModule);
    const file = join(folder, `${name}.yaml`);
    return [{ file, record: readYaml(file, files.section), isModule: false }];
  });
  const ruleFile = join(folder, 'edit-rules.yaml');
  const ofModules = sections.flatMap(({ file, record }) => ('editRules' in record ? [{ file, records: record.editRules ?? [] }] : []));
  const [cellFile, carryFile] = [join(folder, 'cell-statistics.yaml'), join(folder, 'carry-forward.yaml')];
  const reportFile = join(folder, 'energy-report.yaml');
  return {
    folder,
    edition,
    sections,
    cellFile,
    cells: existsSync(cellFile) ? readYaml(cellFile, files.cellStatistics) : null,
    carryForward: existsSync(carryFile) ? carryForwardOf(readYaml(carryFile, files.carryForwardFile)) : [],
    reportFile,
    energyReport: existsSync(reportFile) ? readYaml(reportFile, files.energyReport) : null,
    rules: [{ file: ruleFile, records: readYaml(ruleFile, files.editRules) }, ...ofModules],
    slips: readYaml(join(folder, 'slips.yaml'), files.slips).map((slip) => ({ ...slip, units: slip.units ?? null })),
  };
};

/** The code lists a form uses, as they are in force on its day. */
const listsOf = (sections: readonly Section[], lists: CodeLists, day: string): Readonly<Record<string, CodeList>> => {
  const used = new Set(
    sections
      .flatMap(({ questions }) => questions)
      .flatMap((question): readonly Question[] => (question.type === 'table' ? question.columns : [question]))
      .flatMap((question) => (question.type === 'codeList' ? [question.list] : [])),
  );
  return Object.fromEntries(
    Object.entries(lists.lists)
      .filter(([id]) => used.has(id))
      .map(([id, list]) => [id, { ...list, entries: list.entries.filter((entry) => isValidOn(entry, day)) }]),
  );
};

const questionIds = (sections: BankFiles['sections'], form: Form | null): ReadonlySet<string> =>
  new Set(
    sections
      .filter(({ record }) => form === null || !('forms' in record) || standsOn(record, form))
      .flatMap(({ record }) => record.questions.filter((question) => form === null || standsOn(question, form)).map(({ id }) => id)),
  );

const unitsIn = (sections: BankFiles['sections']): ReadonlyMap<string, readonly string[]> =>
  new Map(
    sections
      .flatMap(({ record }): readonly files.QuestionRecord[] => record.questions)
      .flatMap((question) => ('units' in question ? [[question.id, question.units] as const] : [])),
  );

/** A question of another form tells nothing here; one that no form asks stays, for the check to name it. */
const profileOn = ({ edition, sections }: BankFiles, everything: ReadonlySet<string>, { questions }: OnForm): Edition['profile'] => {
  const { profile } = edition;
  const asked = (ids: readonly string[]): readonly string[] => ids.filter((id) => questions.has(id));
  const isAbsent = (id: string): boolean => everything.has(id) && !questions.has(id);
  const also = sections
    .flatMap(({ record }) => ('equipment' in record ? (record.equipment ?? []) : []))
    .filter(({ size }) => !isAbsent(size))
    .map(({ hours, ...one }) => ({ ...one, hours: hours === undefined || isAbsent(hours) ? null : hours }));
  return {
    ...profile,
    workers: asked(profile.workers),
    sales: asked(profile.sales),
    contact: asked(profile.contact),
    equipment: { ...profile.equipment, also },
  };
};

const cellsOn = (
  { cells, cellFile }: BankFiles,
  everything: ReadonlySet<string>,
  { questions }: OnForm,
  sources: ReadonlySet<string>,
): Edition['cells'] => {
  if (cells === null) return null;
  const faults: string[] = [];
  const found = cellsOf(cells, everything, questions, sources, (fault) => faults.push(fault));
  refuse(cellFile, faults);
  return found;
};

const reportOn = (
  { energyReport, reportFile }: BankFiles,
  sections: readonly Section[],
  everything: ReadonlySet<string>,
): Edition['energyReport'] => {
  if (energyReport === null) return null;
  const { rules, faults } = energyReportOn(energyReport, sections, everything);
  refuse(reportFile, faults);
  return rules;
};

const formOf = (bank: BankFiles, form: Form, { lists, sources, vocabulary, prices }: BankContext): Edition => {
  const { sections: _, reviewBy: __, forms: named, id, title: ___, ...record } = bank.edition;
  const head = named[form] as NonNullable<(typeof named)[Form]>;
  const everything = questionIds(bank.sections, null);
  const onForm: OnForm = { form, questions: questionIds(bank.sections, form), bank: everything };
  const sections = bank.sections.flatMap(({ file, record: ofSection, isModule }) => {
    if ('forms' in ofSection && !standsOn(ofSection, form)) return [];
    const faults: string[] = [];
    const section = sectionOf(ofSection, isModule, lists, onForm, (fault) => faults.push(fault));
    refuse(file, faults);
    return section === null ? [] : [section];
  });
  const cells = cellsOn(bank, everything, onForm, sources);
  const words = {
    questions: everything,
    units: unitsIn(bank.sections),
    measures: new Set(bank.cells?.measures.map((measure) => measure.id)),
    slips: bank.slips,
  };
  const measures = new Set(cells?.measures.map((measure) => measure.id));
  const editRules = bank.rules.flatMap(({ file, records }) => {
    const faults: string[] = [];
    const rules = expandRules(records, words, { ...onForm, measures }, lists, (fault) => faults.push(fault));
    const undeclared = rules.filter(({ origin }) => !sources.has(origin.source));
    const named = undeclared.map(({ key, origin }) =>
      inLine(`${key}: origin`, `there is no source ${origin.source}`, `출처 ${origin.source}이(가) 없습니다`),
    );
    refuse(file, [...faults, ...named]);
    return rules;
  });
  const content: Omit<Edition, 'hash'> = {
    ...record,
    id: `${id}-${form.toLowerCase()}`,
    bank: id,
    form,
    ...head,
    sections,
    editRules,
    slips: bank.slips,
    cells,
    carryForward: bank.carryForward,
    energyReport: reportOn(bank, sections, everything),
    reasonCodes: lists.reasonCodes,
    codeLists: listsOf(sections, lists, record.codesAsOf),
    profile: profileOn(bank, everything, onForm),
    register: Object.fromEntries(
      Object.entries(record.register).filter(([, question]) => question !== undefined && onForm.questions.has(question)),
    ),
    notCounted: { fuels: record.notCounted.fuels.filter((fuel) => onForm.questions.has(fuel)) },
    prices: pricesOfYear(prices, record.referenceYear),
  };
  refuse(join(bank.folder, 'edition.yaml'), editionFaults(content, vocabulary));
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
};

/** What the questions of a bank rest on. */
export interface BankContext {
  readonly lists: CodeLists;
  /** Ids of the sources that rules may rest on. */
  readonly sources: ReadonlySet<string>;
  /** The words of the calculation. */
  readonly vocabulary: SurveyVocabulary;
  readonly prices: MoneyPrices;
}

/**
 * Reads an item bank and makes its forms of it. Every edition carries a hash over all it says.
 * Throws DataFileError naming every fault of a file.
 */
export const readBank = (folder: string, context: BankContext): { readonly bank: Bank; readonly editions: readonly Edition[] } => {
  const read = readFiles(folder);
  const { id, survey, title, referenceYear } = read.edition;
  const editions = forms.filter((form) => read.edition.forms[form] !== undefined).map((form) => formOf(read, form, context));
  if (editions.length === 0)
    throw new DataFileError(join(folder, 'edition.yaml'), [inLine('forms', 'names no form', '조사표가 하나도 없습니다')]);
  return {
    bank: {
      id,
      survey,
      title,
      referenceYear,
      forms: Object.fromEntries(editions.map((edition) => [edition.form, edition.id])),
      indicators: readIndicators(folder, editions, context.sources),
    },
    editions,
  };
};
