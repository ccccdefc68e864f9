import type { ChoiceContext } from '../domain/factor-choice.js';
import type { Inventory, InventoryLine } from '../domain/inventory.js';
import type { ActivityNote } from '../survey/activity-notes.js';
import type { Edition } from '../survey/edition.js';
import { activityPlace } from './answer-place.js';
import { type StepView, stepViews } from './chain-view.js';
import { type ConversionView, conversionView } from './conversion-view.js';
import { sourceNames } from './emission-sources.js';
import type { FactorShelf } from './factor-index.js';
import { questionPath } from './form-paths.js';
import { addedTo, type EmissionTotal, totalOf, totalsOfLine } from './inventory-totals.js';
import { formatExact, formatPart, inLanguage } from './number-format.js';
import { resultPath, totalPath } from './result-paths.js';
import type { EstablishmentName } from './section-page.js';
import { lineResult, lineTitle, partName } from './trace-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface Linked {
  readonly href: string;
  readonly text: string;
}

/** One line of an inventory, followed from the bill to the printed sources. */
export interface LinePage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly words: Words['page']['chain'];
  readonly resultWords: Words['page']['result'];
  readonly back: Linked;
  readonly result: string;
  readonly tier: string;
  /** The bill, or the quantity that a cost was converted into. */
  readonly billTitle: string;
  readonly bill: readonly { readonly meaning: string; readonly value: string }[];
  readonly question: (Linked & { readonly title: string }) | null;
  /** How the quantity came of money; null where it was entered. */
  readonly conversion: ConversionView | null;
  readonly steps: readonly StepView[];
  readonly notes: readonly string[];
  readonly totals: readonly (Linked & { readonly share: string })[];
  readonly otherData: string | null;
  readonly dataHash: string;
}

/** What the pages of a result's numbers are made from. */
export interface NumberInput {
  readonly responseId: string;
  readonly edition: Edition;
  readonly establishment: EstablishmentName;
  readonly inventory: Inventory;
  /** What was said of the answers when they were computed. */
  readonly notes: readonly ActivityNote[];
  readonly shelf: Pick<FactorShelf, 'data' | 'library'>;
}

/** What the choice of a factor of the inventory is explained from. */
export const choiceContext = ({ inventory, shelf }: Pick<NumberInput, 'inventory' | 'shelf'>, category: string): ChoiceContext => ({
  library: shelf.library,
  data: shelf.data,
  inventory,
  category,
});

const questionOf = (
  line: InventoryLine,
  isConverted: boolean,
  { edition, responseId }: NumberInput,
  language: Language,
): LinePage['question'] => {
  const { chain } = wordsOf(language).page;
  const place = activityPlace(line.activityDataId, edition, language);
  return place === null
    ? null
    : {
        href: `${questionPath(edition, responseId, place.question.id)}#${place.anchor}`,
        text: (isConverted ? chain.conversion.toQuestion : chain.toQuestion)(place.code),
        title: `${place.code} ${inLanguage(place.question.text, language)}`,
      };
};

const shareOf = (line: InventoryLine, total: EmissionTotal, inventory: Inventory): string => {
  const whole = totalOf(inventory, total);
  return whole === 0 ? '—' : formatPart(addedTo(total, line) / whole);
};

/** The chain of a line. @param line one of the inventory's lines */
export const linePage = (input: NumberInput, line: InventoryLine, language: Language): LinePage => {
  const { chain: words, total: totalWords, result } = wordsOf(language).page;
  const { inventory, edition, establishment, responseId, shelf } = input;
  const name = sourceNames(inventory, edition, language).get(line.activityDataId) ?? line.activityDataId;
  const { trace } = line;
  const conversion = conversionView(line.activityDataId, input, language);
  return {
    title: words.title(name, lineTitle(line, language, partName(line, inventory, language))),
    establishment,
    words,
    resultWords: result,
    back: { href: resultPath(responseId), text: words.toResult },
    result: lineResult(line, language),
    tier: result.tier(trace.tier),
    billTitle: conversion === null ? words.bill : words.conversion.quantity,
    bill: trace.inputs.map((given) => ({
      meaning: conversion !== null && given.symbol === 'Q' ? words.conversion.quantity : inLanguage(given, language),
      value: `${formatExact(given.value)} ${given.unit}`,
    })),
    question: questionOf(line, conversion !== null, input, language),
    conversion,
    steps: stepViews(trace, choiceContext(input, line.category), language),
    notes: trace.notes.map((note) => inLanguage(note, language)),
    totals: totalsOfLine(line).map((total) => ({
      href: totalPath(responseId, total),
      text: totalWords.titles[total],
      share: words.ofTotal(shareOf(line, total, inventory)),
    })),
    otherData: trace.catalogHash === shelf.library.hash ? null : words.otherData,
    dataHash: trace.catalogHash,
  };
};
