import { expect } from 'chai';
import { addressPrefix } from '../../server/http/address-prefix.js';
import { clientAddress as addressOf, type TrustedProxies, trustedProxies } from '../../server/http/client-address.js';
import { transportOf } from '../../server/http/transport.js';

const ours = trustedProxies(['10.0.0.0/8', 'fd00::/8']);
const nobody = undefined;

const clientAddress = (remoteAddress: string, forwarded: string | undefined, proxies: TrustedProxies | undefined): string =>
  addressOf(
    { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as Parameters<typeof addressOf>[0],
    proxies,
  );

describe('the address of a request', () => {
  it('is that of the line where no proxy is configured, whatever the request says', () => {
    expect(clientAddress('203.0.113.9', '1.2.3.4', nobody)).to.equal('203.0.113.9');
    expect(clientAddress('::ffff:203.0.113.9', undefined, nobody)).to.equal('203.0.113.9');
  });

  it('is what the last proxy of ours saw', () => {
    expect(clientAddress('10.0.0.1', '198.51.100.7', ours)).to.equal('198.51.100.7');
    expect(clientAddress('10.0.0.1', '198.51.100.7, 10.2.3.4', ours)).to.equal('198.51.100.7');
    expect(clientAddress('fd00::1', '2001:db8::5', ours)).to.equal('2001:db8::5');
  });

  it('is not what somebody wrote left of it', () => {
    for (const forged of ['6.6.6.6, 198.51.100.7', '10.9.9.9, 198.51.100.7', 'x, 198.51.100.7', '"><script>, 198.51.100.7'])
      expect(clientAddress('10.0.0.1', forged, ours), forged).to.equal('198.51.100.7');
    for (const empty of [undefined, '', 'unknown', '-']) expect(clientAddress('10.0.0.1', empty, ours), empty).to.equal('10.0.0.1');
    expect(clientAddress('203.0.113.9', '198.51.100.7', ours)).to.equal('203.0.113.9');
  });

  it('becomes the network of a subscriber', () => {
    expect(addressPrefix('203.0.113.9')).to.equal('203.0.113.0/24');
    expect(addressPrefix('2001:db8:1:2:3:4:5:6')).to.equal('2001:db8:1:0::/56');
    expect(addressPrefix('2001:db8::1')).to.equal('2001:db8:0:0::/56');
    expect(addressPrefix('fe80::1%eth0')).to.equal('fe80:0:0:0::/56');
    expect(addressPrefix('::1')).to.equal('0:0:0:0::/56');
    expect(addressPrefix('')).to.equal('unknown');
  });
});

describe('a connection', () => {
  it('is safe over https, and over http on this machine alone', () => {
    expect(transportOf({ host: 'survey.example.kr' }, true)).to.deep.equal({ https: true, isSafe: true });
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '127.8.9.1', '[::1]:3000', 'onsil.localhost:3000'])
      expect(transportOf({ host }, false), host).to.deep.equal({ https: false, isSafe: true });
    for (const host of ['192.168.0.7:3000', 'survey.example.kr', 'localhost.evil.kr', '127.0.0.1.evil.kr', '[::2]', undefined])
      expect(transportOf({ host }, false).isSafe, host).to.equal(false);
  });
});
