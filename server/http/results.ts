import { assessHeadline } from '../operations/assess-inventory.js';
import { compareResultGwp } from '../operations/compare-result-gwp.js';
import { readResult } from '../operations/read-result.js';
import type { Respondent } from '../operations/respondent.js';
import { totalNamed } from '../presentation/inventory-totals.js';
import { linePage, type NumberInput } from '../presentation/line-page.js';
import { resultPage } from '../presentation/result-page.js';
import { resultPath } from '../presentation/result-paths.js';
import { totalPage } from '../presentation/total-page.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { named } from './named.js';
import type { RouteReply, Routes } from './route.js';

/** Where the records of factors are looked up. */
const shelfOf = ({ catalog }: Site): NumberInput['shelf'] => ({ data: catalog.emissionFactors, library: catalog.factorLibrary });

/** What the pages of single numbers need; null without the consent to a result of one's own: then the result page says so. */
const numbersOf = async (site: Site, who: Respondent, responseId: string): Promise<NumberInput | null> => {
  const { establishment, round, edition, inventory, notes, consents } = await readResult(site, who, responseId);
  if (consents.ownReport !== true) return null;
  return { responseId, edition, establishment: named(establishment, round), inventory, notes, shelf: shelfOf(site) };
};

const withheld = (reply: RouteReply, responseId: string): void => reply.redirect(resultPath(responseId));

export const resultRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/result', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const result = await readResult(site, principal, responseId);
    const page = resultPage(
      {
        ...result,
        responseId,
        establishment: named(result.establishment, result.round),
        newer: result.changedSince,
        ownReport: result.consents.ownReport === true,
        notes: result.notes,
        shelf: shelfOf(site),
        gwpComparison: await compareResultGwp(site, result),
        assessment: assessHeadline(result.inventory, result.request, site.catalog.emissionFactors),
      },
      language,
    );
    reply.view('result', page);
  });

  route.get('/responses/:responseId/result/lines/:line', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const numbers = await numbersOf(site, principal, responseId);
    if (numbers === null) return withheld(reply, responseId);
    const line = /^[1-9]\d{0,6}$/.test(params.line ?? '') ? numbers.inventory.lines[Number(params.line) - 1] : undefined;
    if (line === undefined) throw accessProblem('notFound');
    reply.view('line', linePage(numbers, line, language));
  });

  route.get('/responses/:responseId/result/totals/:total', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const numbers = await numbersOf(site, principal, responseId);
    if (numbers === null) return withheld(reply, responseId);
    const total = totalNamed(params.total ?? '');
    if (total === null) throw accessProblem('notFound');
    reply.view('total', totalPage(numbers, total, language));
  });
};
