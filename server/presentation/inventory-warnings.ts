import type { FactorUse, Inventory, InventoryWarning } from '../domain/inventory.js';
import { sourceNames } from './emission-sources.js';
import { inLanguage } from './number-format.js';
import { gasName } from './trace-view.js';
import { type Language, wordsOf } from './words/words.js';

/** Warnings that name factors, and which factors of the activity they are about. */
const about: Readonly<Partial<Record<string, (use: FactorUse) => boolean>>> = {
  broaderFuel: (use) => use.match === 'broader-fuel',
  recalledFactor: (use) => use.confidence === 'recalled',
};

/** What factors are called by readers who do not know their ids: "CH₄ emission factor", "net calorific value". */
const factorNames = (warning: InventoryWarning, inventory: Inventory, language: Language): string => {
  const meant = about[warning.code] ?? (() => false);
  const words: Readonly<Record<string, string>> = wordsOf(language).page.result.factorRoles;
  const named = (use: FactorUse, gas: string): string => `${use.role === 'EF' ? gas : ''}${words[use.role] ?? use.role}`;
  const ofLines = inventory.lines
    .filter((line) => line.activityDataId === warning.activityDataId)
    .flatMap((line) => line.trace.factors.filter(meant).map((use) => named(use, `${gasName(line.gas)} `)));
  const ofEnergy = inventory.energy
    .filter((line) => line.activityDataId === warning.activityDataId)
    .flatMap((line) => line.factors.filter(meant).map((use) => named(use, '')));
  return [...new Set([...ofLines, ...ofEnergy])].join(', ');
};

const sentence = (warning: InventoryWarning, inventory: Inventory, language: Language): string => {
  const words = wordsOf(language).page.result;
  if (warning.code !== 'broaderFuel' && warning.code !== 'recalledFactor') return inLanguage(warning, language);
  const names = factorNames(warning, inventory, language);
  return words.factorWarnings[warning.code](names === '' ? words.factorRole : names);
};

/**
 * The warnings of an inventory for its page: each with the energy sources it is about, the same sentence once, and factors by what they
 * are. Their ids stand in the traces.
 */
export const warningTexts = (inventory: Inventory, edition: Parameters<typeof sourceNames>[1], language: Language): readonly string[] => {
  const names = sourceNames(inventory, edition, language);
  const bySentence = new Map<string, string[]>();
  for (const warning of inventory.warnings) {
    const said = sentence(warning, inventory, language);
    const of = warning.activityDataId === null ? [] : [names.get(warning.activityDataId) ?? warning.activityDataId];
    bySentence.set(said, [...(bySentence.get(said) ?? []), ...of]);
  }
  return [...bySentence].map(([said, of]) => (of.length === 0 ? said : `${[...new Set(of)].join(', ')}: ${said}`));
};
