import type { Field } from '../domain/field.js';
import { fieldFaults } from '../domain/read-fields.js';
import { activityFields } from '../domain/request-shape.js';
import { inventoryProblems } from '../problem/inventory-problems.js';
import { type ProblemKind, type Sentence, sentenceOf } from '../problem/problem.js';
import type { Question } from '../survey/edition.js';
import type { AnswerBinding, Binding, Bindings, Mapping, Word } from '../survey/mapping/mapping.js';
import { sourcesOf } from '../survey/mapping/sources.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { amountTypes, numberFaults, numberKinds, sumFaults, unitlessFaults } from './amount-checks.js';
import { expressionFault } from './expression-fault.js';
import { type Find, hasOneUnit, type Level, type MappingContext, noQuestion } from './mapping-level.js';
import { moneyFaults } from './money-checks.js';
import { inLine } from './schema-faults.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

const problems: Readonly<Record<string, ProblemKind | undefined>> = inventoryProblems;

/** What the calculation says of a word in a field; null where it takes it. */
const wordFault = (field: Field, word: Word, vocabulary: SurveyVocabulary): Sentence | null => {
  const [fault] = fieldFaults({ [field.key]: word }, [field], '', vocabulary);
  if (fault === undefined) return null;
  const kind = problems[fault.code];
  return kind === undefined ? { en: fault.code, ko: fault.code } : sentenceOf(kind, fault.values);
};

/** The answers that a question of words can have. */
const answersOf = (question: Question, { codeLists }: MappingContext): readonly string[] | null => {
  if (question.type === 'choice') return question.choices.map(({ id }) => id);
  if (question.type === 'codeList') return codeLists[question.list]?.entries.map(({ code }) => code) ?? [];
  return question.type === 'yesNo' ? ['yes', 'no'] : null;
};

const wordFaults = (binding: AnswerBinding, question: Question, field: Field, at: string, { context }: Level): readonly string[] => {
  const given = answersOf(question, context);
  if (given === null) {
    return field.kind === 'text' && question.type === 'text'
      ? []
      : [inLine(at, `${question.id} has no choices`, `${question.id}은(는) 고르는 문항이 아닙니다`)];
  }
  const { words, assumed } = binding;
  const differ =
    words === null
      ? []
      : [...given.filter((choice) => !Object.hasOwn(words, choice)), ...Object.keys(words).filter((choice) => !given.includes(choice))];
  const strange = Object.keys(assumed).filter((choice) => !given.includes(choice));
  const meant: readonly (Word | null)[] =
    words !== null ? Object.values(words) : field.kind === 'boolean' && question.type === 'yesNo' ? [true, false] : given;
  return [
    ...differ.map((choice) =>
      inLine(at, `${question.id} and words differ in ${choice}`, `${question.id}의 선택지와 words가 다릅니다(${choice})`),
    ),
    ...strange.map((choice) => inLine(at, `assumed names no choice ${choice}`, `assumed에 적힌 선택지 ${choice}이(가) 없습니다`)),
    ...meant.flatMap((word) => {
      const fault = word === null ? null : wordFault(field, word, context.vocabulary);
      return fault === null ? [] : [inLine(at, fault.en, fault.ko)];
    }),
  ];
};

const answerFaults = (binding: AnswerBinding, field: Field, at: string, level: Level): readonly string[] => {
  const question = level.find(binding.from);
  if (question === undefined) return [noQuestion(at, binding.from)];
  return numberKinds.includes(field.kind) && binding.words === null
    ? numberFaults(question, binding.times, field, at, level)
    : wordFaults(binding, question, field, at, level);
};

const bindingFaults = (binding: Binding, field: Field, at: string, level: Level): readonly string[] => {
  const { find, context } = level;
  const inside = (bindings: Bindings, own: Find): readonly string[] =>
    bindingsFaults(bindings, { where: at, fields: field.fields ?? [], find: own, context, hasOneUnit: level.hasOneUnit });
  const notOfKind = (what: string, ko: string): readonly string[] => [
    inLine(at, `${field.key} is no ${what}`, `${field.key}은(는) ${ko}이(가) 아닙니다`),
  ];
  switch (binding.kind) {
    case 'constant': {
      const fault = wordFault(field, binding.value, context.vocabulary);
      return fault === null ? [] : [inLine(at, fault.en, fault.ko)];
    }
    case 'answer':
      return answerFaults(binding, field, at, level);
    case 'sum':
      return [
        ...sumFaults([...binding.plus, ...binding.minus], field, at, level),
        ...(binding.orElse === null || binding.plus.includes(binding.orElse)
          ? []
          : [inLine(at, `orElse names ${binding.orElse}, which is not in plus`, `orElse의 ${binding.orElse}이(가) plus에 없습니다`)]),
      ];
    case 'expression': {
      const fault = expressionFault(at, binding.is, 'number', vocabularyOf(find));
      return [
        ...(fault === null ? [] : [fault]),
        ...(numberKinds.includes(field.kind) ? unitlessFaults(field, 'what is calculated', at, level) : notOfKind('number', '수')),
      ];
    }
    case 'object':
      return field.kind === 'object' ? inside(binding.fields, find) : notOfKind('object', '객체');
    case 'entries':
      return field.kind === 'list' ? binding.entries.flatMap((entry) => inside(entry, find)) : notOfKind('list', '목록');
    case 'rows': {
      if (field.kind !== 'list') return notOfKind('list', '목록');
      const table = find(binding.table);
      if (table?.type !== 'table')
        return [inLine(at, `${binding.table} is not a question of type table`, `${binding.table}은(는) table 문항이 아닙니다`)];
      return inside(binding.fields, (id) => table.columns.find((column) => column.id === id) ?? find(id));
    }
  }
};

/** Whether an amount of the level brings a unit along. */
const bringsUnit = (bindings: Bindings, find: Find): boolean =>
  sourcesOf(bindings).some((id) => amountTypes.includes(find(id)?.type ?? 'text'));

const bindingsFaults = (bindings: Bindings, around: Level): readonly string[] => {
  const { where, fields, find } = around;
  const level: Level = { ...around, hasOneUnit: hasOneUnit(bindings, fields, find, around.hasOneUnit) };
  const known = fields.map(({ key }) => key).filter((key) => key !== 'id' && key !== 'category');
  const unknown = Object.keys(bindings).filter((key) => !known.includes(key));
  const missing = fields.filter(
    ({ key, required }) =>
      required && known.includes(key) && !Object.hasOwn(bindings, key) && (key !== 'unit' || !bringsUnit(bindings, find)),
  );
  return [
    ...unknown.map((key) =>
      inLine(
        where,
        `there is no field ${key}; there are ${known.join(', ')}`,
        `${key} 항목이 없습니다. 쓸 수 있는 항목: ${known.join(', ')}`,
      ),
    ),
    ...missing.map(({ key }) => inLine(where, `the field ${key} is missing`, `${key} 항목이 빠졌습니다`)),
    ...fields.flatMap((field) => {
      const binding = bindings[field.key];
      return binding === undefined || !known.includes(field.key) ? [] : bindingFaults(binding, field, `${where}.${field.key}`, level);
    }),
  ];
};

/** Everything in the mappings of a question that could fail while answers are computed. */
export const mappingFaults = (question: Question, mappings: readonly Mapping[], context: MappingContext): readonly string[] => {
  const where = `${question.id}.mapping`;
  const columns = question.type === 'table' ? question.columns : [];
  return mappings.flatMap((mapping) => {
    const find: Find = (id) =>
      (mapping.each === 'row' ? columns.find((column) => column.id === id) : undefined) ?? context.questions.get(id);
    const ofWhen = mapping.when === null ? null : expressionFault(`${where}.when`, mapping.when, 'truth', vocabularyOf(find));
    const said = ofWhen === null ? [] : [ofWhen];
    if (mapping.kind === 'leftOut') return said;
    const { category, fields, qualityFrom, money } = mapping;
    const evidence = qualityFrom === null || find(qualityFrom)?.type === 'choice';
    return [
      ...said,
      ...(evidence
        ? []
        : [inLine(where, `${qualityFrom} is not a question of type choice`, `${qualityFrom}은(는) choice 문항이 아닙니다`)]),
      ...bindingsFaults(fields, { where, fields: activityFields(category), find, context, hasOneUnit: false }),
      ...(money === null ? [] : moneyFaults(money, where, { find, prices: context.prices, fuels: context.vocabulary.fuels })),
    ];
  });
};
