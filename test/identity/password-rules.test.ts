import { expect } from 'chai';
import fc from 'fast-check';
import { passwordFault } from '../../server/identity/password-rules.js';

describe('a new password', () => {
  it('has at least 8 characters, counted as a person counts them', () => {
    for (const short of ['', '1', 'abcdefg', '가나다라마바', '비밀번호', '👨‍👩'.slice(0, 2)])
      expect(passwordFault(short, []), short).to.equal('passwordShort');
    // Decomposed Hangul has three code points a syllable; it is still four syllables.
    expect(passwordFault('고래셋넷'.normalize('NFD'), [])).to.equal('passwordShort');
  });

  it('may be long, up to a limit that keeps hashing cheap', () => {
    expect(passwordFault('푸른 고래 '.repeat(20) + '끝', [])).to.equal(null);
    expect(passwordFault(`${'푸른 고래 '.repeat(60)}끝`, [])).to.equal('passwordLong');
  });

  it('may be of any script and needs no kinds of characters', () => {
    for (const good of [
      '푸른 바다 위 고래',
      'correct horse battery',
      'žluťoučký kůň',
      '紫の夕焼け空と鳥',
      'quiet-otter-lamp',
      '9203857261',
    ])
      expect(passwordFault(good, []), good).to.equal(null);
  });

  it('is none of those that are guessed first, also with digits and signs about it or letters swapped for look-alikes', () => {
    for (const common of [
      'password',
      'Password1!',
      'P@ssw0rd2026',
      'qwertyuiop',
      'qwer1234!',
      '1q2w3e4r5t',
      '1qaz2wsx',
      'administrator',
      'iloveyou12',
      'letmein2026!!',
      'welcome1234',
      'samsung2026',
    ])
      expect(passwordFault(common, []), common).to.equal('passwordCommon');
  });

  it('is no Korean word that is guessed first, typed as Hangul or on an English keyboard', () => {
    for (const common of [
      '비밀번호1234',
      '안녕하세요!!!',
      'qlalfqjsgh',
      'qlalfqjsgh1!',
      'dkssudgktpdy',
      'tkfkdgo1234',
      'eogksalsrnr',
      '대한민국2026',
      '온실가스조사12',
    ])
      expect(passwordFault(common, []), common).to.equal('passwordCommon');
    expect(passwordFault('비밀번호1234'.normalize('NFD'), [])).to.equal('passwordCommon');
  });

  it('is none of them typed on a keyboard that was left in Korean', () => {
    // qwer1234, password1!, welcome2026, dragon1234: the letters on the same keys, joined to syllables where they join.
    for (const common of ['ㅂㅈㄷㄱ1234', 'ㅔㅁㄴㄴ재ㄱㅇ1!', 'ㅈ디채ㅡㄷ2026', 'ㅇㄱㅁ해ㅜ1234'])
      expect(passwordFault(common, []), common).to.equal('passwordCommon');
  });

  it('is no repetition and no run', () => {
    for (const pattern of [
      'aaaaaaaa',
      '11111111',
      'abababab',
      'abcabcabc',
      '12345678',
      '87654321',
      'abcdefgh',
      'hgfedcba',
      '가가가가가가가가',
    ])
      expect(passwordFault(pattern, []), pattern).to.equal('passwordCommon');
  });

  it('is not the name of its owner or what they sign in with', () => {
    for (const own of ['kim.cheolsu', 'Kim.Cheolsu1', 'kim.cheolsu@example.kr', '남궁길동이입니다2026'])
      expect(passwordFault(own, ['kim.cheolsu@example.kr', '남궁길동이입니다']), own).to.equal('passwordCommon');
  });

  it('is judged without failing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        expect(passwordFault(typed, [typed.slice(0, 5)])).to.be.oneOf(['passwordShort', 'passwordLong', 'passwordCommon', null]);
      }),
      { numRuns: 300 },
    );
  });

  it('is judged quickly, however hostile', () => {
    for (const hostile of ['a'.repeat(255) + 'b', 'ab'.repeat(120) + '!', '!'.repeat(256), 'a-'.repeat(128)])
      expect(passwordFault(hostile, [])).to.not.equal('passwordShort');
  });
});
