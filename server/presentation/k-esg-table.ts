import { type KEsgInput, lackText, valueText } from './k-esg-page.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** A list of indicators as a table for a file: a row for each figure, numbers unrounded. */
export interface KEsgTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const kEsgTable = (input: Pick<KEsgInput, 'edition' | 'list' | 'results'>, language: Language): KEsgTable => {
  const { edition, list, results } = input;
  const words = wordsOf(language).page.kEsg;
  const { code, indicator, figure, value, unit, from, lacks, version, confidence } = words.columns;
  const rows = results.flatMap(({ indicator: one, figures }) =>
    figures.map((result) => [
      one.code,
      inLanguage(one.name, language),
      inLanguage(result.figure.name, language),
      result.value?.kind === 'number' ? result.value.number : valueText(result, edition, language),
      result.figure.unit === null ? null : inLanguage(result.figure.unit, language),
      [...(result.ofInventory ? [words.ofInventory] : []), ...result.from.map((question) => question.code)].join(', '),
      result.lacks.map((lack) => lackText(lack, input, language)).join(' '),
      inLanguage(list.version, language),
      words.confidence[one.origin.confidence],
    ]),
  );
  const leftOut = list.leftOut.map((one) => [
    one.code,
    inLanguage(one.name, language),
    null,
    null,
    null,
    null,
    inLanguage(one.why, language),
    inLanguage(list.version, language),
    null,
  ]);
  return {
    name: words.sheetName,
    header: [code, indicator, figure, value, unit, from, lacks, version, confidence],
    rows: [...rows, ...leftOut],
  };
};
