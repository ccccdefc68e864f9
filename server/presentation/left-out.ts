import { type ActivityNote, isAssumption } from '../survey/activity-notes.js';
import type { Edition, Text } from '../survey/edition.js';
import { answerPlace } from './answer-place.js';
import { type Language, wordsOf } from './words/words.js';

/** Notes on answers, by what became of them. Entries name their questions: "C11, C12: …". */
export interface LeftOutView {
  /** Did not enter the calculation. */
  readonly leftOut: readonly Text[];
  /** Entered, under an assumption. */
  readonly assumed: readonly Text[];
}

/** Answers with the same reason are named together. */
const entriesOf = (notes: readonly ActivityNote[], edition: Edition): readonly Text[] => {
  const reasons = notes.filter(({ text }, at) => notes.findIndex((other) => other.text.ko === text.ko) === at);
  return reasons.map(({ text }) => {
    const places = notes.filter((other) => other.text.ko === text.ko);
    const codes = (language: Language): string =>
      places.map((place) => answerPlace(place, edition, language)?.code ?? place.question).join(', ');
    return { ko: `${codes('ko')}: ${text.ko}`, en: `${codes('en')}: ${text.en}` };
  });
};

/** What became of answers that did not enter the calculation as they stand. */
export const leftOutView = (notes: readonly ActivityNote[], edition: Edition): LeftOutView => ({
  leftOut: entriesOf(
    notes.filter((note) => !isAssumption(note)),
    edition,
  ),
  assumed: entriesOf(notes.filter(isAssumption), edition),
});

/** The same as notes of a plan, which stand there without a heading of their own. */
export const leftOutNotes = (notes: readonly ActivityNote[], edition: Edition): readonly Text[] => {
  const { leftOut, assumed } = leftOutView(notes, edition);
  const said = (entry: Text, heading: (language: Language) => string): Text => ({
    ko: `${heading('ko')} — ${entry.ko}`,
    en: `${heading('en')} — ${entry.en}`,
  });
  return [
    ...leftOut.map((entry) => said(entry, (language) => wordsOf(language).page.result.leftOutTitle)),
    ...assumed.map((entry) => said(entry, (language) => wordsOf(language).page.result.assumedTitle)),
  ];
};
