import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TlsContext } from './transport/tls-files.js';

/** The address cannot be listened on: what to change, in both languages. */
export class CannotListen extends Error {
  constructor(
    readonly en: string,
    readonly ko: string,
    cause: unknown,
  ) {
    super(en, { cause });
    this.name = 'CannotListen';
  }
}

/** How long a client may take. A slow line has time; a stalled one does not hold a connection for good. */
export interface ClientLimits {
  readonly headersMs: number;
  readonly requestMs: number;
  /** Nothing moves on the line, in either direction. */
  readonly silentMs: number;
  readonly checkEveryMs: number;
}

export const clientLimits: ClientLimits = { headersMs: 15_000, requestMs: 60_000, silentMs: 120_000, checkEveryMs: 5_000 };

/** A request that names two hosts is read by a proxy as one and by a site as the other (RFC 9112, section 3.2). */
const twoHosts: RequestListener = (_request, response: ServerResponse) => {
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end('The request names two hosts. | 요청에 Host가 두 번 있습니다.\n');
};

/** How long requests under way may take to finish once the site is asked to stop. */
const stopWithinMs = 10_000;

/** A port that is listened on, until `drain`. */
export interface Listener {
  readonly port: number;
  /** What answers from here on. */
  handle(listener: RequestListener): void;
  /** Takes a renewed certificate into use; connections there are keep theirs. */
  renew(tls: TlsContext): void;
  /** Takes no new connections, answers the requests under way, then closes. A connection kept alive without one does not hold it up. */
  drain(): Promise<void>;
}

const notYet: RequestListener = (_request, response: ServerResponse) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1', 'Cache-Control': 'no-store' });
  response.end('Onsil is starting. Try again in a moment. | 온실을 시작하고 있습니다. 잠시 뒤 다시 시도해 주십시오.\n');
};

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why: Readonly<Record<string, readonly [string, string]>> = {
        EADDRINUSE: [
          `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
          `${host}의 ${port}번 포트를 다른 프로그램이 쓰고 있습니다. 그 프로그램을 끝내거나 다른 포트를 쓰십시오: PORT=3001 npm start`,
        ],
        EACCES: [
          `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
          `이 사용자는 ${port}번 포트를 열 수 없습니다. 1023보다 큰 포트를 쓰십시오: PORT=3000 npm start`,
        ],
      };
      const [en, ko] = why[cause.code ?? ''] ?? [
        `HOST ${host} cannot be listened on (${cause.code}). Use an address of this machine, such as 127.0.0.1`,
        `HOST ${host} 주소를 열 수 없습니다(${cause.code}). 127.0.0.1처럼 이 컴퓨터의 주소를 쓰십시오`,
      ];
      reject(new CannotListen(en, ko, cause));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

/** Takes a port, and says that the site is starting until it is told what answers. Throws CannotListen. */
export const openListener = async (
  place: { readonly host: string; readonly port: number },
  tls: TlsContext | null,
  limits: ClientLimits = clientLimits,
): Promise<Listener> => {
  let handle = notYet;
  let isStopping = false;
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    // One header more than a browser sends is no browser's; the names and values together stay under 16 KB as it is.
    maxHeaderSize: 16 * 1024,
  };
  const answer: RequestListener = (request, response) => {
    if (isStopping) response.setHeader('Connection', 'close');
    if ((request.headersDistinct.host?.length ?? 0) > 1) twoHosts(request, response);
    else handle(request, response);
  };
  const server =
    tls === null
      ? createServer(options, answer)
      : createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: limits.headersMs }, answer);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.setTimeout(limits.silentMs);
  server.maxHeadersCount = 100;
  const { port } = await listen(server as Server, place.host, place.port);
  return {
    port,
    handle: (listener) => {
      handle = listener;
    },
    renew: (context) => {
      if (tls !== null) (server as TlsServer).setSecureContext({ ...context, minVersion: 'TLSv1.2' });
    },
    drain: async () => {
      isStopping = true;
      const sweep = setInterval(() => {
        server.closeIdleConnections();
        // Browsers open lines ahead, on which nothing was asked yet.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }, 50);
      const cut = setTimeout(() => server.closeAllConnections(), stopWithinMs);
      try {
        await new Promise<void>((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
      } finally {
        clearInterval(sweep);
        clearTimeout(cut);
      }
    },
  };
};
