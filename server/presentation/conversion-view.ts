import type { ActivityNote } from '../survey/activity-notes.js';
import type { Edition } from '../survey/edition.js';
import { activityIdOf } from '../survey/mapping/place.js';
import type { UsedPrice } from '../survey/money/prices.js';
import { answerPlace } from './answer-place.js';
import { questionPath } from './form-paths.js';
import { formatExact, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** How a cost became a quantity: what was paid, the bounds, and every price with the days it holds and where it was read. */
export interface ConversionView {
  readonly title: string;
  readonly text: string;
  readonly cost: { readonly href: string; readonly text: string } | null;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** Prices without tax have endless decimals; a hundredth of a won is more than any of them was read to. */
const won = (price: number): string => formatExact(Math.round(price * 100) / 100);

const priceText = ({ low, high, unit, demandCharge }: UsedPrice, language: Language): string => {
  const words = wordsOf(language).page.chain.conversion;
  if (unit === 'charge') return words.ofCharge(won(low * 100));
  const range = low === high ? won(low) : words.range(won(low), won(high));
  const price = words.perUnit(range, unit);
  return demandCharge === undefined ? price : `${price}, ${words.demand(won(demandCharge))}`;
};

/** The conversion an activity rests on; null where its quantity was answered. */
export const conversionView = (
  activityId: string,
  { notes, edition, responseId }: { readonly notes: readonly ActivityNote[]; readonly edition: Edition; readonly responseId: string },
  language: Language,
): ConversionView | null => {
  const note = notes.find(
    ({ conversion, question, row }) =>
      conversion !== undefined && activityId === activityIdOf({ question, ...(row === undefined ? {} : { row }) }),
  );
  if (note?.conversion === undefined) return null;
  const { conversion } = note;
  const { conversion: words } = wordsOf(language).page.chain;
  const { confidence } = wordsOf(language).page.result;
  const place = answerPlace(conversion.cost.place, edition, language);
  return {
    title: words.title,
    text: inLanguage(note.text, language),
    cost:
      place === null
        ? null
        : {
            href: `${questionPath(edition, responseId, place.question.id)}#${place.anchor}`,
            text: wordsOf(language).page.chain.toQuestion(place.code),
          },
    caption: words.caption,
    head: words.head,
    rows: conversion.prices.map((price) => ({
      name: inLanguage(price.name, language),
      cells: [
        priceText(price, language),
        words.days(price.validFrom, price.validTo),
        inLanguage(price.source, language),
        confidence[price.confidence],
      ],
    })),
  };
};
