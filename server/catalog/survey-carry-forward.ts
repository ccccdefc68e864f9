import type { CarryForward } from '../survey/carry-links.js';
import type { Edition, Question } from '../survey/edition.js';
import { questionsOf } from '../survey/form-fields.js';
import { inLine } from './schema-faults.js';
import type { CarryForwardRecord } from './survey-carry-forward-schema.js';

export const carryForwardOf = (records: readonly CarryForwardRecord[]): readonly CarryForward[] =>
  records.map((record) => ({
    ...record,
    split: record.split.map(({ from, into }) => ({
      from,
      into: into.map(({ question, share = null, choices = null }) => ({ question, share, choices })),
    })),
  }));

const twice = (where: string, names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) =>
    inLine(where, `${name} is said of twice`, `${name}이(가) 두 번 나옵니다`),
  );

const columnsOf = (question: Question): readonly string[] =>
  question.type === 'table' ? question.columns.map(({ id }) => `${question.id}.${id}`) : [];

const namesOf = (edition: Pick<Edition, 'sections'>): ReadonlySet<string> =>
  new Set(questionsOf(edition).flatMap((question) => [question.id, ...columnsOf(question)]));

const offeredBy = (
  edition: Pick<Edition, 'sections'>,
  id: string,
): { readonly units: readonly string[]; readonly choices: readonly string[] } => {
  const asked = questionsOf(edition).flatMap((question): readonly Question[] =>
    question.type === 'table' ? question.columns : [question],
  );
  const own = asked.filter((question) => question.id === id);
  return {
    units: own.flatMap((question) => ('units' in question ? question.units.map((unit) => unit.id) : [])),
    choices: own.flatMap((question) => ('choices' in question ? question.choices.map((choice) => choice.id) : [])),
  };
};

/** What a link names and neither edition has. An earlier edition that is no longer here cannot be looked into; today's always can. */
const linkFaults = (link: CarryForward, to: Pick<Edition, 'sections'>, from: Pick<Edition, 'sections'> | undefined): readonly string[] => {
  const where = `carry-forward ${link.from}`;
  const [now, before] = [namesOf(to), from === undefined ? null : namesOf(from)];
  const taken = [
    ...link.renamed.map((one) => one.from),
    ...link.dropped.map((one) => one.question),
    ...link.split.map((one) => one.from),
    ...link.merged.flatMap((one) => one.from),
  ];
  const filled = [
    ...link.renamed.map((one) => one.to),
    ...link.split.flatMap(({ into }) => into.map(({ question }) => question)),
    ...link.merged.map((one) => one.into),
  ];
  const shares = link.split.filter(({ into }) => {
    const given = into.flatMap(({ share }) => (share === null ? [] : [share]));
    return given.length > 0 && Math.abs(given.reduce((sum, share) => sum + share, 0) - 1) > 1e-9;
  });
  return [
    ...twice(where, taken),
    ...twice(where, filled),
    ...[...filled, ...link.units.map(({ question }) => question), ...link.choices.map(({ question }) => question)]
      .filter((id) => !now.has(id) && offeredBy(to, id).units.length + offeredBy(to, id).choices.length === 0)
      .map((id) => inLine(where, `there is no question ${id} in this edition`, `이 판에 문항 ${id}이(가) 없습니다`)),
    ...taken
      .filter((id) => before !== null && !before.has(id))
      .map((id) => inLine(where, `there was no question ${id} in ${link.from}`, `${link.from}에 문항 ${id}이(가) 없습니다`)),
    ...link.units
      .filter(({ question, to: unit }) => !offeredBy(to, question).units.includes(unit))
      .map(({ question, to: unit }) => inLine(where, `${question} does not offer ${unit}`, `${question}에 단위 ${unit}이(가) 없습니다`)),
    ...link.choices
      .filter(({ question, to: choice }) => choice !== null && !offeredBy(to, question).choices.includes(choice))
      .map(({ question, to: choice }) =>
        inLine(where, `${question} has no choice ${choice}`, `${question}에 선택지 ${choice}이(가) 없습니다`),
      ),
    ...shares.map(({ from: id }) => inLine(where, `the shares of ${id} do not add up to 1`, `${id}의 share 합이 1이 아닙니다`)),
  ];
};

/** Everything that is wrong with how earlier answers are carried into an edition. `editions`: those that can be looked into. */
export const carryForwardFaults = (
  to: Pick<Edition, 'id' | 'sections' | 'carryForward'>,
  editions: Readonly<Record<string, Pick<Edition, 'sections'>>>,
): readonly string[] => [
  ...twice(
    'carry-forward',
    to.carryForward.map(({ from }) => from),
  ),
  ...to.carryForward
    .filter(({ from }) => from === to.id)
    .map(({ from }) => inLine('carry-forward', `${from} is this edition itself`, `${from}은(는) 이 판 자신입니다`)),
  ...to.carryForward.flatMap((link) => linkFaults(link, to, Object.hasOwn(editions, link.from) ? editions[link.from] : undefined)),
];
