import type { Browser, Reply } from './http-client.js';

/** Sends a form with one file, as a browser does, and other fields. */
export const sendFile = (
  browser: Browser,
  path: string,
  file: Buffer | string,
  { fileName = '조사표.xlsx', fields = {} }: { readonly fileName?: string; readonly fields?: Readonly<Record<string, string>> } = {},
): Promise<Reply> => {
  const texts = Object.entries(fields).map(([name, text]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
  const body = Buffer.concat([
    Buffer.from(
      `${texts.join('')}--edge\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(file as string),
    Buffer.from('\r\n--edge--\r\n'),
  ]);
  const headers = {
    'content-type': 'multipart/form-data; boundary=edge',
    'sec-fetch-site': 'same-origin',
    'content-length': String(body.length),
  };
  return browser.send('POST', path, headers, body);
};

const entities: Readonly<Record<string, string>> = { quot: '"', '#x27': "'", '#x3D': '=', '#x60': '`', lt: '<', gt: '>', amp: '&' };

/** The value of a hidden field of a page. */
export const hiddenField = (page: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '').replace(
    /&(quot|#x27|#x3D|#x60|lt|gt|amp);/g,
    (_, entity: string) => entities[entity] ?? '',
  );
