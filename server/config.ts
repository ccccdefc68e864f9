import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { repositoryRoot } from './root.js';

/** Everything the surroundings may decide about a site. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Where the embedded store keeps its data; not used with `mongodbUri`. */
  readonly dataDir: string;
  readonly mongodbUri: string | null;
  /** Example establishments and their links at start. */
  readonly demo: boolean;
  /** How browsers reach the site, without a slash at the end; null: http on host and port. */
  readonly baseUrl: string | null;
  readonly logLevel: string;
  /** File outside of the database that holds the head of the audit log. */
  readonly auditAnchor: string;
  /** Certificate and key with which the site itself serves https; null: plain http, or https by a proxy. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  /** Addresses and networks of proxies whose X-Forwarded-For counts. */
  readonly trustedProxies: readonly string[];
  /** Where an organization signs its own people in (OpenID Connect); null: nowhere. */
  readonly identity: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** Where letters are handed over to be mailed, and by whom; null: nowhere. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Port of this machine alone at which the metrics can be read; null: nowhere. */
  readonly metricsPort: number | null;
}

/** The settings are wrong: one line per fault, English | Korean. */
export class WrongConfig extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'WrongConfig';
  }
}

/** "10.0.0.1" or "10.0.0.0/8". */
const isNetwork = (text: string): boolean => {
  const [address = '', bits = '0', ...more] = text.split('/');
  return isIP(address) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
};

/** Https, or http to this very machine. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
};

type Env = Readonly<Record<string, string | undefined>>;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the settings from an environment: PORT, HOST, DATA_DIR, MONGODB_URI or MONGODB_URI_FILE, and those that begin with ONSIL_.
 * An empty value counts as not set. Throws WrongConfig with every fault at once.
 */
export const readConfig = (env: Env): Config => {
  const faults: string[] = [];
  const setting = (name: string, standard: string): string => {
    const given = env[name]?.trim();
    return given === undefined || given === '' ? standard : given;
  };
  const fault = (name: string, en: string, ko: string): void => void faults.push(`${name}: ${en} | ${ko}`);

  const portIn = (name: string, standard: string): string => {
    const port = setting(name, standard);
    if (port !== '' && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
      fault(name, `"${port}" is not a port number from 0 to 65535`, `"${port}"은(는) 0~65535의 포트 번호가 아닙니다`);
    return port;
  };
  const port = portIn('PORT', '3000');
  const metricsPort = portIn('ONSIL_METRICS_PORT', '');
  if (metricsPort !== '' && metricsPort !== '0' && metricsPort === port)
    fault('ONSIL_METRICS_PORT', `is the same as PORT (${port})`, `PORT(${port})와 같습니다`);

  const host = setting('HOST', '127.0.0.1');
  if (/[\s/]/.test(host)) fault('HOST', `"${host}" is not a host name or address`, `"${host}"은(는) 호스트 이름이나 주소가 아닙니다`);

  /** A setting that is a secret: given itself, or by the file of NAME_FILE that holds it. */
  const secretSetting = (name: string): string => {
    const given = setting(name, '');
    const file = setting(`${name}_FILE`, '');
    if (file === '') return given;
    if (given !== '') fault(`${name}_FILE`, `give ${name} or this, not both`, `${name}와(과) 함께 쓸 수 없습니다`);
    try {
      return readFileSync(file, 'utf8').trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      fault(`${name}_FILE`, `${file} cannot be read (${code})`, `${file} 파일을 읽을 수 없습니다(${code})`);
      return '';
    }
  };

  const mongodbUri = secretSetting('MONGODB_URI');
  if (mongodbUri !== '' && !/^mongodb(\+srv)?:\/\/[^/\s]+/.test(mongodbUri))
    // The address is not repeated: it may hold a password.
    fault('MONGODB_URI', 'must begin with mongodb:// or mongodb+srv://', 'mongodb:// 또는 mongodb+srv://로 시작해야 합니다');

  const demo = setting('ONSIL_DEMO', '1');
  if (demo !== '0' && demo !== '1') fault('ONSIL_DEMO', `"${demo}" is neither 0 nor 1`, `"${demo}"은(는) 0도 1도 아닙니다`);

  const baseUrl = setting('ONSIL_BASE_URL', '').replace(/\/$/, '');
  if (baseUrl !== '' && !/^https?:\/\/[^/\s?#@]+$/.test(baseUrl))
    fault(
      'ONSIL_BASE_URL',
      `"${baseUrl}" is not an address like https://survey.example.kr (no path behind it)`,
      `"${baseUrl}"은(는) https://survey.example.kr 같은 주소가 아닙니다(뒤에 경로 없이)`,
    );

  const logLevel = setting('ONSIL_LOG_LEVEL', 'info');
  if (!logLevels.includes(logLevel))
    fault(
      'ONSIL_LOG_LEVEL',
      `"${logLevel}" is none of ${logLevels.join(', ')}`,
      `"${logLevel}"은(는) ${logLevels.join(', ')} 중 하나가 아닙니다`,
    );

  const certFile = setting('ONSIL_TLS_CERT', '');
  const keyFile = setting('ONSIL_TLS_KEY', '');
  if ((certFile === '') !== (keyFile === ''))
    fault(
      certFile === '' ? 'ONSIL_TLS_CERT' : 'ONSIL_TLS_KEY',
      'a certificate needs its key, and a key its certificate: set both',
      '인증서와 키는 함께 지정해야 합니다',
    );
  if (certFile !== '' && baseUrl.startsWith('http:'))
    fault('ONSIL_BASE_URL', 'must begin with https:// where ONSIL_TLS_CERT is set', 'ONSIL_TLS_CERT를 쓰면 https://로 시작해야 합니다');

  const trustedProxies = setting('ONSIL_TRUSTED_PROXIES', '')
    .split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '');
  for (const network of trustedProxies.filter((one) => !isNetwork(one)))
    fault(
      'ONSIL_TRUSTED_PROXIES',
      `"${network}" is not an address or a network such as 10.0.0.0/8`,
      `"${network}"은(는) 주소나 10.0.0.0/8 같은 네트워크가 아닙니다`,
    );

  const identity = {
    issuer: setting('ONSIL_OIDC_ISSUER', ''),
    clientId: setting('ONSIL_OIDC_CLIENT_ID', ''),
    clientSecret: secretSetting('ONSIL_OIDC_CLIENT_SECRET'),
  };
  const identitySettings = [
    ['ONSIL_OIDC_ISSUER', identity.issuer],
    ['ONSIL_OIDC_CLIENT_ID', identity.clientId],
    ['ONSIL_OIDC_CLIENT_SECRET', identity.clientSecret],
  ] as const;
  const isIdentitySet = identitySettings.some(([, value]) => value !== '');
  for (const [name, value] of identitySettings)
    if (isIdentitySet && value === '')
      fault(
        name,
        'is missing: an identity provider needs all three ONSIL_OIDC_ settings',
        '빠졌습니다. ONSIL_OIDC_ 설정 세 가지가 모두 필요합니다',
      );
  if (identity.issuer !== '' && !isIssuer(identity.issuer))
    fault(
      'ONSIL_OIDC_ISSUER',
      `"${identity.issuer}" is not an https:// address (http:// on this machine alone)`,
      `"${identity.issuer}"은(는) https:// 주소가 아닙니다(http://는 이 컴퓨터에서만)`,
    );
  if (isIdentitySet && baseUrl === '')
    fault(
      'ONSIL_BASE_URL',
      'is needed with an identity provider, which sends people back there',
      '소속 기관 로그인을 쓰려면 되돌아올 주소로 꼭 필요합니다',
    );

  const smtpUrl = secretSetting('ONSIL_SMTP_URL');
  const mailFrom = setting('ONSIL_MAIL_FROM', '');
  if (smtpUrl !== '' && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol)))
    // The address is not repeated: it may hold a password.
    fault('ONSIL_SMTP_URL', 'must begin with smtp:// or smtps://', 'smtp:// 또는 smtps://로 시작해야 합니다');
  if ((smtpUrl === '') !== (mailFrom === ''))
    fault(
      smtpUrl === '' ? 'ONSIL_SMTP_URL' : 'ONSIL_MAIL_FROM',
      'a mail server needs the address that mail comes from: set both',
      '메일 서버와 보내는 주소는 함께 지정해야 합니다',
    );
  if (mailFrom !== '' && !/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/.test(mailFrom))
    fault('ONSIL_MAIL_FROM', `"${mailFrom}" is not an email address`, `"${mailFrom}"은(는) 전자우편 주소가 아닙니다`);

  const dataDir = resolve(setting('DATA_DIR', join(repositoryRoot, 'data')));

  if (faults.length > 0) throw new WrongConfig(faults);
  return {
    host,
    port: Number(port),
    dataDir,
    mongodbUri: mongodbUri === '' ? null : mongodbUri,
    demo: demo === '1',
    baseUrl: baseUrl === '' ? null : baseUrl,
    logLevel,
    auditAnchor: resolve(setting('ONSIL_AUDIT_ANCHOR', join(dataDir, 'audit-head'))),
    tls: certFile === '' ? null : { certFile: resolve(certFile), keyFile: resolve(keyFile) },
    trustedProxies,
    identity: isIdentitySet ? identity : null,
    mail: smtpUrl === '' ? null : { url: smtpUrl, from: mailFrom },
    metricsPort: metricsPort === '' ? null : Number(metricsPort),
  };
};

/** How browsers reach the site, without a slash at the end: as configured, else its host and the port it listens on. */
export const baseUrlOf = ({ host, baseUrl, tls }: Pick<Config, 'host' | 'baseUrl' | 'tls'>, port: number): string =>
  baseUrl ?? `${tls === null ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
