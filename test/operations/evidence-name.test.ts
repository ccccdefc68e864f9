import { expect } from 'chai';
import fc from 'fast-check';
import { evidenceFileName, evidenceName } from '../../server/operations/evidence-name.js';

describe('the name of an attached file', () => {
  it('is what stands behind the last stroke of its path, whole to read', () => {
    for (const [given, kept] of [
      ['3월 전기요금.pdf', '3월 전기요금.pdf'],
      ['C:\\fakepath\\청구서.jpg', '청구서.jpg'],
      ['../../etc/passwd', 'passwd'],
      ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
      ['a\0b.pdf', 'a b.pdf'],
      ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
      ['bill\u202Efdp.exe', 'bill fdp.exe'],
      ['청구서.pdf'.normalize('NFD'), '청구서.pdf'],
      ['<script>"x"</script>.pdf', 'script .pdf'],
      ['..', ''],
      ['', ''],
    ] as const)
      expect(evidenceName(given), given).to.equal(kept);
    expect(evidenceName(`${'가'.repeat(300)}.pdf`)).to.match(/^가{115}…\.pdf$/);
  });

  it('in a download says what the file is, whatever it was called', () => {
    const names = [
      ['청구서.PNG', 'image/jpeg', '청구서.jpg'],
      ['청구서.exe', 'image/jpeg', '청구서.exe.jpg'],
      ['bill.jpg', 'application/pdf', 'bill.pdf'],
      ['bill', 'application/pdf', 'bill.pdf'],
      ['', 'application/pdf', 'onsil.pdf'],
    ] as const;
    for (const [name, type, called] of names) expect(evidenceFileName({ name, type }), name).to.equal(called);
  });

  it('is a name that every file system takes and nothing but a name, whatever was given', () => {
    const parts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('../', '%00', '\0', '\r\n', '\u202E', '\u200F', '"', '\\', '한글', '👨‍👩‍👧', '.exe'),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), fc.constantFrom('image/jpeg' as const, 'application/pdf' as const), (given, type) => {
        const name = evidenceName(given.join(''));
        expect(name).to.not.match(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/u);
        expect(evidenceName(name)).to.equal(name);
        const called = evidenceFileName({ name, type });
        expect(called).to.match(type === 'image/jpeg' ? /[^.]\.jpg$/ : /[^.]\.pdf$/);
        expect(Buffer.byteLength(called)).to.be.at.most(200);
      }),
    );
  });
});
