import type { OwnFactor } from './activity-data.js';
import type { ProcessEmission } from './emission-source-data.js';
import { chainOf } from './factor-chain.js';
import { useOf } from './fuel-basis.js';
import type { FactorUse } from './inventory.js';
import { knownFactorUnit, ownUse } from './own-factor.js';
import { shown } from './trace.js';

/** A factor as it multiplies a quantity: in what unit that is shown, and how the product becomes tonnes. */
export interface Multiplier {
  /** The quantity in the unit the factor is per. */
  readonly amount: number;
  readonly per: string;
  readonly value: number;
  readonly symbols: string;
  readonly numbers: string;
  /** Tonnes in the unit the product comes in. */
  readonly tonnes: number;
  readonly scale: { readonly symbols: string; readonly numbers: string };
  readonly uses: readonly FactorUse[];
}

const powers: ReadonlyMap<number, string> = new Map([
  [1e-3, '10⁻³'],
  [1e-6, '10⁻⁶'],
]);

const scaleOf = (tonnes: number): Multiplier['scale'] => {
  const power = powers.get(tonnes);
  return power === undefined ? { symbols: '', numbers: '' } : { symbols: ` · ${power}`, numbers: ` × ${power}` };
};

/**
 * The printed factors of a gas, multiplied by each other and by 44/12 where they end in carbon.
 * @param amount the quantity in the base unit of its dimension
 */
export const printedMultiplier = ({ gas, factors, carbon }: ProcessEmission, amount: number): Multiplier => {
  const chain = chainOf(factors.map((factor) => factor.printedUnit));
  if (chain === null) throw new Error(`The factors of ${gas} do not lead from the quantity to a mass.`);
  const [oxide, oxideNumbers] = carbon ? [' · 44/12', ' × 44/12'] : ['', ''];
  const written = factors.map((factor) => ` × ${shown(factor.value)}${factor.unit === '1' ? '' : ` ${factor.unit}`}`).join('');
  return {
    amount: amount / chain.inBase,
    per: chain.per,
    value: factors.reduce((product, factor) => product * factor.value, 1) * (carbon ? 44 / 12 : 1),
    symbols: factors.map((factor) => ` · ${factor.symbol}`).join('') + oxide,
    numbers: written + oxideNumbers,
    tonnes: chain.tonnes,
    scale: scaleOf(chain.tonnes),
    uses: factors.map((factor) => useOf(factor, factor.symbol, 'exact')),
  };
};

/**
 * A factor of the activity's own.
 * @param amount the quantity in the base unit of the dimension the factor is per
 */
export const ownMultiplier = (factor: OwnFactor, amount: number): Multiplier => {
  const { per, tonnes } = knownFactorUnit(factor);
  return {
    amount: amount / per.inBase,
    per: per.symbol,
    value: factor.value,
    symbols: ' · EF',
    numbers: ` × ${shown(factor.value)} ${factor.unit}`,
    tonnes,
    scale: scaleOf(tonnes),
    uses: [ownUse(factor)],
  };
};
