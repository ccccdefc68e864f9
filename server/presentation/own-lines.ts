import type { Inventory, InventoryLine } from '../domain/inventory.js';
import type { Edition } from '../survey/edition.js';
import { sourceNames } from './emission-sources.js';
import type { OwnLine } from './factor-page.js';
import { linePath } from './result-paths.js';
import { lineResult, lineTitle, partName } from './trace-view.js';
import type { Language } from './words/words.js';

/** The lines of a respondent's own result that a factor entered, in words. */
export const ownLines = (
  uses: {
    readonly responseId: string;
    readonly result: { readonly inventory: Inventory; readonly edition: Edition };
    readonly lines: readonly { readonly number: number; readonly line: InventoryLine }[];
  },
  language: Language,
): { readonly year: number; readonly lines: readonly OwnLine[] } => {
  const { inventory, edition } = uses.result;
  const names = sourceNames(inventory, edition, language);
  return {
    year: inventory.reportingYear,
    lines: uses.lines.map(({ number, line }) => ({
      href: linePath(uses.responseId, number),
      text: `${names.get(line.activityDataId) ?? line.activityDataId}: ${lineTitle(line, language, partName(line, inventory, language))}`,
      result: lineResult(line, language),
    })),
  };
};
