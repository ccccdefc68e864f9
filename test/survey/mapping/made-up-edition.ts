import { readCodeLists } from '../../../server/catalog/code-lists.js';
import { mappingFaults } from '../../../server/catalog/mapping-checks.js';
import { sectionOf } from '../../../server/catalog/survey-questions.js';
import { section as sectionSchema } from '../../../server/catalog/survey-schemas.js';
import { repositoryRoot } from '../../../server/root.js';
import type { Edition } from '../../../server/survey/edition.js';
import { questionsOf } from '../../../server/survey/form-fields.js';
import { emissionFactors } from '../../support/emission-factors.js';
import { edition } from '../edition-under-test.js';

export type Plain = Record<string, unknown>;

/** A question that a person may read, from one that names what matters alone. */
const whole = (question: Plain, code: string): Plain => {
  const columns = question.columns as readonly Plain[] | undefined;
  return {
    code,
    text: { ko: `질문 ${String(question.id)}`, en: `Question ${String(question.id)}` },
    ...(['quantity', 'money', 'monthly'].includes(String(question.type)) ? { bounds: { min: null, max: null } } : {}),
    ...(question.type === 'number' ? { wholeNumber: false } : {}),
    ...question,
    ...(columns === undefined ? {} : { columns: columns.map((column, index) => whole(column, `${code}.${index + 1}`)) }),
  };
};

/** An edition with one section of these questions. */
export const madeUpEdition = (questions: readonly Plain[]): { readonly edition: Edition; readonly faults: readonly string[] } => {
  const record = sectionSchema.parse({
    id: 'Z',
    title: { ko: '시험', en: 'Test' },
    questions: questions.map((question, index) => whole(question, `Z${index + 1}`)),
  });
  const faults: string[] = [];
  const ids = new Set(record.questions.map(({ id }) => id));
  const onForm = { form: 'M', questions: ids, bank: ids } as const;
  const section = sectionOf(record, false, readCodeLists(repositoryRoot), onForm, (fault) => faults.push(fault));
  const made = { ...edition(), sections: section === null ? [] : [section] };
  const all = new Map(questionsOf(made).map((question) => [question.id, question]));
  const context = { questions: all, codeLists: made.codeLists, vocabulary: emissionFactors(), prices: made.prices };
  const found = [...all.values()].flatMap((question) =>
    'mappings' in question ? mappingFaults(question, question.mappings ?? [], context) : [],
  );
  return { edition: made, faults: [...faults, ...found] };
};
