import type { FactorUse } from './inventory.js';

const symbols: Readonly<Record<string, string>> = { density: 'ρ' };

/**
 * How a factor is written in an equation of these symbols: by its role, the density as ρ; the heat content of a bill stands apart where a
 * national one is beside it.
 */
export const factorSymbol = ({ role, match }: Pick<FactorUse, 'role' | 'match'>, written: readonly string[]): string => {
  const symbol = symbols[role] ?? role;
  return match === 'own' && written.includes(`${symbol}(bill)`) ? `${symbol}(bill)` : symbol;
};
