import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response } from 'express';
import type { Problem } from '../problem/problem.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { DataReply, MediaType } from './data-route.js';
import type { Principal } from './principal.js';
import { type ErrorEntry, problemDocument, problemMediaType } from './problem-document.js';
import type { DataRoute } from './route.js';
import { sendPieces } from './stream-reply.js';

/** What is known of a request once its rule let it pass. */
interface Admitted {
  readonly request: IncomingMessage;
  readonly response: Response;
  readonly requestId: string;
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
}

/** What a refused sender still sends is received up to here, so that it is ready to read why it was refused. */
const receivedAfterRefusal = 16 * 1024 * 1024;

/** Answers with a problem as a document. */
export const sendProblem = (response: ServerResponse, problem: Problem, requestId: string, errors: readonly ErrorEntry[] = []): void => {
  response.statusCode = problem.status;
  response.setHeader('Content-Type', problemMediaType);
  response.end(JSON.stringify(problemDocument(problem, requestId, errors)));
};

const mediaTypeOf = ({ headers }: IncomingMessage, takes: readonly MediaType[]): MediaType => {
  const [, given = ''] = /^([\w/+.-]+)(?:\s*;\s*charset="?utf-8"?)?\s*$/i.exec(headers['content-type'] ?? '') ?? [];
  const known = takes.find((type) => type === given.toLowerCase());
  if (known === undefined || headers['content-encoding'] !== undefined)
    throw siteProblem('wrongDataType', { types: takes.join(' / ') }, 'Content-Type');
  return known;
};

/** The body as it arrives. Whoever stops reading early leaves the line open for the answer. */
const bodyOf = (request: IncomingMessage): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>,
});

const passOver = async (request: IncomingMessage): Promise<void> => {
  let length = 0;
  for await (const chunk of bodyOf(request)) {
    length += chunk.length;
    if (length > receivedAfterRefusal) return;
  }
};

const replyOf = ({ request, response, requestId }: Admitted): DataReply => ({
  json: (value) => void response.status(200).json(value),
  stream: async (mediaType, pieces) => {
    response.status(200).set('Content-Type', mediaType);
    await sendPieces(response, pieces);
  },
  refuse: async (first, errors) => {
    await passOver(request);
    // A body that was not read to its end would be taken for the next request.
    if (!request.complete) response.set('Connection', 'close');
    sendProblem(response, first, requestId, errors);
  },
});

/** Runs the handler of a data route whose rule let the request pass. Throws wrongDataType and what the handler throws. */
export const answerData = async (site: Site, route: DataRoute, admitted: Admitted): Promise<void> => {
  const { request, requestId, principal, params } = admitted;
  const mediaType = route.takes.length === 0 ? null : mediaTypeOf(request, route.takes);
  await route.handler({ site, principal, params, requestId, mediaType, body: bodyOf(request) }, replyOf(admitted));
};
