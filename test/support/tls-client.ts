import { request } from 'node:https';
import type { Reply } from './http-client.js';

/** One request over https by a client that trusts this authority alone. */
export const askOverTls = (
  base: string,
  ca: string,
  asked: { readonly method?: string; readonly path: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
): Promise<Reply & { readonly serial: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const { method = 'GET', path, headers = {}, body = '' } = asked;
    const sent = request({ hostname, port, method, path, headers, ca, agent: false, servername: 'localhost' }, (response) => {
      const serial = (response.socket as import('node:tls').TLSSocket).getPeerCertificate().serialNumber;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8'), serial });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
