import { type FormFileKind, formFile } from '../operations/form-file.js';
import { checkFormFile, mostKib, saveImport } from '../operations/import-form.js';
import { type ResponseForm, readForm } from '../operations/response-form.js';
import { sheetPage, sheetPath, sheetPreviewPage } from '../presentation/sheet-page.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { FileReply, Language, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

const ofResponse = (form: ResponseForm) => ({ ...form, establishment: named(form.establishment, form.round) });

/** What is answered in a section that is not asked counts for nothing, but it is there: such a section is left out only while it is empty. */
const fileOf = async (
  { edition, fields, establishment, state }: ResponseForm,
  kind: FormFileKind,
  language: Language,
): Promise<FileReply> => {
  const isEmpty = (section: string): boolean =>
    Object.values(state.questions).every((one) => one.section !== section || one.answer.state === 'blank');
  const leftOut = new Set(state.sections.flatMap(({ section, relevance }) => (relevance === 'no' && isEmpty(section) ? [section] : [])));
  const { bytes, fileName, type } = await formFile(edition, { fields, kind, language, owner: establishment.name, leftOut });
  return { bytes, name: fileName, type };
};

/** A form as a file: downloaded, filled in, checked, and saved when the respondent has seen what it changes. */
export const sheetRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/form.xlsx', async ({ site, principal, params, language }, reply) => {
    reply.file(await fileOf(await readForm(site, principal, params.responseId ?? ''), 'xlsx', language));
  });

  route.get('/responses/:responseId/form.csv', async ({ site, principal, params, language }, reply) => {
    reply.file(await fileOf(await readForm(site, principal, params.responseId ?? ''), 'csv', language));
  });

  route.get('/responses/:responseId/sheet', async ({ site, principal, params, query, language }, reply) => {
    const form = await readForm(site, principal, params.responseId ?? '');
    const count = query.get('saved')?.[0];
    const saved = count !== undefined && /^\d{1,4}$/.test(count) ? Number(count) : null;
    reply.view('respondent', sheetPage(ofResponse(form), { kib: mostKib, saved, fault: null }, language));
  });

  route.postFile('/responses/:responseId/sheet', async ({ site, principal, params, file, language }, reply) => {
    const responseId = params.responseId ?? '';
    const { fault, value } = await orTypedFault(() => checkFormFile(site, principal, responseId, file));
    if (fault !== null) {
      const form = await readForm(site, principal, responseId);
      return reply.view('respondent', sheetPage(ofResponse(form), { kib: mostKib, saved: null, fault }, language), fault);
    }
    const { form, ...checked } = value;
    const asks = checked.answers.refusals.length > 0 || checked.notes.length > 0;
    reply.view('respondent', sheetPreviewPage(ofResponse(form), { ...checked, edition: form.edition }, language), asks ? 422 : 200);
  });

  route.post('/responses/:responseId/sheet/save', async (request, reply) => {
    const { site, principal, params, language } = request;
    const responseId = params.responseId ?? '';
    const revision = request.field('revision');
    if (revision === undefined || !/^\d{1,9}$/.test(revision)) throw siteProblem('fieldMissing', { name: 'revision' }, 'revision');
    const toSave = request.field('fields') ?? '';
    const { fault, value } = await orTypedFault(() =>
      saveImport(site, principal, { responseId, revision: Number(revision), toSave, source: 'import' }),
    );
    if (fault === null) return reply.redirect(`${sheetPath(responseId)}?saved=${value}`);
    const form = await readForm(site, principal, responseId);
    reply.view('respondent', sheetPage(ofResponse(form), { kib: mostKib, saved: null, fault }, language), fault);
  });
};
