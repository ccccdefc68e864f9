import { sentences } from './amounts-in-words.js';
import { checkCondition } from './check-condition.js';
import { type EndUseEnergy, endUseEnergy } from './end-use-energy.js';
import type { EnergySetting } from './energy-setting.js';
import { investmentOf } from './investment.js';
import type { EndUse, ReductionMeasure } from './measure.js';
import { measureSources } from './measure-sources.js';
import { paybackOf } from './payback.js';
import type { CandidateMeasure, Check, FigureUse, MeasureSetAside, Range, Text } from './plan.js';
import type { PlannerData } from './planner-data.js';
import { rangeOf, scaled, times, weakest } from './range.js';
import { limitFrom, savingOf, typicalInWords } from './saving.js';
import { siteElectricity } from './site-energy.js';
import { allOf } from './three-valued.js';

/** What the share of a measure means, by its effect. */
const shareNames: Readonly<Record<ReductionMeasure['effect'], Text>> = {
  saves: { ko: '절감률', en: 'Saving' },
  switchesFuel: { ko: '배출 감축률', en: 'Cut of the emissions' },
  replacesFuel: { ko: '대체하는 연료의 비율', en: 'Share of the fuel replaced' },
  marketOnly: { ko: '재생에너지로 조달하는 비율', en: 'Share bought as renewable electricity' },
  none: { ko: '절감률', en: 'Saving' },
};

export type MeasureOutcome = { readonly candidate: CandidateMeasure } | { readonly setAside: MeasureSetAside };

const aside = (measure: ReductionMeasure, reason: Text): MeasureOutcome => ({ setAside: { id: measure.id, name: measure.name, reason } });

const none = {
  baseline: null,
  energySaving: null,
  addedElectricity: null,
  abatement: null,
  costSaving: null,
  yearlyCost: null,
  investment: null,
  paybackYears: null,
  paybackNote: null,
} as const;

const frameOf = (measure: ReductionMeasure, data: PlannerData) => ({
  id: measure.id,
  name: measure.name,
  description: sentences([measure.description, { ko: `적용 대상: ${measure.applicability.ko}.`, en: `For: ${measure.applicability.en}.` }]),
  category: measure.category,
  carrier: measure.carrier,
  abatementMethod: measure.effect === 'marketOnly' ? ('market' as const) : ('location' as const),
  lifetimeYears: { value: measure.lifetime.value, confidence: measure.lifetime.confidence },
  exclusiveWith: measure.exclusiveWith,
  programs: data.programs.links.filter((link) => link.measure === measure.id).map((link) => link.program),
});

const toConfirm = (measure: ReductionMeasure): readonly Check[] =>
  measure.confirm.map((label) => ({
    label,
    outcome: 'unknown',
    reason: { ko: '현장에서 확인해 주세요.', en: 'To be confirmed on site.' },
  }));

const cannotTell = (measure: ReductionMeasure, data: PlannerData, checks: readonly Check[], basis: readonly Text[]): MeasureOutcome => ({
  candidate: {
    ...frameOf(measure, data),
    ...none,
    verdict: 'cannotTell',
    checks,
    basis: basis.length > 0 ? sentences(basis) : sentences(checks.map((check) => check.reason)),
    figures: [],
    confidence: measure.saving.confidence,
    sources: measureSources(measure, [], data.measures),
  },
});

const endUseNamed = (id: string, data: PlannerData): EndUse => {
  const found = data.measures.endUses.find((endUse) => endUse.id === id);
  if (found === undefined) throw new Error(`The end use ${id} was not declared.`);
  return found;
};

/** Emissions would rise: the measure is named with its numbers, not offered. */
const rises = (measure: ReductionMeasure, abatement: Range): MeasureOutcome =>
  aside(measure, {
    ko: `이 사업장의 배출계수로는 배출량이 연간 약 ${typicalInWords(abatement)} tCO2eq 늘어납니다.`,
    en: `With the emission factors of this site it would raise emissions by about ${typicalInWords(abatement)} tCO2eq a year.`,
  });

interface Premium {
  readonly yearlyCost: Range | null;
  readonly figures: readonly FigureUse[];
}

/** Yearly cost: upkeep of the investment, or the premium on the electricity bought. */
const yearlyCostOf = (measure: ReductionMeasure, investment: Range | null, endUse: EndUseEnergy): Premium => {
  const cost = measure.investment;
  const energy = endUse.parts[0]?.energy;
  if (measure.effect === 'marketOnly' && cost !== undefined && energy !== undefined) {
    const bought = scaled(times(energy, rangeOf(measure.saving), 'MWh'), 1000, 'kWh');
    const label: Text = { ko: '재생에너지 전력 1 kWh당 추가 비용', en: 'Premium per kWh of renewable electricity' };
    return { yearlyCost: times(bought, rangeOf(cost), 'KRW'), figures: [{ label, range: rangeOf(cost), sourceId: cost.source }] };
  }
  if (investment === null || measure.upkeep.value === 0) return { yearlyCost: null, figures: [] };
  const upkeep = {
    low: measure.upkeep.value,
    typical: measure.upkeep.value,
    high: measure.upkeep.value,
    unit: '1',
    confidence: measure.upkeep.confidence,
  };
  return {
    yearlyCost: times(investment, upkeep, 'KRW'),
    figures: [
      {
        label: { ko: '연간 유지비(투자비 대비)', en: 'Yearly upkeep (share of investment)' },
        range: upkeep,
        sourceId: measure.upkeep.source,
      },
    ],
  };
};

/**
 * One measure held against the establishment: offered with its figures, "cannot tell" with what is missing, or set aside with the reason.
 * Figures are for the measure alone; `plan.notes` says that they do not add up.
 */
export const estimateMeasure = (measure: ReductionMeasure, setting: EnergySetting, data: PlannerData): MeasureOutcome => {
  const endUse = endUseEnergy(endUseNamed(measure.endUse, data), setting, measure.fuels);
  if (endUse.outcome === 'none') return aside(measure, sentences(endUse.basis));
  const needs = measure.needs.map((condition) => checkCondition(condition, setting.facts, data));
  const verdict = allOf(needs.map((check) => check.outcome));
  if (verdict === 'no')
    return aside(
      measure,
      sentences(
        needs
          .filter((check) => check.outcome === 'no')
          .map(({ label, reason }) => ({ ko: `${label.ko}: ${reason.ko}`, en: `${label.en}: ${reason.en}` })),
      ),
    );
  const checks = [...needs, ...endUse.missing];
  if (verdict === 'unknown' || endUse.outcome === 'unknown' || measure.effect === 'none') {
    return cannotTell(measure, data, [...checks, ...toConfirm(measure)], endUse.outcome === 'unknown' ? endUse.basis : []);
  }
  const { limit, investment: cost } = measure;
  const bound = limit === undefined ? null : endUseEnergy(endUseNamed(limit.endUse, data), setting);
  if (bound?.outcome === 'none') return aside(measure, sentences(bound.basis));
  if (bound?.outcome === 'unknown') return cannotTell(measure, data, [...checks, ...bound.missing, ...toConfirm(measure)], bound.basis);
  const saving = savingOf(
    measure,
    endUse,
    siteElectricity(setting.inventory, data.measures.prices),
    bound === null || limit === undefined ? null : limitFrom(bound, rangeOf(limit)),
  );
  if (saving.abatement === null) return cannotTell(measure, data, [...checks, ...saving.missing, ...toConfirm(measure)], endUse.basis);
  if ((saving.abatement.typical ?? saving.abatement.low) <= 0 && measure.effect === 'replacesFuel') return rises(measure, saving.abatement);
  const sizing = cost?.endUse === undefined ? endUse : endUseEnergy(endUseNamed(cost.endUse, data), setting);
  const investment = investmentOf(measure, data.measures.investmentUnits, sizing, saving, setting.equipment);
  const yearly = yearlyCostOf(measure, investment.investment, endUse);
  const payback =
    measure.effect === 'marketOnly'
      ? { paybackYears: null, paybackNote: null }
      : paybackOf(investment.forPayback, saving.costSaving, measure.upkeep.value, measure.lifetime.value);
  const share: FigureUse = { label: shareNames[measure.effect], range: rangeOf(measure.saving), sourceId: measure.saving.source };
  const limited: readonly FigureUse[] =
    limit === undefined
      ? []
      : [
          {
            label: { ko: '회수할 수 있는 압축기 열의 비율', en: 'Share of the compressor energy that can be recovered' },
            range: rangeOf(limit),
            sourceId: limit.source,
          },
        ];
  const figures = [...endUse.figures, share, ...limited, ...saving.figures, ...investment.figures, ...yearly.figures];
  const ranges = [saving.baseline, saving.energySaving, saving.abatement, saving.costSaving, investment.investment].filter(
    (range) => range !== null,
  );
  return {
    candidate: {
      ...frameOf(measure, data),
      verdict: 'fits',
      checks: [...checks, ...saving.missing, ...investment.missing, ...toConfirm(measure)],
      basis: sentences([...endUse.basis, ...(bound?.basis ?? []), ...saving.basis, ...investment.basis]),
      baseline: saving.baseline,
      energySaving: saving.energySaving,
      addedElectricity: saving.addedElectricity,
      abatement: saving.abatement,
      costSaving: saving.costSaving,
      yearlyCost: yearly.yearlyCost,
      investment: investment.investment,
      paybackYears: payback.paybackYears,
      paybackNote: payback.paybackNote,
      confidence: weakest(measure.saving.confidence, ...ranges.map((range) => range.confidence)),
      figures,
      sources: measureSources(measure, figures, data.measures),
    },
  };
};
