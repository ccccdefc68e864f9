import { type CopyKind, downloadAnswers } from '../operations/download-answers.js';
import type { Respondent } from '../operations/respondent.js';
import type { RouteReply, RouteRequest, Routes } from './route.js';
import { wholeNumber } from './whole-number.js';

/** One's own answers and inventory as files. */
export const answerDownloadRoutes = (route: Routes): void => {
  const download =
    (kind: CopyKind) =>
    async ({ site, principal, params, query, language }: RouteRequest<Respondent>, reply: RouteReply): Promise<void> => {
      const asked = query.get('language')?.[0];
      const which = { responseId: params.responseId ?? '', version: wholeNumber(params.version) ?? 0, kind };
      const file = await downloadAnswers(site, principal, which, asked === 'ko' || asked === 'en' ? asked : language);
      reply.file({ bytes: file.bytes, name: file.fileName, type: file.type });
    };
  route.get('/responses/:responseId/versions/:version/answers.xlsx', download('xlsx'));
  route.get('/responses/:responseId/versions/:version/answers.json', download('json'));
  route.get('/responses/:responseId/versions/:version/answers.pdf', download('pdf'));
};
