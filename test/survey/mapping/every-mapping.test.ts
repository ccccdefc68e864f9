import { expect } from 'chai';
import type { Edition, Question } from '../../../server/survey/edition.js';
import { questionsOf } from '../../../server/survey/form-fields.js';
import type { ActivityMapping, Binding } from '../../../server/survey/mapping/mapping.js';
import { questionsIn } from '../../../server/survey/mapping/scope.js';
import { sourcesOfField } from '../../../server/survey/mapping/sources.js';
import { surveyMethod } from '../../../server/survey/survey-method.js';
import { resultOf } from '../../support/emission-factors.js';
import { definitions } from '../edition-under-test.js';

type Find = (id: string) => Question | undefined;

/** What a field may come to, by the answer that makes it so. */
type Options = readonly (readonly [answer: string, value: unknown])[];

const unitsOf = (question: Question | undefined): readonly string[] =>
  question?.type === 'quantity' || question?.type === 'monthly' ? question.units.map(({ id }) => id) : [];

/** A number from the middle of what may be answered. */
const middle = (question: Question | undefined): number => {
  if (question?.type !== 'number') return 1000;
  const { min, max } = question.bounds;
  return ((min ?? 0) + (max ?? 2)) / 2;
};

const ofAnswer = (binding: Extract<Binding, { kind: 'answer' }>, find: Find, edition: Edition): Options => {
  const question = find(binding.from);
  const answers =
    question?.type === 'choice'
      ? question.choices.map(({ id }) => id)
      : question?.type === 'codeList'
        ? (edition.codeLists[question.list]?.entries ?? []).map(({ code }) => code)
        : null;
  if (answers !== null) {
    return answers.flatMap((id) => {
      const word = binding.words === null ? id : binding.words[id];
      return word === null || word === undefined ? [] : [[`${binding.from}=${id}`, word] as const];
    });
  }
  return [['', middle(question) * binding.times]];
};

const optionsOf = (binding: Binding, find: Find, edition: Edition): Options => {
  if (binding.kind === 'constant') return [['', binding.value]];
  if (binding.kind === 'answer') return ofAnswer(binding, find, edition);
  return binding.kind === 'sum' || binding.kind === 'expression' ? [['', binding.kind === 'sum' ? 500 : 1000]] : [];
};

/** Activities a mapping can make, with the answers behind each. Lists, objects and sums of a part are left out: they have tests of their own. */
const activitiesOf = (
  mapping: ActivityMapping,
  find: Find,
  edition: Edition,
): readonly { readonly answers: readonly string[]; readonly activity: object }[] => {
  const { fields, category } = mapping;
  const lead =
    fields.unit?.kind === 'constant'
      ? []
      : sourcesOfField(fields, 'quantity' in fields ? 'quantity' : 'purchases').flatMap((id) => unitsOf(find(id)));
  const units: Options = lead.length === 0 ? [['', null]] : [...new Set(lead)].map((unit) => [`unit=${unit}`, unit]);
  const flat = Object.entries(fields).filter(([, { kind }]) => kind !== 'object' && kind !== 'entries' && kind !== 'rows');
  let all = units.map(([answer, unit]) => ({
    answers: answer === '' ? [] : [answer],
    activity: unit === null ? { category } : { category, unit },
  }));
  for (const [key, binding] of flat) {
    const options = optionsOf(binding, find, edition);
    all =
      options.length === 0
        ? all
        : all.flatMap(({ answers, activity }) =>
            options.map(([answer, value]) => ({
              answers: answer === '' ? answers : [...answers, answer],
              activity: { ...activity, [key]: value },
            })),
          );
  }
  return all.slice(0, 4000);
};

/** Without the fields that not every process or gas knows. */
const plainer = (activity: object, mapping: ActivityMapping): object =>
  Object.fromEntries(
    Object.entries(activity).filter(([key]) => {
      const binding = mapping.fields[key];
      return (
        binding === undefined ||
        binding.kind === 'constant' ||
        key === 'quantity' ||
        ('words' in binding && binding.words !== null) ||
        ('needed' in binding && binding.needed)
      );
    }),
  );

const isTaken = (activity: object): boolean =>
  'inventory' in resultOf({ reportingYear: 2025, ...surveyMethod, sector: 'manufacturing', activityData: [{ id: 'a', ...activity }] });

describe('every mapping of the survey', () => {
  for (const edition of Object.values(definitions().editions)) {
    it(`comes to something the calculation takes, in every unit and for every choice that is offered: ${edition.id}`, () => {
      const questions = new Map(questionsOf(edition).map((question) => [question.id, question]));
      for (const question of questions.values()) {
        const columns = question.type === 'table' ? question.columns : [];
        const find: Find = (id) => columns.find((column) => column.id === id) ?? questions.get(id);
        for (const mapping of 'mappings' in question ? (question.mappings ?? []) : []) {
          if (mapping.kind === 'leftOut' || mapping.category === 'carbonBalance') continue;
          const tried = activitiesOf(mapping, find, edition);
          // A choice that the condition of the mapping asks about may never come this far.
          const decided = mapping.when === null ? [] : questionsIn(mapping.when);
          const offered = new Set(
            tried.flatMap(({ answers }) => answers).filter((answer) => !decided.includes(answer.split('=')[0] ?? '')),
          );
          for (const { answers, activity } of tried) {
            if (answers.every((answer) => !offered.has(answer))) continue;
            if (isTaken(activity) || isTaken(plainer(activity, mapping))) for (const answer of answers) offered.delete(answer);
          }
          expect([...offered], `${question.id}: ${mapping.category}`).to.deep.equal([]);
        }
      }
    });
  }
});
