import { factorShelf } from '../operations/factor-shelf.js';
import { readOwnUses } from '../operations/read-own-uses.js';
import { type FactorFilters, factorListPage } from '../presentation/factor-list-page.js';
import { factorPage } from '../presentation/factor-page.js';
import { ownLines } from '../presentation/own-lines.js';
import { sourceListPage, sourcePage } from '../presentation/source-pages.js';
import { formatDay } from '../presentation/time-format.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { type FormFields, oneField } from './form-fields.js';
import type { Routes } from './route.js';

const today = (site: Site): string => formatDay(site.clock.now());

const filtersOf = (query: FormFields): FactorFilters => {
  const field = (name: string): string => oneField(query, name)?.trim() ?? '';
  return {
    q: field('q'),
    kind: field('kind'),
    set: field('set'),
    year: field('year'),
    confidence: field('confidence'),
    source: field('source'),
    page: field('page'),
  };
};

/** The library of emission factors and its sources: for everybody, signed in or not. */
export const factorRoutes = (route: Routes): void => {
  route.get('/factors', async ({ site, query, language }, reply) => {
    reply.view('factors', factorListPage(await factorShelf(site), filtersOf(query), today(site), language));
  });

  route.get('/factors/:id', async ({ site, principal, params, language }, reply) => {
    const shelf = await factorShelf(site);
    const card = shelf.library.card(params.id ?? '');
    if (card === null) throw accessProblem('notFound');
    const uses = principal.role === 'respondent' ? await readOwnUses(site, principal, card.id) : null;
    reply.view('factor', factorPage(shelf, card, uses === null ? null : ownLines(uses, language), today(site), language));
  });

  route.get('/sources', async ({ site, language }, reply) => {
    reply.view('sources', sourceListPage(await factorShelf(site), language));
  });

  route.get('/sources/:id', async ({ site, params, query, language }, reply) => {
    const shelf = await factorShelf(site);
    const source = shelf.library.source(params.id ?? '');
    if (source === null) throw accessProblem('notFound');
    reply.view('source', sourcePage(shelf, source, oneField(query, 'page') ?? '', today(site), language));
  });
};
