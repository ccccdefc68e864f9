import { expect } from 'chai';
import { Secret } from 'otpauth';
import { qrPicture } from '../../server/identity/qr-picture.js';
import { newTotpSecret, totpAddress, totpCode, totpStep } from '../../server/identity/totp.js';

/** RFC 6238, appendix B: the ASCII secret "12345678901234567890" with SHA-1; the last six of the eight digits printed there. */
const secret = Secret.fromLatin1('12345678901234567890').base32;
const published: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  it('is what RFC 6238 prints', () => {
    for (const [seconds, code] of published) {
      expect(totpCode(secret, at(seconds)), code).to.equal(code);
      expect(totpStep(secret, code, at(seconds), 0), code).to.equal(Math.floor(seconds / 30));
    }
  });

  it('counts half a minute early or late, and no longer', () => {
    const code = totpCode(secret, at(3000));
    for (const seconds of [2970, 3000, 3029, 3059]) expect(totpStep(secret, code, at(seconds), 0), String(seconds)).to.equal(100);
    for (const seconds of [2900, 2969, 3060, 3120]) expect(totpStep(secret, code, at(seconds), 0), String(seconds)).to.equal(null);
  });

  it('does not count again, nor does an earlier one', () => {
    const code = totpCode(secret, at(3000));
    expect(totpStep(secret, code, at(3010), 99)).to.equal(100);
    expect(totpStep(secret, code, at(3010), 100)).to.equal(null);
    expect(totpStep(secret, code, at(3010), 101)).to.equal(null);
  });

  it('may be typed with a space or in full width, but is six digits', () => {
    expect(totpStep(secret, '287 082', at(59), 0)).to.equal(1);
    expect(totpStep(secret, '２８７０８２', at(59), 0)).to.equal(1);
    for (const wrong of ['', '28708', '2870820', '-28708', 'abcdef', '287082; drop'])
      expect(totpStep(secret, wrong, at(59), 0), wrong).to.equal(null);
  });

  it('comes from a secret of 160 random bits, handed over as a picture that loads nothing', () => {
    expect(newTotpSecret())
      .to.match(/^[A-Z2-7]{32}$/)
      .and.not.equal(newTotpSecret());
    expect(totpAddress(secret, '김철수')).to.match(/^otpauth:\/\/totp\/.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&/);
    const picture = qrPicture(totpAddress(secret, 'kim'));
    expect(picture).to.match(/^data:image\/svg\+xml;base64,/);
    expect(Buffer.from(picture.split(',')[1] ?? '', 'base64').toString())
      .to.match(/^<svg /)
      .and.not.include('<script')
      .and.not.include('href');
  });
});
