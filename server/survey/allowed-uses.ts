import type { Answers } from './answer.js';
import type { Edition } from './edition.js';
import type { Use, Uses } from './uses.js';

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
