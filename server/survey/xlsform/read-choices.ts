import type { Text } from '../edition.js';
import type { Workbook } from '../workbook.js';
import { bothTexts, type Report, readRows } from './read-rows.js';

/** A choice as it stands in the sheet, and the id it has with us. */
export interface ReadChoice {
  readonly name: string;
  readonly id: string;
  readonly text: Text;
  readonly exclusive: boolean;
}

const known = ['list_name', 'name', 'label', 'label::ko', 'label::en', 'onsil'];

/** "boiler_gas" -> "boilerGas", "1" -> "c1": letters and digits, a letter first. */
const choiceId = (name: string): string => {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  const id = [first, ...rest.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)].join('');
  return /^[A-Za-z]/.test(id) ? id : `c${id}`;
};

/** The lists of choices by name. Those of code lists keep their codes: they are not taken over. */
export const readChoices = (workbook: Workbook, report: Report): ReadonlyMap<string, readonly ReadChoice[]> => {
  const lists = new Map<string, ReadChoice[]>();
  for (const row of readRows(workbook, 'choices', known, report)) {
    const [list, name] = [row.text('list_name'), row.text('name')];
    if (list === '' || name === '') {
      row.say('outside', 'name', 'nameAbsent');
      continue;
    }
    const isOurs = /^(units|list|missing)_/.test(list) || list === 'yes_no';
    const id = isOurs || /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : choiceId(name);
    if (id !== name) row.say('note', 'name', 'renamed', { name: id });
    const text = bothTexts(row, 'label');
    if (text === null) row.say('outside', 'name', 'labelAbsent');
    const there = lists.get(list) ?? [];
    if (there.some((one) => one.id === id)) row.say('outside', 'name', 'nameTwice');
    else
      lists.set(list, [
        ...there,
        { name, id, text: text ?? { ko: name, en: name }, exclusive: /"exclusive"\s*:\s*true/.test(row.text('onsil')) },
      ]);
  }
  return lists;
};
