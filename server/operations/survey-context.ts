import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import { cellOf } from '../survey/count-cells.js';
import type { Edition } from '../survey/edition.js';
import { lookThrough } from '../survey/relevance.js';
import type { Response } from '../survey/response.js';
import type { CellStatistics, SurveyContext } from '../survey/survey-context.js';
import { earlierAnswers, earlierRounds } from './earlier-answers.js';

/**
 * The statistics of the cell that answers belong to: of this round where it was counted and has enough, else of the round before. Null
 * where no cell has enough answers, and the ranges of the data are used.
 */
const cellStatistics = async (site: Site, round: Round, edition: Edition, response: Response): Promise<CellStatistics | null> => {
  const name = cellOf(edition, lookThrough(edition, response.answers));
  if (name === null) return null;
  const before = earlierRounds(await site.store.rounds.all(), edition).filter(({ isExample }) => isExample === round.isExample);
  for (const { id } of [round, ...before.slice(0, 1)]) {
    const counted = await site.store.cellStatistics.latestOf(id);
    const cell = counted?.cells[name];
    if (counted !== null && cell !== undefined) return { version: counted.id, ...cell };
  }
  return null;
};

/** What is known beside a response when it is checked: last year's answers of the same establishment, and the bounds of its cell. */
export const surveyContext = async (site: Site, round: Round, edition: Edition, response: Response): Promise<SurveyContext> => {
  const earlier = await earlierAnswers(site, response.establishmentId, edition);
  return {
    earlier: earlier === null ? null : { roundId: earlier.roundId, referenceYear: earlier.referenceYear, answers: earlier.answers },
    cell: await cellStatistics(site, round, edition, response),
  };
};
