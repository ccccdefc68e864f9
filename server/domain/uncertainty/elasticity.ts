import { factorSymbol } from '../factor-symbol.js';
import type { FactorUse, Trace } from '../inventory.js';

/** Powers by symbol: Q · NCV / GCV is Q 1, NCV 1, GCV -1. */
type Powers = ReadonlyMap<string, number>;

interface StepPowers {
  readonly symbol: string;
  readonly powers: Powers;
}

/** Numbers of an equation, such as 44/12 and 10⁻⁶: they are exact. */
const isNumber = (token: string): boolean => /^[\d.,/⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+$/.test(token);

/** Reads "E = Q · NCV / GCV · 10⁻⁶". Null where the right side is anything but a product. */
const readStep = (step: string): StepPowers | null => {
  const [symbol = '', right = '', ...more] = step.split('=').map((side) => side.trim());
  if (symbol === '' || right === '' || more.length > 0) return null;
  const powers = new Map<string, number>();
  let sign = 1;
  // A term in brackets, such as (1 − CR), multiplies as a whole.
  const terms = right.replace(/\([^()]*\)/g, (term) => term.replaceAll(' ', ''));
  for (const [index, token] of terms.split(/\s+/).entries()) {
    const isOperator = index % 2 === 1;
    if (isOperator) {
      if (token !== '·' && token !== '×' && token !== '/') return null;
      sign = token === '/' ? -1 : 1;
    } else if (!isNumber(token)) powers.set(token, (powers.get(token) ?? 0) + sign);
  }
  return { symbol, powers };
};

/** Puts the results of earlier steps into a later one. */
const substituted = (powers: Powers, earlier: ReadonlyMap<string, Powers>): Powers => {
  const whole = new Map<string, number>();
  const add = (symbol: string, power: number): void => {
    whole.set(symbol, (whole.get(symbol) ?? 0) + power);
  };
  for (const [symbol, power] of powers) {
    const inner = earlier.get(symbol);
    if (inner === undefined) add(symbol, power);
    else for (const [each, innerPower] of inner) add(each, innerPower * power);
  }
  return whole;
};

/** The powers of every symbol in the last result of a trace, or null where one of its steps is not a product. */
export const powersOf = (equation: string): Powers | null => {
  const earlier = new Map<string, Powers>();
  let last: Powers | null = null;
  for (const text of equation.split(';')) {
    const step = readStep(text.trim());
    if (step === null) return null;
    last = substituted(step.powers, earlier);
    earlier.set(step.symbol, last);
  }
  return last;
};

/**
 * By how many percent a line changes when a factor of it changes by one: 1 where it multiplies, -1 where it divides, 0 where it cancels.
 * Read from the equation of the trace, so that it cannot differ from what was computed. Null where the equation does not tell.
 */
export const elasticityOf = (use: FactorUse, { equation }: Pick<Trace, 'equation'>): number | null => {
  const powers = powersOf(equation);
  return powers?.get(factorSymbol(use, [...powers.keys()])) ?? null;
};
