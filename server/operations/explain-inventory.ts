import { type FactorChoice, factorChoice } from '../domain/factor-choice.js';
import type { FactorData } from '../domain/factor-data.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import type { FactorMatch, Inventory, InventoryLine } from '../domain/inventory.js';

interface Said {
  readonly code: string;
  readonly en: string;
  readonly ko: string;
}

/** Why a factor of a line was chosen, and which records were passed over. In the order of the factors of its trace. */
export interface ExplainedChoice {
  readonly role: string;
  readonly factorId: string;
  readonly match: FactorMatch;
  readonly rule: Said;
  /** Whether the rule is a way out because the factor asked for does not exist. */
  readonly fallback: boolean;
  readonly runnersUp: readonly (Said & { readonly factorId: string })[];
}

/** A line with the choice of each of its factors. */
export interface ExplainedLine extends InventoryLine {
  readonly choices: readonly ExplainedChoice[];
}

const explained = ({ use, rule, isFallback, runnersUp }: FactorChoice): ExplainedChoice => ({
  role: use.role,
  factorId: use.factorId,
  match: use.match,
  rule: { code: rule.code, en: rule.en, ko: rule.ko },
  fallback: isFallback,
  runnersUp: runnersUp.map(({ code, en, ko, card }) => ({ code, en, ko, factorId: card.id })),
});

/** Explains the choices of a finished inventory. */
export const explainLines = (inventory: Inventory, library: FactorLibrary, data: FactorData): readonly ExplainedLine[] =>
  inventory.lines.map((line) => ({
    ...line,
    choices: line.trace.factors.map((use) => explained(factorChoice(use, { library, data, inventory, category: line.category }))),
  }));
