import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprint, makeAuthority, makeServerCertificate } from '../server/transport/site-authority.js';
import { anyThere, certificateFiles, writeNew } from '../server/transport/tls-files.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';

const help = `
Usage: npx --no onsil tls init DIR --host NAME [--host NAME …]
       npx --no onsil tls renew DIR --host NAME [--host NAME …]

For closed networks without a certificate authority: makes one for this site alone, and the certificate of its server.

init   makes authority.crt, authority.key, server.crt and server.key in DIR. Refuses to overwrite any of them
renew  makes server.crt and server.key anew, by the authority in DIR; the tablets need nothing. Then send SIGHUP to the running site

  --host NAME  host name or address at which browsers reach the site. The authority can speak for these names and no others

Keep authority.key off the server (it is needed for "renew" alone); keys are readable by their owner alone.

Example: npx --no onsil tls init /srv/onsil/tls --host survey.plant.local --host 192.168.0.10
         ONSIL_TLS_CERT=/srv/onsil/tls/server.crt ONSIL_TLS_KEY=/srv/onsil/tls/server.key HOST=0.0.0.0 npm start
`;

const wrongUse = (en: string, ko: string): WrongInput => new WrongInput([`tls: ${en} | ${ko}`, 'npx --no onsil tls --help']);

/** Whole labels of letters, digits and hyphens, as browsers look them up. */
const isHostName = (name: string): boolean =>
  name.length <= 253 &&
  name.split('.').every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i.test(label)) &&
  !/^\d+$/.test(name.split('.').at(-1) ?? '');

const checkedNames = (given: readonly string[]): readonly string[] => {
  const names = [...new Set(given.map((name) => name.trim().toLowerCase()))];
  if (names.length === 0) throw wrongUse('name at least one --host', '--host 이름을 하나 이상 적으십시오');
  for (const name of names)
    if (isIP(name) === 0 && !isHostName(name))
      throw wrongUse(`"${name}" is not a host name or address`, `"${name}"은(는) 호스트 이름이나 주소가 아닙니다`);
  return names;
};

const install = (authority: string, print: string, until: string): string => `
Start the site with it | 이 인증서로 시작:
  ONSIL_TLS_CERT=…/server.crt ONSIL_TLS_KEY=…/server.key npm start
The server's certificate ends on ${until}; renew it before | 서버 인증서는 ${until}에 끝나므로 그 전에 renew로 갱신하십시오.

Install ${authority} on every tablet and PC, and nothing else of this folder | 모든 태블릿과 PC에 이 파일만 설치하십시오:
  Android  Settings > Security > Install a certificate > CA certificate | 설정 > 보안 > 인증서 설치 > CA 인증서
  iPadOS   open the file, install the profile, then Settings > General > About > Certificate Trust Settings |
           파일을 열어 프로파일을 설치한 뒤 설정 > 일반 > 정보 > 인증서 신뢰 설정에서 켬
  Windows  certutil -addstore -user Root authority.crt
Compare its fingerprint (SHA-256) there | 설치 화면의 지문(SHA-256)과 비교하십시오:
  ${print}
`;

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const options = { host: { type: 'string', multiple: true } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, dir, ...more] = positionals;
  if ((verb !== 'init' && verb !== 'renew') || dir === undefined || more.length > 0)
    throw wrongUse(
      'say "init DIR --host NAME" or "renew DIR --host NAME"',
      '"init 폴더 --host 이름" 또는 "renew 폴더 --host 이름"을 적으십시오',
    );
  const names = checkedNames(values.host ?? []);
  const folder = resolve(dir);
  const files = certificateFiles(folder);
  const now = new Date();
  const there = verb === 'init' ? anyThere(Object.values(files)) : null;
  if (there !== null) throw wrongUse(`${there} is there already and is not overwritten`, `${there} 파일이 이미 있어 덮어쓰지 않습니다`);
  if (verb === 'renew' && anyThere([files.authorityKey]) === null)
    throw wrongUse(`${files.authorityKey} is not there`, `${files.authorityKey} 파일이 없습니다`);
  const authority =
    verb === 'init'
      ? await makeAuthority(names, now)
      : { certificate: readFileSync(files.authorityCertificate, 'utf8'), key: readFileSync(files.authorityKey, 'utf8') };
  const server = await makeServerCertificate(authority, names, now);
  if (verb === 'init')
    writeNew(folder, { [files.authorityCertificate]: authority.certificate, [files.authorityKey]: authority.key }, false);
  writeNew(folder, { [files.serverCertificate]: server.certificate, [files.serverKey]: server.key }, verb === 'renew');
  const until = new Date(new X509Certificate(server.certificate).validTo).toISOString().slice(0, 10);
  io.stdout.write(`${Object.values(files).join('\n')}\n`);
  io.stderr.write(install(files.authorityCertificate, fingerprint(authority.certificate), until));
  return 0;
};

export const tls: Command = {
  name: 'tls',
  summary: "makes a site's own certificate authority and certificate, for closed networks",
  help,
  run,
};
