import { expect } from 'chai';
import fc from 'fast-check';
import { fileName } from '../../server/reports/file-name.js';

describe('names of files', () => {
  it('join their parts', () => {
    expect(fileName(['한빛주물(예시)', '전환계획', '2024'], 'pdf')).to.equal('한빛주물(예시)_전환계획_2024.pdf');
  });

  it('have no path, no control character and nothing that turns the direction of writing', () => {
    expect(fileName(['../../etc/passwd\u0000\r\n', '전환계획', '2024'], 'pdf')).to.equal('etc passwd_전환계획_2024.pdf');
    expect(fileName(['a\u202Efdp.exe', 'x'], 'pdf')).to.equal('a fdp.exe_x.pdf');
    expect(fileName(['...', 'x'], 'pdf')).to.equal('onsil_x.pdf');
  });

  it('fit every file system, cut between characters', () => {
    const name = fileName(['鑄'.repeat(200), '전환계획', '2024'], 'pdf');
    expect(Buffer.byteLength(name)).to.be.at.most(200);
    expect(name).to.match(/^鑄+_전환계획_2024\.pdf$/);
  });

  it('are safe whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileName([given, '전환계획'], 'pdf');
        expect(name).to.match(/^[^\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+_전환계획\.pdf$/u);
        expect(name.startsWith('.')).to.equal(false);
        expect(Buffer.byteLength(name)).to.be.at.most(200);
      }),
    );
  });
});
