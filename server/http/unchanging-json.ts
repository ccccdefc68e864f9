import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** What never changes is packed once. */
const packed = new WeakMap<object, Promise<Buffer>>();

const pack = (value: object): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    gzip(JSON.stringify(value), (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });

const packedOnce = (value: object): Promise<Buffer> => {
  const made = packed.get(value) ?? pack(value);
  packed.set(value, made);
  return made;
};

/** Sends a value that never changes under its path: the browser may keep it, and a tablet on a slow line gets a twentieth of the bytes. */
export const sendUnchanging = async (request: Request, response: Response, value: object): Promise<void> => {
  response.set('Cache-Control', 'private, max-age=31536000, immutable').vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip') !== 'gzip') return void response.json(value);
  response
    .type('json')
    .set('Content-Encoding', 'gzip')
    .send(await packedOnce(value));
};
