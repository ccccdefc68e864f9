import { randomUUID } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { findSession, sessionTimes } from '../operations/find-session.js';
import { siteFrom } from '../operations/site-from.js';
import type { Visit } from '../operations/visit.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { addressPrefix } from './address-prefix.js';
import { clientAddress } from './client-address.js';
import { cookieToSet, readCookies } from './cookies.js';
import { answerData, sendProblem } from './data-entry.js';
import { deviceName } from './device-name.js';
import { type Door, isHttps, originOf } from './door.js';
import { assertKnownFields, assertOnceEach, type FormFields, oneField, parseFields, receiveForm } from './form-fields.js';
import { formTable } from './form-table.js';
import { judge } from './judge.js';
import { shapedParams } from './path-params.js';
import { nextStep, nobody, type Principal } from './principal.js';
import { problemOf, problemPage, waitHeaders } from './problem-reply.js';
import { passOverBody } from './receive-body.js';
import type { DeclaredRoute, Language, PageRoute, RouteReply, RouteRequest } from './route.js';
import { assertNotCrossSite, assertSameOrigin } from './same-origin.js';
import { sitePath } from './site-path.js';
import { transportOf } from './transport.js';
import { sendUnchanging } from './unchanging-json.js';
import { type FileRule, receiveUpload, type Upload } from './upload.js';
import { inUploadRoom } from './upload-room.js';
import { render, type Views } from './view.js';

export { type Door, isHttps } from './door.js';

/** A request on its way: what is known of it so far, so that a failure at any step can still be answered in full. */
interface Passing {
  readonly request: Request;
  readonly response: Response;
  /** Whether a person or a program is answered when something goes wrong. */
  readonly face: DeclaredRoute['face'];
  readonly requestId: string;
  readonly now: Date;
  readonly secure: boolean;
  readonly language: Language;
  readonly visit: Visit;
  readonly identityCookie: string | null;
  principal: Principal;
  form: FormFields | null;
}

/** A principal whom the route lets pass, and what the path names. */
type Admitted = Pick<RouteRequest, 'principal' | 'params'>;

const begin = (site: Site, request: Request, response: Response, door: Door, face: DeclaredRoute['face']): Passing => {
  const requestId = randomUUID();
  response.set('X-Request-Id', requestId);
  response.set('Cache-Control', 'no-store');
  const secure = isHttps(door);
  const cookies = readCookies(request.headers.cookie, secure);
  const language = cookies.language === 'en' ? 'en' : 'ko';
  const from = clientAddress(request, door.trustedProxies);
  const visit: Visit = {
    from,
    network: addressPrefix(from),
    device: deviceName(request.headers['user-agent']),
    deviceSecret: cookies.device,
    sessionSecret: cookies.session,
  };
  const { identity: identityCookie } = cookies;
  return {
    request,
    response,
    // A script of a page of ours reads what went wrong; a person is shown it.
    face: request.headers.accept === 'application/json' ? 'data' : face,
    requestId,
    now: site.clock.now(),
    secure,
    language,
    visit,
    identityCookie,
    principal: nobody,
    form: null,
  };
};

const show = <Name extends keyof Views>(passing: Passing, name: Name, model: Views[Name], status: number): void => {
  const { language, principal, request, requestId, secure, now } = passing;
  const session = sessionTimes(principal, now);
  const page = render(name, model, {
    language,
    principal,
    path: request.originalUrl,
    requestId,
    transport: transportOf(request.headers, secure),
    session,
  });
  passing.response.status(status).type('html').send(page);
};

const showProblem = (site: Site, passing: Passing, pattern: string, error: unknown): void => {
  const { request, response, requestId } = passing;
  // Whoever asked hung up before the request was whole; there is nobody to answer.
  if (request.destroyed && !request.complete) return;
  const problem = problemOf(error, passing.form !== null);
  if (problem.status >= 500) site.log.error({ requestId, route: pattern, err: error }, problem.code);
  if (response.headersSent) {
    // Part of the answer is out already; a cut connection says that it is not whole.
    response.destroy();
    return;
  }
  response.set(waitHeaders(problem));
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.set('Connection', 'close');
  if (passing.face === 'data') {
    sendProblem(response, problem, requestId);
    return;
  }
  show(
    passing,
    'problem',
    problemPage(problem, { requestId, path: request.originalUrl, method: request.method, form: passing.form }),
    problem.status,
  );
};

const replyOf = (passing: Passing): RouteReply => {
  const { response } = passing;
  return {
    view: (name, model, status = 200) => {
      if (typeof status === 'number') return show(passing, name, model, status);
      response.set(waitHeaders(status));
      show(passing, name, model, status.status);
    },
    leave: (address) => response.redirect(303, address),
    redirect: (path) => response.redirect(303, sitePath(path)),
    file: ({ bytes, name, type }) => {
      // What is downloaded runs nothing, wherever it is opened.
      response.attachment(name).set('Content-Security-Policy', `${String(response.get('Content-Security-Policy'))};sandbox`);
      response.type(type).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
    json: (value, { status = 200 } = {}) => void response.status(status).json(value),
    unchangingJson: (value) => sendUnchanging(passing.request, response, value),
    setCookie: (cookie) => void response.cookie(...cookieToSet(cookie, passing.secure)),
  };
};

/** Writes one line into the log, and counts, once the answer is out or the line is cut. */
const watch = (site: Site, door: Door, passing: Passing, route: string): void => {
  const { request, response, requestId } = passing;
  const begun = performance.now();
  response.on('close', () => {
    const ms = Math.round(performance.now() - begun);
    const facts = { method: request.method, route, status: response.statusCode, ms };
    site.log.info({ requestId, ...facts, cut: !response.writableFinished }, 'request');
    door.replied?.(facts);
  });
};

const queryOf = (request: Request): FormFields => {
  const mark = request.originalUrl.indexOf('?');
  return parseFields(mark === -1 ? '' : request.originalUrl.slice(mark + 1));
};

const findPrincipal = async (site: Site, passing: Passing): Promise<void> => {
  const { sessionSecret, from } = passing.visit;
  if (sessionSecret !== null) passing.principal = (await findSession(site, sessionSecret, from)) ?? nobody;
};

/** The form of a request, and the file it carries. */
const receive = async (request: Request, rule: FileRule | null): Promise<Upload> => {
  const upload = rule === null ? null : await receiveUpload(request, rule);
  return upload ?? { form: await receiveForm(request), file: null, fileNames: [], isTooLarge: false };
};

/** Lets a request pass whose principal may; null when it was led to its next step instead. Throws notFound, signInNeeded, sessionEnded. */
const admit = async (site: Site, route: DeclaredRoute, passing: Passing): Promise<Admitted | null> => {
  await findPrincipal(site, passing);
  const params = shapedParams(passing.request.params as Readonly<Record<string, string>>);
  const verdict = await judge(route.row, passing.principal, { site, params });
  if (verdict.outcome === 'missing') throw accessProblem('notFound');
  if (verdict.outcome === 'unfinished' && route.method === 'get' && route.face === 'page') {
    replyOf(passing).redirect(nextStep(passing.principal));
    return null;
  }
  const isForm = route.method === 'post' && route.face === 'page';
  if (verdict.outcome !== 'allowed') throw accessProblem(isForm ? 'sessionEnded' : 'signInNeeded');
  return { principal: verdict.principal, params };
};

/** Hands a request that passed, and what came with it, to its handler. */
const handle = async (
  site: Site,
  door: Door,
  route: PageRoute,
  passing: Passing,
  admitted: Admitted,
  upload: Upload | null,
): Promise<void> => {
  const { request } = passing;
  const form = upload?.form ?? new Map<string, readonly string[]>();
  assertKnownFields(form, formTable[`${route.method} ${route.path}`] ?? 'questions');
  const query = queryOf(request);
  assertOnceEach(query);
  const asked: RouteRequest = {
    site,
    ...admitted,
    query,
    form,
    file: upload?.file ?? null,
    fileNames: upload?.fileNames ?? [],
    isFileTooLarge: upload?.isTooLarge ?? false,
    language: passing.language,
    path: request.originalUrl,
    requestId: passing.requestId,
    baseUrl: originOf(door, request.headers.host),
    visit: passing.visit,
    identityCookie: passing.identityCookie,
    field: (name) => oneField(form, name),
  };
  await route.handler(asked, replyOf(passing));
};

/** A form with a file is large: who sends it is known before any of it is kept, and how many are kept at once is bounded. */
const serveFile = async (site: Site, door: Door, route: PageRoute, rule: FileRule, passing: Passing): Promise<void> => {
  const { request } = passing;
  const refuse = async (error: unknown): Promise<never> => {
    await passOverBody(request, rule.bytes);
    throw error;
  };
  const admitted = await admit(site, route, passing).catch(refuse);
  if (admitted === null) return;
  const work = async (): Promise<void> => {
    const upload = await receive(request, rule);
    passing.form = upload.form;
    await handle(requestSite(site, passing), door, route, passing, admitted, upload);
  };
  await inUploadRoom(admitted.principal, work).catch(refuse);
};

/** The site as a request sees it: what it writes down says where it came from. */
const requestSite = (site: Site, { visit, requestId }: Passing): Site => siteFrom(site, { from: visit.network, requestId });

const serve = async (site: Site, door: Door, route: DeclaredRoute, passing: Passing): Promise<void> => {
  const { request } = passing;
  if (route.method === 'post' && route.face === 'data') assertNotCrossSite(request.headers, door.baseUrl, door.https);
  let upload: Upload | null = null;
  if (route.method === 'post' && route.face === 'page') {
    assertSameOrigin(request.headers, door.baseUrl, door.https);
    if (route.takesFile !== null) return serveFile(site, door, route, route.takesFile, passing);
    upload = await receive(request, null);
    passing.form = upload.form;
  }
  const admitted = await admit(site, route, passing);
  if (admitted === null) return;
  const from = requestSite(site, passing);
  if (route.face === 'page') return handle(from, door, route, passing, admitted, upload);
  const { response, requestId } = passing;
  await answerData(from, route, { request, response, requestId, ...admitted });
};

/** Puts declared routes into an Express app, each behind its rule. */
export const mount = (app: Express, site: Site, door: Door, routes: readonly DeclaredRoute[]): void => {
  for (const route of routes) {
    app[route.method](route.path, async (request, response) => {
      const passing = begin(site, request, response, door, route.face);
      watch(site, door, passing, route.path);
      try {
        await serve(site, door, route, passing);
        if (!response.headersSent) throw new Error(`The handler of ${route.path} did not answer`);
      } catch (error) {
        showProblem(site, passing, route.path, error);
      }
    });
  }
};

const faceOf = (request: Request): DeclaredRoute['face'] => (request.path.startsWith('/api/') ? 'data' : 'page');

/** What answers when no route and no asset did, or when Express itself could not read the request. */
export const mountLast = (app: Express, site: Site, door: Door): void => {
  app.use(async function nothingHere(request: Request, response: Response) {
    const passing = begin(site, request, response, door, faceOf(request));
    watch(site, door, passing, '(none)');
    try {
      // Whoever is in sees the same page as where something is that is not theirs.
      await findPrincipal(site, passing);
      throw accessProblem('notFound');
    } catch (error) {
      showProblem(site, passing, '(none)', error);
    }
  });
  // Express knows an error handler by its four parameters.
  app.use(function requestFailed(error: unknown, request: Request, response: Response, _next: () => void) {
    const passing = begin(site, request, response, door, faceOf(request));
    watch(site, door, passing, '(none)');
    showProblem(site, passing, '(none)', error);
  });
};
