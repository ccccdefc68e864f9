import { unitOf } from '../domain/units.js';
import { checkTypes } from '../expression/check-types.js';
import type { Expression } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import type { Edition, Mapping, Question } from '../survey/edition.js';
import { partsOf } from '../survey/field-names.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { inLine } from './schema-faults.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

type Checked = Omit<Edition, 'hash'>;

const typeFault = (
  where: string,
  expression: Expression,
  wanted: Type | 'any',
  questions: ReadonlyMap<string, Question>,
): string | null => {
  try {
    const found = checkTypes(
      expression,
      vocabularyOf((id) => questions.get(id)),
    );
    return wanted === 'any' || found === 'any' || found === wanted
      ? null
      : inLine(where, `comes to a ${found}, not to a ${wanted}`, `식의 결과가 ${wanted}이(가) 아니라 ${found}입니다`);
  } catch (error) {
    return inLine(where, (error as Error).message, '식이 올바르지 않습니다');
  }
};

const twice = (keys: readonly string[], what: string): readonly string[] =>
  [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) =>
    inLine(`${what} ${key}`, `${what} ${key} stands twice`, `${key}이(가) 두 번 있습니다`),
  );

/** Relevance may look only at questions that stand before: one pass then decides everything, and no circle is possible. */
const relevanceFaults = (edition: Checked): readonly string[] => {
  const before = new Map<string, Question>();
  const faults: string[] = [];
  const check = (expression: Expression | null, where: string): void => {
    const fault = expression === null ? null : typeFault(`${where}.relevance`, expression, 'truth', before);
    if (fault !== null) faults.push(fault);
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
      const fault = expression === null ? null : typeFault(`${rule.key}.${where}`, expression, wanted, questions);
      return fault === null ? [] : [fault];
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
                .map((id) => inLine(rule.key, `there is no slip ${id}`, `착오 유형 ${id}이(가) 없습니다`)),
            ];
    return [
      ...check(rule.holds, 'truth', 'holds'),
      ...check(rule.when, 'truth', 'when'),
      ...Object.entries(rule.values).flatMap(([name, value]) => check(value, 'any', `values.${name}`)),
      ...named
        .filter((name) => !Object.hasOwn(rule.values, name))
        .map((name) => inLine(`${rule.key}.text`, `{${name}} has no value`, `{${name}}에 넣을 값이 없습니다`)),
      ...ofSuggestion,
      ...(suggestion?.kind === 'put' && !isPart(questions.get(suggestion.question), suggestion.part)
        ? [
            inLine(
              `${rule.key}.suggestion`,
              `${suggestion.question} has no part ${suggestion.part}`,
              `${suggestion.question}에 ${suggestion.part} 칸이 없습니다`,
            ),
          ]
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
  { fuels, instruments }: SurveyVocabulary,
): readonly string[] => {
  const faults = units
    .filter((unit) => unitOf(unit) === null)
    .map((unit) => inLine(id, `the calculation does not know the unit ${unit}`, `산정에서 쓸 수 없는 단위입니다(${unit})`));
  const needs = (other: string, type: Question['type']): readonly string[] =>
    questions.get(other)?.type === type
      ? []
      : [inLine(`${id}.mapping`, `${other} is not a question of type ${type}`, `${other}은(는) ${type} 문항이 아닙니다`)];
  if ('fuel' in mapping && !fuels.has(mapping.fuel))
    faults.push(inLine(`${id}.mapping`, `there is no fuel ${mapping.fuel}`, `연료 ${mapping.fuel}이(가) 없습니다`));
  if (mapping.category === 'stationaryCombustion' && mapping.grossMJPerNm3From !== null) {
    faults.push(...needs(mapping.grossMJPerNm3From, 'number'));
  }
  faults.push(...usedByOthers(mapping).flatMap((other) => needs(other, 'quantity')));
  if (mapping.qualityFrom !== null) faults.push(...needs(mapping.qualityFrom, 'choice'));
  if (mapping.category === 'purchasedElectricity') {
    const unknown = Object.values(mapping.instruments).filter((kind) => !instruments.has(kind));
    faults.push(
      ...unknown.map((kind) => inLine(`${id}.mapping`, `there is no instrument ${kind}`, `${kind}(이)라는 조달 수단이 없습니다`)),
    );
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
    ...wrong.map((choice) =>
      inLine(
        `${id}.mapping`,
        `${mapping.kindFrom} and kinds differ in ${choice}`,
        `${mapping.kindFrom}의 선택지와 kinds가 다릅니다(${choice})`,
      ),
    ),
    ...mapping.assumed
      .filter((choice) => !offered.includes(choice))
      .map((choice) => inLine(`${id}.mapping`, `assumed names no choice ${choice}`, `assumed에 적힌 선택지 ${choice}이(가) 없습니다`)),
  ];
};

/** Quantity questions that the mapping of another question uses. */
const usedByOthers = (mapping: Mapping | null): readonly string[] => {
  if (mapping?.category === 'purchasedElectricity') return Object.keys(mapping.instruments);
  return mapping?.category === 'ownElectricity' ? [mapping.usedFrom] : [];
};

/** An energy amount either enters the calculation or is named among what does not: nothing that was answered may vanish. */
const notCountedFaults = ({ notCounted }: Checked, questions: ReadonlyMap<string, Question>): readonly string[] => {
  const all = [...questions.values()];
  const amounts = all.filter((question) => question.type === 'quantity' || question.type === 'monthly');
  const used = new Set(amounts.flatMap((question) => usedByOthers(question.mapping)));
  const noText = notCounted.fuels.filter((id) => questions.get(id)?.type !== 'text');
  return [
    ...noText.map((id) => inLine('notCounted', `${id} is not a question of type text`, `${id}은(는) text 문항이 아닙니다`)),
    ...amounts
      .filter(({ id, mapping }) => mapping === null && !used.has(id))
      .map(({ id }) => inLine(id, 'has no mapping and no other mapping uses it', '산정에 쓰이지도 않고 다른 문항의 mapping에도 없습니다')),
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
    ...profile.contact,
  ];
  const unknown = named
    .filter((id) => !questions.has(id))
    .map((id) => inLine('profile', `there is no question ${id}`, `문항 ${id}이(가) 없습니다`));
  const noConsent = Object.values(profile.consents).filter((id) => id !== null && questions.get(id)?.type !== 'consent');
  const table = questions.get(equipment.table);
  const columns = table?.type === 'table' ? table.columns.map((column) => column.id) : [];
  const missing = [equipment.kind, equipment.size, equipment.hours].filter((id) => !columns.includes(id));
  return [
    ...unknown,
    ...noConsent.map((id) => inLine('profile.consents', `${id} is not a consent`, `${id}은(는) 동의 문항이 아닙니다`)),
    ...missing.map((id) =>
      inLine('profile.equipment', `${equipment.table} has no column ${id}`, `${equipment.table}에 ${id} 열이 없습니다`),
    ),
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
