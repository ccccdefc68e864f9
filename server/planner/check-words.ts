import type { Check, Text, ThreeValued } from './plan.js';
import type { PlannerData } from './planner-data.js';

/** Survey questions that settle a fact. */
export const questions = {
  industry: 'industry-code',
  region: 'region',
  inComplex: 'in-complex',
  complexName: 'complex',
  averageSales: 'sales',
  workers: 'workers-regular',
  equipment: 'main-equipment',
} as const;

/** The lists that names are taken from. */
export type Names = Pick<PlannerData, 'industries' | 'regions' | 'programs' | 'measures'>;

/** A check; the question that would settle it is named only while it is unknown. */
export const check = (label: Text, outcome: ThreeValued, reason: Text, question?: string): Check =>
  question === undefined || outcome !== 'unknown' ? { label, outcome, reason } : { label, outcome, reason, question };

/** A truth that is known. */
export const truth = (value: boolean): ThreeValued => (value ? 'yes' : 'no');

/** The reason for an unknown: which answer is missing. */
export const unknownTo = (ko: string, en: string): Text => ({
  ko: `${ko} 응답이 없어 판단할 수 없습니다.`,
  en: `Cannot tell: ${en} was not answered.`,
});

/** Texts as a list. */
export const listed = (texts: readonly Text[]): Text => ({
  ko: texts.map((text) => text.ko).join('·'),
  en: texts.map((text) => text.en).join(', '),
});
