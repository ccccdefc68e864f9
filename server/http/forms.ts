import { editionWithHash } from '../operations/edition-of.js';
import { type ResponseForm, readForm } from '../operations/response-form.js';
import { type SaveOutcome, saveAnswers } from '../operations/save-answers.js';
import { conflictPage } from '../presentation/conflict-page.js';
import { afterSection, isHeldUp, responsePath, type SectionInput, sectionPage, sectionPath } from '../presentation/section-page.js';
import { taskListPage } from '../presentation/task-list.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { Language, Routes } from './route.js';
import { reasonsIn, type Wish, wishOf, withSuggestion } from './section-post.js';

const sectionOf = (form: ResponseForm, id: string): SectionInput['section'] => {
  const section = form.edition.sections.find((one) => one.id === id);
  if (section === undefined) throw accessProblem('notFound');
  return section;
};

const whole = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** "main-equipment:5" -> five rows of that table. */
const wantedRows = (text: string | undefined): ReadonlyMap<string, number> => {
  const [question = '', rows] = (text ?? '').split(':');
  const count = whole(rows);
  return new Map(Number.isNaN(count) ? [] : [[question, count]]);
};

const pageOf = (
  form: ResponseForm,
  section: string,
  language: Language,
  shown: Pick<SectionInput, 'checked' | 'wantedRows' | 'rejected'>,
) => sectionPage({ ...form, ...shown, section: sectionOf(form, section), establishment: named(form.establishment), language });

/** Where a saved section leads. */
const afterSaving = (form: ResponseForm, section: string, wish: Wish): string => {
  const { edition, state, response } = form;
  const here = sectionPath(response.id, section);
  switch (wish.to) {
    case 'continue':
      return isHeldUp(sectionOf(form, section), state) ? `${here}?checked=1#summary` : afterSection(edition, state, response.id, section);
    case 'later':
      return `${responsePath(response.id)}?saved=1`;
    case 'language':
      return `/language?to=${encodeURIComponent(wish.language)}&back=${encodeURIComponent(here)}`;
    case 'addRow':
      return `${here}?rows=${encodeURIComponent(`${wish.question}:${wish.rows}`)}#row-${wish.question}-${wish.rows}`;
    case 'take':
      return `${here}?checked=1`;
    case 'save':
      return here;
  }
};

export const formRoutes = (route: Routes): void => {
  route.get('/responses/:responseId', async ({ site, principal, params, query, language }, reply) => {
    const form = await readForm(site, principal, params.responseId ?? '');
    const establishment = named(form.establishment);
    reply.view('tasks', taskListPage({ ...form, establishment }, form.response.version, query.has('saved'), language));
  });

  route.get('/responses/:responseId/sections/:section', async (request, reply) => {
    const { site, principal, params, query, language } = request;
    const form = await readForm(site, principal, params.responseId ?? '');
    const shown = { checked: query.has('checked'), wantedRows: wantedRows(query.get('rows')?.[0]), rejected: [] };
    reply.view('section', pageOf(form, params.section ?? '', language, shown));
  });

  route.post('/responses/:responseId/sections/:section', async (request, reply) => {
    const { site, principal, params, form: posted, language } = request;
    const responseId = params.responseId ?? '';
    const section = params.section ?? '';
    const revision = whole(request.field('_revision'));
    if (Number.isNaN(revision)) throw siteProblem('fieldMissing', { name: '_revision' }, '_revision');
    const before = await readForm(site, principal, responseId);
    sectionOf(before, section);
    const wish = wishOf(request.field('_do'));
    const fields = withSuggestion(before, posted, wish);
    const saved: SaveOutcome = await saveAnswers(site, principal, { responseId, revision, fields, reasons: reasonsIn(before, posted) });
    if (saved.outcome === 'conflict') {
      const { edition, response, fields: stored } = saved.form;
      const establishment = named(saved.form.establishment);
      reply.view('conflict', conflictPage({ ...saved, edition, establishment, response, section, stored, posted: fields }, language), 409);
    } else if (saved.rejected.length > 0) {
      const shown = { checked: true, wantedRows: new Map<string, number>(), rejected: saved.rejected };
      reply.view('section', pageOf(saved.form, section, language, shown), 422);
    } else {
      reply.redirect(afterSaving(saved.form, section, wish));
    }
  });

  // What the script in the page needs to check while typing. It is the same for every respondent and never changes under one hash.
  route.get('/editions/:hash', async ({ site, params }, reply) => {
    const edition = await editionWithHash(site, params.hash ?? '');
    if (edition === null) throw accessProblem('notFound');
    reply.json(edition, { immutable: true });
  });
};
