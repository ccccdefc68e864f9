import type { FactorCard, Names } from './factor-card.js';
import { editionWord, facetWord, type PassedOverCode, passedOverWords, plain, type RuleCode, ruleWords } from './factor-choice-words.js';
import type { FactorSet } from './factor-data.js';
import type { FactorUse } from './inventory.js';
import { type Asked, type Chosen, type PassedOver, passedOver } from './runners-up.js';

/** What a choice is explained from, after the fact: the calculation itself pays nothing for it. */
export interface ChoiceContext extends Asked {
  /** The category of the line or energy the factor entered. */
  readonly category: string;
}

/** A record that also exists for the quantity, and why it was not taken. */
export interface RunnerUp extends Names {
  readonly code: PassedOverCode;
  readonly card: FactorCard;
}

/** How one factor of a line was chosen. */
export interface FactorChoice {
  readonly use: FactorUse;
  /** Null for a factor that came with the activity, and for a record the data no longer hold. */
  readonly card: FactorCard | null;
  readonly rule: Names & { readonly code: RuleCode };
  /** Whether the rule is a way out because the factor asked for does not exist. */
  readonly isFallback: boolean;
  readonly runnersUp: readonly RunnerUp[];
}

const chosenOf = ({ data, inventory }: ChoiceContext): Chosen => {
  const set = data.factorSets[inventory.factorSet.id];
  const row = set?.rows.find(({ id }) => id === inventory.factorSet.row) ?? set?.rows.at(-1);
  if (set === undefined || row === undefined) throw new Error(`The factor set ${inventory.factorSet.id} is not in the data.`);
  return { set, row };
};

const ofFuelTable = (use: FactorUse, card: FactorCard, { set, row }: Chosen): RuleCode => {
  const isIpcc = card.edition === 'ipcc-2006';
  if (use.match === 'broader-fuel') return 'broaderFuel';
  if (use.match === 'other-revision') return isIpcc ? 'otherRevision' : 'nationalRatio';
  if (use.match === 'older-year') return 'lastRow';
  if (isIpcc && set.fuelCo2 === 'ipcc') return 'ipccSet';
  return card.kind === 'fuelCo2' && card.edition !== row.co2 ? 'filledRevision' : 'setRow';
};

const ofStationary = (use: FactorUse, card: FactorCard, chosen: Chosen, category: string): RuleCode => {
  if (card.facets.gas === 'CO2') return ofFuelTable(use, card, chosen);
  if (use.match !== 'broader-fuel') return 'sector';
  return category === 'mobileCombustion' ? 'stationaryForOffroad' : 'broaderFuel';
};

const ofOxidation = ({ facets }: FactorCard): RuleCode => {
  if (facets.tier === 1) return 'oxidationTier1';
  return facets.sector === null ? 'oxidationState' : 'oxidationSector';
};

const ruleOf = (use: FactorUse, card: FactorCard, chosen: Chosen, category: string): RuleCode => {
  switch (card.kind) {
    case 'calorificValue':
    case 'fuelCo2':
      return ofFuelTable(use, card, chosen);
    case 'stationary':
      return ofStationary(use, card, chosen, category);
    case 'mobile':
      return use.match === 'broader-fuel' ? 'broaderFuel' : 'mobileRow';
    case 'oxidation':
      return ofOxidation(card);
    case 'grid':
      return use.match === 'older-year' ? 'lastRow' : use.match === 'other-revision' ? 'nationalGrid' : 'gridRow';
    case 'electricityEnergy':
      return 'statutoryEnergy';
    case 'conversion':
      return 'statutoryConversion';
    case 'heat':
      if (use.match !== 'other-revision') return 'heatKind';
      return chosen.set.fuelCo2 === 'ipcc' ? 'nationalHeat' : 'heatOfNoSupplier';
    case 'supplierHeat':
      return use.match === 'older-year' ? 'supplierOlder' : 'supplier';
    case 'gwp':
      return 'gwpReport';
    case 'density':
      return use.match === 'broader-fuel' ? 'broaderDensity' : 'density';
    default:
      return 'namedRecord';
  }
};

const fallbacks: ReadonlySet<RuleCode> = new Set([
  'lastRow',
  'otherRevision',
  'nationalRatio',
  'broaderFuel',
  'stationaryForOffroad',
  'nationalGrid',
  'nationalHeat',
  'heatOfNoSupplier',
  'supplierOlder',
  'broaderDensity',
  'recordGone',
]);

const namesOf = (set: FactorSet): Names => ({ en: set.en, ko: set.ko });

/** Every value a wording may ask for. */
const valuesOf = (card: FactorCard | null, { set, row }: Chosen, { inventory }: ChoiceContext): Readonly<Record<string, Names>> => ({
  year: plain(inventory.reportingYear),
  set: namesOf(set),
  row: plain(row.id),
  wanted: editionWord(row.co2),
  edition: editionWord(card?.edition ?? ''),
  subject: card?.subject ?? plain(''),
  sector: facetWord(inventory.sector),
  mode: facetWord(card?.facets.mode ?? null),
  state: facetWord(card?.facets.state ?? null),
  report: plain(inventory.factorSet.gwp),
});

const worded = ({ code, card, values }: PassedOver, shared: Readonly<Record<string, Names>>): RunnerUp => ({
  code,
  card,
  ...passedOverWords[code]({ ...shared, edition: editionWord(card.edition), ...values }),
});

/** Explains how a factor that entered an inventory was chosen: the rule, and the records that were passed over. */
export const factorChoice = (use: FactorUse, context: ChoiceContext): FactorChoice => {
  const chosen = chosenOf(context);
  const isOwn = use.sourceId === 'own';
  const card = isOwn ? null : context.library.card(use.factorId);
  const code = isOwn
    ? use.locator === 'grossMJPerNm3'
      ? 'billHeatContent'
      : 'ownFactor'
    : card === null
      ? 'recordGone'
      : ruleOf(use, card, chosen, context.category);
  const values = valuesOf(card, chosen, context);
  return {
    use,
    card,
    rule: { code, ...ruleWords[code](values) },
    isFallback: fallbacks.has(code),
    runnersUp: card === null ? [] : passedOver(card, chosen, context).map((each) => worded(each, values)),
  };
};
