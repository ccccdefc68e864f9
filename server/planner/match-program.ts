import { amount, sentences, shareInWords, small } from './amounts-in-words.js';
import { checkCondition } from './check-condition.js';
import type { Condition } from './condition.js';
import type { Facts } from './facts.js';
import type { Check, ProgramMatch, Text } from './plan.js';
import type { PlannerData } from './planner-data.js';
import type { SupportProgram, SupportTerm } from './program.js';
import { programTimes } from './program-times.js';
import { weakest } from './range.js';
import { sizeNames } from './size-class.js';
import { sourcesUsed } from './sources-used.js';
import { allOf } from './three-valued.js';

/** What the share of a program means, by its kind. */
const rateNames: Readonly<Record<string, Text>> = {
  loan: { ko: '융자 비율', en: 'loan for' },
  guarantee: { ko: '보증비율', en: 'guarantee of' },
  tax: { ko: '공제율', en: 'credit of' },
};

const support: Text = { ko: '지원율', en: 'rate' };

const rate = (term: SupportTerm, kind: string): Text | null => {
  if (term.rate === null) return null;
  const name = rateNames[kind] ?? support;
  const words = shareInWords({ ...term.rate, typical: null, unit: '1', confidence: term.confidence });
  return { ko: `${name.ko} ${words.ko}`, en: `${name.en} ${words.en}` };
};

/** KRW in the units calls use: 억원 and 만원, million and billion. */
const won = (krw: number): Text => ({
  ko: krw >= 1e8 ? `${amount(krw / 1e8)}억원` : `${amount(krw / 1e4)}만원`,
  en: krw >= 1e9 ? `KRW ${amount(krw / 1e9)} billion` : `KRW ${amount(krw / 1e6)} million`,
});

const termInWords = (term: SupportTerm, kind: string): Text => {
  const cap = term.capKRW === null ? null : won(term.capKRW);
  const parts: readonly (Text | null)[] = [
    rate(term, kind),
    cap === null ? null : { ko: `한도 ${cap.ko}`, en: `up to ${cap.en}` },
    term.loanRatePercent === null ? null : { ko: `금리 ${term.loanRatePercent} %`, en: `interest ${term.loanRatePercent} %` },
  ];
  const said = parts.filter((part) => part !== null);
  const asides = [
    ...(term.note === null ? [] : [said.length === 0 ? term.note : { ko: term.note.ko, en: small(term.note.en) }]),
    ...(term.confidence === 'recalled' ? [{ ko: '출처 확인 전', en: 'not yet checked against a source' }] : []),
  ];
  const both = (pick: (text: Text) => string): string => {
    const main = said.map(pick).join(', ');
    const aside = asides.map(pick).join('; ');
    if (main === '') return aside;
    return aside === '' ? main : `${main} (${aside})`;
  };
  const [ko, en] = [both((text) => text.ko), both((text) => text.en)];
  return { ko: ko === '' ? `${term.who.ko}.` : `${term.who.ko}: ${ko}.`, en: en === '' ? `${term.who.en}.` : `${term.who.en}: ${en}.` };
};

const remarkNames: Readonly<Record<SupportProgram['remarks'][number]['kind'], Text>> = {
  bonus: { ko: '우대', en: 'Preference' },
  document: { ko: '준비', en: 'Needed' },
  exclusive: { ko: '제한', en: 'Limit' },
  link: { ko: '연계', en: 'Linked' },
};

const termsOf = (program: SupportProgram): Text => {
  const remarks = program.remarks.map(({ kind, text }) => ({
    ko: `${remarkNames[kind].ko}: ${text.ko}.`,
    en: `${remarkNames[kind].en}: ${text.en}.`,
  }));
  const asOf: readonly Text[] =
    program.lastSeen === null || program.nature === 'duty'
      ? []
      : [
          {
            ko: `${program.lastSeen}년에 확인한 내용입니다. 신청 전에 해당 연도 공고를 확인해 주세요.`,
            en: `Terms as of ${program.lastSeen}. Check the call of the year before applying.`,
          },
        ];
  return sentences([...program.support.map((term) => termInWords(term, program.kind)), ...remarks, ...asOf]);
};

const named = (text: { readonly ko: string; readonly en: string }[]): Text => ({
  ko: text.map((part) => part.ko).join('·'),
  en: text.map((part) => part.en).join(', '),
});

/** The ministries of a program under the names they bear now, once each. */
const ministriesOf = (program: SupportProgram, data: PlannerData): Text => {
  const inCharge = program.ministries.filter((entry) => entry.validTo === null);
  const current = inCharge.flatMap(({ id }) => {
    const ministry = data.programs.ministries.find((entry) => entry.id === id);
    const last = ministry?.names[ministry.names.length - 1];
    return last === undefined ? [] : [last];
  });
  return named(current.filter((name, index) => current.findIndex((other) => other.ko === name.ko) === index));
};

const everySize = Object.keys(sizeNames).length;

/** A condition that an answer can decide. What no question asks and what leaves out nobody decides nothing. */
const decides = (condition: Condition): boolean => {
  if ('anyOf' in condition) return condition.anyOf.every(decides);
  return condition.fact !== 'notAsked' && !(condition.fact === 'size' && condition.in.length === everySize);
};

/** Keeps a program of which nothing was checked from looking as if everything had been. */
const nothingChecked = (program: SupportProgram, checks: readonly Check[]): readonly Check[] =>
  program.conditions.some(decides) || checks.some((check) => check.outcome !== 'yes')
    ? []
    : [
        {
          label: { ko: '공고의 지원 요건', en: 'Conditions of the call' },
          outcome: 'unknown',
          reason: {
            ko: '조사 응답으로 확인할 수 있는 요건이 없습니다. 공고를 확인하세요.',
            en: 'None of its conditions can be checked from the answers. See the call.',
          },
        },
      ];

/**
 * Holds a program against the establishment: every condition checked, with the reason.
 * @param measures  ids of the candidates
 * @param date      the day of the plan, YYYY-MM-DD
 */
export const matchProgram = (
  program: SupportProgram,
  facts: Facts,
  measures: ReadonlySet<string>,
  data: PlannerData,
  date: string,
): ProgramMatch => {
  const conditions = program.conditions.map((condition) => checkCondition(condition, facts, data));
  const checks = [...conditions, ...nothingChecked(program, conditions), ...programTimes(program, data.programs.programs, date)];
  const kind = data.programs.kinds.find((entry) => entry.id === program.kind);
  const links = data.programs.links.filter((link) => link.program === program.id && measures.has(link.measure));
  return {
    id: program.id,
    name: program.name,
    ministry: ministriesOf(program, data),
    agency: program.agency,
    kind: kind?.name ?? { ko: program.kind, en: program.kind },
    years: program.years,
    nature: program.nature,
    eligibility: allOf(checks.map((check) => check.outcome)),
    checks,
    terms: termsOf(program),
    window: program.window,
    measures: links.map((link) => link.measure),
    linkConfidence: 'derived',
    confidence: weakest(program.confidence, ...program.support.map((term) => term.confidence)),
    sources: sourcesUsed(
      program.sources.map((use) => ({ id: use.source, locator: use.locator })),
      data.programs.sources,
    ),
  };
};
