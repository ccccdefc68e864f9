import { checkIndustry, checkRoot, checkSize } from './check-enterprise.js';
import { checkEquipment } from './check-equipment.js';
import { checkNumber } from './check-number.js';
import { checkComplex, checkComplexName, checkRegion } from './check-place.js';
import { check, type Names } from './check-words.js';
import type { Condition } from './condition.js';
import type { Facts } from './facts.js';
import type { Check, Text } from './plan.js';
import { anyOf } from './three-valued.js';

/** Holds one condition against the facts. What is not known never comes out as yes or no. */
export const checkCondition = (condition: Condition, facts: Facts, names: Names): Check => {
  if ('anyOf' in condition) {
    const checks = condition.anyOf.map((part) => checkCondition(part, facts, names));
    const outcome = anyOf(checks.map((part) => part.outcome));
    const told = outcome === 'yes' ? checks.filter((part) => part.outcome === 'yes') : checks;
    const join = (pick: (part: Check) => Text, ko: string, en: string, from: readonly Check[]): Text => ({
      ko: from.map((part) => pick(part).ko).join(ko),
      en: from.map((part) => pick(part).en).join(en),
    });
    return check(
      join((part) => part.label, ' 또는 ', ' or ', checks),
      outcome,
      join((part) => part.reason, ' ', ' ', told),
      checks.find((part) => part.question)?.question,
    );
  }
  switch (condition.fact) {
    case 'size':
      return checkSize(condition, facts);
    case 'industry':
      return checkIndustry(condition, facts, names);
    case 'rootIndustry':
      return checkRoot(facts, names);
    case 'region':
      return checkRegion(condition, facts, names);
    case 'complex':
      return checkComplex(condition, facts);
    case 'complexName':
      return checkComplexName(condition, facts);
    case 'equipment':
      return checkEquipment(condition, facts, names);
    case 'notAsked':
      return check(condition.label, 'unknown', {
        ko: '조사에서 묻지 않는 항목입니다. 직접 확인해 주세요.',
        en: 'The survey does not ask this. Please confirm it.',
      });
    default:
      return checkNumber(condition, facts);
  }
};
