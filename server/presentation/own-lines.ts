import type { EnergyLine, Inventory, InventoryLine } from '../domain/inventory.js';
import type { Edition } from '../survey/edition.js';
import { sourceNames } from './emission-sources.js';
import type { OwnLine } from './factor-page.js';
import { formatResult } from './number-format.js';
import { linePath, totalPath } from './result-paths.js';
import { lineResult, lineTitle, partName } from './trace-view.js';
import { type Language, wordsOf } from './words/words.js';

/** The lines of a respondent's own result that a factor entered, in words. */
export const ownLines = (
  uses: {
    readonly responseId: string;
    readonly result: { readonly inventory: Inventory; readonly edition: Edition };
    readonly lines: readonly { readonly number: number; readonly line: InventoryLine }[];
    readonly energy: readonly EnergyLine[];
  },
  language: Language,
): { readonly year: number; readonly lines: readonly OwnLine[] } => {
  const { inventory, edition } = uses.result;
  const names = sourceNames(inventory, edition, language);
  const { titles } = wordsOf(language).page.total;
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    year: inventory.reportingYear,
    lines: [
      ...uses.lines.map(({ number, line }) => ({
        href: linePath(uses.responseId, number),
        text: `${nameOf(line.activityDataId)}: ${lineTitle(line, language, partName(line, inventory, language))}`,
        result: lineResult(line, language),
      })),
      ...uses.energy.map(({ activityDataId, toe }) => ({
        href: totalPath(uses.responseId, 'toe'),
        text: `${nameOf(activityDataId)}: ${titles.toe}`,
        result: toe === null ? '—' : `${formatResult(toe)} toe`,
      })),
    ],
  };
};
