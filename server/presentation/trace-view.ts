import { type ChoiceContext, factorChoice } from '../domain/factor-choice.js';
import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import { factorPath } from './factor-paths.js';
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
  /** The page of the record in the library; null where it is in none. */
  readonly href: string | null;
  /** Why it is this one. */
  readonly rule: string;
  readonly isFallback: boolean;
  readonly confidence: string;
  /** A factor that was not found as asked, or was not read anywhere: to be marked. */
  readonly doubtful: boolean;
}

/** How one line of an inventory was computed, so that it can be repeated with a pocket calculator. */
export interface TraceView {
  readonly title: string;
  /** The way on to the line's own page. */
  readonly chain: { readonly href: string; readonly text: string };
  readonly result: string;
  readonly equation: string;
  readonly substituted: string;
  readonly tier: string;
  readonly inputs: readonly { readonly symbol: string; readonly meaning: string; readonly value: string }[];
  readonly factors: readonly FactorView[];
  readonly notes: readonly string[];
}

/** Only addresses a browser may follow safely become links. */
export const webAddress = (address: string | null): string | null => (address !== null && /^https?:\/\//.test(address) ? address : null);

/** A pure number has the unit 1, which is not printed. */
const withUnit = (value: number, unit: string): string => (unit === '1' ? formatExact(value) : `${formatExact(value)} ${unit}`);

const factorView = (factor: FactorUse, { sources, choice }: TraceContext, language: Language): FactorView => {
  const words = wordsOf(language).page.result;
  const source = sources[factor.sourceId];
  const { card, rule, isFallback } = factorChoice(factor, choice);
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
    href: card === null ? null : factorPath(card.id),
    rule: inLanguage(rule, language),
    isFallback,
    confidence: factor.confidence === null ? words.ownConfidence : words.confidence[factor.confidence],
    doubtful: (factor.match !== 'exact' && factor.match !== 'own') || factor.confidence === 'recalled',
  };
};

/** "CO2" -> "CO₂", "SF6" -> "SF₆"; halocarbons keep their digits, with a hyphen: "HFC134a" -> "HFC-134a". */
export const gasName = (gas: InventoryLine['gas']): string =>
  /^(H?C?FC|halon)(.+)$/.test(gas)
    ? gas.replace(/^(HCFC|HFC|CFC)/, '$1-').replace(/^halon/, 'Halon ')
    : gas.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));

const scopeOf = (line: InventoryLine, language: Language): string => {
  const names = wordsOf(language).page.result.scopeName;
  if (line.biogenic || line.scope === null) return names.biogenic;
  if (line.scope === 1) return names.s1;
  return line.method === 'market' ? names.market : names.location;
};

/** A line by name: its gas and its scope. */
export const lineTitle = (line: InventoryLine, language: Language): string =>
  wordsOf(language).page.result.lineOf(gasName(line.gas), scopeOf(line, language));

/** What a line comes to: "0.012 tCH₄ → 0.336 tCO₂eq". */
export const lineResult = (line: InventoryLine, language: Language): string => {
  if (line.biogenic && line.tonnes !== null) return `${formatResult(line.tonnes)} ${wordsOf(language).page.result.unitCo2}`;
  const mass = line.tonnes === null || line.gas === 'CO2' ? '' : `${formatMass(line.tonnes, gasName(line.gas))} → `;
  return `${mass}${formatMass(line.co2eq, gasName('CO2eq'))}`;
};

/** What a trace is shown with. */
export interface TraceContext {
  readonly sources: Readonly<Record<string, FactorSource | undefined>>;
  readonly choice: ChoiceContext;
  /** The page that follows the line to its sources. */
  readonly href: string;
}

export const traceView = (line: InventoryLine, context: TraceContext, language: Language): TraceView => {
  const words = wordsOf(language).page.result;
  const { trace } = line;
  return {
    title: lineTitle(line, language),
    chain: { href: context.href, text: wordsOf(language).page.chain.openChain },
    result: lineResult(line, language),
    equation: trace.equation,
    substituted: withoutExponents(trace.substituted),
    tier: words.tier(trace.tier),
    inputs: trace.inputs.map((input) => ({
      symbol: input.symbol,
      meaning: inLanguage(input, language),
      value: withUnit(input.value, input.unit),
    })),
    factors: trace.factors.map((factor) => factorView(factor, context, language)),
    notes: trace.notes.map((note) => inLanguage(note, language)),
  };
};
