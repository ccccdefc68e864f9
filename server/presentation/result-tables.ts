import type { EnergyTotals, GasTotals, Inventory } from '../domain/inventory.js';
import type { EnergyMeasure } from './inventory-totals.js';
import { formatResult } from './number-format.js';
import { totalPath } from './result-paths.js';
import { gasName } from './trace-view.js';
import { type Language, wordsOf } from './words/words.js';

/** Emissions by gas, with a column of fluorinated gases where there are any. */
export interface GasTable {
  readonly title: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly note: string | null;
}

/** HCFCs, CFCs and halons. */
export interface MontrealTable {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** Energy in its five measures, each linked to how it is put together. */
export interface EnergyTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly href: string; readonly cells: readonly string[] }[];
}

const unknown = '—';

/** A result, or a dash where it is not known. */
export const told = (value: number | null): string => (value === null ? unknown : formatResult(value));

type Fluorinated = 'hfcs' | 'pfcs' | 'sf6' | 'nf3';

/** The families of many gases are told in tCO2eq, single gases in tonnes. */
const fluorinated: readonly (readonly [Fluorinated, (unit: string) => string])[] = [
  ['hfcs', (unit) => `HFCs (${unit})`],
  ['pfcs', (unit) => `PFCs (${unit})`],
  ['sf6', () => 'SF₆'],
  ['nf3', () => 'NF₃'],
];

const gasCells = (totals: GasTotals, others: readonly Fluorinated[]): readonly string[] => [
  told(totals.co2),
  told(totals.ch4),
  told(totals.n2o),
  ...others.map((gas) => told(totals[gas])),
  formatResult(totals.co2eq),
];

export const gasTable = ({ totals }: Inventory, language: Language): GasTable => {
  const words = wordsOf(language).page.result;
  const present = fluorinated.filter(([gas]) => (totals.scope1[gas] ?? 0) > 0);
  const others = present.map(([gas]) => gas);
  const rows = [
    { name: words.scopeName.s1, cells: gasCells(totals.scope1, others) },
    { name: words.scopeName.location, cells: gasCells(totals.scope2LocationBased, others) },
    { name: words.scopeName.market, cells: gasCells(totals.scope2MarketBased, others) },
  ];
  const split = rows.every(({ cells }) => !cells.includes(unknown));
  return {
    title: words.gasTitle,
    caption: words.tonnes,
    head: [words.gas, 'CO₂', 'CH₄', 'N₂O', ...present.map(([, head]) => head(words.unitCo2eq)), words.unitCo2eq],
    rows,
    note: split ? null : words.gasSplitUnknown,
  };
};

/** HCFCs, CFCs and halons stand beside every total. */
export const montrealTable = ({ totals }: Inventory, language: Language): MontrealTable | null => {
  const words = wordsOf(language).page.result;
  if (totals.montrealGases.length === 0) return null;
  return {
    title: words.montrealTitle,
    note: words.montrealAbout,
    head: [words.montrealGas, words.tonnes, words.unitCo2eq],
    rows: totals.montrealGases.map(({ gas, tonnes, co2eq }) => ({
      name: gasName(gas),
      cells: [formatResult(tonnes), formatResult(co2eq)],
    })),
  };
};

export const energyTable = (energy: EnergyTotals, responseId: string, language: Language): EnergyTable => {
  const words = wordsOf(language).page.result;
  const row = (key: EnergyMeasure, unit: string) => ({
    name: words.energyRow[key],
    href: totalPath(responseId, key),
    cells: [told(energy[key]), unit],
  });
  return {
    title: words.energyTitle,
    head: [words.energyTitle, words.amount, words.unit],
    rows: [row('netTJ', 'TJ'), row('grossTJ', 'TJ'), row('toe', 'toe'), row('finalTJ', 'TJ'), row('finalToe', 'toe')],
  };
};
