import { isIP } from 'node:net';

/** One DER value: tag, length, content. */
const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

const sequence = 0x30;
const dnsName = 0x82;
const ipAddress = 0x87;
const permitted = 0xa0;
const excluded = 0xa1;

/** The bytes of an address of this family, in the order they are sent. */
const addressBytes = (address: string): Buffer => {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [groups(head), tail === undefined ? [] : groups(tail)];
  const all = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
};

/** An address together with a mask that names it alone. */
const oneAddress = (address: string): Buffer => {
  const bytes = addressBytes(address);
  return Buffer.concat([bytes, Buffer.alloc(bytes.length, 0xff)]);
};

const subtree = (tag: number, base: Uint8Array): Buffer => der(sequence, der(tag, base));

/** OID of the extension. */
export const nameConstraintsId = '2.5.29.30';

/**
 * What an authority may speak for: these host names (and what stands below them) and these addresses, nothing else. A kind of name that is
 * not among them is excluded as a whole, for constraints say nothing of kinds they do not mention. RFC 5280, 4.2.1.10.
 */
export const nameConstraints = (names: readonly string[]): Buffer => {
  const addresses = names.filter((name) => isIP(name) !== 0);
  const hosts = names.filter((name) => isIP(name) === 0);
  const allowed = [
    ...hosts.map((host) => subtree(dnsName, Buffer.from(host, 'ascii'))),
    ...addresses.map((address) => subtree(ipAddress, oneAddress(address))),
  ];
  const everyAddress = [Buffer.alloc(8), Buffer.alloc(32)].map((all) => subtree(ipAddress, all));
  const everyHost = [subtree(dnsName, Buffer.alloc(0))];
  const forbidden = [...(addresses.length === 0 ? everyAddress : []), ...(hosts.length === 0 ? everyHost : [])];
  return der(sequence, der(permitted, ...allowed), ...(forbidden.length === 0 ? [] : [der(excluded, ...forbidden)]));
};
