import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';

/** Certificate and key as the server loads them. */
export interface TlsContext {
  readonly cert: string;
  readonly key: string;
}

/** What is wrong with one setting, in both languages. */
export interface SettingFault {
  readonly setting: string;
  readonly en: string;
  readonly ko: string;
}

/** The certificate or its key cannot be used. */
export class WrongTls extends Error {
  constructor(readonly fault: SettingFault) {
    super(`${fault.setting}: ${fault.en}`);
    this.name = 'WrongTls';
  }
}

const read = (setting: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WrongTls({ setting, en: `${file} cannot be read (${code})`, ko: `${file} 파일을 읽을 수 없습니다(${code})` });
  }
};

/** Reads certificate and key and looks whether a server could use them. Throws WrongTls. */
export const readTls = (files: { readonly certFile: string; readonly keyFile: string }, now: Date): TlsContext => {
  const cert = read('ONSIL_TLS_CERT', files.certFile);
  const key = read('ONSIL_TLS_KEY', files.keyFile);
  let until: Date;
  try {
    until = new Date(new X509Certificate(cert).validTo);
  } catch {
    throw new WrongTls({
      setting: 'ONSIL_TLS_CERT',
      en: `${files.certFile} is not a certificate in PEM`,
      ko: `${files.certFile} 파일이 PEM 형식의 인증서가 아닙니다`,
    });
  }
  try {
    createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
  } catch {
    throw new WrongTls({
      setting: 'ONSIL_TLS_KEY',
      en: `${files.keyFile} is not the key of ${files.certFile}, or has a passphrase`,
      ko: `${files.keyFile} 파일이 ${files.certFile} 인증서의 키가 아니거나 암호가 걸려 있습니다`,
    });
  }
  if (until < now)
    throw new WrongTls({
      setting: 'ONSIL_TLS_CERT',
      en: `${files.certFile} expired on ${until.toISOString().slice(0, 10)}`,
      ko: `${files.certFile} 인증서가 ${until.toISOString().slice(0, 10)}에 만료되었습니다`,
    });
  return { cert, key };
};

/** Files of a site's own authority in a folder. */
export const certificateFiles = (folder: string) => ({
  authorityCertificate: join(folder, 'authority.crt'),
  authorityKey: join(folder, 'authority.key'),
  serverCertificate: join(folder, 'server.crt'),
  serverKey: join(folder, 'server.key'),
});

/** Whether a folder holds any of the files already. */
export const anyThere = (files: readonly string[]): string | null => files.find((file) => existsSync(file)) ?? null;

/** Writes files that are not there yet: keys for the owner's eyes alone, certificates for everybody's. */
export const writeNew = (folder: string, files: Readonly<Record<string, string>>, replace: boolean): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [file, text] of Object.entries(files))
    writeFileSync(file, text, { mode: file.endsWith('.key') ? 0o600 : 0o644, flag: replace ? 'w' : 'wx' });
};
