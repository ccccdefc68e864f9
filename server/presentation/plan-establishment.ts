import type { TransitionPlan } from '../planner/plan.js';
import { fixed, money } from './plan-numbers.js';
import type { FactView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

export interface PlanEstablishmentView {
  readonly heading: string;
  readonly lead: string;
  readonly caption: string;
  readonly itemLabel: string;
  readonly answerLabel: string;
  readonly facts: readonly FactView[];
}

/** What is known of the establishment; what was not answered says so. */
export const planEstablishment = (plan: TransitionPlan, { words, language }: Wording): PlanEstablishmentView => {
  const { establishment: e } = plan;
  const w = words.establishment;
  const fact = (label: string, value: string | null): FactView => ({ label, value: value ?? words.notKnown, known: value !== null });
  const complex = { true: w.inComplex, false: w.noComplex }[String(e.complex)] ?? (e.complex || null);
  return {
    heading: w.heading,
    lead: w.lead,
    caption: w.caption,
    itemLabel: w.item,
    answerLabel: w.answer,
    facts: [
      fact(w.name, e.name),
      fact(w.industryCode, e.industryCode ?? null),
      fact(w.workers, e.workers == null ? null : w.workersValue(fixed(e.workers, 0))),
      fact(w.region, e.region ?? null),
      fact(w.complex, typeof complex === 'string' ? complex : null),
      fact(w.averageSales, e.averageSales == null ? null : money([e.averageSales], language, words)),
      fact(w.sector, words.sectors[plan.inventory.sector]),
    ],
  };
};
