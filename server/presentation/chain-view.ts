import type { FactorCard } from '../domain/factor-card.js';
import { type ChoiceContext, factorChoice } from '../domain/factor-choice.js';
import type { FactorUse, Trace } from '../domain/inventory.js';
import { factorPath } from './factor-paths.js';
import { factorTitle, valueLine } from './factor-words.js';
import { formatCount, formatExact, inLanguage, withoutExponents } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** A record that was not taken, and why. */
interface RunnerUpView {
  readonly href: string;
  readonly title: string;
  readonly value: string;
  readonly why: string;
}

/** A factor where it enters a step: its number, why it is this one, and which others there were. */
export interface UsedFactorView {
  readonly role: string;
  readonly value: string;
  /** Null for a factor that came with the activity. */
  readonly factor: { readonly href: string; readonly title: string } | null;
  readonly locator: string;
  readonly rule: string;
  readonly isFallback: boolean;
  readonly confidence: string;
  readonly doubtful: boolean;
  /** What the library says by now, where that differs. */
  readonly changed: string | null;
  readonly runnersUp: { readonly title: string; readonly entries: readonly RunnerUpView[] } | null;
}

/** A step of the way: an equation in symbols and in numbers, and the factors it needs. */
export interface StepView {
  readonly name: string;
  readonly equation: string;
  readonly substituted: string;
  readonly factors: readonly UsedFactorView[];
}

/** How the roles of factors are written in equations. */
const symbols: Readonly<Record<string, RegExp>> = {
  NCV: /NCV/,
  GCV: /GCV/,
  density: /ρ/,
  C: /\bC\b(?!O)/,
  EF: /EF/,
  OF: /OF/,
  GWP: /GWP/,
  FE: /FE/,
  FC: /FC/,
};

/** The step a factor enters: the first whose equation has its symbol; the first of all where none has. */
const stepFor = (use: FactorUse, equations: readonly string[]): number => {
  const symbol = symbols[use.role];
  const at = symbol === undefined ? -1 : equations.findIndex((equation) => symbol.test(equation));
  return Math.max(0, at);
};

const withUnit = (value: number, unit: string): string => (unit === '1' ? formatExact(value) : `${formatExact(value)} ${unit}`);

const isStill = (card: FactorCard, use: FactorUse): boolean =>
  card.values.length === 0 || card.values.some(({ value }) => value === use.value);

/** A factor of a line in words. */
export const usedFactor = (use: FactorUse, context: ChoiceContext, language: Language): UsedFactorView => {
  const { result, chain } = wordsOf(language).page;
  const { card, rule, isFallback, runnersUp } = factorChoice(use, context);
  const roles: Readonly<Record<string, string>> = result.factorRoles;
  return {
    role: roles[use.role] ?? use.role,
    value: withUnit(use.value, use.unit),
    factor: card === null ? null : { href: factorPath(card.id), title: factorTitle(card, language) },
    locator: use.locator,
    rule: inLanguage(rule, language),
    isFallback,
    confidence: use.confidence === null ? result.ownConfidence : result.confidence[use.confidence],
    doubtful: use.confidence === 'recalled',
    changed: card === null || isStill(card, use) ? null : chain.changed(valueLine(card, language)),
    runnersUp:
      runnersUp.length === 0
        ? null
        : {
            title: chain.runnersUp(formatCount(runnersUp.length)),
            entries: runnersUp.map((each) => ({
              href: factorPath(each.card.id),
              title: factorTitle(each.card, language),
              value: valueLine(each.card, language),
              why: inLanguage(each, language),
            })),
          },
  };
};

const stepName = (equation: string, language: Language): string => {
  const { steps } = wordsOf(language).page.chain;
  if (equation.startsWith('E =')) return steps.energy;
  if (equation.startsWith('m =')) return steps.mass;
  return equation.startsWith('CO2eq =') ? steps.co2eq : steps.other;
};

/** The steps of a trace, each with the factors that enter it. */
export const stepViews = (trace: Trace, context: ChoiceContext, language: Language): readonly StepView[] => {
  const equations = trace.equation.split('; ');
  const substituted = trace.substituted.split('; ');
  return equations.map((equation, at) => ({
    name: stepName(equation, language),
    equation,
    substituted: withoutExponents(substituted[at] ?? ''),
    factors: trace.factors.filter((use) => stepFor(use, equations) === at).map((use) => usedFactor(use, context, language)),
  }));
};
