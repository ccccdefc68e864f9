import { type History, readHistory, readReachedHistory, versionForm } from '../operations/read-history.js';
import { type Restorable, restoreVersion } from '../operations/restore-version.js';
import { answersPage } from '../presentation/answers-page.js';
import { responsePath } from '../presentation/form-paths.js';
import { type HistoryInput, historyPage } from '../presentation/history-page.js';
import { wordsOf } from '../presentation/words/words.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { Language, RouteRequest, Routes } from './route.js';
import { wholeField, wholeNumber } from './whole-number.js';

/** @param accounts names of the survey office, where the reader may know them */
const inputOf = (history: History, isOwn: boolean, accounts: HistoryInput['known']['accounts'], notice: string | null): HistoryInput => ({
  establishment: named(history.establishment, history.round),
  edition: history.edition,
  response: history.response,
  versions: history.versions,
  open: history.open,
  keptDrafts: isOwn ? history.keptDrafts : [],
  known: { delegations: history.delegations, accounts },
  isOwn,
  isOpen: history.isOpen,
  notice,
});

const versionPage = (history: History, number: number, isOwn: boolean, language: Language) => {
  const { history: words } = wordsOf(language).page;
  const page = answersPage(versionForm(history, number), language);
  const back = isOwn ? `${responsePath(history.response.id)}/history` : `/answers/${history.response.id}/history`;
  return {
    ...page,
    title: `${page.title}, ${words.version(number)}`,
    back: { href: back, text: words.title },
    more: null,
    ...(isOwn ? { establishment: named(history.establishment, history.round) } : {}),
  };
};

const fromOf = (text: string): Restorable => {
  const [kind, what = ''] = text.split(':');
  if (kind === 'version' && wholeNumber(what) !== null) return { version: Number(what) };
  if (kind === 'draft' && what !== '') return { draft: what };
  throw siteProblem('fieldMissing', { name: 'from' }, 'from');
};

const restoredNotice = ({ query }: Pick<RouteRequest, 'query'>, language: Language): string | null => {
  const words = wordsOf(language).page.history;
  const restored = query.get('restored')?.[0];
  return restored === undefined ? null : restored === '' ? words.restored : words.restoredPartly(restored);
};

/** Everything that was submitted, to whoever submitted it and to whose roles reach it. */
export const historyRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/history', async (request, reply) => {
    const { site, principal, params, language } = request;
    const history = await readHistory(site, principal, params.responseId ?? '');
    reply.view('history', historyPage(inputOf(history, true, null, restoredNotice(request, language)), language));
  });

  route.get('/responses/:responseId/versions/:version', async ({ site, principal, params, language }, reply) => {
    const history = await readHistory(site, principal, params.responseId ?? '');
    reply.view('answers', versionPage(history, wholeNumber(params.version) ?? 0, true, language));
  });

  route.post('/responses/:responseId/restore', async (request, reply) => {
    const { site, principal, params } = request;
    const responseId = params.responseId ?? '';
    const revision = wholeField(request, 'revision');
    const rejected = await restoreVersion(site, principal, { responseId, from: fromOf(request.field('from') ?? ''), revision });
    const names = rejected.map(({ name }) => name).slice(0, 20);
    reply.redirect(`${responsePath(responseId)}/history?restored=${encodeURIComponent(names.join(', '))}`);
  });

  route.get('/answers/:responseId/history', async ({ site, principal, params, language }, reply) => {
    const history = await readReachedHistory(site, principal, params.responseId ?? '');
    reply.view('history', historyPage(inputOf(history, false, history.accounts, null), language));
  });

  route.get('/answers/:responseId/versions/:version', async ({ site, principal, params, language }, reply) => {
    const history = await readReachedHistory(site, principal, params.responseId ?? '');
    reply.view('answers', versionPage(history, wholeNumber(params.version) ?? 0, false, language));
  });
};
