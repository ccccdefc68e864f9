import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import { formatExact, formatMass, formatResult, inLanguage, withoutExponents } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** A declared source of factors, as the data package names it. */
export interface FactorSource {
  readonly title: string;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly address: string | null;
}

interface FactorView {
  readonly role: string;
  /** The id of the record in the data package; null for a factor that came with the activity. */
  readonly factorId: string | null;
  readonly value: string;
  readonly source: string;
  readonly locator: string;
  readonly address: string | null;
  readonly match: string;
  readonly confidence: string;
  /** A factor that was not found as asked, or was not read anywhere: to be marked. */
  readonly doubtful: boolean;
}

/** How one line of an inventory was computed, so that it can be repeated with a pocket calculator. */
export interface TraceView {
  readonly title: string;
  readonly result: string;
  readonly equation: string;
  readonly substituted: string;
  readonly tier: string;
  readonly inputs: readonly { readonly symbol: string; readonly meaning: string; readonly value: string }[];
  readonly factors: readonly FactorView[];
  readonly notes: readonly string[];
}

/** Only addresses a browser may follow safely become links. */
const webAddress = (address: string | null): string | null => (address !== null && /^https?:\/\//.test(address) ? address : null);

/** A pure number has the unit 1, which is not printed. */
const withUnit = (value: number, unit: string): string => (unit === '1' ? formatExact(value) : `${formatExact(value)} ${unit}`);

const factorView = (factor: FactorUse, sources: Readonly<Record<string, FactorSource | undefined>>, language: Language): FactorView => {
  const words = wordsOf(language).page.result;
  const source = sources[factor.sourceId];
  const named = [source?.title, source?.issuer, source?.year]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(', ');
  return {
    role: factor.role,
    factorId: factor.sourceId === 'own' ? null : factor.factorId,
    value: withUnit(factor.value, factor.unit),
    source: factor.sourceId === 'own' ? words.ownSource : named,
    locator: factor.locator,
    address: webAddress(source?.address ?? null),
    match: words.match[factor.match],
    confidence: factor.confidence === null ? words.ownConfidence : words.confidence[factor.confidence],
    doubtful: (factor.match !== 'exact' && factor.match !== 'own') || factor.confidence === 'recalled',
  };
};

/** "CO2" -> "CO₂", "SF6" -> "SF₆"; halocarbons keep their digits, with a hyphen: "HFC134a" -> "HFC-134a". */
export const gasName = (gas: InventoryLine['gas']): string =>
  /^(H?C?FC)(.+)$/.test(gas)
    ? gas.replace(/^(HCFC|HFC|CFC)/, '$1-')
    : gas.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));

const scopeOf = (line: InventoryLine, language: Language): string => {
  const names = wordsOf(language).page.result.scopeName;
  if (line.biogenic || line.scope === null) return names.biogenic;
  if (line.scope === 1) return names.s1;
  return line.method === 'market' ? names.market : names.location;
};

export const traceView = (
  line: InventoryLine,
  sources: Readonly<Record<string, FactorSource | undefined>>,
  language: Language,
): TraceView => {
  const words = wordsOf(language).page.result;
  const { trace } = line;
  const mass = line.tonnes === null || line.gas === 'CO2' ? '' : `${formatMass(line.tonnes, gasName(line.gas))} → `;
  return {
    title: words.lineOf(gasName(line.gas), scopeOf(line, language)),
    result:
      line.biogenic && line.tonnes !== null
        ? `${formatResult(line.tonnes)} ${words.unitCo2}`
        : `${mass}${formatMass(line.co2eq, gasName('CO2eq'))}`,
    equation: trace.equation,
    substituted: withoutExponents(trace.substituted),
    tier: words.tier(trace.tier),
    inputs: trace.inputs.map((input) => ({
      symbol: input.symbol,
      meaning: inLanguage(input, language),
      value: `${formatExact(input.value)} ${input.unit}`,
    })),
    factors: trace.factors.map((factor) => factorView(factor, sources, language)),
    notes: trace.notes.map((note) => inLanguage(note, language)),
  };
};
