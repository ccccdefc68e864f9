import type { ReductionMeasure } from './measure.js';
import type { FigureUse, Source } from './plan.js';
import type { MeasureData } from './planner-data.js';
import { sourcesUsed } from './sources-used.js';

/** Every source behind a measure and the figures that entered its estimate. */
export const measureSources = (measure: ReductionMeasure, figures: readonly FigureUse[], data: MeasureData): readonly Source[] => {
  const own = [measure.saving, measure.electricityPerFuel, measure.investment, measure.limit].flatMap((figure) =>
    figure === undefined ? [] : [{ id: figure.source, locator: figure.locator }],
  );
  const life = [measure.lifetime, measure.upkeep].map((entry) => ({ id: entry.source, locator: '' }));
  const used = figures.flatMap((figure) =>
    figure.sourceId === null ? [] : [{ id: figure.sourceId, locator: locatorOf(figure.sourceId, data) }],
  );
  const read = measure.evidence.map((entry) => ({ id: entry.source, locator: '' }));
  return sourcesUsed([...own, ...life, ...used, ...read], data.sources);
};

/** Where in a source the shared tables (splits, prices) stand; the first place suffices to find the others. */
const locatorOf = (sourceId: string, data: MeasureData): string =>
  [...data.splits, ...data.prices].find((entry) => entry.source === sourceId && sourceId !== 'engineering-typical')?.locator ?? '';
