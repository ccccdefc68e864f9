import type { FactorFiles } from '../catalog/emission-factors-files.js';
import type { Confidence } from '../domain/confidence.js';
import { exactSum } from '../domain/exact-sum.js';
import type { FactorData } from '../domain/factor-data.js';
import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import { computeUnder } from './compare-factors.js';
import type { ExampleRequest } from './example-requests.js';

/** Numbers that only the original can settle. */
const unsettled: readonly Confidence[] = ['recalled', 'read-in-copy', 'two-copies'];

/** A number that was not read in the original. */
export interface UnsettledNumber {
  readonly file: string;
  readonly record: string;
  /** The field its confidence speaks of: "net" or "gross" of a calorific value, else empty. */
  readonly field: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly locator: string;
  /** The part of all example results, 0–1, that would change with it. */
  readonly share: number;
}

/** An original to fetch, with what it would settle. */
export interface OriginalToFetch {
  readonly title: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly addresses: readonly string[];
  /** Ids in sources.yaml: the copies it was read in. */
  readonly sources: readonly string[];
  readonly recalled: number;
  readonly copied: number;
  /** The part of all example results, 0–1, in which at least one of its numbers enters. */
  readonly share: number;
  readonly tonnes: number;
  /** Those the most rests on first; then the recalled ones. */
  readonly numbers: readonly UnsettledNumber[];
}

interface Marked {
  readonly id: string;
  readonly source: string;
  readonly locator: string;
  readonly confidence?: Confidence;
}

/** Every marked number of every file. A calorific value marks its net and its gross value apart. */
const markedNumbers = (files: FactorFiles): readonly Omit<UnsettledNumber, 'share'>[] =>
  Object.entries(files).flatMap(([file, content]) => {
    const records: readonly unknown[] = Array.isArray(content) ? content : [];
    return records.flatMap((record) => {
      const { id, source, locator, confidence, ...rest } = record as Marked & Readonly<Record<string, unknown>>;
      const at = { file, record: id, source, locator };
      const of = (field: string, mark: unknown) =>
        unsettled.includes(mark as Confidence) ? [{ ...at, field, confidence: mark as Confidence }] : [];
      return confidence === undefined ? [...of('net', rest.netConfidence), ...of('gross', rest.grossConfidence)] : of('', confidence);
    });
  });

/** One carbon dioxide is one by definition: no publication has to settle that. */
const isByDefinition = ({ role, value }: FactorUse): boolean => role === 'GWP' && value === 1;

const fieldOf = ({ role }: FactorUse): string => (role === 'NCV' ? 'net' : role === 'GCV' ? 'gross' : '');
const keyOf = (record: string, field: string): string => `${record} ${field}`;

/** What a line rests on, once each: "record field" of every unsettled number in its trace. */
const restsOn = (line: InventoryLine): ReadonlySet<string> =>
  new Set(
    line.trace.factors
      .filter((use) => use.confidence !== null && unsettled.includes(use.confidence) && !isByDefinition(use))
      .map((use) => keyOf(use.factorId, fieldOf(use))),
  );

const rank = (confidence: Confidence): number => unsettled.indexOf(confidence);

const byWeight = (a: UnsettledNumber, b: UnsettledNumber): number =>
  b.share - a.share || rank(a.confidence) - rank(b.confidence) || (keyOf(a.record, a.field) < keyOf(b.record, b.field) ? -1 : 1);

/**
 * Every number that was recalled or read in a copy, by the original that would settle it; the original that most of the results of the
 * example establishments rests on comes first. Scope 1 and location-based Scope 2 count; examples that are wrong on purpose do not.
 */
export const sourcesTodo = (files: FactorFiles, data: FactorData, examples: readonly ExampleRequest[]): readonly OriginalToFetch[] => {
  const inventories = examples.filter(({ sound }) => sound).map(({ request }) => computeUnder(data, request));
  const lines = inventories
    .flatMap((computed) => ('inventory' in computed ? computed.inventory.lines : []))
    .filter((line) => line.scope !== null && line.method !== 'market')
    .map((line) => ({ co2eq: line.co2eq, rests: restsOn(line) }));
  const total = exactSum(lines.map(({ co2eq }) => co2eq));
  const tonnesOn = (keys: ReadonlySet<string>): number =>
    exactSum(lines.filter(({ rests }) => [...rests].some((key) => keys.has(key))).map(({ co2eq }) => co2eq));
  const shareOf = (tonnes: number): number => (total === 0 ? 0 : tonnes / total);

  const numbers = markedNumbers(files).map((number) => ({
    ...number,
    share: shareOf(tonnesOn(new Set([keyOf(number.record, number.field)]))),
  }));
  const originals = new Map<string, UnsettledNumber[]>();
  const declared = new Map(files['sources.yaml'].map((source) => [source.id, source]));
  for (const number of numbers) {
    const source = declared.get(number.source);
    if (source === undefined) throw new Error(`The source ${number.source} is not declared`);
    const original = JSON.stringify([source.title, source.issuer, source.year]);
    originals.set(original, [...(originals.get(original) ?? []), number]);
  }
  return [...originals.values()]
    .map((found): OriginalToFetch => {
      const sources = [...new Set(found.map(({ source }) => source))];
      const [first] = sources.flatMap((id) => declared.get(id) ?? []);
      const tonnes = tonnesOn(new Set(found.map(({ record, field }) => keyOf(record, field))));
      const recalled = found.filter(({ confidence }) => confidence === 'recalled').length;
      return {
        title: first?.title ?? '',
        issuer: first?.issuer ?? '',
        year: first?.year ?? null,
        addresses: [...new Set(sources.flatMap((id) => declared.get(id)?.address ?? []))],
        sources,
        recalled,
        copied: found.length - recalled,
        share: shareOf(tonnes),
        tonnes,
        numbers: found.toSorted(byWeight),
      };
    })
    .sort((a, b) => b.share - a.share || b.recalled - a.recalled || (a.title < b.title ? -1 : 1));
};
