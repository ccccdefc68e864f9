import { editionWithHash } from '../operations/edition-of.js';
import type { Delegate, Respondent } from '../operations/respondent.js';
import { type ResponseForm, readForm } from '../operations/response-form.js';
import { type SaveOutcome, saveAnswers } from '../operations/save-answers.js';
import { autosaveReply } from '../presentation/autosave-reply.js';
import { conflictPage } from '../presentation/conflict-page.js';
import { evidencePath } from '../presentation/evidence-view.js';
import { checkPath, pagePath, responsePath, sectionPath } from '../presentation/form-paths.js';
import { afterPage, pageNamed } from '../presentation/page-order.js';
import { isHeldUp, type SectionInput, sectionPage } from '../presentation/section-page.js';
import { afterSection } from '../presentation/section-place.js';
import { taskListPage } from '../presentation/task-list.js';
import { typedAgain } from '../presentation/typed-again.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import { commentsOn, moreOf } from './beside-form.js';
import { named } from './named.js';
import type { Language, RouteReply, RouteRequest, Routes } from './route.js';
import { basesIn, confirmedBy, reasonsIn, takenIn, type Wish, wishOf, withSuggestion } from './section-post.js';

/** Which questions a page shows: one thing of a section, or the whole of it. */
type Place = Pick<SectionInput, 'section' | 'page' | 'fromCheck'>;

type Asked = Pick<RouteRequest, 'params' | 'query'>;

const placeOf = (form: ResponseForm, { params, query }: Asked): Place => {
  const section = form.edition.sections.find((one) => one.id === params.section);
  const page = section === undefined || params.page === undefined ? null : pageNamed(section, params.page);
  if (section === undefined || page === undefined) throw accessProblem('notFound');
  return { section, page, fromCheck: query.get('from')?.[0] === 'check' };
};

const pathOf = ({ section, page }: Place, responseId: string): string =>
  page === null ? sectionPath(responseId, section.id) : pagePath(responseId, page);

const whole = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** "main-equipment:5" -> five rows of that table. */
const wantedRows = (text: string | undefined): ReadonlyMap<string, number> => {
  const [question = '', rows] = (text ?? '').split(':');
  const count = whole(rows);
  return new Map(Number.isNaN(count) ? [] : [[question, count]]);
};

const shownAt = (form: ResponseForm, place: Place, language: Language, shown: Pick<SectionInput, 'checked' | 'wantedRows' | 'rejected'>) =>
  sectionPage({
    ...form,
    ...shown,
    ...place,
    year: form.round.reportingYear,
    establishment: named(form.establishment, form.round),
    language,
  });

const idsOn = ({ questions }: { readonly questions: readonly { readonly id: string }[] }): readonly string[] =>
  questions.map(({ id }) => id);

/** Where a saved page leads. */
const afterSaving = (form: ResponseForm, place: Place, wish: Wish): string => {
  const { edition, state, response } = form;
  const path = pathOf(place, response.id);
  const here = (more: string): string => {
    const query = [...(place.fromCheck ? ['from=check'] : []), ...(more === '' ? [] : [more])].join('&');
    return query === '' ? path : `${path}?${query}`;
  };
  switch (wish.to) {
    case 'continue':
      if (isHeldUp(place.page ?? place.section, state)) return `${here('checked=1')}#summary`;
      if (place.fromCheck) return checkPath(response.id);
      return place.page === null
        ? afterSection(edition, state, response.id, place.section.id)
        : afterPage(edition, state, response.id, place.page);
    case 'later':
      return `${responsePath(response.id)}?saved=1`;
    case 'language':
      return `/language?to=${encodeURIComponent(wish.language)}&back=${encodeURIComponent(here(''))}`;
    case 'evidence':
      return evidencePath(response.id, wish.question);
    case 'addRow':
      return `${here(`rows=${encodeURIComponent(`${wish.question}:${wish.rows}`)}`)}#row-${wish.question}-${wish.rows}`;
    case 'take':
      return here('checked=1');
    case 'autosave':
    case 'save':
      return here('');
  }
};

const showQuestions = async (
  { site, principal, params, query, language }: RouteRequest<Respondent | Delegate>,
  reply: RouteReply,
): Promise<void> => {
  const form = await readForm(site, principal, params.responseId ?? '');
  const shown = { checked: query.has('checked'), wantedRows: wantedRows(query.get('rows')?.[0]), rejected: [] };
  const page = shownAt(form, placeOf(form, { params, query }), language, shown);
  reply.view('section', { ...page, comments: await commentsOn(site, principal, form, idsOn(page), language) });
};

const saveQuestions = async (request: RouteRequest<Respondent | Delegate>, reply: RouteReply): Promise<void> => {
  const { site, principal, params, form: posted, language } = request;
  const responseId = params.responseId ?? '';
  const revision = whole(request.field('_revision'));
  if (Number.isNaN(revision)) throw siteProblem('fieldMissing', { name: '_revision' }, '_revision');
  const before = await readForm(site, principal, responseId);
  const place = placeOf(before, request);
  const wish = wishOf(request.field('_do'));
  const fields = withSuggestion(before, posted, wish);
  const toSave = {
    responseId,
    revision,
    bases: basesIn(posted),
    fields,
    sent: 'page' as const,
    reasons: reasonsIn(before, posted),
    confirms: confirmedBy(posted, wish),
    taken: takenIn(before, posted, wish),
  };
  const saved: SaveOutcome = await saveAnswers(site, principal, toSave);
  if (wish.to === 'autosave') {
    reply.json(autosaveReply(saved, language), { status: saved.outcome === 'conflict' ? 409 : 200 });
  } else if (saved.outcome === 'conflict') {
    const { edition, response, fields: stored } = saved.form;
    const establishment = named(saved.form.establishment, saved.form.round);
    const path = pathOf(place, responseId);
    reply.view('conflict', conflictPage({ ...saved, edition, establishment, response, path, stored, posted: fields }, language), 409);
  } else if (saved.rejected.length > 0) {
    const shown = { checked: true, wantedRows: new Map<string, number>(), rejected: saved.rejected };
    // Of a question that was not stored everything that was typed stands in its fields again.
    const page = shownAt({ ...saved.form, fields: typedAgain(saved.form, saved.rejected, fields) }, place, language, shown);
    const comments = await commentsOn(site, principal, saved.form, idsOn(page), language);
    reply.view('section', { ...page, comments }, 422);
  } else {
    reply.redirect(afterSaving(saved.form, place, wish));
  }
};

export const formRoutes = (route: Routes): void => {
  route.get('/responses/:responseId', async ({ site, principal, params, query, language }, reply) => {
    const form = await readForm(site, principal, params.responseId ?? '');
    const establishment = named(form.establishment, form.round);
    // The result is the establishment's own, also when a delegate submitted.
    const version = principal.role === 'delegate' ? 0 : form.response.version;
    const page = taskListPage({ ...form, establishment }, version, query.has('saved'), language);
    // Files and reports are the establishment's own, too.
    const ways = principal.role === 'delegate' ? { sheet: null, report: null } : {};
    reply.view('tasks', { ...page, ...ways, more: await moreOf(site, principal, form, language) });
  });

  route.get('/responses/:responseId/sections/:section', showQuestions);
  route.post('/responses/:responseId/sections/:section', saveQuestions);
  route.get('/responses/:responseId/sections/:section/:page', showQuestions);
  route.post('/responses/:responseId/sections/:section/:page', saveQuestions);

  // What the script in the page needs to check while typing. It is the same for every respondent and never changes under one hash.
  route.get('/editions/:hash', async ({ site, params }, reply) => {
    const edition = await editionWithHash(site, params.hash ?? '');
    if (edition === null) throw accessProblem('notFound');
    await reply.unchangingJson(edition);
  });
};
