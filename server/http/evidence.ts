import { attachEvidence } from '../operations/attach-evidence.js';
import { evidenceBoxes, evidenceFormBytes, sentEvidence, takesChanges } from '../operations/evidence-form.js';
import { forgetPlace } from '../operations/forget-place.js';
import {
  type EvidenceCopy,
  type EvidenceNamed,
  lookAtEvidence,
  readEvidence,
  readEvidenceItem,
  readOwnEvidence,
} from '../operations/read-evidence.js';
import { removeEvidence } from '../operations/remove-evidence.js';
import { type ResponseForm, readForm } from '../operations/response-form.js';
import { evidenceItemPage, staffEvidencePage } from '../presentation/evidence-item-page.js';
import { type EvidencePage, type EvidenceShown, evidencePage, evidenceQuestion } from '../presentation/evidence-page.js';
import { evidenceItemPath, evidencePath } from '../presentation/evidence-view.js';
import { accessProblem } from '../problem/access-problems.js';
import { named } from './named.js';
import type { FileReply, Language, RouteRequest, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

type Params = RouteRequest['params'];

const itemIn = ({ responseId = '', evidenceId = '' }: Params): EvidenceNamed => ({ responseId, evidenceId });

const pageOf = (form: ResponseForm, questionId: string, shown: EvidenceShown, language: Language): EvidencePage => {
  const { edition, response, evidence, round } = form;
  const question = evidenceQuestion(edition, questionId);
  if (question === null) throw accessProblem('notFound');
  const establishment = named(form.establishment, round);
  const facts = { edition, response, evidence, establishment, year: round.reportingYear, isOpen: takesChanges(round) };
  return evidencePage({ ...facts, question }, shown, language);
};

const nothingTicked: ReadonlySet<string> = new Set();

const doneIn = (query: RouteRequest['query']): EvidenceShown['done'] => {
  const [said] = query.get('done') ?? [];
  return said === 'attached' || said === 'already' || said === 'removed' ? said : null;
};

const fileReply = ({ bytes, fileName, type }: EvidenceCopy): FileReply => ({ bytes, name: fileName, type });

/** Bills attached to answers: by the respondent, and looked at by survey staff. */
export const evidenceRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/questions/:question/evidence', async ({ site, principal, params, query, language }, reply) => {
    const form = await readForm(site, principal, params.responseId ?? '');
    const shown = { done: doneIn(query), fault: null, ticked: nothingTicked };
    reply.view('evidence', pageOf(form, params.question ?? '', shown, language));
  });

  route.postFile(
    '/responses/:responseId/questions/:question/evidence',
    async (request, reply) => {
      const { site, principal, params, form: posted, language } = request;
      const [responseId, question] = [params.responseId ?? '', params.question ?? ''];
      const { file, fileNames, isFileTooLarge: isTooLarge } = request;
      const sent = { file, fileNames, isTooLarge, isTicked: (field: string) => request.field(field) !== undefined };
      const done = await orTypedFault(async () => attachEvidence(site, principal, { ...sentEvidence(sent), responseId, question }));
      if (done.fault === null) return reply.redirect(`${evidencePath(responseId, question)}?done=${done.value.outcome}`);
      const shown = { done: null, fault: done.fault, ticked: new Set(evidenceBoxes.filter((field) => posted.has(field))) };
      reply.view('evidence', pageOf(await readForm(site, principal, responseId), question, shown, language), done.fault);
    },
    { bytes: evidenceFormBytes, tellsTooLarge: true },
  );

  route.get('/responses/:responseId/evidence/:evidenceId', async ({ site, principal, params, query, language }, reply) => {
    const { form, evidence: file, question } = await readEvidenceItem(site, principal, itemIn(params));
    const { round, establishment } = form;
    const item = { file, question, year: round.reportingYear, establishment: named(establishment, round), isOpen: takesChanges(round) };
    reply.view('evidenceItem', evidenceItemPage(item, query.has('forgotten'), language));
  });

  route.get('/responses/:responseId/evidence/:evidenceId/file', async ({ site, principal, params }, reply) => {
    reply.file(fileReply(await readOwnEvidence(site, principal, itemIn(params), 'file')));
  });

  route.get('/responses/:responseId/evidence/:evidenceId/thumbnail', async ({ site, principal, params }, reply) => {
    reply.file(fileReply(await readOwnEvidence(site, principal, itemIn(params), 'thumbnail')));
  });

  route.post('/responses/:responseId/evidence/:evidenceId/remove', async ({ site, principal, params }, reply) => {
    const { responseId, question } = await removeEvidence(site, principal, itemIn(params));
    reply.redirect(`${evidencePath(responseId, question)}?done=removed`);
  });

  route.post('/responses/:responseId/evidence/:evidenceId/forget-place', async ({ site, principal, params }, reply) => {
    const { responseId, evidenceId } = itemIn(params);
    await forgetPlace(site, principal, { responseId, evidenceId });
    reply.redirect(`${evidenceItemPath({ responseId, id: evidenceId })}?forgotten=1`);
  });

  route.get('/answers/:responseId/evidence/:evidenceId', async ({ site, principal, params, language }, reply) => {
    const { evidence: file, question, round } = await lookAtEvidence(site, principal, itemIn(params));
    reply.view('evidenceItem', staffEvidencePage({ file, question, year: round.reportingYear }, language));
  });

  route.get('/answers/:responseId/evidence/:evidenceId/file', async ({ site, principal, params }, reply) => {
    reply.file(fileReply(await readEvidence(site, principal, itemIn(params))));
  });
};
