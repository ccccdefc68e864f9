import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Proxies in front of the site, which say for whom they ask. */
export type TrustedProxies = BlockList;

/** An IPv4 address in IPv6 clothes is brought back to IPv4. */
const bare = (address: string): string => address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '');

const isTrusted = (proxies: TrustedProxies, address: string): boolean => {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
};

/**
 * Network address of whoever asks. `X-Forwarded-For` counts only where a configured proxy wrote it: it is read from its end, each
 * address believed as long as the one behind it is such a proxy. What a browser writes there itself stands before and is never reached.
 */
export const clientAddress = (request: Pick<IncomingMessage, 'socket' | 'headers'>, proxies: TrustedProxies | undefined): string => {
  let address = bare(request.socket.remoteAddress ?? '');
  if (proxies === undefined) return address;
  const said = String(request.headers['x-forwarded-for'] ?? '');
  const chain = said === '' ? [] : said.split(',').map(bare);
  while (chain.length > 0 && isTrusted(proxies, address)) {
    const before = chain.pop() ?? '';
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
};

/** The proxies of a list of addresses and networks ("10.0.0.0/8"), as the settings give them. */
export const trustedProxies = (networks: readonly string[]): TrustedProxies => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};
