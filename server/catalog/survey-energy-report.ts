import { unitOf } from '../domain/units.js';
import type { Question, Section } from '../survey/edition.js';
import type { EnergyReportRules, ReportedSource } from '../survey/energy-report-rules.js';
import { partsOf, splitName } from '../survey/field-names.js';
import { converted } from '../survey/year-quantity.js';
import { inLine } from './schema-faults.js';

const faultsOf = ({ id, question, units, sets }: ReportedSource, asked: ReadonlyMap<string, Question>): readonly string[] => {
  const target = asked.get(question);
  if (target?.type !== 'quantity' && target?.type !== 'monthly')
    return [inLine(id, `${question} is not a quantity that is asked`, `${question}은(는) 수량 문항이 아닙니다`)];
  const offered = target.units.map((unit) => unit.id);
  const strange = Object.values(units).filter(
    ({ unit }) => unitOf(unit) === null || !offered.some((one) => converted(1, unit, one) !== null),
  );
  const lost = Object.keys(sets).filter((name) => {
    const { question: other, part } = splitName(name);
    const screen = asked.get(other);
    return screen === undefined || screen.type === 'table' || !partsOf(screen).includes(part);
  });
  return [
    ...strange.map(({ unit }) => inLine(id, `${question} cannot be told in ${unit}`, `${question}은(는) ${unit} 단위로 적을 수 없습니다`)),
    ...lost.map((name) => inLine(id, `there is no field ${name}`, `${name} 칸이 없습니다`)),
  ];
};

/** What the energy report fills in on a form: the sources whose question stands on it. */
export const energyReportOn = (
  { sources }: EnergyReportRules,
  sections: readonly Section[],
  bank: ReadonlySet<string>,
): { readonly rules: EnergyReportRules; readonly faults: readonly string[] } => {
  const asked = new Map(sections.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)));
  const own = sources.filter(({ question }) => asked.has(question));
  const nowhere = sources.filter(({ question }) => !bank.has(question));
  return {
    rules: { sources: own },
    faults: [
      ...nowhere.map(({ id, question }) => inLine(id, `there is no question ${question}`, `문항 ${question}이(가) 없습니다`)),
      ...own.flatMap((source) => faultsOf(source, asked)),
    ],
  };
};
