import { createHash, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { nameConstraints, nameConstraintsId } from './name-constraints.js';
import './reflection.js';

/** A certificate and its key, in PEM. */
export interface CertificatePair {
  readonly certificate: string;
  readonly key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;
/** Tablets refuse a server's certificate that is valid for longer than 825 days. */
const serverDays = 820;
const authorityDays = 3_650;

// Loaded where certificates are made and nowhere else: a site that serves needs nothing of it.
const library = () => import('@peculiar/x509');

const newKeys = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const pem = (label: string, bytes: ArrayBuffer): string => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};
const keyText = async ({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> =>
  pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', privateKey));

const keyFrom = (text: string): Promise<webcrypto.CryptoKey> => {
  const bytes = Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64');
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
};

const serial = (): string =>
  Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .replace(/^./, '4');

/**
 * Makes an authority for one site. It may speak for these names and addresses alone: whoever steals its key cannot pretend to be another
 * site to the tablets that trust it.
 */
export const makeAuthority = async (names: readonly string[], now: Date): Promise<CertificatePair> => {
  const x509 = await library();
  x509.cryptoProvider.set(webcrypto as never);
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=Onsil ${names[0] ?? ''}`,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + authorityDays * day),
    keys: keys as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension(nameConstraintsId, true, nameConstraints(names)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys) };
};

/** Makes the certificate of the site's server, signed by its authority. */
export const makeServerCertificate = async (authority: CertificatePair, names: readonly string[], now: Date): Promise<CertificatePair> => {
  const x509 = await library();
  x509.cryptoProvider.set(webcrypto as never);
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${names[0] ?? ''}`,
    issuer: issuer.subject,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(Math.min(now.getTime() + serverDays * day, issuer.notAfter.getTime())),
    publicKey: keys.publicKey as never,
    signingKey: (await keyFrom(authority.key)) as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys) };
};

/** SHA-256 of a certificate in PEM, in pairs as tablets show it. */
export const fingerprint = (certificate: string): string => {
  const bytes = Buffer.from(certificate.replace(/-----[^-]+-----/g, ''), 'base64');
  return (createHash('sha256').update(bytes).digest('hex').toUpperCase().match(/../g) ?? []).join(':');
};
