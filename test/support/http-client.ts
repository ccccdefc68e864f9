import { type IncomingHttpHeaders, request } from 'node:http';
import { rememberSecret } from './all-logs.js';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** One request, sent exactly as told: unlike `fetch` it forbids no header and follows no redirect. */
export const exchange = (base: string, { method, path, headers, body }: Sent): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** A browser as far as the server can tell: keeps cookies, says where its forms come from. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly base: string) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send('GET', path, headers, '');
  }

  /** Posts a form from a page of the site itself; `headers` change what the browser says of itself. */
  post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const pairs = Array.isArray(fields) ? fields.map((pair) => [...pair]) : Object.entries(fields as Readonly<Record<string, string>>);
    const body = new URLSearchParams(pairs as string[][]).toString();
    const own = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return this.send('POST', path, { ...own, ...headers }, body);
  }

  async send(method: string, path: string, headers: Readonly<Record<string, string>>, body: string | Buffer): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const reply = await exchange(this.base, {
      method,
      path,
      headers: { ...length, ...(cookie === '' ? {} : { cookie }), ...headers },
      body,
    });
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else {
        this.cookies.set(name, value);
        rememberSecret(value);
      }
    }
    return reply;
  }
}
