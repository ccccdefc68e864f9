import { type Environment, evaluate, evaluateTruth } from '../expression/evaluate.js';
import { wholeSentence } from '../problem/survey-problems.js';
import { ruleEnvironment } from './context-functions.js';
import type { Edition, EditRule, Text } from './edition.js';
import { fieldName } from './field-names.js';
import type { Finding } from './finding.js';
import { focusPart } from './focus.js';
import { numberText } from './numbers.js';
import type { Looked } from './relevance.js';
import type { Response } from './response.js';
import { suggestionsOf } from './suggestions.js';
import { nothingKnown, type SurveyContext } from './survey-context.js';

/** How a rule came out: it holds, it does not, it cannot be told from the answers, or it was not looked at. */
export type RuleOutcome = 'holds' | 'fails' | 'unknown' | 'notLookedAt';

const outcomeOf = (rule: EditRule, environment: Environment): RuleOutcome => {
  if (rule.when !== null && evaluateTruth(rule.when, environment) !== true) return 'notLookedAt';
  const holds = evaluateTruth(rule.holds, environment);
  return holds === null ? 'unknown' : holds ? 'holds' : 'fails';
};

/** Numbers in sentences: four significant digits are enough to recognize a slip. */
const printed = (value: unknown): string => {
  if (typeof value === 'number') return numberText(Number(value.toPrecision(Math.max(4, Math.ceil(Math.log10(Math.abs(value) + 1))))));
  return typeof value === 'string' ? value : '?';
};

const filled = (text: Text, rule: EditRule, environment: Environment): Text => {
  const values = new Map(Object.entries(rule.values).map(([name, value]) => [name, printed(evaluate(value, environment))]));
  const fill = (pattern: string): string => pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  return { ko: fill(text.ko), en: fill(text.en) };
};

const focusField = (looked: Looked, id: string): string => {
  const question = looked.questions.get(id)?.question;
  return question === undefined ? id : fieldName(id, focusPart(question));
};

/**
 * Every rule of the edition with its outcome, in order. One rule that cannot be told never stops another; one that yields is not looked
 * at while an earlier rule has a finding on the same question.
 */
export const ruleOutcomes = (
  edition: Edition,
  looked: Looked,
  context: SurveyContext = nothingKnown,
): readonly { readonly rule: EditRule; readonly outcome: RuleOutcome }[] => {
  const environment = ruleEnvironment(edition, looked, context);
  const failed = new Set<string>();
  const about = (rule: string, question: string | undefined): string => `${rule} ${question}`;
  return edition.editRules.map((rule) => {
    const [first] = rule.questions;
    const yields = rule.yieldsTo.some((other) => failed.has(about(other, first)));
    const outcome = yields ? 'notLookedAt' : outcomeOf(rule, environment);
    if (outcome === 'fails') failed.add(about(rule.rule, first));
    return { rule, outcome };
  });
};

const reasonOf = (rule: EditRule, edition: Edition, reasons: Response['reasons']): Pick<Finding, 'reason' | 'reasonFault'> => {
  const reason = rule.level === 'warning' && Object.hasOwn(reasons, rule.key) ? (reasons[rule.key] ?? null) : null;
  if (reason === null) return { reason, reasonFault: null };
  const code = edition.reasonCodes.find(({ id }) => id === reason.code);
  if (code === undefined) return { reason, reasonFault: wholeSentence('reasonNotOffered', { text: reason.code }) };
  const silent = code.needsText && reason.text.trim() === '';
  return { reason, reasonFault: silent ? wholeSentence('reasonNeedsText', {}) : null };
};

/** The findings of the edit rules on answers that were looked through. */
export const applyEditRules = (
  edition: Edition,
  looked: Looked,
  reasons: Response['reasons'],
  context: SurveyContext = nothingKnown,
): readonly Finding[] => {
  const environment = ruleEnvironment(edition, looked, context);
  return ruleOutcomes(edition, looked, context)
    .filter(({ outcome }) => outcome === 'fails')
    .map(({ rule }) => ({
      key: rule.key,
      rule: rule.rule,
      level: rule.level,
      questions: rule.questions,
      fields: rule.questions.map((id) => focusField(looked, id)),
      text: filled(rule.text, rule, environment),
      wayOut: filled(rule.wayOut, rule, environment),
      needsReason: rule.level === 'warning',
      ...reasonOf(rule, edition, reasons),
      suggestions: rule.suggestion === null ? [] : suggestionsOf(rule.suggestion, edition, (id) => looked.questions.get(id), environment),
    }));
};
