import type { GwpSet } from '../domain/activity-data.js';
import { calculationVersion } from '../domain/calculation-version.js';
import { categories, categoryOf } from '../domain/categories.js';
import type { Confidence } from '../domain/confidence.js';
import type { FactorData, FactorSet, FactorSource, Lookup } from '../domain/factor-data.js';
import { gwpSets } from '../domain/request-shape.js';
import { decimals } from '../domain/rounding.js';
import { baseUnit, knownUnit, unitSymbols } from '../domain/units.js';
import { warningPatterns } from '../domain/warnings.js';
import { type MethodWords, methodWords } from './method-words.js';
import { formatExact } from './number-format.js';
import type { Language } from './words/words.js';

/** A publication, and how many numbers of the package were taken from it, by how they were read. */
export interface CitedSource extends Pick<FactorSource, 'title' | 'issuer' | 'year' | 'address'> {
  readonly numbers: Readonly<Partial<Record<Confidence, number>>>;
}

const present = <Value>(table: Lookup<string, Value>): readonly Value[] => Object.values(table).filter((value) => value !== undefined);

/** A cell must not end its column. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const section = (title: string, ...parts: readonly string[]): string => [`## ${title}`, ...parts].join('\n\n');

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const steps = (lines: readonly string[]): string => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

const categoryPart = (words: MethodWords, language: Language): string => {
  const parts = categories.map((id) => {
    const definition = categoryOf(id);
    const methods = definition.methods.map(
      (method) => `\`${method.equation}\`\n\n${method[language]}\n\n${words.categories.source}: ${method.source}`,
    );
    return [`### ${definition[language]}`, `\`${id}\` · ${words.categories.scope(definition.scope)}`, ...methods].join('\n\n');
  });
  return section(words.categories.title, words.categories.lead, ...parts);
};

const unitPart = ({ units }: MethodWords): string =>
  section(
    units.title,
    units.lead,
    table(
      units.head,
      unitSymbols.map((symbol) => {
        const { dimension, inBase } = knownUnit(symbol);
        return [symbol, units.dimensions[dimension] ?? dimension, `${formatExact(inBase)} ${baseUnit[dimension]}`];
      }),
    ),
  );

const setPart = (set: FactorSet, words: MethodWords['sets'], language: Language): string =>
  [
    `### ${set[language]} (\`${set.id}\`)`,
    list([
      ...(set.default ? [words.isDefault] : []),
      words.fuelCo2[set.fuelCo2],
      words.oxidation(set.oxidationTier),
      words.gwp(set.gwp.default, set.gwp.allowed.join(', ')),
      words.after[set.afterLastRow],
    ]),
    table(
      words.head,
      set.rows.map(({ from, to, calorific, co2, grid, national }) => [
        from === to ? String(to) : `${from ?? ''}–${to}`,
        calorific,
        co2,
        grid ?? '',
        national,
      ]),
    ),
  ].join('\n\n');

const choicePart = ({ choice }: MethodWords, language: Language): string =>
  section(
    choice.title,
    choice.lead,
    list(Object.entries(choice.match).map(([match, meaning]) => `\`${match}\`: ${meaning}`)),
    choice.warnings,
    table(
      choice.head,
      warningPatterns.map((pattern) => [`\`${pattern.code}\``, pattern[language]]),
    ),
  );

const gwpPart = ({ gwp: words }: MethodWords, data: FactorData, language: Language): string => {
  const of = (set: GwpSet, gas: string, kind = ''): string => {
    const record = data.gwp[`${set} ${gas}${kind}`];
    return record === undefined ? '' : formatExact(record.value);
  };
  const rows = present(data.gases).flatMap((gas) => {
    const row = (kind: string): readonly string[] => [
      `${gas.id}${kind}`,
      gas[language],
      words.families[gas.family] ?? gas.family,
      ...gwpSets.map((set) => of(set, gas.id, kind)),
    ];
    const isFossilToo = gwpSets.some((set) => of(set, gas.id, ' fossil') !== '');
    return isFossilToo ? [row(''), row(' fossil')] : [row('')];
  });
  return section(words.title, words.lead, table(words.head, rows));
};

const sourcePart = ({ sources: words }: MethodWords, cited: readonly CitedSource[]): string =>
  section(
    words.title,
    words.lead,
    table(
      words.head,
      cited.map(({ title, issuer, year, address, numbers }) => [
        address === null ? title : `[${title}](${address})`,
        issuer,
        year === null ? '' : String(year),
        Object.entries(words.confidence)
          .filter(([confidence]) => (numbers[confidence as Confidence] ?? 0) > 0)
          .map(([confidence, name]) => `${name}: ${numbers[confidence as Confidence] ?? 0}`)
          .join(', '),
      ]),
    ),
  );

/**
 * The method document in one language, as Markdown: the equations as the categories state them, the rest from the data. A category, a
 * set, a unit, a gas or a source that is added appears by itself.
 */
export const methodDocument = (data: FactorData, cited: readonly CitedSource[], language: Language): string => {
  const words = methodWords[language];
  const { way, sets, rounding, pinned } = words;
  const parts = [
    `# ${words.title}`,
    words.other,
    words.generated,
    words.versions(data.version, calculationVersion),
    section(way.title, steps(way.steps)),
    categoryPart(words, language),
    unitPart(words),
    section(sets.title, sets.lead, ...present(data.factorSets).map((set) => setPart(set, sets, language))),
    choicePart(words, language),
    gwpPart(words, data, language),
    section(rounding.title, list(rounding.lines(decimals.establishment, decimals.statement))),
    section(pinned.title, list(pinned.lines)),
    sourcePart(words, cited),
  ];
  return `${parts.join('\n\n')}\n`;
};
