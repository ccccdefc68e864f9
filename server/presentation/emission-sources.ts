import { exactSum } from '../domain/exact-sum.js';
import type { Inventory, InventoryLine } from '../domain/inventory.js';
import type { Edition } from '../survey/edition.js';
import { activityPlace } from './answer-place.js';
import type { FactorShelf } from './factor-index.js';
import { formatResult, formatShare, inLanguage } from './number-format.js';
import { linePath } from './result-paths.js';
import { type FactorSource, partName, type TraceView, traceView } from './trace-view.js';
import { type Language, wordsOf } from './words/words.js';

/** What one answer emits, and how each of its lines was computed. */
export interface EmissionSourceView {
  readonly id: string;
  readonly name: string;
  /** The question its quantity was the answer to. */
  readonly question: string | null;
  readonly emissions: string;
  readonly traces: readonly TraceView[];
}

/** The chart of emissions by source, and the table that says the same. */
export interface EmissionChart {
  readonly title: string;
  readonly alt: string;
  readonly caption: string;
  readonly head: { readonly source: string; readonly scope1: string; readonly scope2: string; readonly share: string };
  readonly rows: readonly { readonly name: string; readonly scope1: string; readonly scope2: string; readonly share: string }[];
  readonly foot: { readonly name: string; readonly scope1: string; readonly scope2: string; readonly share: string };
  /** What the script draws, as JSON: labels, and tCO2eq for each scope. */
  readonly data: string;
}

/** Counts towards the headline total: Scope 1, and Scope 2 by location. */
const counts = (line: InventoryLine): boolean => !line.biogenic && (line.scope === 1 || (line.scope === 2 && line.method === 'location'));

const sumOf = (lines: readonly InventoryLine[], scope: 1 | 2): number =>
  exactSum(lines.filter((line) => counts(line) && line.scope === scope).map((line) => line.co2eq));

interface OfOne {
  readonly id: string;
  readonly name: string;
  readonly question: string | null;
  readonly lines: readonly InventoryLine[];
  readonly scope1: number;
  readonly scope2: number;
}

/** What an activity is called; fuel for vehicles is told from the same fuel burnt on the site. */
const sourceName = (id: string, inventory: Inventory, language: Language): string => {
  const activity = inventory.activities.find((one) => one.activityDataId === id);
  if (activity === undefined) return id;
  const words = wordsOf(language).page.result;
  const label = inLanguage(activity.label, language);
  const name = activity.category === 'mobileCombustion' ? words.inVehicles(label) : label;
  const isConverted = inventory.lines.some((line) => line.activityDataId === id && line.quality === 'convertedFromMoney');
  return isConverted ? words.convertedFromMoney(name) : name;
};

/** What each activity is called. Two that would be called the same are told apart by their questions. */
export const sourceNames = (inventory: Inventory, edition: Edition, language: Language): ReadonlyMap<string, string> => {
  const ids = inventory.activities.map(({ activityDataId }) => activityDataId);
  const names = ids.map((id) => sourceName(id, inventory, language));
  const isTwice = (name: string | undefined): boolean => names.filter((other) => other === name).length > 1;
  return new Map(
    ids.map((id, at) => {
      const code = activityPlace(id, edition, language)?.code ?? id;
      return [id, isTwice(names[at]) ? `${names[at]} (${code})` : (names[at] ?? id)];
    }),
  );
};

/** Lines by the answer they come from, largest emissions first. */
const bySource = (inventory: Inventory, edition: Edition, language: Language): readonly OfOne[] => {
  const ids = [...new Set(inventory.lines.map((line) => line.activityDataId))];
  const names = sourceNames(inventory, edition, language);
  return ids
    .map((id) => {
      const place = activityPlace(id, edition, language);
      const lines = inventory.lines.filter((line) => line.activityDataId === id);
      return {
        id,
        name: names.get(id) ?? id,
        question: place === null ? null : `${place.code} ${inLanguage(place.question.text, language)}`,
        lines,
        scope1: sumOf(lines, 1),
        scope2: sumOf(lines, 2),
      };
    })
    .sort((one, other) => other.scope1 + other.scope2 - one.scope1 - one.scope2);
};

/** What the traces of an inventory are shown with. */
export interface TraceMaterial {
  readonly responseId: string;
  readonly sources: Readonly<Record<string, FactorSource | undefined>>;
  readonly shelf: Pick<FactorShelf, 'data' | 'library'>;
}

export const emissionSources = (
  inventory: Inventory,
  edition: Edition,
  { responseId, sources, shelf }: TraceMaterial,
  language: Language,
): readonly EmissionSourceView[] =>
  bySource(inventory, edition, language).map(({ id, name, question, lines, scope1, scope2 }) => ({
    id,
    name,
    question,
    emissions: `${formatResult(scope1 + scope2)} ${wordsOf(language).page.result.unitCo2eq}`,
    traces: lines.map((line) => {
      const choice = { library: shelf.library, data: shelf.data, inventory, category: line.category };
      const href = linePath(responseId, inventory.lines.indexOf(line) + 1);
      return traceView(line, { sources, choice, href, part: partName(line, inventory, language) }, language);
    }),
  }));

export const emissionChart = (inventory: Inventory, edition: Edition, language: Language): EmissionChart => {
  const words = wordsOf(language).page.result;
  const sources = bySource(inventory, edition, language);
  const { scope1, scope2LocationBased } = inventory.totals;
  const total = scope1.co2eq + scope2LocationBased.co2eq;
  return {
    title: words.chartTitle,
    alt: words.chartAlt,
    caption: `${words.chartTable} (${words.unitCo2eq})`,
    head: { source: words.source, scope1: words.scopeName.s1, scope2: words.scopeName.location, share: words.share },
    rows: sources.map((source) => ({
      name: source.name,
      scope1: formatResult(source.scope1),
      scope2: formatResult(source.scope2),
      share: total === 0 ? '—' : formatShare((source.scope1 + source.scope2) / total),
    })),
    foot: {
      name: words.sum,
      scope1: formatResult(scope1.co2eq),
      scope2: formatResult(scope2LocationBased.co2eq),
      share: total === 0 ? '—' : formatShare(1),
    },
    data: JSON.stringify({
      labels: sources.map(({ name }) => name),
      scope1: sources.map((source) => source.scope1),
      scope2: sources.map((source) => source.scope2),
      names: [words.scopeName.s1, words.scopeName.location],
      axis: words.emissions,
    }),
  };
};
