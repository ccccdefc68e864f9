import type { Browser, Reply } from './http-client.js';

export interface SentFile {
  /** The field; "file" unless stated. */
  readonly field?: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** As a browser would say by the name; never believed. */
  readonly type?: string;
}

const quoted = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The body of a form with files, as browsers write it. */
export const multipart = (fields: Readonly<Record<string, string>>, files: readonly SentFile[]): Buffer => {
  const parts: (Buffer | string)[] = [];
  for (const [name, text] of Object.entries(fields))
    parts.push(`--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
  for (const { field = 'file', name, bytes, type = 'application/octet-stream' } of files)
    parts.push(
      `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted(name)}"\r\nContent-Type: ${type}\r\n\r\n`,
      bytes,
      '\r\n',
    );
  return Buffer.concat([...parts, '--edge--\r\n'].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
};

export const multipartHeaders = { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' } as const;

/** Posts a form with files from a page of the site itself. */
export const postFiles = (
  browser: Browser,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: readonly SentFile[],
): Promise<Reply> => browser.send('POST', path, multipartHeaders, multipart(fields, files));
