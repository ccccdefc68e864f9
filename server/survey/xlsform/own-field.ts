import type { Question } from '../edition.js';
import type { FindField, NamedField } from './from-xpath.js';

const texts: readonly Question['type'][] = ['text', 'businessNumber', 'phone', 'email'];
const parts: readonly string[] = ['', 'unit', 'annual', 'answered'];

/** Fields as an export of ours names them: choices keep their ids. */
export const ownFields =
  (find: (question: string) => Question | undefined): FindField =>
  (name) => {
    const [id = '', ...rest] = name.split('_');
    const question = find(id);
    if (question === undefined) return undefined;
    const part = rest.join('_');
    const type: NamedField['type'] = texts.includes(question.type) ? 'text' : (question.type as NamedField['type']);
    return { id, type, part: parts.includes(part) ? (part as NamedField['part']) : 'other', choice: (choice) => choice };
  };
