import type { Answers } from './answer.js';
import type { Edition } from './edition.js';
import type { Use } from './use.js';

export { type Use, uses } from './use.js';

/** What can be taken back. Statistics are made under the law; an answer to them is a duty. */
export type Withdrawable = Exclude<Use, 'statistics'>;

export const withdrawable: readonly Withdrawable[] = ['ownReport', 'programMatching', 'ministrySharing'];

/** Whether each use is allowed. */
export type Uses = Readonly<Record<Use, boolean>>;

export const noUses: Uses = { statistics: false, ownReport: false, programMatching: false, ministrySharing: false };

/** What answers allow by now: only a tick is consent; a question that was not asked, was left blank or refused is none. */
export const usesOf = ({ profile }: Pick<Edition, 'profile'>, answers: Answers): Uses => {
  const allows = (use: Use): boolean => {
    const id = profile.consents[use];
    const answer = id === null ? undefined : answers[id];
    return answer?.state === 'answered' && answer.value.kind === 'truth' && answer.value.truth;
  };
  return {
    statistics: allows('statistics'),
    ownReport: allows('ownReport'),
    programMatching: allows('programMatching'),
    ministrySharing: allows('ministrySharing'),
  };
};
