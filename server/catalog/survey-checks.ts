import type { Expression } from '../expression/expression.js';
import type { Edition, Question } from '../survey/edition.js';
import { sourcesOfMapping } from '../survey/mapping/sources.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { expressionFault } from './expression-fault.js';
import { mappingFaults } from './mapping-checks.js';
import { inLine } from './schema-faults.js';
import { ruleFaults } from './survey-rule-checks.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

type Checked = Omit<Edition, 'hash'>;

const twice = (keys: readonly string[], what: string): readonly string[] =>
  [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) =>
    inLine(`${what} ${key}`, `${what} ${key} stands twice`, `${key}이(가) 두 번 있습니다`),
  );

/** Relevance may look only at questions that stand before: one pass then decides everything, and no circle is possible. */
const relevanceFaults = (edition: Checked): readonly string[] => {
  const before = new Map<string, Question>();
  const vocabulary = vocabularyOf((id) => before.get(id));
  const faults: string[] = [];
  const check = (expression: Expression | null, where: string): void => {
    const fault = expression === null ? null : expressionFault(`${where}.relevance`, expression, 'truth', vocabulary);
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

/** An energy amount either enters the calculation or is named among what does not: nothing that was answered may vanish. */
const notCountedFaults = ({ notCounted }: Checked, questions: ReadonlyMap<string, Question>): readonly string[] => {
  const all = [...questions.values()];
  const amounts = all.filter((question) => question.type === 'quantity' || question.type === 'monthly');
  const mappings = all.flatMap((question) => ('mappings' in question ? (question.mappings ?? []) : []));
  const used = new Set(mappings.flatMap(sourcesOfMapping));
  const noText = notCounted.fuels.filter((id) => questions.get(id)?.type !== 'text');
  return [
    ...noText.map((id) => inLine('notCounted', `${id} is not a question of type text`, `${id}은(는) text 문항이 아닙니다`)),
    ...amounts
      .filter(({ id, mappings: own }) => own?.length === 0 && !used.has(id))
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
  const kind = table?.type === 'table' ? table.columns.find(({ id }) => id === equipment.kind) : undefined;
  const size = table?.type === 'table' ? table.columns.find(({ id }) => id === equipment.size) : undefined;
  const also = equipment.also.flatMap((one) => [
    ...[one.size, ...(one.hours === null ? [] : [one.hours])]
      .filter((id) => questions.get(id)?.type !== 'number')
      .map((id) => inLine('equipment', `${id} is not a question of type number`, `${id}은(는) number 문항이 아닙니다`)),
    ...(kind?.type === 'choice' && kind.choices.some(({ id }) => id === one.kind)
      ? []
      : [inLine('equipment', `there is no kind of equipment ${one.kind}`, `설비 종류 ${one.kind}이(가) 없습니다`)]),
    ...(size?.type === 'quantity' && size.units.some(({ id }) => id === one.unit)
      ? []
      : [inLine('equipment', `equipment has no size in ${one.unit}`, `설비 용량에 쓰지 않는 단위입니다(${one.unit})`)]),
  ]);
  return [
    ...also,
    ...unknown,
    ...noConsent.map((id) => inLine('profile.consents', `${id} is not a consent`, `${id}은(는) 동의 문항이 아닙니다`)),
    ...missing.map((id) =>
      inLine('profile.equipment', `${equipment.table} has no column ${id}`, `${equipment.table}에 ${id} 열이 없습니다`),
    ),
  ];
};

/** Last year's consent is not this year's. */
const carryFaults = (questions: readonly Question[]): readonly string[] =>
  questions
    .filter(({ type, carry }) => type === 'consent' && carry)
    .map(({ id }) =>
      inLine(id, 'a consent is given anew each year and cannot be carried', '동의는 해마다 새로 받으므로 이어받을 수 없습니다'),
    );

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
    ...carryFaults(all),
    ...relevanceFaults(edition),
    ...ruleFaults(edition, questions),
    ...all.flatMap((question) =>
      'mappings' in question
        ? mappingFaults(question, question.mappings ?? [], { questions, codeLists: edition.codeLists, vocabulary, prices: edition.prices })
        : [],
    ),
    ...notCountedFaults(edition, questions),
    ...profileFaults(edition, questions),
  ];
};
