import type { FactorFiles } from '../catalog/emission-factors-files.js';
import type { Confidence } from '../domain/confidence.js';
import type { CitedSource } from '../presentation/method-document.js';

interface Cited {
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly netConfidence?: Confidence | null;
  readonly grossConfidence?: Confidence | null;
}

/** Every declared publication with the numbers taken from it, counted by how they were read; several copies of one are one. */
export const citedSources = (files: FactorFiles): readonly CitedSource[] => {
  const counts = new Map<string, Partial<Record<Confidence, number>>>();
  for (const content of Object.values(files) as readonly unknown[]) {
    for (const { source, confidence, netConfidence, grossConfidence } of Array.isArray(content) ? (content as readonly Cited[]) : []) {
      if (source === undefined) continue;
      const count = counts.get(source) ?? {};
      for (const mark of [confidence, netConfidence, grossConfidence]) if (mark) count[mark] = (count[mark] ?? 0) + 1;
      counts.set(source, count);
    }
  }
  const publications = new Map<string, CitedSource>();
  for (const { id, title, issuer, year, address } of files['sources.yaml']) {
    const key = JSON.stringify([title, issuer, year]);
    const before = publications.get(key);
    const numbers = { ...before?.numbers };
    for (const [mark, count] of Object.entries(counts.get(id) ?? {}))
      numbers[mark as Confidence] = (numbers[mark as Confidence] ?? 0) + count;
    publications.set(key, { title, issuer, year, address: before?.address ?? address, numbers });
  }
  return [...publications.values()];
};
