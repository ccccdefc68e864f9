import { splitName } from '../survey/field-names.js';
import type { RejectedField } from '../survey/form-fields.js';
import type { FormState } from '../survey/form-state.js';

type Fields = ReadonlyMap<string, string>;

/**
 * The texts to print into the fields after some were not stored: of a question that kept its earlier answer, what was typed; of a table, whose
 * other cells were stored, what is stored.
 */
export const typedAgain = (
  { state, fields }: { readonly state: FormState; readonly fields: Fields },
  rejected: readonly RejectedField[],
  posted: ReadonlyMap<string, readonly string[]>,
): Fields => {
  const ids = new Set(rejected.map(({ name }) => splitName(name).question));
  const again = [...posted].flatMap(([name, texts]) => {
    const { question } = splitName(name);
    const isTable = state.questions[question]?.question.type === 'table';
    return ids.has(question) && !isTable ? [[name, texts.at(-1) ?? ''] as const] : [];
  });
  return new Map([...fields, ...again]);
};
