import { exactSum } from '../domain/exact-sum.js';
import type { Answer } from './answer.js';
import type { Edition } from './edition.js';
import { lookThrough } from './relevance.js';
import type { Response } from './response.js';

/** One row of the main equipment table. */
export interface EquipmentFact {
  readonly kind: string;
  readonly size: number | null;
  readonly sizeUnit: string | null;
  readonly hoursPerYear: number | null;
}

/** What the answers tell of the establishment. Null means "not known", never "no"; `complex` is false when it stands in none. */
export interface EstablishmentFacts {
  readonly name: string;
  readonly industryCode: string | null;
  readonly workers: number | null;
  readonly region: string | null;
  readonly complex: string | boolean | null;
  /** Mean of three years, won; null unless all three are known. */
  readonly averageSales: number | null;
  readonly equipment: readonly EquipmentFact[];
  /** Null: not asked yet. Only true is consent. */
  readonly consents: { readonly ownReport: boolean | null; readonly programMatching: boolean | null };
}

const textOf = (answer: Answer | undefined): string | null =>
  answer?.state === 'answered' && answer.value.kind === 'text' ? answer.value.text : null;

const numberOf = (answer: Answer | undefined): number | null => {
  if (answer?.state !== 'answered') return null;
  return answer.value.kind === 'number' || answer.value.kind === 'quantity' ? answer.value.number : null;
};

const unitOf = (answer: Answer | undefined): string | null =>
  answer?.state === 'answered' && answer.value.kind === 'quantity' ? answer.value.unit : null;

const truthOf = (answer: Answer | undefined): boolean | null =>
  answer?.state === 'answered' && answer.value.kind === 'truth' ? answer.value.truth : null;

const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : exactSum(numbers.map((number) => number ?? 0));

const nameInList = (edition: Edition, questionId: string, code: string): string | null => {
  const question = edition.sections.flatMap((section) => section.questions).find(({ id }) => id === questionId);
  const list = question?.type === 'codeList' ? edition.codeLists[question.list] : undefined;
  return list?.entries.find((entry) => entry.code === code)?.text.ko ?? null;
};

/** What the transition plan needs to know of the establishment, from the questions that `edition.profile` names. */
export const establishmentFacts = (edition: Edition, response: Response): EstablishmentFacts => {
  const { profile } = edition;
  const looked = lookThrough(edition, response.answers);
  const answerOf = (id: string): Answer | undefined => {
    const asked = looked.questions.get(id);
    return asked === undefined || asked.relevance === false ? undefined : asked.answer;
  };
  const workers = profile.workers.map((id) => numberOf(answerOf(id)));
  const inComplex = truthOf(answerOf(profile.inComplex));
  const table = answerOf(profile.equipment.table);
  const rows = table?.state === 'answered' && table.value.kind === 'table' ? table.value.rows : [];
  const sales = profile.sales.map((id) => numberOf(answerOf(id)));
  const complexCode = textOf(answerOf(profile.complex));
  const complexName =
    complexCode === null || complexCode === profile.unnamedComplex ? null : nameInList(edition, profile.complex, complexCode);
  const inTable = rows.flatMap(({ cells }): EquipmentFact[] => {
    const kind = textOf(cells[profile.equipment.kind]);
    if (kind === null) return [];
    const size = cells[profile.equipment.size];
    return [{ kind, size: numberOf(size), sizeUnit: unitOf(size), hoursPerYear: numberOf(cells[profile.equipment.hours]) }];
  });
  const elsewhere = profile.equipment.also.flatMap(({ kind, size, unit, hours }): EquipmentFact[] => {
    const number = numberOf(answerOf(size));
    if (number === null || inTable.some((one) => one.kind === kind)) return [];
    return [{ kind, size: number, sizeUnit: unit, hoursPerYear: hours === null ? null : numberOf(answerOf(hours)) }];
  });
  const consent = (id: string | null): boolean | null => (id === null ? null : truthOf(answerOf(id)));
  return {
    consents: { ownReport: consent(profile.consents.ownReport), programMatching: consent(profile.consents.programMatching) },
    name: textOf(answerOf(profile.name)) ?? '',
    industryCode: textOf(answerOf(profile.industryCode)),
    workers: sumOf(workers),
    region: textOf(answerOf(profile.region)),
    complex: inComplex === true ? (complexName ?? true) : inComplex,
    averageSales: sumOf(sales) === null ? null : (sumOf(sales) as number) / sales.length,
    equipment: [...inTable, ...elsewhere],
  };
};
