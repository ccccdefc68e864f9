import { stepRound } from '../../server/operations/administer-rounds.js';
import type { Site } from '../../server/site.js';
import { holderOf } from './submitted.js';
import { roundId } from './test-site.js';

/** Closes the round of the tests, as an administrator does. */
export const administratorCloses = async (site: Site): Promise<void> => {
  const who = await holderOf(site, 'administrator');
  await stepRound(site, who, { roundId, step: 'close', reason: '조사 기간이 끝났습니다', sure: true });
};
