import { normalIndustryCode } from '../planner/industry-code.js';
import type { TransitionPlan } from '../planner/plan.js';
import type { PlannerData } from '../planner/planner-data.js';
import { findRegion } from '../planner/region-code.js';
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

/** The lists that codes are named from. */
export type PlaceAndTradeNames = Pick<PlannerData, 'regions' | 'industries'>;

const regionName = (given: string | null, { regions }: PlaceAndTradeNames, { language }: Wording): string | null => {
  const found = given === null ? null : findRegion(given, regions);
  return found === null ? given : found[language];
};

/** "24311 선철 주물 주조업": the name where the list has the code, in the language it is there in. */
const industryName = (given: string | null, { industries }: PlaceAndTradeNames, { language }: Wording): string | null => {
  const code = given === null ? null : normalIndustryCode(given);
  const found = industries.find((entry) => entry.code === code);
  if (found === undefined) return given;
  return `${given} ${(language === 'en' ? found.en : null) ?? found.ko}`;
};

/** What is known of the establishment; what was not answered says so. */
export const planEstablishment = (plan: TransitionPlan, names: PlaceAndTradeNames, wording: Wording): PlanEstablishmentView => {
  const { words, language } = wording;
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
      fact(w.industryCode, industryName(e.industryCode ?? null, names, wording)),
      fact(w.workers, e.workers == null ? null : w.workersValue(fixed(e.workers, 0))),
      fact(w.region, regionName(e.region ?? null, names, wording)),
      fact(w.complex, typeof complex === 'string' ? complex : null),
      fact(w.averageSales, e.averageSales == null ? null : money([e.averageSales], language, words)),
      fact(w.sector, words.sectors[plan.inventory.sector]),
    ],
  };
};
