import type { GwpComparison } from '../domain/compare-gwp.js';
import type { EnergyTotals, Inventory } from '../domain/inventory.js';
import type { TotalAssessment } from '../domain/uncertainty/assess-total.js';
import type { ActivityNote } from '../survey/activity-notes.js';
import type { Edition } from '../survey/edition.js';
import { type EmissionChart, type EmissionSourceView, emissionChart, emissionSources } from './emission-sources.js';
import type { FactorShelf } from './factor-index.js';
import { questionPath, responsePath } from './form-paths.js';
import { type GasTable, gasTable, type MontrealTable, montrealTable } from './gas-tables.js';
import { type GwpTable, gwpTable } from './gwp-table.js';
import type { EnergyMeasure, TotalName } from './inventory-totals.js';
import { warningTexts } from './inventory-warnings.js';
import { leftOutView } from './left-out.js';
import { formatCount, formatResult, inLanguage } from './number-format.js';
import { totalPath } from './result-paths.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import type { FactorSource } from './trace-view.js';
import { type UncertaintyView, uncertaintyView } from './uncertainty-view.js';
import { type Language, wordsOf } from './words/words.js';

interface Figure {
  readonly name: string;
  readonly amount: string;
  readonly unit: string;
  readonly about: string;
  readonly main: boolean;
  /** The page that shows how it is put together. */
  readonly how: { readonly href: string; readonly text: string; readonly of: string };
}

/** What was computed from the answers, for whom they belong to. */
interface ResultContent {
  readonly figures: readonly Figure[];
  readonly none: string | null;
  readonly chart: EmissionChart | null;
  readonly gas: GasTable;
  /** HCFCs, CFCs and halons, beside every total; null where there is none. */
  readonly montreal: MontrealTable | null;
  readonly gwp: GwpTable | null;
  readonly energy: {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly { readonly name: string; readonly href: string; readonly cells: readonly string[] }[];
  };
  readonly explained: {
    readonly title: string;
    readonly lead: string;
    readonly sources: readonly EmissionSourceView[];
    readonly words: ExplainedWords;
  };
  readonly uncertainty: UncertaintyView | null;
  readonly warnings: { readonly title: string; readonly entries: readonly string[] };
  readonly leftOut: { readonly title: string; readonly entries: readonly string[]; readonly none: string };
  /** Null when nothing was assumed. */
  readonly assumed: { readonly title: string; readonly entries: readonly string[] } | null;
  readonly plan: {
    readonly title: string;
    readonly lead: string;
    readonly note: string;
    readonly button: string;
    readonly other: string;
    readonly href: string;
    readonly otherHref: string;
  };
}

/** The proof of a submission. */
export interface ReceiptView {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly mono: boolean }[];
}

/** The result of a submitted response. */
export interface ResultPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly lead: string;
  readonly receipt: ReceiptView;
  readonly newer: { readonly text: string; readonly href: string; readonly link: string } | null;
  /** Why the figures and the plan are not shown, and how to agree to them; null when they are. */
  readonly withheld: ReturnType<typeof withheldView> | null;
  readonly content: ResultContent | null;
  readonly answers: { readonly href: string; readonly text: string };
  /** The sheet of K-ESG, which is made of the same answers. */
  readonly kEsg: { readonly href: string; readonly text: string };
}

type ExplainedWords = Readonly<
  Record<
    | 'equation'
    | 'substituted'
    | 'inputs'
    | 'symbol'
    | 'meaning'
    | 'value'
    | 'factors'
    | 'factorRole'
    | 'factorSource'
    | 'factorMatch'
    | 'factorConfidence'
    | 'notes',
    string
  >
>;

/** What a result page is made from. */
export interface ResultInput {
  readonly responseId: string;
  readonly edition: Edition;
  readonly establishment: EstablishmentName;
  readonly inventory: Inventory;
  readonly receipt: { readonly id: string; readonly version: number; readonly hash: string; readonly submittedAt: Date };
  /** Answers were changed since they were submitted. */
  readonly newer: boolean;
  readonly sources: Readonly<Record<string, FactorSource | undefined>>;
  /** Its totals under every set of global warming potentials; empty when the data they need are not kept. */
  readonly gwpComparison: readonly GwpComparison[];
  /** Where every record is looked up. */
  readonly shelf: Pick<FactorShelf, 'data' | 'library'>;
  /** Whether the respondent agreed that the answers are used for an inventory and a plan of its own. */
  readonly ownReport: boolean;
  /** How well the total is known. */
  readonly assessment: TotalAssessment;
  /** What did not enter the calculation, or entered otherwise than as answered. */
  readonly notes: readonly ActivityNote[];
}

const told = (value: number | null): string => (value === null ? '—' : formatResult(value));

const figuresOf = ({ totals }: Inventory, responseId: string, language: Language): readonly Figure[] => {
  const words = wordsOf(language).page.result;
  const { scope1, scope2LocationBased, scope2MarketBased, energy, biogenicCo2 } = totals;
  const figure = (total: TotalName, name: string, value: number | null, unit: string, about: string): Figure => ({
    name,
    amount: value === null ? words.cannotTell : formatResult(value),
    unit: value === null ? '' : unit,
    about,
    main: total === 'total',
    how: { href: totalPath(responseId, total), text: wordsOf(language).page.total.open, of: name },
  });
  return [
    figure('total', words.total, scope1.co2eq + scope2LocationBased.co2eq, words.unitCo2eq, words.totalAbout),
    figure('scope1', words.scope1, scope1.co2eq, words.unitCo2eq, words.scope1About),
    figure('scope2LocationBased', words.scope2Location, scope2LocationBased.co2eq, words.unitCo2eq, words.scope2LocationAbout),
    figure('scope2MarketBased', words.scope2Market, scope2MarketBased.co2eq, words.unitCo2eq, words.scope2MarketAbout),
    figure('toe', words.energy, energy.toe, words.unitToe, words.energyAbout(told(energy.netTJ))),
    ...(biogenicCo2 > 0 ? [figure('biogenicCo2', words.biogenic, biogenicCo2, words.unitCo2, words.biogenicAbout)] : []),
  ];
};

const energyTable = (energy: EnergyTotals, responseId: string, language: Language): ResultContent['energy'] => {
  const words = wordsOf(language).page.result;
  const row = (key: EnergyMeasure, unit: string) => ({
    name: words.energyRow[key],
    href: totalPath(responseId, key),
    cells: [told(energy[key]), unit],
  });
  return {
    title: words.energyTitle,
    head: [words.energyTitle, words.amount, words.unit],
    rows: [row('netTJ', 'TJ'), row('grossTJ', 'TJ'), row('toe', 'toe'), row('finalTJ', 'TJ'), row('finalToe', 'toe')],
  };
};

const contentOf = (input: ResultInput, language: Language): ResultContent => {
  const { inventory, edition } = input;
  const words = wordsOf(language).page.result;
  const path = responsePath(input.responseId);
  const other: Language = language === 'ko' ? 'en' : 'ko';
  const isEmpty = inventory.lines.length === 0;
  const { factorSet } = inventory;
  const notes = leftOutView(input.notes, edition);
  return {
    figures: figuresOf(inventory, input.responseId, language),
    none: isEmpty ? words.none : null,
    chart: isEmpty ? null : emissionChart(inventory, edition, language),
    gas: gasTable(inventory, language),
    montreal: montrealTable(inventory, language),
    gwp: isEmpty ? null : gwpTable(input.gwpComparison, language),
    energy: energyTable(inventory.totals.energy, input.responseId, language),
    explained: {
      title: words.explainTitle,
      lead: words.explainLead,
      sources: emissionSources(inventory, edition, input, language),
      words,
    },
    uncertainty: isEmpty ? null : uncertaintyView(input, language),
    warnings: {
      title: words.warningsTitle,
      entries: [
        ...warningTexts(inventory, edition, language),
        words.method(words.factorSets[factorSet.id], factorSet.gwp),
        `${words.dataHash}: ${factorSet.hash}`,
        words.roundingNote,
      ],
    },
    leftOut: {
      title: words.leftOutTitle,
      entries: notes.leftOut.map((entry) => inLanguage(entry, language)),
      none: words.leftOutNone,
    },
    assumed:
      notes.assumed.length === 0 ? null : { title: words.assumedTitle, entries: notes.assumed.map((entry) => inLanguage(entry, language)) },
    plan: {
      title: words.planTitle,
      lead: words.planLead,
      note: words.planNote,
      button: words.planButton,
      other: words.planOther,
      href: `${path}/plan.pdf?language=${language}`,
      otherHref: `${path}/plan.pdf?language=${other}`,
    },
  };
};

export const receiptView = (receipt: ResultInput['receipt'], language: Language): ReceiptView => {
  const words = wordsOf(language).page.result;
  return {
    title: words.receiptTitle,
    lead: words.receiptLead,
    rows: [
      { name: words.receipt.id, value: receipt.id, mono: true },
      { name: words.receipt.version, value: formatCount(receipt.version), mono: false },
      { name: words.receipt.at, value: formatMoment(receipt.submittedAt, language), mono: false },
      { name: words.receipt.hash, value: receipt.hash, mono: true },
    ],
  };
};

/** Why the figures are not shown, and the way to the consent. */
export const withheldView = ({ edition, responseId }: Pick<ResultInput, 'edition' | 'responseId'>, language: Language) => {
  const words = wordsOf(language).page.result;
  const href = questionPath(edition, responseId, edition.profile.consents.ownReport ?? '');
  return { title: words.withheldTitle, text: words.withheld, href, link: words.withheldLink };
};

/** The page of a submitted response. Without the respondent's consent it is a receipt alone. */
export const resultPage = (input: ResultInput, language: Language): ResultPage => {
  const { inventory, receipt, establishment } = input;
  const words = wordsOf(language).page.result;
  const path = responsePath(input.responseId);
  return {
    title: words.title,
    establishment,
    lead: words.lead(inventory.reportingYear),
    receipt: receiptView(receipt, language),
    newer: input.newer ? { text: words.newer, href: `${path}/check`, link: words.submitAgain } : null,
    withheld: input.ownReport ? null : withheldView(input, language),
    content: input.ownReport ? contentOf(input, language) : null,
    answers: { href: path, text: words.toAnswers },
    kEsg: { href: `${path}/k-esg`, text: wordsOf(language).page.kEsg.link },
  };
};
