import { isIP } from 'node:net';

/** The eight groups of an IPv6 address. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const part = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(':'));
  const [first, last] = [part(head), part(tail)];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last];
};

/**
 * The network of an address: what one subscriber usually has, so that another address of it is nobody else. IPv4 /24, IPv6 /56;
 * "unknown" where there is none.
 */
export const addressPrefix = (address: string): string => {
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(address) !== 6) return 'unknown';
  const [a = '0', b = '0', c = '0', d = '0'] = groupsOf(address);
  return `${a}:${b}:${c}:${(Number.parseInt(d, 16) & 0xff00).toString(16)}::/56`;
};
