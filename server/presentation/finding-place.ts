import type { Finding } from '../survey/finding.js';

/**
 * The question of a page beside which a finding stands: the first of those it is about. A rule on two questions is broken only once both
 * are answered, and the second of them may stand on a later page. Undefined: it is about nothing on this page.
 */
export const placeOfFinding = ({ questions }: Pick<Finding, 'questions'>, here: ReadonlySet<string>): string | undefined =>
  questions.find((id) => here.has(id));

/** The findings that stand beside one question of a page. */
export const findingsBeside = (question: string, findings: readonly Finding[], here: ReadonlySet<string>): readonly Finding[] =>
  findings.filter((finding) => placeOfFinding(finding, here) === question);
