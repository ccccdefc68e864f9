import type { Confidence } from '../domain/confidence.js';
import type { Text, ThreeValued } from '../planner/plan.js';
import type { BadgeView, OutcomeView } from './plan-pieces.js';
import { type DeclaredSource, type SourceRegister, sourceRegister } from './plan-sources.js';
import type { PlanWords } from './words/en/plan.js';
import { type Language, wordsOf } from './words/words.js';

/** What every part of the plan's view is worded with. */
export interface Wording {
  readonly language: Language;
  readonly words: PlanWords;
  readonly sources: SourceRegister;
  readonly text: (text: Text) => string;
  readonly badge: (confidence: Confidence) => BadgeView;
  readonly outcome: (outcome: ThreeValued, labels: Readonly<Record<ThreeValued, string>>) => OutcomeView;
}

const symbols = { yes: '○', no: '×', unknown: '△' } as const;

/** @param declared the declared sources of the emission factors */
export const wording = (language: Language, declared: readonly DeclaredSource[]): Wording => {
  const words: PlanWords = wordsOf(language).plan;
  return {
    language,
    words,
    sources: sourceRegister(declared, language),
    text: (text) => text[language],
    badge: (confidence) => ({ level: confidence, label: words.confidence[confidence] }),
    outcome: (outcome, labels) => ({ outcome, symbol: symbols[outcome], label: labels[outcome] }),
  };
};
