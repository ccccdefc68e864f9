import { formatMoment } from './time-format.js';
import type { AuditFindingCode } from './words/en/audit.js';
import { type Language, wordsOf } from './words/words.js';

interface Milestone {
  readonly seq: number;
  readonly action: 'audit.prune' | 'audit.anchor';
  readonly at: Date;
  readonly reason: string | null;
}

/** What a look through the audit log found, as lines to print. */
export const verdictLines = (
  verdict: {
    readonly entries: number;
    readonly head: { readonly seq: number } | null;
    readonly anchored: { readonly seq: number } | null;
    readonly findings: readonly { readonly code: AuditFindingCode; readonly seq: number | null; readonly detail: string }[];
    readonly milestones: readonly Milestone[];
  },
  language: Language,
): readonly string[] => {
  const words = wordsOf(language).audit;
  const { entries, head, anchored, findings, milestones } = verdict;
  const said =
    findings.length > 0
      ? [words.unsound(findings.length), ...findings.map(({ code, seq, detail }) => `- ${words.findings[code](seq, detail)}`)]
      : [head === null ? words.empty : words.sound(entries, head.seq)];
  return [
    ...said,
    ...(anchored === null ? [] : [words.anchored(anchored.seq)]),
    ...milestones.map(({ seq, action, at, reason }) =>
      words.milestones[action](seq, formatMoment(at, language), reason ?? words.review.noReason),
    ),
  ];
};

interface Act {
  readonly at: Date;
  readonly who: string;
  readonly action: string;
  readonly establishmentId: string | null;
  readonly actor: { readonly from: string | null };
  readonly reason?: string | null;
}

interface Group {
  readonly who: string;
  readonly establishmentId: string | null;
  readonly from: string | null;
  readonly action: string;
  readonly count: number;
  readonly last: Date;
}

/** The monthly review as lines to print. */
export const reviewLines = (
  review: {
    readonly month: string;
    readonly from: Date;
    readonly before: Date;
    readonly total: number;
    readonly looks: readonly Group[];
    readonly exports: readonly Act[];
    readonly exportsWithoutReason: number;
    readonly failures: readonly Group[];
    readonly rights: readonly Act[];
    readonly log: readonly Act[];
    readonly counts: readonly { readonly action: string; readonly count: number }[];
  },
  language: Language,
): readonly string[] => {
  const words = wordsOf(language).audit.review;
  const moment = (at: Date): string => formatMoment(at, language);
  const section = (title: string, lines: readonly string[]): readonly string[] => [
    '',
    `## ${title}`,
    ...(lines.length === 0 ? [words.none] : lines.map((line) => `- ${line}`)),
  ];
  const act = ({ at, who, action, establishmentId, actor, reason }: Act): string =>
    words.act(moment(at), who, action, establishmentId ?? words.nobody, actor.from ?? words.nobody, reason ?? words.noReason);
  const { sections } = words;
  return [
    `# ${words.title(review.month)}`,
    words.period(moment(review.from), moment(review.before)),
    words.total(review.total),
    ...(review.exportsWithoutReason === 0 ? [] : [words.missingReasons(review.exportsWithoutReason)]),
    ...section(
      sections.looks,
      review.looks.map(({ who, establishmentId, action, count, last }) =>
        words.look(who, establishmentId ?? words.nobody, action, count, moment(last)),
      ),
    ),
    ...section(sections.exports, review.exports.map(act)),
    ...section(
      sections.failures,
      review.failures.map(({ from, action, count, last }) => words.failure(from ?? words.nobody, action, count, moment(last))),
    ),
    ...section(sections.rights, review.rights.map(act)),
    ...section(sections.log, review.log.map(act)),
    ...section(
      sections.counts,
      review.counts.map(({ action, count }) => words.count(action, count)),
    ),
  ];
};
