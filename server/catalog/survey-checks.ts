import { unitOf } from '../domain/units.js';
import { checkTypes } from '../expression/check-types.js';
import type { Expression } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import type { Edition, Mapping, Question } from '../survey/edition.js';
import { partsOf } from '../survey/field-names.js';
import { vocabularyOf } from '../survey/question-functions.js';

/** The words of the calculation that a mapping may use. */
export interface SurveyVocabulary {
  readonly fuels: ReadonlySet<string>;
}

type Checked = Omit<Edition, 'hash'>;

const typeFault = (expression: Expression, wanted: Type | 'any', questions: ReadonlyMap<string, Question>): string | null => {
  try {
    const found = checkTypes(
      expression,
      vocabularyOf((id) => questions.get(id)),
    );
    return wanted === 'any' || found === 'any' || found === wanted ? null : `comes to a ${found}, not to a ${wanted}`;
  } catch (error) {
    return (error as Error).message;
  }
};

const twice = (keys: readonly string[], what: string): readonly string[] =>
  [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => `${what} ${key} stands twice`);

/** Relevance may look only at questions that stand before: one pass then decides everything, and no circle is possible. */
const relevanceFaults = (edition: Checked): readonly string[] => {
  const before = new Map<string, Question>();
  const faults: string[] = [];
  const check = (expression: Expression | null, where: string): void => {
    const fault = expression === null ? null : typeFault(expression, 'truth', before);
    if (fault !== null) faults.push(`${where}.relevance: ${fault}`);
  };
  for (const section of edition.sections) {
    check(section.relevance, section.id);
    for (const question of section.questions) {
      check(question.relevance, question.id);
      before.set(question.id, question);
    }
  }
  return faults;
};

const ruleFaults = (edition: Checked, questions: ReadonlyMap<string, Question>): readonly string[] =>
  edition.editRules.flatMap((rule) => {
    const check = (expression: Expression | null, wanted: Type | 'any', where: string): readonly string[] => {
      const fault = expression === null ? null : typeFault(expression, wanted, questions);
      return fault === null ? [] : [`${rule.key}.${where}: ${fault}`];
    };
    const named = [...`${rule.text.ko}${rule.text.en}${rule.wayOut.ko}${rule.wayOut.en}`.matchAll(/\{(\w+)\}/g)].map(
      (match) => match[1] as string,
    );
    const { suggestion } = rule;
    const ofSuggestion =
      suggestion === null
        ? []
        : suggestion.kind === 'put'
          ? check(suggestion.value, 'number', 'suggestion.value')
          : [
              ...check(suggestion.ratio, 'number', 'suggestion.ratio'),
              ...suggestion.slips
                .filter((id) => !edition.slips.some((slip) => slip.id === id))
                .map((id) => `${rule.key}: there is no slip ${id}`),
            ];
    return [
      ...check(rule.holds, 'truth', 'holds'),
      ...check(rule.when, 'truth', 'when'),
      ...Object.entries(rule.values).flatMap(([name, value]) => check(value, 'any', `values.${name}`)),
      ...named.filter((name) => !Object.hasOwn(rule.values, name)).map((name) => `${rule.key}.text: {${name}} has no value`),
      ...ofSuggestion,
      ...(suggestion?.kind === 'put' && !isPart(questions.get(suggestion.question), suggestion.part)
        ? [`${rule.key}.suggestion: ${suggestion.question} has no part ${suggestion.part}`]
        : []),
    ];
  });

const isPart = (question: Question | undefined, part: string): boolean =>
  question !== undefined && question.type !== 'table' && partsOf(question).includes(part);

const mappingFaults = (
  id: string,
  mapping: Mapping,
  units: readonly string[],
  questions: ReadonlyMap<string, Question>,
  { fuels }: SurveyVocabulary,
): readonly string[] => {
  const faults = units.filter((unit) => unitOf(unit) === null).map((unit) => `${id}: the calculation does not know the unit ${unit}`);
  const needs = (other: string, type: Question['type']): readonly string[] =>
    questions.get(other)?.type === type ? [] : [`${id}.mapping: ${other} is not a question of type ${type}`];
  if ('fuel' in mapping && !fuels.has(mapping.fuel)) faults.push(`${id}.mapping: there is no fuel ${mapping.fuel}`);
  if (mapping.category === 'stationaryCombustion' && mapping.grossMJPerNm3From !== null) {
    faults.push(...needs(mapping.grossMJPerNm3From, 'number'));
  }
  if (mapping.category !== 'purchasedHeat') return faults;
  const kind = questions.get(mapping.kindFrom);
  const offered = kind?.type === 'choice' ? kind.choices.map((choice) => choice.id) : [];
  const wrong = [
    ...offered.filter((choice) => !Object.hasOwn(mapping.kinds, choice)),
    ...Object.keys(mapping.kinds).filter((choice) => !offered.includes(choice)),
  ];
  return [
    ...faults,
    ...needs(mapping.supplierFrom, 'codeList'),
    ...needs(mapping.kindFrom, 'choice'),
    ...wrong.map((choice) => `${id}.mapping: ${mapping.kindFrom} and kinds differ in ${choice}`),
    ...mapping.assumed.filter((choice) => !offered.includes(choice)).map((choice) => `${id}.mapping: assumed names no choice ${choice}`),
  ];
};

/** An energy amount either enters the calculation or is named among what does not: nothing that was answered may vanish. */
const notCountedFaults = ({ notCounted }: Checked, questions: ReadonlyMap<string, Question>): readonly string[] => {
  const amounts = [...notCounted.instruments, ...notCounted.ownGeneration];
  const of = (ids: readonly string[], types: readonly Question['type'][]) =>
    ids
      .filter((id) => !types.includes(questions.get(id)?.type ?? 'table'))
      .map((id) => `notCounted: ${id} is not a question of type ${types.join(' or ')}`);
  const silent = [...questions.values()].filter(
    (question) =>
      (question.type === 'quantity' || question.type === 'monthly') && question.mapping === null && !amounts.includes(question.id),
  );
  return [
    ...of(notCounted.fuels, ['text']),
    ...of(amounts, ['quantity', 'monthly']),
    ...silent.map(({ id }) => `${id}: has no mapping and is not named in notCounted`),
  ];
};

const profileFaults = ({ profile }: Checked, questions: ReadonlyMap<string, Question>): readonly string[] => {
  const { equipment } = profile;
  const named = [
    profile.name,
    profile.industryCode,
    profile.region,
    profile.inComplex,
    profile.complex,
    ...profile.workers,
    ...profile.sales,
  ];
  const unknown = named.filter((id) => !questions.has(id)).map((id) => `profile: there is no question ${id}`);
  const noConsent = Object.values(profile.consents).filter((id) => questions.get(id)?.type !== 'consent');
  const table = questions.get(equipment.table);
  const columns = table?.type === 'table' ? table.columns.map((column) => column.id) : [];
  const missing = [equipment.kind, equipment.size, equipment.hours].filter((id) => !columns.includes(id));
  return [
    ...unknown,
    ...noConsent.map((id) => `profile.consents: ${id} is not a consent`),
    ...missing.map((id) => `profile.equipment: ${equipment.table} has no column ${id}`),
  ];
};

/** Everything that could fail while someone is answering, found when the files are read. */
export const editionFaults = (edition: Checked, vocabulary: SurveyVocabulary): readonly string[] => {
  const all = edition.sections.flatMap((section) => section.questions);
  const questions = new Map(all.map((question) => [question.id, question]));
  const columns = all.flatMap((question) =>
    question.type === 'table' ? question.columns.map((column) => `${question.id}.${column.id}`) : [],
  );
  return [
    ...twice(
      edition.sections.map((section) => section.id),
      'section',
    ),
    ...twice(
      all.map((question) => question.id),
      'question',
    ),
    ...twice(
      all.map((question) => question.code),
      'code',
    ),
    ...twice(columns, 'column'),
    ...twice(
      edition.editRules.map((rule) => rule.key),
      'rule',
    ),
    ...twice(
      edition.slips.map((slip) => slip.id),
      'slip',
    ),
    ...relevanceFaults(edition),
    ...ruleFaults(edition, questions),
    ...all.flatMap((question) =>
      (question.type === 'quantity' || question.type === 'monthly') && question.mapping !== null
        ? mappingFaults(
            question.id,
            question.mapping,
            question.units.map((unit) => unit.id),
            questions,
            vocabulary,
          )
        : [],
    ),
    ...notCountedFaults(edition, questions),
    ...profileFaults(edition, questions),
  ];
};
