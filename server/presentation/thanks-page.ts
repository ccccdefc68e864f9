import type { Inventory } from '../domain/inventory.js';
import { type GroupRank, leastGroup } from '../statistics/rank-in-group.js';
import type { Edition } from '../survey/edition.js';
import { responsePath } from './form-paths.js';
import { formatCount, formatResult, formatShare, inLanguage } from './number-format.js';
import { type ReceiptView, type ResultInput, receiptView, withheldView } from './result-page.js';
import { resultPath } from './result-paths.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

interface Figure {
  readonly name: string;
  readonly amount: string;
  readonly unit: string;
  /** Beside the year before. */
  readonly before: string | null;
}

/** What somebody who has submitted is shown in return: the receipt, the result, and where it stands. */
export interface ThanksPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly lead: string;
  readonly receipt: ReceiptView;
  readonly figures: readonly Figure[];
  readonly noYearBefore: string | null;
  readonly group: { readonly title: string; readonly text: string; readonly about: string } | null;
  readonly withheld: ReturnType<typeof withheldView> | null;
  readonly links: readonly { readonly href: string; readonly text: string; readonly primary: boolean }[];
}

export interface ThanksInput extends Pick<ResultInput, 'responseId' | 'edition' | 'establishment' | 'inventory' | 'receipt' | 'ownReport'> {
  readonly lastYear: Pick<Inventory, 'reportingYear' | 'totals'> | null;
  readonly group: { readonly division: string; readonly sizeBand: string; readonly rank: GroupRank | null } | null;
}

const co2eqOf = ({ totals }: Pick<Inventory, 'totals'>): number => totals.scope1.co2eq + totals.scope2LocationBased.co2eq;

const beside = (now: number, before: number, year: number, unit: string, language: Language): string => {
  const words = wordsOf(language).page.thanks;
  const change = before === 0 ? '' : words.change(now >= before ? 'more' : 'less', formatShare(Math.abs(now / before - 1)));
  return words.before(year, `${formatResult(before)} ${unit}`, change);
};

const figuresOf = ({ inventory, lastYear }: ThanksInput, language: Language): readonly Figure[] => {
  const words = wordsOf(language).page;
  const { unitCo2eq, unitToe, cannotTell } = words.result;
  const total = co2eqOf(inventory);
  const { toe } = inventory.totals.energy;
  const toeBefore = lastYear?.totals.energy.toe ?? null;
  return [
    {
      name: words.thanks.emissions,
      amount: formatResult(total),
      unit: unitCo2eq,
      before: lastYear === null ? null : beside(total, co2eqOf(lastYear), lastYear.reportingYear, unitCo2eq, language),
    },
    {
      name: words.thanks.energy,
      amount: toe === null ? cannotTell : formatResult(toe),
      unit: toe === null ? '' : unitToe,
      before:
        lastYear === null || toe === null || toeBefore === null ? null : beside(toe, toeBefore, lastYear.reportingYear, unitToe, language),
    },
  ];
};

const divisionName = (edition: Edition, division: string, language: Language): string => {
  const question = edition.sections.flatMap(({ questions }) => questions).find(({ id }) => id === edition.profile.industryCode);
  const list = question?.type === 'codeList' ? edition.codeLists[question.list] : undefined;
  const entry = list?.entries.find(({ code }) => code === division);
  return entry === undefined ? division : inLanguage(entry.text, language);
};

const groupView = ({ group, edition }: ThanksInput, language: Language): ThanksPage['group'] => {
  const words = wordsOf(language).page.thanks;
  if (group === null) return { title: words.groupTitle, text: words.groupUnknown, about: words.groupAbout };
  const like = words.group(divisionName(edition, group.division, language), group.sizeBand);
  const { rank } = group;
  const text =
    rank === null
      ? words.groupSmall(like, leastGroup)
      : words.rank(like, formatCount(rank.of), formatCount(rank.rank), formatCount(rank.withinPercent));
  return { title: words.groupTitle, text, about: words.groupAbout };
};

export const thanksPage = (input: ThanksInput, language: Language): ThanksPage => {
  const { responseId, establishment, receipt, ownReport, lastYear, inventory } = input;
  const words = wordsOf(language).page;
  const more = ownReport
    ? [
        { href: resultPath(responseId), text: words.thanks.toResult, primary: true },
        { href: `${responsePath(responseId)}/plan.pdf?language=${language}`, text: words.result.planButton, primary: false },
      ]
    : [];
  return {
    title: words.thanks.title,
    establishment,
    lead: words.thanks.lead,
    receipt: receiptView(receipt, language),
    figures: ownReport ? figuresOf(input, language) : [],
    noYearBefore: ownReport && lastYear === null ? words.thanks.noYearBefore(inventory.reportingYear - 1) : null,
    group: ownReport ? groupView(input, language) : null,
    withheld: ownReport ? null : withheldView(input, language),
    links: [...more, { href: responsePath(responseId), text: words.thanks.toAnswers, primary: false }],
  };
};
