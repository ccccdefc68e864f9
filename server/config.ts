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
}

/** The settings are wrong: one line per fault, English | Korean. */
export class WrongConfig extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'WrongConfig';
  }
}

type Env = Readonly<Record<string, string | undefined>>;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the settings from an environment: PORT, HOST, DATA_DIR, MONGODB_URI, ONSIL_DEMO, ONSIL_BASE_URL, ONSIL_LOG_LEVEL.
 * An empty value counts as not set. Throws WrongConfig with every fault at once.
 */
export const readConfig = (env: Env): Config => {
  const faults: string[] = [];
  const setting = (name: string, standard: string): string => {
    const given = env[name]?.trim();
    return given === undefined || given === '' ? standard : given;
  };
  const fault = (name: string, en: string, ko: string): void => void faults.push(`${name}: ${en} | ${ko}`);

  const port = setting('PORT', '3000');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    fault('PORT', `"${port}" is not a port number from 0 to 65535`, `"${port}"은(는) 0~65535의 포트 번호가 아닙니다`);

  const host = setting('HOST', '127.0.0.1');
  if (/[\s/]/.test(host)) fault('HOST', `"${host}" is not a host name or address`, `"${host}"은(는) 호스트 이름이나 주소가 아닙니다`);

  const mongodbUri = setting('MONGODB_URI', '');
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
  };
};

/** How browsers reach the site, without a slash at the end: as configured, else http on its host and the port it listens on. */
export const baseUrlOf = ({ host, baseUrl }: Pick<Config, 'host' | 'baseUrl'>, port: number): string =>
  baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
